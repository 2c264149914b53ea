"""Published figures of the field recomputed from their numerators and bases, beside the verdict of who collected them.

The table is kept beside the project; without it the script says so and ends. A row agrees when the share that is
recomputed is the table's, and when the share as it was published gives the table's verdict: right, or wrong.
"""

from __future__ import annotations

import csv
import re
import sys
from decimal import Decimal
from pathlib import Path

from synopticon.figures.recompute import check_share

TABLE = Path(__file__).parents[1] / "../shared/reference/headline_figures.csv"
PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s?%")
WORDS = {"half": "50 %", "two-thirds": "66.7 %", "two thirds": "66.7 %", "a third": "33.3 %"}
#: Verdicts of the table on a share that does not follow from its numbers.
WRONG = ("misquote", "inconsistent")


def published_shares(text: str) -> list[str]:
    """Return the shares among the published words, fractions in words as percentages."""
    return [f"{number} %" for number in PERCENT.findall(text)] + [
        share for word, share in WORDS.items() if word in text.lower()
    ]


def main() -> None:
    if not TABLE.is_file():
        sys.exit(f"skipped: the table of published figures is not at {TABLE}")
    rows = [row for row in csv.DictReader(TABLE.open(encoding="utf-8")) if row["numerator"] and row["denominator"]]
    agreed = 0
    for row in rows:
        agrees, told = verdict(row)
        agreed += agrees
        print(f"{'agrees ' if agrees else 'DIFFERS'} {row['id']}  {told}  | table: {row['check'] or '-'}")
    print(f"{agreed} of {len(rows)} rows with numerator and base agree")
    sys.exit(0 if agreed == len(rows) else 1)


def verdict(row: dict[str, str]) -> tuple[bool, str]:
    """Return whether we agree with a row, and what we say of it."""
    top, bottom = Decimal(row["numerator"]), Decimal(row["denominator"])
    stated = Decimal(row["recomputed_value"])
    places = len(row["recomputed_value"].partition(".")[2])
    is_share = top <= bottom
    value = (top / bottom * (100 if is_share else 1)).quantize(Decimal(1).scaleb(-places))
    numbers = f"{top}/{bottom} = {value}{' %' if is_share else ''} (table {stated})"
    shares = published_shares(row["published"]) if is_share else []
    if not shares:
        return value == stated, f"{numbers}, no share published"
    right = [share for share in shares if check_share(top, bottom, share).matches or is_word_near(share, value)]
    is_wrong = any(word in row["check"].lower() for word in WRONG)
    told = f"published {right[0]}: right" if right else f"published {', '.join(shares)}: wrong"
    return value == stated and bool(right) != is_wrong, f"{numbers}, {told}"


def is_word_near(share: str, value: Decimal) -> bool:
    """Tell whether a fraction in words stands for the share, within five points as language has it."""
    return share in WORDS.values() and abs(Decimal(share[:-2]) - value) <= 5


if __name__ == "__main__":
    main()
