from __future__ import annotations

import pytest

from synopticon.publish import publish
from tests.publish import made_up
from tests.publish.pages import read


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The made-up case, published once."""
    out = tmp_path_factory.mktemp("out")
    publish(out, case=made_up.case(), tables=made_up.tables(), run=made_up.run())
    return out


@pytest.fixture(scope="session")
def site(built):
    return built / "site"


@pytest.fixture(scope="session")
def pages(site):
    """Every page of the made-up case by its address."""
    return {path.relative_to(site).as_posix(): read(path) for path in sorted(site.rglob("*.html"))}
