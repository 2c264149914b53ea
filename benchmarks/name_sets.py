"""Labelled sets of names made by rule: ledger spellings with look-alikes, and names across scripts.

A set is a list of targets and of queries; a query knows its stratum and the right target, or none. Everything is
drawn from a seeded source, so a set is the same on every run.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from synopticon import reference

HERE = Path(__file__).parent
SHARED = HERE.parent / "../shared"
_FORMS = re.compile(r"(?i)[,\s]+(?:limited|ltd|plc|llp|inc|co|company|corp|corporation|llc|gmbh|s\.?a\.?)\.?$")


@dataclass(frozen=True, slots=True)
class Query:
    """A name to look up with the targets that are right, none when it has none."""

    name: str
    truth: frozenset[str]
    stratum: str


@dataclass(frozen=True, slots=True)
class NameSet:
    """Targets as id and name, and queries."""

    title: str
    targets: tuple[tuple[str, str], ...]
    queries: tuple[Query, ...]


# --- names to start from ------------------------------------------------------------------------------------------

_STEMS = (  # noqa: SIM905  # words read best so
    "Quillon Northmere Brantham Vellacott Tarnbeck Osterley Kestral Amberline Dovecourt Fennimore "
    "Gravelle Harrowgate Ivelbrook Jessamy Kelmarsh Larkhill Merridew Netherby Oakhanger Pellingham "
    "Quarrington Rosedene Stanwick Thornbury Ullesmere Vauxley Wexcombe Yarnfield Zennor Aldervale "
    "Brackenhurst Cawston Dunmallet Eversholt Farnaby Gilcrest Halbeck Inglewood Jorvik Kirkstall "
    "Lindfield Marlowe Norbreck Orrinside Penhallow Redmire Silverdene Tollgate Uplyme Verity Whinfell "
    "Axholme Bluestone Corvex Datamere Ecovane Fibrelux Gridwell Hexaline Infravue Joltech Kinetro "
    "Lumisec Metrivo Novaguard Optivane Prismatek Quantrel Rapidox Sentrexa Telvanta Univex Vantric "
    "Wavecrest "
).split()
_ONSETS = [
    "b",
    "br",
    "c",
    "cl",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "qu",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "th",
    "tr",
    "v",
    "w",
]
_NUCLEI = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "ea", "ou"]
_CODAS = ["n", "l", "r", "x", "ck", "nd", "rn", "ston", "ley", "ford", "tec", "sys", "m", "s"]
_TRADES = [
    "Electrical Services",
    "Security Systems",
    "Building Services",
    "Transport",
    "Plumbing and Heating",
    "Roofing",
    "Fire Protection",
    "Communications",
    "Software Solutions",
    "Care Homes",
    "Consulting",
    "Engineering",
    "Landscapes",
    "Recruitment",
    "Waste Management",
    "Catering",
    "Training",
    "Surveillance",
    "Highways",
    "Lighting",
    "Motor Company",
    "Property Management",
    "Traffic Management",
]
_PLACES = [
    "Leeds",
    "Manchester",
    "Bristol",
    "Scotland",
    "Wales",
    "London",
    "Birmingham",
    "Yorkshire",
    "Ireland",
    "Midlands",
]


def coined(source: random.Random) -> str:
    """Return a made-up word."""
    word = "".join(source.choice(_ONSETS) + source.choice(_NUCLEI) for _ in range(source.choice((2, 2, 3))))
    return (word + source.choice(_CODAS)).title()


def invented(count: int, source: random.Random) -> list[str]:
    """Return made-up names of firms as a register has them."""
    found: dict[str, None] = {}
    while len(found) < count:
        words = [source.choice(_STEMS) if source.random() < 0.3 else coined(source)]
        if source.random() < 0.25:
            words.append(source.choice(["&", "and"]))
            words.append(source.choice(_STEMS))
        if source.random() < 0.15:
            words.insert(
                0, source.choice("ABCDEFGHJKLMNPRSTW") + source.choice(["", " & " + source.choice("BDFHJMRT")])
            )
        if source.random() < 0.8:
            words.append(source.choice(_TRADES))
        if source.random() < 0.15:
            words.append(f"({source.choice(_PLACES)})")
        if source.random() < 0.06:
            words.append(str(source.randint(2, 40)))
        words.append(source.choice(["Limited", "Limited", "Ltd", "Limited", "PLC", "LLP", ""]))
        found[" ".join(word for word in words if word)] = None
    return list(found)


def known_names() -> list[str]:
    """Return names of the reference tables, in Latin letters."""
    names = [maker.name for maker in reference.makers()]
    names += [row.listed_name for row in reference.designations() if row.scope == "entity"]
    return [name for name in dict.fromkeys(names) if name.isascii() and len(name) > 5]


def supplier_names(limit: int) -> list[str]:
    """Return names of suppliers from ledgers beside the project, none without them."""
    found: dict[str, None] = {}
    for path in sorted((SHARED / "data/demo/spend").glob("*.csv")):
        try:
            with path.open(encoding="cp1252", newline="") as file:
                rows = csv.reader(file)
                for row in rows:
                    for cell in row:
                        text = cell.strip()
                        if _FORMS.search(text) and text.isascii() and 8 < len(text) < 60:
                            found[text] = None
        except (OSError, csv.Error, UnicodeDecodeError):
            continue
    return list(found)[:limit]


# --- ledger spellings ---------------------------------------------------------------------------------------------


def _typo(name: str, source: random.Random) -> str:
    words = re.findall(r"[A-Za-z]{5,}", _FORMS.sub("", name))
    if not words:
        return name.upper()
    word = source.choice(words)
    at = source.randrange(1, len(word) - 1)
    changed = source.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + source.choice("aeirstn") + word[at + 1 :],
        )
    )
    return name.replace(word, changed, 1)


_SLIPS = (("o", "0"), ("l", "1"), ("i", "1"), ("s", "5"), ("rn", "m"), ("m", "rn"), ("e", "c"), ("b", "6"), ("O", "0"))


def _slip(name: str, source: random.Random) -> str:
    options = [pair for pair in _SLIPS if pair[0] in name]
    if not options:
        return name
    old, new = source.choice(options)
    return name.replace(old, new, 1)


def _legal(name: str, source: random.Random) -> str:
    bare = _FORMS.sub("", name)
    return source.choice((bare, f"{bare} LTD", f"{bare} Ltd.", f"{bare} LIMITED", f"{bare}, Limited", f"{bare} Plc"))


_SHORT = {
    "services": "Svcs", "management": "Mgmt", "international": "Intl", "limited": "Ltd", "company": "Co", "and": "&",
    "engineering": "Eng", "systems": "Sys", "technology": "Tech", "technologies": "Tech", "solutions": "Solns",
    "communications": "Comms", "electrical": "Elec", "construction": "Constr", "associates": "Assoc", "group": "Grp",
}  # fmt: skip


def _shortened(name: str, _: random.Random) -> str:
    return " ".join(_SHORT.get(word.lower().strip(".,"), word) for word in name.split())


def _split(name: str, source: random.Random) -> str:
    words = re.findall(r"[A-Za-z]{8,}", _FORMS.sub("", name))
    if not words:
        return name.replace(" ", "", 1)
    word = source.choice(words)
    at = len(word) // 2
    return name.replace(word, f"{word[:at]} {word[at:]}", 1)


def _glued(name: str, _: random.Random) -> str:
    words = name.split()
    return "".join(words[:2]) + " " + " ".join(words[2:]) if len(words) > 2 else name


Change = Callable[[str, random.Random], str]
SPELLINGS: dict[str, Change] = {
    "case": lambda name, source: source.choice((name.upper(), name.lower(), name.title())),
    "form": _legal,
    "typo": _typo,
    "slip": _slip,
    "cut": lambda name, source: name.upper()[: source.randint(30, 35)],
    "trading": lambda name, source: f"{_FORMS.sub('', name)} t/a {coined(source)} {source.choice(_TRADES)}",
    "trades": lambda name, source: f"{coined(source)} {source.choice(_TRADES)} Ltd T/A {name}",
    "partner": lambda name, source: f"{name} in partnership with {coined(source)} {source.choice(_TRADES)}",
    "uk": lambda name, _: f"{_FORMS.sub('', name)} (UK) Ltd",
    "the": lambda name, _: f"The {name}",
    "code": lambda name, source: (
        f"{name.upper()} {source.choice(('', 'A/C ', '- ', '('))}{source.randint(10000, 9999999)}"
    ),
    "short": _shortened,
    "split": _split,
    "glued": _glued,
    "order": lambda name, _: f"{name.split(' ', 1)[1]}, {name.split(' ', 1)[0]}" if name.startswith("The ") else name,
}


def _words(name: str) -> list[str]:
    bare = _FORMS.sub("", _FORMS.sub("", name)).split()
    return bare[1:] if bare[0].lower() in ("the", "c/o") and len(bare) > 1 else bare


def _another_word(name: str, source: random.Random) -> str:
    bare = _words(name)
    bare[0 if len(bare[0]) > 3 or len(bare) == 1 else min(2, len(bare) - 1)] = coined(source)
    return " ".join(bare) + " Ltd"


def _added_word(name: str, source: random.Random) -> str:
    bare = _words(name)
    bare.insert(1, coined(source))
    return " ".join(bare) + " Ltd"


def _dropped_word(name: str, _: random.Random) -> str:
    bare = _words(name)
    return " ".join(bare[1:]) + " Ltd" if len(bare) > 2 and len(bare[0]) > 3 else ""


def _another_trade(name: str, source: random.Random) -> str:
    for trade in _TRADES:
        if trade in name:
            return name.replace(trade, source.choice([one for one in _TRADES if one != trade]))
    return ""


def _another_place(name: str, source: random.Random) -> str:
    for place in _PLACES:
        if place in name:
            return name.replace(place, source.choice([one for one in _PLACES if one != place]))
    return ""


def _another_number(name: str, source: random.Random) -> str:
    found = re.search(r"\b\d{1,4}\b", name)
    return name[: found.start()] + str(int(found[0]) + source.randint(1, 9)) + name[found.end() :] if found else ""


LOOK_ALIKES: dict[str, Change] = {
    "other word": _another_word,
    "word more": _added_word,
    "word less": _dropped_word,
    "other trade": _another_trade,
    "other place": _another_place,
    "other number": _another_number,
}


def ledger_set(seed: int, names: Sequence[str], title: str) -> NameSet:
    """Return half of the names as targets, spelt as ledgers do, with look-alikes, and the other half as strangers."""
    source = random.Random(seed)
    names = sorted({_key(name): name for name in sorted(names)}.values())
    source.shuffle(names)
    listed, strangers = names[: len(names) * 2 // 3], names[len(names) * 2 // 3 :]
    targets = tuple((f"t{number}", name) for number, name in enumerate(listed))
    taken = {_key(name) for name in listed}
    queries: list[Query] = []
    for identity, name in targets:
        for stratum in source.sample(sorted(SPELLINGS), 3):
            spelt = SPELLINGS[stratum](name, source)
            queries.append(Query(spelt, frozenset((identity,)), stratum))
        for stratum in source.sample(sorted(LOOK_ALIKES), 3):
            other = LOOK_ALIKES[stratum](name, source)
            if other and _key(other) not in taken:
                queries.append(Query(other, frozenset(), stratum))
    strangers = [*strangers, *supplier_names(4000)[900:]]
    queries += [Query(name.upper(), frozenset(), "stranger") for name in strangers if _key(name) not in taken]
    return NameSet(title, targets, tuple(queries))


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", _FORMS.sub("", name).lower())


# --- across scripts -----------------------------------------------------------------------------------------------


def script_sets() -> Iterable[NameSet]:
    """Return names in other scripts against Latin ones, and the other way round; a third of them are not listed."""
    with (HERE / "names_across_scripts.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    own = {_key(row["latin"]) for row in rows}
    more = [*known_names(), *invented(200, random.Random(5)), *(name for _, name in _alias_targets())]
    more = [name for name in more if not any(key in _key(name) or _key(name) in key for key in own)]
    for title, mine, other in (("native to Latin", "native", "latin"), ("Latin to native", "latin", "native")):
        listed = [row for number, row in enumerate(rows) if number % 3]
        targets = [(f"s{number}", row[other]) for number, row in enumerate(listed)]
        places = {row["latin"]: f"s{number}" for number, row in enumerate(listed)}
        targets += [(f"x{number}", name) for number, name in enumerate(more)]
        queries = [
            Query(row[mine], frozenset({places[row["latin"]]} if row["latin"] in places else ()), row["language"])
            for row in rows
        ]
        yield NameSet(title, tuple(targets), tuple(queries))


def _alias_targets() -> tuple[tuple[str, str], ...]:
    beside = alias_set()
    return beside.targets if beside is not None else ()


def alias_set() -> NameSet | None:
    """Return the aliases of listed organisations beside the project, null when they are absent."""
    folder = SHARED / "eval/screening"
    if not folder.is_dir():
        return None
    with (folder / "targets.csv").open(encoding="utf-8") as file:
        targets = tuple((row["id"], row["name"]) for row in csv.DictReader(file))
    with (folder / "queries.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    queries = tuple(Query(row["query"], frozenset(row["truth_id"].split("|")) - {""}, row["stratum"]) for row in rows)
    return NameSet("aliases of listed organisations", targets, queries)


def ledger_names(seed: int) -> list[str]:
    """Return the names that ledger sets start from: made up, of the reference tables, of ledgers beside the project."""
    return [*invented(900, random.Random(seed)), *known_names(), *supplier_names(900)]
