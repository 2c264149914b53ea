"""The docs tell the truth: generated pages are current, links resolve, every word of the tables is explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tools import make_reference_docs

from synopticon.cli import main
from synopticon.model.tables import PUBLISHED

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/**/README.md")])


@pytest.mark.parametrize("page", make_reference_docs.PAGES)
def test_a_generated_page_is_what_the_code_says(page: str) -> None:
    written = (ROOT / "docs/reference" / page).read_text(encoding="utf-8")
    assert written == make_reference_docs.PAGES[page](), "run tools/make_reference_docs.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_resolve(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_paths_in_code_marks_exist(page: Path) -> None:
    for target in re.findall(r"`((?:src|docs|tests|tools|benchmarks)/[\w./-]*\w)`", page.read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), f"{page.name} names {target}"


def test_every_command_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [name for name in main.commands if f"synopticon {name}" not in readme]
    assert not missing


def test_every_published_table_is_explained_in_the_glossary_or_the_tables_page() -> None:
    tables = (ROOT / "docs/reference/tables.md").read_text(encoding="utf-8")
    assert all(f"## {name} (published)" in tables for name in PUBLISHED)


def test_every_number_in_the_benchmark_page_has_its_script() -> None:
    page = (ROOT / "docs/reference/benchmarks.md").read_text(encoding="utf-8")
    scripts = re.findall(r"`benchmarks/(\w+\.py)`", page)
    assert scripts
    assert all((ROOT / "benchmarks" / script).exists() for script in scripts)
