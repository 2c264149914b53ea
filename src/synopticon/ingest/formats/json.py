"""JSON and JSON Lines: OCDS releases and records, notices, spending rows.

A value stands at ``json=/pointer``; in JSON Lines the line stands before it, ``row=3;json=/pointer``. Cells are the
values as they are written in the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass

from synopticon.errors import SourceError
from synopticon.ingest import limits, objects, ocds, tables
from synopticon.ingest.decoding import decode
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.pointers import in_line, locator, parse, strings
from synopticon.ingest.schema import PERSON, left_over_note, schema
from synopticon.model.locator import within
from synopticon.model.records import Grid, Passage, Row, SetAside
from synopticon.reference.headers import field_of

_START = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]\d-])")
_WIDE_START = re.compile(rb"\A(?:\xff\xfe[\[{]\x00|\xfe\xff\x00[\[{])")
_LONG = 80
_NAMED = 10
_SPEAKING = ("description", "title", "rationale")


@dataclass(frozen=True, slots=True)
class _Value:
    """One JSON value of a file, and its pointer: the whole file, or a line of it."""

    pointer: str
    value: object


def _recognises(data: bytes) -> int:
    return 3 if _START.match(data[:4096]) or _WIDE_START.match(data) else 0


def _read(content: Content) -> Iterator[Item]:
    text, encoding = decode(content.data)
    is_lines = _is_lines(text)
    media_type = "application/jsonl" if is_lines else "application/json"
    yield Facts(encoding=encoding.name, note=encoding.note or None, media_type=media_type)
    values: list[_Value] = []
    repeated: Counter[str] = Counter()
    broken = 0
    if is_lines:
        for found in _lines(content, text, repeated):
            if isinstance(found, SetAside):
                broken += 1
                yield found
            else:
                values.append(found)
    else:
        values.append(_Value("", parse(text, repeated)))
    if repeated:
        yield SetAside(content.document, content.unit, "repeated key", _repeated(repeated))
    if broken and not values:
        raise SourceError("broken JSON", "not one line is JSON")
    rows = yield from _rows(content, values)
    yield Facts(rows_in=rows + broken, is_partial=bool(broken or repeated))


def _repeated(keys: Counter[str]) -> str:
    """Say which keys stand in one object with several values, of which all but the last were left out."""
    named = ", ".join(f"{key[:60]!r} in {count}" for key, count in sorted(keys.items())[:_NAMED])
    more = f" and {len(keys) - _NAMED} more keys" if len(keys) > _NAMED else ""
    return f"objects with a key twice, of which the last value was taken: {named}{more}"


def _is_lines(text: str) -> bool:
    """Tell whether each line is a value of its own: the first is whole, and something follows."""
    stripped = text.strip()
    first, _, rest = stripped.partition("\n")
    if not rest.strip() or not first.rstrip().endswith(("}", "]")) or len(first.strip()) < 2:
        return False
    try:
        parse(first)
    except SourceError:
        return False
    return True


def _lines(content: Content, text: str, repeated: Counter[str]) -> Iterator[_Value | SetAside]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _Value(in_line(number), parse(line, repeated))
        except SourceError as error:
            where = within(content.unit, f"row={number}")
            yield SetAside(content.document, where, error.reason, error.detail)


def _rows(content: Content, values: Sequence[_Value]) -> Generator[Item, None, int]:
    """Yield what the values hold, and return the number of rows."""
    found = ocds.processes((value.value, value.pointer) for value in values)
    if found.releases or found.linked:
        return (yield from _notices(content, found))
    if len(values) > 1:
        listed = [(value.value, value.pointer) for value in values if isinstance(value.value, dict)]
        if listed:
            return (yield from _objects(content, listed))
    return (yield from _whole(content, values))


def _notices(content: Content, found: ocds.Processes) -> Generator[Item, None, int]:
    yield Grid(content.document, 0, content.unit, "notices", "", ocds.COLUMNS, ocds.COLUMNS, 0)
    number = 0
    for release, pointer in found.releases:
        for notice in ocds.notices(release, pointer):
            number += 1
            cells = tuple(cell.text for cell in notice.cells)
            locators = tuple(locator("", cell.pointer) for cell in notice.cells)
            yield Row(content.document, 0, number, cells, locators)
    for release, pointer in found.releases:
        yield from _passages(content, release, pointer, _is_person)
    for pointer, ocid in found.linked:
        where = within(content.unit, locator("", pointer))
        detail = f"releases of {ocid} are in other files: add these, or the compiled release"
        yield SetAside(content.document, where, "linked releases only", detail)
        yield Facts(is_partial=True)
    if found.merged:
        note = f"{found.merged} releases of processes that have several were merged by date"
        yield Facts(note=note)
    if note := left_over_note(schema("ocds").left_over(sorted(found.paths))):
        yield Facts(note=note)
    return number


def _is_person(path: str) -> bool:
    use = schema("ocds").use_of(path)
    return use is not None and use.use == PERSON


def _passages(
    content: Content, value: object, pointer: str, is_dropped: Callable[[str], bool] | None = None
) -> Iterator[Passage]:
    """Yield the texts of a notice that say more than a cell: descriptions of items and lots, long fields."""
    for key, at, text in strings(value, pointer, is_dropped):
        is_part = key in _SPEAKING and any(part in at for part in ("/items/", "/lots/", "/milestones/", "/documents/"))
        if (is_part or len(text) >= _LONG) and " " in text.strip():
            where = within(content.unit, locator("", at))
            yield Passage(content.document, where, 0, 0, "field", text)


def _whole(content: Content, values: Sequence[_Value]) -> Generator[Item, None, int]:
    """Yield the biggest list of objects of one value; a single object is a list of one."""
    rows = 0
    for value in values:
        lists = list(objects.object_lists(value.value, value.pointer))
        if not lists:
            if isinstance(value.value, dict):
                rows += yield from _objects(content, [(value.value, value.pointer)])
            else:
                yield from _passages(content, value.value, value.pointer)
            continue
        best = max(lists, key=lambda one: sum(len(found) for found, _ in one.objects))
        others = [one.pointer for one in lists if one is not best]
        if others:
            yield Facts(note=f"read the list {_shown(best.pointer)}, left out: {', '.join(map(_shown, others))}"[:500])
        rows += yield from _objects(content, best.objects)
    return rows


def _shown(pointer: str) -> str:
    return locator("", pointer).rpartition("json=")[2] or "/"


def _objects(content: Content, listed: Sequence[tuple[object, str]]) -> Generator[Item, None, int]:
    pairs = [(found, at) for found, at in listed if isinstance(found, dict)]
    header = objects.columns_of(pairs)
    if not header:
        return 0
    limits.within_limit("cells", len(header) * len(pairs), limits.SHEET_CELLS)
    fields = tuple(field_of(name) or field_of(name.rsplit(".", 1)[-1]) for name in header)
    fields = _without_doubles(header, fields)
    kind = tables.kind_of(fields, content.source_kind)
    grid = Grid(content.document, 0, content.unit, kind, "", header, fields, 0)
    yield grid
    for note in tables.column_notes(grid):
        yield Facts(note=note)
    places = {index: name for index, name in enumerate(header) if index in tables.place_columns(fields)}
    for number, (found, pointer) in enumerate(listed, 1):
        if not isinstance(found, dict):
            continue
        held = {name: (at, text) for name, at, text in objects.flat(found, pointer)}
        cells = tuple(held[name][1] if name in held else "" for name in header)
        if places:
            cells = tuple(
                "" if at in places and tables.has_coordinates(text) else text for at, text in enumerate(cells)
            )
        locators = tuple(locator("", held[name][0] if name in held else pointer) for name in header)
        yield Row(content.document, 0, number, cells, locators)
    for found, pointer in listed:
        yield from _passages(content, found, pointer)
    return len(pairs)


def _without_doubles(header: Sequence[str], fields: Sequence[str]) -> tuple[str, ...]:
    """Keep a field for its plainest column: ``title`` before ``item.cpv.title``."""
    best: dict[str, int] = {}
    for index, field in enumerate(fields):
        if field and (field not in best or header[index].count(".") < header[best[field]].count(".")):
            best[field] = index
    return tuple(
        field if field and header[index].count(".") <= header[best[field]].count(".") else ""
        for index, field in enumerate(fields)
    )


FORMAT = Format(
    name="json",
    media_types=("application/json", "application/jsonl"),
    suffixes=(".json", ".jsonl", ".ndjson"),
    recognises=_recognises,
    read=_read,
)
