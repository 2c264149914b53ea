"""The made-up cases of the tests of this room: one question to bodies, one ledger."""

from __future__ import annotations

from pathlib import Path

_CASE = """
[case]
id = "{id}"
title = "{title}"
as_of = 2024-05-31

[[source]]
kind = "replies"
path = "replies"
bodies = "bodies.csv"

[[source]]
kind = "ledger"
path = "ledgers/*.csv"
body = "{payer}"

[[figure]]
id = "owners"
count = "bodies"
where = {{ maker = ["hikvision"], modality = ["owned", "installed", "used"] }}
of = "usable"
"""


def case_of(id_: str, title: str, *, payer: str) -> str:
    """Return a case file that asks who owns cameras of one maker."""
    return _CASE.format(id=id_, title=title, payer=payer)


def write(folder: Path, name: str, content: str | bytes) -> None:
    """Write a file of a case, with the folders above it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
