"""Notices of Contracts Finder as CSV: awards before estimates, names of suppliers without their addresses."""

from __future__ import annotations

import csv
import io

from synopticon.ingest import Facts, read_document
from synopticon.model.records import Claim, Grid, Row
from synopticon.read.documents import read_document as claims_of

HEADER = (
    "Notice Identifier,Notice Type,Organisation Name,Status,Published Date,Title,Description,Postcode,Region,Cpv Codes,Contact Name,"
    "Contact Email,Contact Town,Start Date,End Date,Value Low,Value High,Awarded Date,Awarded Value,"
    "Supplier [Name|Address|Ref type|Ref Number|Is SME|Is VCSE],OJEU Procedure Type"
)  # fmt: skip
AWARD = {
    "Notice Identifier": "N-1",
    "Notice Type": "Contract",
    "Organisation Name": "Northmere Council",
    "Status": "Awarded",
    "Published Date": "2021-02-01T00:00:00Z",
    "Title": "Hikvision CCTV cameras",
    "Postcode": "NM1 1AA",
    "Cpv Codes": "35125300",
    "Contact Name": "Ada Vale",
    "Contact Email": "ada@northmere.example",
    "Contact Town": "Northmere",
    "Value Low": "1000",
    "Value High": "9000",
    "Awarded Date": "2021-03-01",
    "Awarded Value": "5000",
    "Supplier [Name|Address|Ref type|Ref Number|Is SME|Is VCSE]": "[Osprey Gate Ltd|1 Pier Road|COMPANIES_HOUSE|01234567|Yes|No]",
}


def read(*notices, header=HEADER):
    sink = io.StringIO(newline="")
    writer = csv.DictWriter(sink, header.split(","), restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(notices)
    found = list(read_document(sink.getvalue().encode(), document="d", name="x.csv", source_kind="notices"))
    grid = next(item for item in found if isinstance(item, Grid))
    rows = [item for item in found if isinstance(item, Row)]
    return [dict(zip(grid.fields, row.cells, strict=True)) for row in rows], found


def test_an_award_is_shown_before_its_estimate_and_with_its_own_day():
    tender = AWARD | {"Notice Identifier": "N-2", "Awarded Value": "", "Awarded Date": "", "Status": "Open"}
    rows, _ = read(AWARD, tender)
    assert [(row["amount"], row["amount_kind"], row["date"], row["currency"]) for row in rows] == [
        ("5000", "award", "2021-03-01", "GBP"),
        ("9000", "ceiling", "2021-02-01T00:00:00Z", "GBP"),
    ]


def test_a_supplier_is_its_name_at_its_place_in_the_cell():
    several = AWARD | {
        "Supplier [Name|Address|Ref type|Ref Number|Is SME|Is VCSE]": "[Osprey|1 Pier Road|NONE||No|No][Larkfold|2 Quay|NONE||No|No]"
    }
    odd = AWARD | {"Supplier [Name|Address|Ref type|Ref Number|Is SME|Is VCSE]": "Osprey|1 Pier Road"}
    rows, found = read(AWARD, several, odd)
    assert [row["supplier"] for row in rows] == ["Osprey Gate Ltd", "Osprey; Larkfold", ""]
    first = next(item for item in found if isinstance(item, Row))
    assert first.locators[1] == "cell=2,20;char=1,16"
    assert "Pier Road" not in repr(found)


def test_contacts_never_come_out_and_all_columns_are_accounted_for():
    _, found = read(AWARD)
    notes = " | ".join(item.note or "" for item in found if isinstance(item, Facts))
    assert "Ada" not in repr(found)
    assert "NM1 1AA" not in repr(found)
    assert "Contact Name, Contact Email" in notes
    assert "fields not used" not in notes
    _, found = read(AWARD, header=HEADER + ",Door Colour")
    assert any("fields not used: Door Colour" in (item.note or "") for item in found if isinstance(item, Facts))


def test_the_claims_of_a_notice_hold_the_award():
    _, found = read(AWARD)
    grid = next(item for item in found if isinstance(item, Grid))
    rows = [item for item in found if isinstance(item, Row)]
    claims = [item for item in claims_of(document="d", body=None, source_kind="notices", received=None, language="en", passages=[], tables=[(grid, rows)]) if isinstance(item, Claim)]  # fmt: skip
    money = [claim for claim in claims if claim.amount is not None]
    assert [(str(claim.amount), claim.amount_kind, claim.currency, claim.supplier) for claim in money] == [
        ("5000", "award", "GBP", "Osprey Gate Ltd")
    ]
