"""Takes the names that may be those of private persons out of every table before anything is printed.

The rooms before this one flag such names; this is the last door, and it trusts none of them: a flagged name is
replaced wherever it stands, in the organisation's own row and inside quotes, titles and explanations alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pyarrow as pa

WITHHELD = "(name withheld)"
#: Hashes, ids of the case and locators are not prose: replacing inside them would break the chain of evidence.
_KEPT = frozenset({"document", "first_document", "claim", "locator", "first_locator", "media_type", "body"})
_WORD = re.compile(r"\w+")


def without_private_names(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """Return the tables without the names of organisations whose `natural_person_risk` is set.

    Their rows in `organisations` stay, under a running number, so that counts still add up; their matches go.
    """
    rows: list[dict[str, Any]] = tables["organisations"].to_pylist()
    flagged = [row for row in rows if row["natural_person_risk"]]
    if not flagged:
        return dict(tables)
    numbers = {row["organisation"]: f"withheld-{number}" for number, row in enumerate(flagged, 1)}
    known = {row["name"] for row in rows if not row["natural_person_risk"]}
    replace = _replacer(_names(flagged) - {WITHHELD} - known, numbers)
    return {name: _cleared(name, table, numbers, replace) for name, table in tables.items()}


def _names(flagged: Iterable[Mapping[str, Any]]) -> set[str]:
    names: set[str] = set()
    for row in flagged:
        names.add(row["name"])
        names.update(row["names"] or ())
    return {name for name in names if name and name.strip()}


def _cleared(name: str, table: pa.Table, numbers: Mapping[str, str], replace: Callable[[str], str]) -> pa.Table:
    if name == "organisations":
        table = _organisations(table, numbers)
    elif name == "matches":
        keep = [value not in numbers for value in table.column("organisation").to_pylist()]
        table = table.filter(pa.array(keep, type=pa.bool_()))
    for index, field in enumerate(table.schema):
        if field.name in _KEPT:
            continue
        column: list[Any] = table.column(index).to_pylist()
        if pa.types.is_string(field.type):
            changed = {value: value if value is None else replace(value) for value in dict.fromkeys(column)}
            new: list[Any] = [changed[value] for value in column]
        elif pa.types.is_list(field.type):
            new = [[replace(part) for part in value] for value in column]
        else:
            continue
        if new != column:
            table = table.set_column(index, field, pa.array(new, type=field.type))
    return table


def _organisations(table: pa.Table, numbers: Mapping[str, str]) -> pa.Table:
    rows: list[dict[str, Any]] = table.to_pylist()
    for row in rows:
        if row["natural_person_risk"]:
            row |= {
                "organisation": numbers[row["organisation"]],
                "name": WITHHELD,
                "identifier": None,
                "group": None,
                "names": [],
            }
    return pa.Table.from_pylist(rows, schema=table.schema)


def _replacer(names: set[str], ids: Mapping[str, str]) -> Callable[[str], str]:
    """Return a function that replaces ids and names, each as a whole, whatever the case and spacing.

    A name of one word is replaced only where it is all there is: "Dean" is a word of its own elsewhere.
    """
    whole = {_folded(name) for name in names}
    by_head: dict[str, list[re.Pattern[str]]] = {}
    for name in sorted(whole, key=lambda name: (-len(name), name)):
        words = _WORD.findall(name)
        if len(words) > 1:
            spaced = r"\s+".join(re.escape(part) for part in name.split())
            pattern = re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
            by_head.setdefault(words[0], []).append(pattern)

    def replace(text: str) -> str:
        folded = _folded(text)
        if folded in whole:
            return WITHHELD
        for word in dict.fromkeys(_WORD.findall(folded)):
            for pattern in by_head.get(word, ()):
                text = pattern.sub(WITHHELD, text)
        return ids.get(text, text)

    return replace


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
