"""The strict reader of the tables of facts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from synopticon.errors import PluginError
from synopticon.reference._read import read_rows


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    since: str | None
    words: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    is_big: bool


HEAD = "name,since,words,pairs,is_big\n"


def rows(text: str) -> list[Row]:
    return list(read_rows("made_up.csv", text, Row, dates=("since",)))


def test_a_row_becomes_a_record_with_lists_pairs_and_nulls() -> None:
    assert rows(HEAD + 'North,2019-10,a|b,"en:x|ar:y:z",true\nSouth,,,,false\n') == [
        Row("North", "2019-10", ("a", "b"), (("en", "x"), ("ar", "y:z")), True),
        Row("South", None, (), (), False),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,since,words,pairs\nN,,,\n", "missing: is_big"),
        ("name,since,words,pairs,is_big,more\nN,,,,true,x\n", "unknown: more"),
        ("since,name,words,pairs,is_big\n,N,,,true\n", "in the order"),
        ("", "missing: name"),
        (HEAD + "N,,,true\n", "found 4 in made_up.csv line 2"),
        (HEAD + "N,,,,true\n,,,,true\n", "empty cell in column name, made_up.csv line 3"),
        (HEAD + "N,2019-02-30,,,true\n", "found '2019-02-30' in column since, made_up.csv line 2"),
        (HEAD + "N,19-02-03,,,true\n", "ISO date"),
        (HEAD + "N,2019-13,,,true\n", "ISO date"),
        (HEAD + "N,,,,yes\n", "true or false"),
        (HEAD + "N ,,,,true\n", "no space around"),
        (HEAD + "N,,,half,true\n", "key:value"),
        (HEAD + 'N,,"open,,true\n', "made_up.csv line"),
    ],
)
def test_a_slip_is_an_error_that_says_where(text: str, told: str) -> None:
    with pytest.raises(PluginError, match=told.replace("(", r"\(")):
        rows(text)
