r"""EU notices (eForms, XML): one row per contract, else per lot, else per notice, and the descriptions as passages.

The text in which ``char`` counts is `notice_text`: the values that are shown, one a line, in the order of the rows.
Contact points, touch points and beneficial owners are never looked at; a winner who is a private person has no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from synopticon.ingest import limits
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.markup import parse_xml
from synopticon.ingest.ocds import COLUMNS
from synopticon.ingest.schema import left_over_note, schema
from synopticon.model.records import Grid, Passage, Row

_ROOT = re.compile(rb"<(?:\w+:)?(?:ContractNotice|ContractAwardNotice|PriorInformationNotice)\b[^>]{0,4000}")
_SCHEMA = b"urn:oasis:names:specification:ubl:schema:xsd:"
_DAY = 10
_NOT_AWARDED = "clos-nw"


def _recognises(data: bytes) -> int:
    root = _ROOT.search(data[:20_000])
    return 3 if root is not None and _SCHEMA in root[0] else 0


def _read(content: Content) -> Iterator[Item]:
    notice = _Notice(parse_xml(content.data, "notice"))
    rows = list(notice.rows())
    limits.within_limit("rows", len(rows), limits.SHEET_CELLS // len(COLUMNS), locator=content.unit)
    yield Facts(received=_day(notice.root.find("{*}IssueDate")) or None)
    yield Grid(content.document, 0, content.unit, "notices", "", COLUMNS, COLUMNS, 0)
    for number, cells in enumerate(rows, 1):
        texts = tuple(notice.page.text(cells.get(column)) for column in COLUMNS)
        locators = tuple(notice.page.locator(cells.get(column)) for column in COLUMNS)
        yield Row(content.document, 0, number, texts, locators)
    for start, text in notice.descriptions():
        yield Passage(content.document, content.unit, 0, start, "field", text)
    known = schema("eforms")
    found = sorted(_paths(notice.root))
    dropped, left = known.dropped(found), known.left_over(found)
    if dropped:
        yield Facts(note=f"elements that name people or places left out: {len(dropped)}")
    if note := left_over_note(left):
        yield Facts(note=note)
    yield Facts(rows_in=len(rows))


def _paths(root: Any) -> set[str]:  # noqa: ANN401
    """Return the names down to every element that holds a text, joined by ``/``, without the root."""
    paths: set[str] = set()
    stack = [(child, "") for child in root if isinstance(child.tag, str)]
    while stack:
        element, above = stack.pop()
        path = f"{above}{element.tag.rpartition('}')[2]}"
        children = [(child, f"{path}/") for child in element if isinstance(child.tag, str)]
        if not children and (element.text or "").strip():
            paths.add(path)
        stack += children
    return paths


def notice_text(data: bytes) -> str:
    """Return the text of a notice in which its ``char`` locators count."""
    notice = _Notice(parse_xml(data, "notice"))
    list(notice.rows())
    list(notice.descriptions())
    return "".join(notice.page.pieces)


_Span = tuple[int, int]
_Cells = dict[str, _Span | None]


@dataclass(slots=True)
class _Page:
    """The values that are shown, one a line; each stands there once."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    held: dict[object, _Span] = field(default_factory=dict)
    texts: dict[_Span, str] = field(default_factory=dict)

    def put(self, key: object, text: str) -> _Span | None:
        """Return where a value stands, null when it is empty."""
        text = " ".join(text.split())
        if not text:
            return None
        if key not in self.held:
            span = (self.length, self.length + len(text))
            self.pieces.append(f"{text}\n")
            self.length = span[1] + 1
            self.held[key] = span
            self.texts[span] = text
        return self.held[key]

    def text(self, span: _Span | None) -> str:
        return self.texts[span] if span else ""

    def locator(self, span: _Span | None) -> str:
        start, end = span or (0, 0)
        return f"char={start},{end}"


def _day(element: Any) -> str:  # noqa: ANN401  # lxml elements have partial types
    return (element.text or "").strip()[:_DAY] if element is not None else ""


def _value(element: Any, path: str) -> str:  # noqa: ANN401
    found = element.find(path)
    return (found.text or "").strip() if found is not None else ""


class _Notice:
    """One notice: its organisations, lots, tenders and contracts by their ids."""

    def __init__(self, root: Any) -> None:  # noqa: ANN401
        self.root = root
        self.page = _Page()
        self._companies: dict[str, Any] = {}
        for organisation in root.iter("{*}Organization"):
            company = organisation.find("{*}Company")
            if company is not None and _value(organisation, "{*}NaturalPersonIndicator") != "true":
                self._companies[_value(company, "{*}PartyIdentification/{*}ID")] = company
        self._lots = {_value(lot, "{*}ID"): lot for lot in root.findall("{*}ProcurementProjectLot")}
        self._result: Any = next(root.iter("{*}NoticeResult"), None)

    def rows(self) -> Iterator[_Cells]:
        """Yield the cells of every row by column."""
        if self._result is None:
            yield from self._tenders()
            return
        tenders = {_value(one, "{*}ID"): one for one in self._result.findall("{*}LotTender")}
        shown = set()
        for contract in self._result.findall("{*}SettledContract"):
            for reference in contract.findall("{*}LotTender/{*}ID"):
                tender = tenders.get((reference.text or "").strip())
                if tender is not None:
                    shown.add((reference.text or "").strip())
                    yield self._award(tender, contract)
        for lot_result in self._result.findall("{*}LotResult"):
            code = lot_result.find("{*}TenderResultCode")
            lot = self._lots.get(_value(lot_result, "{*}TenderLot/{*}ID"))
            if code is not None and (code.text or "").strip() == _NOT_AWARDED:
                yield self._common(lot) | {"status": self._put(code)}
                continue
            for reference in lot_result.findall("{*}LotTender/{*}ID"):
                name = (reference.text or "").strip()
                # Of tenders that have no contract yet, those that a lot was given to; losing ones are listed elsewhere.
                if name in tenders and name not in shown and not self._result.findall("{*}SettledContract"):
                    shown.add(name)
                    yield self._award(tenders[name], None)

    def descriptions(self) -> Iterator[tuple[int, str]]:
        """Yield the titles and descriptions of the notice and its lots, with where each stands."""
        projects = [self._project(lot) for lot in (None, *self._lots.values())]
        for project in (one for one in projects if one is not None):
            for path in ("{*}Name", "{*}Description"):
                span = self._put(project.find(path))
                if span:
                    yield span[0], self.page.text(span)

    def _tenders(self) -> Iterator[_Cells]:
        priced = [lot for lot in self._lots.values() if self._estimate(self._project(lot)) is not None]
        for lot in priced or [None]:
            cells = self._common(lot)
            yield cells | self._money(self._estimate(self._project(lot)), "estimate")

    def _award(self, tender: Any, contract: Any) -> _Cells:  # noqa: ANN401
        cells = self._common(self._lots.get(_value(tender, "{*}TenderLot/{*}ID")))
        cells |= self._money(tender.find("{*}LegalMonetaryTotal/{*}PayableAmount"), "award")
        company = self._winner(_value(tender, "{*}TenderingParty/{*}ID"))
        if company is not None:
            cells["supplier"] = self._put(company.find("{*}PartyName/{*}Name"))
            cells["supplier_number"] = self._put(company.find("{*}PartyLegalEntity/{*}CompanyID"))
        if contract is not None:
            for column, path in (("title", "{*}Title"), ("reference", "{*}ContractReference/{*}ID")):
                cells[column] = self._put(contract.find(path)) or cells[column]
            cells["date"] = self._date(contract.find("{*}IssueDate")) or cells["date"]
        return cells

    def _winner(self, party: str) -> Any:  # noqa: ANN401
        """Return the leading company of a tendering party, the first one where none leads."""
        for one in self._result.findall("{*}TenderingParty"):
            if _value(one, "{*}ID") == party:
                tenderers = one.findall("{*}Tenderer")
                leads = [found for found in tenderers if _value(found, "{*}GroupLeadIndicator") == "true"]
                for tenderer in leads or tenderers[:1]:
                    return self._companies.get(_value(tenderer, "{*}ID"))
        return None

    def _common(self, lot: Any) -> _Cells:  # noqa: ANN401
        """Return the cells that every row of a lot (null: of the whole notice) has."""
        root, project = self.root, self._project(lot)
        main = root.find("{*}ProcurementProject")
        cells: _Cells = dict.fromkeys(COLUMNS)
        cells["notice_kind"] = self.page.put("kind", root.tag.rpartition("}")[2])
        cells["body"] = self._buyer()
        for column, path in (
            ("title", "{*}Name"),
            ("description", "{*}Description"),
            ("code", "{*}MainCommodityClassification/{*}ItemClassificationCode"),
            ("start_date", "{*}PlannedPeriod/{*}StartDate"),
            ("end_date", "{*}PlannedPeriod/{*}EndDate"),
        ):
            found = next(
                (one.find(path) for one in (project, main) if one is not None and one.find(path) is not None), None
            )
            cells[column] = self._date(found) if column.endswith("_date") else self._put(found)
        cells["procedure"] = self._put(root.find("{*}TenderingProcess/{*}ProcedureCode"))
        cells["date"] = self._date(root.find("{*}IssueDate"))
        cells["reference"] = self._put(root.find("{*}ContractFolderID")) or self._put(root.find("{*}ID"))
        return cells

    def _buyer(self) -> _Span | None:
        party = self.root.find("{*}ContractingParty/{*}Party")
        if party is None:
            return None
        company = self._companies.get(_value(party, "{*}PartyIdentification/{*}ID"))
        return self._put((party if company is None else company).find("{*}PartyName/{*}Name"))

    def _project(self, lot: Any) -> Any:  # noqa: ANN401
        return (self.root if lot is None else lot).find("{*}ProcurementProject")

    def _estimate(self, project: Any) -> Any:  # noqa: ANN401
        return None if project is None else project.find("{*}RequestedTenderTotal/{*}EstimatedOverallContractAmount")

    def _money(self, amount: Any, kind: str) -> _Cells:  # noqa: ANN401
        if amount is None:
            return {}
        currency = self.page.put(("currency", amount.get("currencyID", "")), amount.get("currencyID", ""))
        return {"amount": self._put(amount), "currency": currency, "amount_kind": self.page.put(("kind", kind), kind)}

    def _put(self, element: Any) -> _Span | None:  # noqa: ANN401
        return None if element is None else self.page.put(element, element.text or "")

    def _date(self, element: Any) -> _Span | None:  # noqa: ANN401
        return None if element is None else self.page.put(element, _day(element))


FORMAT = Format(
    name="eforms",
    media_types=("application/xml",),
    suffixes=(".xml",),
    recognises=_recognises,
    read=_read,
)
