"""The US Consolidated Screening List: several lists of three departments in one file, CSV or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from synopticon.errors import SourceError
from synopticon.screen.listing import PERSON, THING, Listed, Listing, Row
from synopticon.screen.lists._persons import is_person
from synopticon.screen.lists._tables import day, distinct, has_columns, records_of, text_of

#: By the abbreviation in brackets in `source`: code, kind of law, whether it holds mainly persons.
_LISTS = {
    "EL": ("US-BIS-EL", "export_control", False),
    "MEU": ("US-BIS-MEU", "export_control", False),
    "UVL": ("US-BIS-UVL", "export_control", False),
    "DPL": ("US-BIS-DPL", "export_control", True),
    "ISN": ("US-STATE-ISN", "sanctions", False),
    "DTC": ("US-STATE-DTC", "export_control", True),
    "SDN": ("US-OFAC-SDN", "sanctions", False),
    "SSI": ("US-OFAC-SSI", "sanctions", False),
    "CAP": ("US-OFAC-CAP", "sanctions", False),
    "MBS": ("US-OFAC-MBS", "sanctions", False),
    "FSE": ("US-OFAC-FSE", "sanctions", True),
    "PLC": ("US-OFAC-PLC", "sanctions", True),
    "CMIC": ("US-NS-CMIC", "investment_ban", False),
}
_COLUMNS = ("source", "name", "alt_names", "federal_register_notice", "start_date")
_OF_PERSONS = ("dates_of_birth", "places_of_birth", "citizenships", "nationalities", "title")


def _is_like(data: bytes) -> bool:
    start = data[:4000].lstrip(b"\xef\xbb\xbf \r\n\t")
    if start[:1] in (b"{", b"["):
        return b'"source"' in start and b'"federal_register_notice"' in data[:20_000]
    return has_columns(data, _COLUMNS)


def _parse(data: bytes) -> Iterator[Row]:
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"["):
        records = _from_json(data)
    else:
        records = records_of(text_of(data), _COLUMNS)
    for record in records:
        yield _row(record)


def _from_json(data: bytes) -> Iterator[dict[str, str]]:
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise SourceError("truncated", f"not whole JSON: {error}; fetch the file again") from None
    results = content.get("results") if isinstance(content, dict) else content
    if not isinstance(results, list):
        raise SourceError("wrong format", "expected a list 'results', found none")
    for record in results:
        if not isinstance(record, dict):
            raise SourceError("wrong format", f"expected objects in 'results', found {type(record).__name__}")
        yield {str(key): _plain(value) for key, value in record.items()}


def _plain(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_plain, value))
    return "" if value is None or isinstance(value, dict) else str(value)


def _row(record: Mapping[str, str]) -> Row:
    source = record.get("source", "")
    short = source.rpartition("(")[2].partition(")")[0].strip()
    if not source or not record.get("name"):
        raise SourceError("wrong format", "expected a source and a name in every row")
    code, legal_type, is_mostly_persons = _LISTS.get(short, (f"US-{short or 'OTHER'}", "sanctions", False))
    kind = record.get("type", "").casefold()
    if kind == "individual" or any(record.get(column) for column in _OF_PERSONS):
        return PERSON
    if kind in ("vessel", "aircraft"):
        return THING
    if kind != "entity" and is_person(record["name"], is_mostly_persons=is_mostly_persons):
        return PERSON
    others = [name.strip().removeprefix("and ") for name in record.get("alt_names", "").split(";")]
    return Listed(
        identity=record.get("entity_number") or record["name"],
        names=distinct([record["name"], *others]),
        code=code,
        legal_type=legal_type,
        since=day(record.get("start_date", "")),
        until=day(record.get("end_date", "")),
        condition=record.get("license_requirement", "")[:300],
        citation=record.get("federal_register_notice", "")[:300],
    )


LIST = Listing(
    code="US-CSL",
    name="US Consolidated Screening List",
    jurisdiction="US",
    legal_type="export_control",
    url="https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv",
    min_entries=5000,
    canaries=("Huawei Technologies Co., Ltd.", "Hikvision", "BANCO NACIONAL DE CUBA"),
    is_like=_is_like,
    parse=_parse,
)
