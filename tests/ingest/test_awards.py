"""US federal awards: three kinds of money apart, newest modification, persons dropped, every column accounted for."""

from __future__ import annotations

import csv
import io

from synopticon.ingest import Facts, read_document
from synopticon.ingest.schema import schema
from synopticon.model.locator import is_locator
from synopticon.model.records import Grid, Row, SetAside

HEADER = [
    "contract_transaction_unique_key",
    "contract_award_unique_key",
    "award_id_piid",
    "modification_number",
    "correction_delete_ind",
    "federal_action_obligation",
    "current_total_value_of_award",
    "potential_total_value_of_award",
    "action_date",
    "last_modified_date",
    "awarding_agency_name",
    "awarding_sub_agency_name",
    "recipient_name",
    "recipient_parent_name",
    "recipient_address_line_1",
    "recipient_phone_number",
    "sole_proprietorship",
    "transaction_description",
    "prime_award_base_transaction_description",
    "product_or_service_code",
    "product_or_service_code_description",
    "highly_compensated_officer_1_name",
    "highly_compensated_officer_1_amount",
    "award_type",
    "1862_land_grant_college",
]
BASE = dict.fromkeys(HEADER, "") | {
    "contract_award_unique_key": "CONT_AWD_1",
    "award_id_piid": "NM0001",
    "awarding_agency_name": "Department of Moor and Shore",
    "awarding_sub_agency_name": "Office of Lights",
    "recipient_name": "OSPREY GATE LLC",
    "recipient_parent_name": "LARKFOLD HOLDINGS INC.",
    "recipient_address_line_1": "1 PIER ROAD",
    "recipient_phone_number": "5550100",
    "sole_proprietorship": "f",
    "prime_award_base_transaction_description": "28 HIKVISION CCTV CAMERAS",
    "product_or_service_code": "6350",
    "highly_compensated_officer_1_name": "ADA VALE",
    "highly_compensated_officer_1_amount": "999999.00",
    "award_type": "DEFINITIVE CONTRACT",
}
ACTIONS = [
    {"contract_transaction_unique_key": "t0", "modification_number": "0", "federal_action_obligation": "10000.00", "current_total_value_of_award": "10000.00", "potential_total_value_of_award": "50000.00", "action_date": "2020-01-10", "transaction_description": "28 HIKVISION CCTV CAMERAS"},
    {"contract_transaction_unique_key": "t2", "modification_number": "P00010", "federal_action_obligation": "-2500.00", "current_total_value_of_award": "12500.00", "potential_total_value_of_award": "50000.00", "action_date": "2020-06-01", "transaction_description": "DEOBLIGATE FUNDS"},
    {"contract_transaction_unique_key": "t1", "modification_number": "P00009", "federal_action_obligation": "5000.00", "current_total_value_of_award": "15000.00", "potential_total_value_of_award": "60000.00", "action_date": "2020-06-01", "transaction_description": "EXERCISE OPTION"},
]  # fmt: skip


def table(actions, header=HEADER):
    sink = io.StringIO(newline="")
    writer = csv.DictWriter(sink, header, extrasaction="ignore", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows([BASE | action for action in actions])
    return sink.getvalue().encode()


def read(actions, header=HEADER):
    found = list(read_document(table(actions, header), document="d", name="x.csv", source_kind="notices"))
    grids: list[tuple[Grid, list[Row]]] = []
    for item in found:
        if isinstance(item, Grid):
            grids.append((item, []))
        elif isinstance(item, Row):
            grids[-1][1].append(item)
    return grids, found


def column(grid, rows, field):
    at = grid.fields.index(field)
    return [row.cells[at] for row in rows]


def notes(found):
    return " | ".join(item.note for item in found if isinstance(item, Facts) and item.note)


def test_obligations_have_a_row_per_action_and_sum_with_what_was_taken_back():
    grids, _ = read(ACTIONS)
    grid, rows = grids[0]
    assert grid.kind == "notices"
    assert column(grid, rows, "amount") == ["10000.00", "-2500.00", "5000.00"]
    assert set(column(grid, rows, "amount_kind")) == {"obligation"}
    assert sum(map(float, column(grid, rows, "amount"))) == 12500


def test_values_and_ceilings_come_from_the_newest_modification_and_in_tables_of_their_own():
    grids, _ = read(ACTIONS)
    assert [grid.title.split(" ")[0] for grid, _ in grids] == ["obligated", "value", "ceiling"]
    (values, value_rows), (ceilings, ceiling_rows) = grids[1:]
    assert column(values, value_rows, "amount") == ["12500.00"]
    assert column(values, value_rows, "amount_kind") == ["award"]
    assert [row.row for row in value_rows] == [3]
    assert column(ceilings, ceiling_rows, "amount") == ["50000.00"]
    assert column(ceilings, ceiling_rows, "amount_kind") == ["ceiling"]


def test_every_cell_stands_where_its_locator_says():
    data = list(csv.reader(io.StringIO(table(ACTIONS).decode())))
    for grid, rows in read(ACTIONS)[0]:
        for row in rows:
            assert all(map(is_locator, row.locators))
            for field, text, place in zip(grid.fields, row.cells, row.locators, strict=True):
                if text and field not in {"currency", "amount_kind"}:
                    number, at = map(int, place.removeprefix("cell=").split(","))
                    assert data[number - 1][at - 1] == text


def test_what_is_bought_is_said_once_for_all_rows_of_an_award():
    grids, _ = read(ACTIONS)
    title = grids[0][0].fields.index("title")
    places = {row.locators[title] for _, rows in grids for row in rows}
    assert places == {f"cell=2,{HEADER.index('prime_award_base_transaction_description') + 1}"}
    description = grids[0][0].fields.index("description")
    assert [row.cells[description] for row in grids[0][1]] == ["", "DEOBLIGATE FUNDS", "EXERCISE OPTION"]


def test_officers_addresses_and_telephones_never_come_out():
    _, found = read(ACTIONS)
    text = repr(found)
    assert all(word not in text for word in ("ADA VALE", "999999", "PIER ROAD", "5550100"))
    assert "highly_compensated_officer_1_name" in notes(found)


def test_a_sole_proprietor_has_no_name():
    grids, found = read([ACTIONS[0] | {"sole_proprietorship": "t", "recipient_name": "BEN THORPE"}])
    assert "BEN THORPE" not in repr(grids)
    assert "1 rows of sole proprietors" in notes(found)


def test_the_parent_of_a_recipient_is_held_against_lists_too():
    grid, rows = read(ACTIONS)[0][0]
    names = [[row.cells[at] for at, field in enumerate(grid.fields) if field == "supplier"] for row in rows[:1]]
    assert names == [["OSPREY GATE LLC", "LARKFOLD HOLDINGS INC."]]
    _, own = read([ACTIONS[0] | {"recipient_parent_name": "Osprey Gate LLC"}])[0][0]
    assert [text for text in own[0].cells if "sprey" in text.lower()] == ["OSPREY GATE LLC"]


def test_repeated_and_withdrawn_actions_are_set_aside_and_counted():
    gone = ACTIONS[2] | {"correction_delete_ind": "D", "contract_transaction_unique_key": "t9"}
    grids, found = read([*ACTIONS, ACTIONS[0], gone])
    aside = [(item.locator, item.reason) for item in found if isinstance(item, SetAside)]
    assert aside == [("row=5", "repeated row"), ("row=6", "withdrawn by its publisher")]
    rows = sum(len(rows) for _, rows in grids)
    assert [item.rows_in for item in found if isinstance(item, Facts) and item.rows_in is not None] == [rows + 2]


def test_a_column_that_nobody_knows_is_reported():
    _, found = read(ACTIONS, [*HEADER, "colour_of_the_door"])
    assert "fields not used: colour_of_the_door" in notes(found)
    assert "fields not used" not in notes(read(ACTIONS)[1])


def test_a_table_of_whole_awards_gives_what_was_obligated_in_all():
    header = ["contract_award_unique_key", "award_id_piid", "total_obligated_amount", "current_total_value_of_award", "award_base_action_date", "awarding_agency_name", "recipient_name", "prime_award_base_transaction_description"]  # fmt: skip
    award = {
        "total_obligated_amount": "9",
        "current_total_value_of_award": "10",
        "award_base_action_date": "2020-01-10",
    }
    grids, _ = read([award], header)
    assert [(column(grid, rows, "amount"), column(grid, rows, "date")) for grid, rows in grids] == [
        (["9"], ["2020-01-10"]),
        (["10"], ["2020-01-10"]),
    ]


def test_the_schema_has_a_reason_for_all_that_it_leaves_out():
    uses = schema("usaspending").uses
    assert {use.use for use in uses} == {"used", "ignored", "person"}
    assert all(bool(use.field) == (use.use == "used") and bool(use.reason) == (use.use != "used") for use in uses)
    assert len({use.path for use in uses}) == len(uses)
