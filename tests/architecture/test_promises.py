"""Promises about the whole house that no single room can keep."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src/synopticon"
FILES = sorted(SOURCE.rglob("*.py"))
NETWORK = {"socket", "ssl", "http", "urllib.request", "requests", "httpx", "aiohttp", "ftplib", "smtplib", "telnetlib"}
#: The files that may reach it: for `synopticon lists update` and `synopticon fetch`, when a person asks for it.
FETCHING = {SOURCE / "pipeline/fetching/official.py", SOURCE / "pipeline/fetching/transport.py"}
HEAVY = ["pypdfium2", "python_calamine", "pycld2", "rapidfuzz", "lxml", "duckdb", "pyarrow"]


def imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return names


#: They speak over a pair of connected sockets with our own processes, and know no address.
PAIRS = {SOURCE / "engines/locked.py", SOURCE / "engines/zygote.py"}
#: It tries, inside the lock and on this machine only, what the lock must stop.
ESCAPES = SOURCE / "engines/escapes.py"


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path not in {ESCAPES, *FETCHING, *PAIRS}],
    ids=lambda path: str(path.relative_to(SOURCE)),
)
def test_nothing_can_reach_the_network(path: Path) -> None:
    reached = {name for name in imports(path) if name in NETWORK or name.split(".")[0] in NETWORK - {"urllib.request"}}
    assert not reached


def test_sockets_between_our_own_processes_know_no_address() -> None:
    for path in PAIRS:
        text = path.read_text(encoding="utf-8")
        assert "socketpair" in text or "socket.socket(fileno=" in text
        assert not any(word in text for word in ("AF_INET", "create_connection", ".connect(", ".bind("))
    addresses = [word for word in ESCAPES.read_text(encoding="utf-8").split('"') if word.replace(".", "").isdigit()]
    assert set(addresses) == {"127.0.0.1"}


def test_only_two_commands_ask_for_what_can_reach_the_network() -> None:
    inside = SOURCE / "pipeline/fetching"
    users = [
        path.relative_to(SOURCE).as_posix()
        for path in FILES
        if inside not in path.parents and any(name.startswith("synopticon.pipeline.fetching") for name in imports(path))
    ]
    assert users == ["cli/fetch.py", "cli/lists.py"]


def test_help_loads_nothing_heavy() -> None:
    code = f"import sys, synopticon.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("room", ["ingest", "read", "link", "screen", "figures", "publish"])
def test_every_room_says_what_comes_in_and_goes_out(room: str) -> None:
    assert (SOURCE / room / "README.md").is_file()
    docstring = ast.get_docstring(ast.parse((SOURCE / room / "__init__.py").read_text(encoding="utf-8")))
    assert docstring
    assert "described" not in docstring


def test_no_record_has_a_field_for_a_person() -> None:
    tree = ast.parse((SOURCE / "model/records.py").read_text(encoding="utf-8"))
    fields = [
        node.target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    ]
    assert fields
    assert not {"person", "officer", "email", "phone", "latitude", "longitude", "address"} & set(fields)
