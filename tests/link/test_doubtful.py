from __future__ import annotations

from synopticon.link import WITHHELD, SupplierUse, organisations_of, withhold_doubtful
from synopticon.model.records import Organisation


def organisations(*names: str, needed: tuple[str, ...] = ()) -> list[Organisation]:
    uses = [SupplierUse(name, None, "d" * 64, f"cell={row},1", 1) for row, name in enumerate(names, 2)]
    return withhold_doubtful(organisations_of([], uses, as_of="2024-05-31"), needed=needed)


def test_a_name_that_may_be_a_person_s_is_withheld_where_no_finding_needs_it() -> None:
    (one,) = organisations("Quendreth Ollivant")
    assert (one.name, one.names, one.natural_person_risk, one.occurrences) == (WITHHELD, (), True, 1)
    assert "ollivant" not in one.organisation


def test_a_name_that_a_finding_needs_is_kept() -> None:
    (one,) = organisations("Quendreth Ollivant", needed=("Quendreth Ollivant",))
    assert one.name == "Quendreth Ollivant"


def test_firms_and_institutions_are_named() -> None:
    named = organisations("Fenwick Alarms Ltd", "Northmere Grammar School", "Northmere City Council")
    assert all(one.name != WITHHELD for one in named)
