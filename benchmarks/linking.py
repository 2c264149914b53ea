"""Pairwise precision and recall of joining suppliers' spellings, on ledgers that carry company or VAT numbers.

The numbers are hidden, the suppliers joined by name, and the result held against the numbers. A pair that shares a
number and no word (a trading name, a firm bought by another) is counted apart: no name can tell it.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import combinations
from pathlib import Path

from synopticon.link import SupplierUse, organisations_of
from synopticon.text.names import analyse, common_words

FOLDER = Path(__file__).parents[1] / "../shared/data/demo/spend"
NUMBERS = ("company number", "vat reg no", "vat number", "company no", "registration number")
SUPPLIERS = ("supplier name", "supplier company name", "supplier", "vendor name", "beneficiary name")
#: A number that more names than this share is a placeholder.
MOST_NAMES = 4


def named(path: Path) -> list[tuple[str, str]]:
    """Return (name, number) for every row of a ledger that has both; empty when it has no such columns."""
    text = path.read_bytes().decode("utf-8-sig", "replace")
    rows = csv.reader(io.StringIO(text))
    header = [cell.strip().casefold() for cell in next(rows, [])]
    numbers = [at for at, name in enumerate(header) if name in NUMBERS]
    suppliers = [at for at, name in enumerate(header) if name in SUPPLIERS]
    if not numbers or not suppliers:
        return []
    pairs = [(row[suppliers[0]].strip(), row[numbers[0]].strip()) for row in rows if len(row) == len(header)]
    return [(name, number) for name, number in pairs if name and number.isdigit() and 6 < len(number) < 10]


def words(name: str) -> set[str]:
    return {token for token in analyse(name).tokens if token not in common_words()}


def score(path: Path) -> Counter[str]:
    uses = Counter(named(path))
    shared = Counter(number for _, number in set(uses))
    gold = {(name, number) for name, number in uses if shared[number] <= MOST_NAMES}
    numbers: dict[str, set[str]] = {}
    for name, number in gold:
        numbers.setdefault(name, set()).add(number)
    counts: Counter[str] = Counter()
    for name, number in gold:
        counts[name] += uses[name, number]
    made = organisations_of(
        [], [SupplierUse(name, None, "d" * 64, "", count) for name, count in counts.items()], as_of="2024-01-01"
    )
    joined = {pair for one in made for pair in combinations(sorted(one.names), 2)}
    true = {
        pair for pair in combinations(sorted(numbers), 2) if numbers[pair[0]] & numbers[pair[1]]
    }  # a few thousand names: the square is small
    by_name = {pair for pair in true if words(pair[0]) & words(pair[1])}
    return Counter(
        names=len(numbers), joined=len(joined), right=len(joined & true), true=len(true), by_name=len(by_name),
        found=len(joined & by_name),
    )  # fmt: skip


def main() -> None:
    if not FOLDER.is_dir():
        print(f"skipped: no ledgers at {FOLDER}")
        return
    total: Counter[str] = Counter()
    for path in sorted(FOLDER.glob("*.csv")):
        found = score(path)
        if found["names"]:
            total += found
            print(f"{path.name}: {dict(found)}")
    precision = total["right"] / total["joined"] if total["joined"] else 0.0
    recall = total["found"] / total["by_name"] if total["by_name"] else 0.0
    print(
        f"{total['names']} names with a number; pairs joined {total['joined']}, precision {precision:.3f}; "
        f"recall {recall:.3f} of the {total['by_name']} pairs with a word in common ({total['true']} pairs in all)"
    )


if __name__ == "__main__":
    main()
