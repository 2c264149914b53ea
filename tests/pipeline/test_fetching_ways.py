"""Ways to a host: encrypted, through a proxy. Nothing here leaves this machine."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.pipeline import faulty
from tests.pipeline.faulty import Faulty, Hands, giving, package, refusing

from synopticon.errors import SourceError
from synopticon.pipeline.fetching import Caps, Harvest, Limits, harvest, plan_of


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    faulty.only_this_machine(monkeypatch)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate for this machine that nobody trusts."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("no openssl on this machine to make a certificate with")
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        [
            program, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
            "-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem"),
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return folder / "certificate.pem"


@pytest.fixture
def encrypted(certificate: Path) -> Iterator[Faulty]:
    with faulty.serving() as running:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, certificate.with_name("key.pem"))
        running.socket = context.wrap_socket(running.socket, server_side=True)
        yield running


def get(url: str, folder: Path, limits: Limits | None = None) -> Harvest:
    return harvest(plan_of("ocds", url=url), folder, clock=Hands().clock, limits=limits)


def test_a_certificate_that_nobody_vouches_for_is_refused(encrypted, tmp_path):
    encrypted.scripts = {"/1": [giving(package(1))]}
    with pytest.raises(SourceError, match=r"expected a valid certificate from https://127\.0\.0\.1:\d+, found a fault"):
        get(encrypted.url.replace("http:", "https:") + "/1", tmp_path)
    assert encrypted.asked == []


def test_pages_come_over_tls_and_links_never_leave_it(encrypted, tmp_path, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    url = encrypted.url.replace("http:", "https:")
    encrypted.scripts = {
        "/1": [giving(package(1, following="/2"))],
        "/2": [refusing(302, Location=f"{encrypted.url}/3")],
    }
    with pytest.raises(
        SourceError, match=r"expected https, found http://127\.0\.0\.1:[0-9]+/3, which is not encrypted"
    ):
        get(f"{url}/1", tmp_path)
    assert encrypted.asked == ["/robots.txt", "/1", "/2"]
    assert len(list(tmp_path.glob("page-*"))) == 1


def test_an_answer_over_tls_that_comes_drop_by_drop_is_cut_too(encrypted, tmp_path, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    encrypted.scripts = {"/1": [faulty.dripping(0.05), giving(package(1))]}
    quick = Limits(caps=Caps(idle=5, grace=0.4, slowest=1e9))
    assert get(encrypted.url.replace("http:", "https:") + "/1", tmp_path, quick).releases == 1


def test_the_proxy_of_the_system_is_asked(tmp_path, monkeypatch):
    with faulty.serving() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        proxy.scripts = {"http://northmere.example/1": [giving(package(1))]}
        assert get("http://northmere.example/1", tmp_path).releases == 1
        assert proxy.asked == ["http://northmere.example/robots.txt", "http://northmere.example/1"]
