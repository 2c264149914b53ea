"""What stands inside the name of an organisation: its legal form, its distinctive words, its keys."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def words(kind: str, language: str = "") -> frozenset[str]:
    """Return the words of one kind from ``names.csv``, of one language or of all."""
    found: set[str] = set()
    with files("synopticon.text").joinpath("names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == kind and language in ("", row["language"]):
                found.update(row["words"].split("|"))
    return frozenset(found)


@cache
def legal_forms() -> dict[str, str]:
    """Return the spellings of legal forms, folded, each with the kind of legal person that it stands for."""
    found: dict[str, str] = {}
    with files("synopticon.text").joinpath("legal_forms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for variant in row["variants"].split("|"):
                found.setdefault(variant, row["kind"])
    return found
