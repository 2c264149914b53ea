"""Drafts with one planted error each, and clean ones beside them: what the linter finds, and what it says in vain.

Prints how many planted errors were found by kind, and every false alarm: an error or warning in a clean draft, or one
in a seeded draft that does not touch the planted words. Forty drafts by default; ``linter.py 2000 7`` makes 2,000 from
seed 7.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from synopticon.pipeline.drafts import check_text

PLACES = ("Northmere", "Southby", "Thurmere", "Eskwater", "Glenmarrow", "Harrowdale", "Lambrook", "Wharfgate")
GROUPS = (("councils", "council"), ("trusts", "trust"), ("colleges", "college"), ("forces", "force"))
MAKERS = ("Hikvision", "Dahua", "Uniview", "Axis")
PADDING = (
    "The letters were sent by e-mail in March 2023, and the last answer came on 9 June.",
    "Section 12 lets a body refuse where the work would take more than 18 hours.",
    "The council did not name the model of its recorders.",
    "None of the answers gave the year of installation.",
    "Buying the equipment is lawful; the list restricts exports to the maker.",
    "The contract began on 1 April 2021 and runs for five years.",
    "Prices are without VAT, which was 20 % throughout.",
    "A spokesperson for the maker said that its cameras meet every standard.",
)


@dataclass(frozen=True)
class Seeded:
    """A draft, and the words in it that are wrong; none when it is clean."""

    kind: str
    text: str
    wrong: str


def percent(part: int, whole: int) -> int:
    return int(part / whole * 100 + 0.5)


def off(share: int, rng: random.Random) -> int:
    """Return another percentage that is plainly wrong."""
    moved = share + rng.choice((-1, 1)) * rng.randint(4, 15)
    return moved if 2 < moved < 98 else share - 9 if share > 50 else share + 9


def part_and_whole(rng: random.Random) -> tuple[int, int]:
    whole = rng.randint(21, 180)
    return rng.randint(whole // 5, whole - 3), whole


def share(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    part, whole = part_and_whole(rng)
    group = rng.choice(GROUPS)[0]
    said = off(percent(part, whole), rng) if is_wrong else percent(part, whole)
    words = f"{said} {rng.choice(('%', 'per cent'))}"
    maker = rng.choice(MAKERS)
    forms = (
        f"{part} of {whole} {group} ({words}) own {maker} cameras.",
        f"Of the {whole} {group} that replied, {part} ({words}) own {maker} equipment.",
        f"{part} out of {whole} {group}, or {words}, named {maker}.",
        f"Cameras of {maker} stand in {part} of the {whole} {group} — {words}.",
        f"{words[0].upper()}{words[1:]} of the {whole} {group} ({part}) own {maker} cameras.",
        f"{part} {group}, {words} of the {whole} that replied, own {maker} cameras.",
        f"{part} of {whole} {group} own {maker} cameras. That is {words}.",
        f"{part} ({words}) of the {whole} {group} named {maker}.",
    )
    return rng.choice(forms), words


WORD_SHARES = (("half", 0.5), ("a third", 1 / 3), ("two thirds", 2 / 3), ("a quarter", 0.25), ("three quarters", 0.75))


def fraction_word(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    word, value = rng.choice(WORD_SHARES)
    whole = rng.randint(30, 120)
    true = value + rng.choice((-1, 1)) * rng.uniform(0.12, 0.2) if is_wrong else value
    part = round(whole * true)
    group = rng.choice(GROUPS)[0]
    forms = (
        f"{part} of {whole} {group}, or {word}, own such cameras.",
        f"{word[0].upper()}{word[1:]} of the {whole} {group} ({part}) own such cameras.",
        f"Such cameras stand in {word} of the {group} ({part} of {whole}).",
    )
    return rng.choice(forms), word


def majority(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    whole = rng.randint(30, 120)
    part = rng.randint(whole // 4, whole // 2 - 3) if is_wrong else rng.randint(whole // 2 + 2, whole - 2)
    group = rng.choice(GROUPS)[0]
    return f"A majority of {group} ({part} of {whole}) own such cameras.", "majority"


def total(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    parts = [rng.randint(5, 240) for _ in range(rng.randint(3, 4))]
    places = rng.sample(PLACES, len(parts))
    said = sum(parts) + (rng.choice((-1, 1)) * rng.choice((1, 2, 9, 10)) if is_wrong else 0)
    listed = [f"{part} in {place}" for part, place in zip(parts, places, strict=True)]
    spread = ", ".join(listed[:-1]) + " and " + listed[-1]
    plain = ", ".join(map(str, parts[:-1])) + f" and {parts[-1]}"
    forms = (
        f"A total of {said} cameras was found: {spread}.",
        f"There are {spread}, {said} in total.",
        f"{places[0]} and its neighbours hold {said} cameras in all: {plain}.",
        f"The sum is {' + '.join(map(str, parts))} = {said} cameras.",
        f"The {len(parts)} depots hold {said} cameras: {spread}.",
    )
    return rng.choice(forms), str(said)


def union(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    first, second = rng.randint(20, 60), rng.randint(4, 19)
    low, high = first, first + second
    said = rng.choice((high + rng.randint(1, 9), low - rng.randint(1, 9))) if is_wrong else rng.randint(low, high)
    group = rng.choice(GROUPS)[0]
    forms = (
        f"{first} {group} own Hikvision, {second} own Dahua and {said} own either.",
        f"Hikvision was named by {first} {group} and Dahua by {second}; {said} own either of them.",
        f"{first} {group} own Hikvision cameras and {second} own Dahua cameras. {said} own at least one of the two.",
    )
    return rng.choice(forms), str(said)


def sectors(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    bases = [rng.randint(40, 400) for _ in GROUPS[:3]]
    counts = [rng.randint(base * 3 // 10, base * 8 // 10) for base in bases]
    shares = [percent(count, base) for count, base in zip(counts, bases, strict=True)]
    said = percent(sum(counts), sum(bases)) + (rng.choice((-1, 1)) * rng.randint(4, 9) if is_wrong else 0)
    names = [group for group, _ in GROUPS[:3]]
    pairs = list(zip(shares, bases, names, strict=True))
    forms = (
        ", ".join(f"{s} % of {b} {n}" for s, b, n in pairs) + f" and {said} % of all {sum(bases)} bodies own them.",
        "They stand in "
        + ", ".join(f"{s} % of {n} ({b})" for s, b, n in pairs)
        + f"; overall, {said} % of the bodies own them.",
    )
    return rng.choice(forms), f"{said} %"


def whole(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    first, second = rng.randint(30, 55), rng.randint(15, 28)
    third = 100 - first - second + (rng.randint(4, 12) if is_wrong else 0)
    forms = (
        f"Spending was split: {first} % on cameras, {second} % on recorders and {third} % on installation.",
        f"{first} % of the cameras are Hikvision, {second} % are Dahua and {third} % are Axis.",
        f"{first} % said yes, {second} % said no and the remaining {third} % gave no answer.",
    )
    return rng.choice(forms), f"{third} %"


def points(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    old = rng.randint(20, 45)
    new = old + rng.randint(6, 25)
    difference, relative = new - old, percent(new - old, old)
    if is_wrong and abs(difference - relative) < 4:
        relative = difference + 9
    right = rng.choice((f"{difference} percentage points", f"{relative} %"))
    wrong = rng.choice((f"{difference} %", f"{difference + 3} percentage points"))
    said = wrong if is_wrong else right
    forms = (
        f"The share of bodies that answered rose from {old} % to {new} %, a rise of {said}.",
        f"The rate grew by {said}, from {old} % to {new} %.",
    )
    return rng.choice(forms), said


def rise(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    old = rng.randint(40, 900)
    new = old + rng.randint(old // 5, old)
    relative = percent(new - old, old)
    said = f"{off(relative, rng) if is_wrong else relative} %"
    if rng.random() < 0.4:
        word = "fell" if is_wrong else "rose"
        return f"The number of cameras {word} from {old} to {new} in two years.", f"{old} to {new}"
    return f"The number of cameras rose from {old} to {new}, an increase of {said}.", said


def factor(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    word, times = rng.choice((("doubled", 2), ("tripled", 3), ("quadrupled", 4)))
    old = rng.randint(50, 400)
    new = round(old * times * (rng.choice((0.6, 1.5)) if is_wrong else 1))
    return f"The number of cameras {word} from {old:,} to {new:,}.", word


def price(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    units = rng.randint(12, 300)
    amount = units * rng.randint(120, 400) + rng.randint(0, units)
    true = round(amount / units)
    said = true + (rng.choice((-1, 1)) * rng.randint(8, 60) if is_wrong else 0)
    place = rng.choice(PLACES)
    forms = (
        f"{place} paid £{amount:,} for {units} cameras, £{said} each.",
        f"{units} cameras cost {place} £{amount:,}, or about £{said} per camera.",
    )
    return (forms[0] if is_wrong else rng.choice(forms)), f"£{said}"


def rest(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    whole_, first, second = rng.randint(40, 90), rng.randint(15, 25), rng.randint(5, 12)
    left = whole_ - first - second + (rng.choice((-2, -1, 1, 2)) if is_wrong else 0)
    group = rng.choice(GROUPS)[0]
    forms = (
        f"Of {whole_} {group}, {first} replied in full, {second} refused and the other {left} were silent.",
        f"Of the {whole_} {group} asked, {first + second} replied and {left} did not.",
    )
    return rng.choice(forms), str(left)


def part(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    small, large = part_and_whole(rng)
    group = rng.choice(GROUPS)[0]
    top, bottom = (large, small) if is_wrong else (small, large)
    return f"{top} of the {bottom} {group} in the sample answered.", f"{top} of the {bottom}"


def no_count(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    base = rng.randint(11, 40)
    counted = rng.randint(3, base - 2) / base * 1000
    tenths = int(counted + 0.5) + (rng.randint(4, 500 // base) if is_wrong else 0)
    group = rng.choice(GROUPS)[0]
    said = f"{tenths / 10:.1f} %"
    return f"{said} of {base} {group} use face recognition.", said


def bases(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    replied = rng.randint(30, 60)
    asked = replied + rng.randint(5, 20)
    one, two = rng.randint(10, replied - 8), rng.randint(6, 9)
    group = rng.choice(GROUPS)[0]
    second = asked if is_wrong else replied
    text = (
        f"{one} of {replied} {group} ({percent(one, replied)} %) own Hikvision"
        f" and {two} of {second} ({percent(two, second)} %) own Dahua."
    )
    return text, f"{two} of {second}"


def table(rng: random.Random, *, is_wrong: bool) -> tuple[str, str]:
    """Return a legal word, the one kind that is no arithmetic."""
    word = rng.choice(("sanctioned", "illegal")) if is_wrong else "listed"
    maker = rng.choice(("Hikvision", "Dahua"))
    return f"{maker} is {word} in the United States since October 2019.", word


KINDS: dict[str, Callable[..., tuple[str, str]]] = {
    "wrong share": share,
    "fraction in words": fraction_word,
    "majority": majority,
    "total": total,
    "union": union,
    "sectors": sectors,
    "over 100 %": whole,
    "points": points,
    "rise": rise,
    "factor": factor,
    "unit price": price,
    "remainder": rest,
    "part over whole": part,
    "share that cannot be": no_count,
    "mixed bases": bases,
    "word of law": table,
}


def drafts(count: int, seed: int) -> list[Seeded]:
    """Return as many drafts, every second one with an error; the kinds take turns."""
    rng = random.Random(seed)
    kinds = list(KINDS)
    made: list[Seeded] = []
    for number in range(count):
        kind = kinds[(number // 2) % len(kinds)]
        clean = [KINDS[name](rng, is_wrong=False)[0] for name in rng.sample(kinds, 5)]
        wrong_text, wrong = KINDS[kind](rng, is_wrong=True) if number % 2 else ("", "")
        paragraphs = [f"{sentence} {rng.choice(PADDING)}" for sentence in clean]
        if wrong:
            paragraphs.insert(rng.randrange(len(paragraphs) + 1), f"{wrong_text} {rng.choice(PADDING)}")
        made.append(Seeded(kind if wrong else "clean", "\n\n".join(paragraphs), wrong_text))
    return made


def main() -> None:
    count, seed = (int(argument) for argument in (*sys.argv[1:3], *("40", "1")[len(sys.argv) - 1 :]))
    planted, found = Counter[str](), Counter[str]()
    alarms: list[str] = []
    missed: list[str] = []
    start = time.perf_counter()
    for draft in drafts(count, seed):
        hits = 0
        for finding in check_draft(draft.text):
            place = draft.text.find(draft.wrong) if draft.wrong else -1
            if place >= 0 and place <= finding[1] < place + len(draft.wrong):
                hits += 1
            else:
                around = draft.text[max(0, finding[1] - 80) : finding[1] + 80].replace("\n", " ")
                alarms.append(f"{finding[0]}: …{around}…")
        if draft.wrong:
            planted[draft.kind] += 1
            found[draft.kind] += bool(hits)
            if not hits:
                missed.append(f"{draft.kind}: {draft.wrong}")
    seconds = time.perf_counter() - start
    for kind in planted:
        print(f"{kind:22} {found[kind]:4} of {planted[kind]}")
    print(f"{sum(found.values())} of {sum(planted.values())} planted errors found, {len(alarms)} false alarms")
    print(f"{count} drafts in {seconds:.2f} s")
    for line in (*(f"missed  {line}" for line in missed[:20]), *(f"alarm   {line}" for line in alarms[:20])):
        print(line)


def check_draft(text: str) -> list[tuple[str, int]]:
    """Return the rule and the place of every error and warning."""
    return [
        (finding.rule, int(finding.locator.rpartition("char=")[2].split(",")[0]))
        for finding in check_text(text)
        if finding.severity != "note"
    ]


if __name__ == "__main__":
    main()
