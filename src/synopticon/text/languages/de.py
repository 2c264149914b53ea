"""German."""
# ruff: noqa: E501  # tables of words read better in long lines

from __future__ import annotations

from decimal import Decimal

from synopticon.text.grammar import Language, words

_UNITS = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def _below_hundred() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_UNITS)} | {"eins": 1, "eine": 1, "einen": 1, "zwo": 2}
    for place, ten in enumerate(_TENS, start=2):
        words[ten] = place * 10
        words |= {f"{_UNITS[unit]}und{ten}": place * 10 + unit for unit in range(1, 10)}
    return words


def _cardinals() -> dict[str, int]:
    small = _below_hundred()
    words = dict(small)
    for unit in range(1, 10):
        for head in (f"{_UNITS[unit]}hundert", "hundert") if unit == 1 else (f"{_UNITS[unit]}hundert",):
            words[head] = unit * 100
            words |= {head + word: unit * 100 + value for word, value in small.items() if value}
    for unit in range(1, 13):
        words[f"{_UNITS[unit]}tausend"] = unit * 1_000
    return words


LANGUAGE = Language(
    code="de",
    name="German",
    script="Latn",
    cardinals=_cardinals(),
    multipliers={"tausend": 1_000, "million": 1_000_000, "millionen": 1_000_000, "mio": 1_000_000, "mio.": 1_000_000, "milliarde": 1_000_000_000, "milliarden": 1_000_000_000, "mrd": 1_000_000_000, "mrd.": 1_000_000_000},
    lone_multipliers=frozenset(("tausend",)),
    digit_suffixes={"k": 1_000, "mio": 1_000_000, "mrd": 1_000_000_000},
    joiners=frozenset(("und",)),
    groups_by_dot=True,
    shares={"die hälfte": Decimal("0.5"), "hälfte": Decimal("0.5"), "ein drittel": Decimal("0.3333"), "zwei drittel": Decimal("0.6667"), "ein viertel": Decimal("0.25"), "drei viertel": Decimal("0.75"), "ein fünftel": Decimal("0.2"), "ein zehntel": Decimal("0.1")},
    share_links=words("der des von aller dieser"),
    percent=frozenset(("%", "prozent", "v. h.")),
    rounds={"ein dutzend": (12, "exact"), "ein halbes dutzend": (6, "exact"), "eine halbe million": (500_000, "exact"), "ein paar": (2, "about")},
    vague={"hunderte": 100, "tausende": 1_000, "dutzende": 12, "zehntausende": 10_000, "hunderttausende": 100_000, "mehrere": None, "mehrere hundert": 100, "mehrere tausend": 1_000, "einige": None, "zahlreiche": None, "eine reihe von": None, "hunderten": 100, "tausenden": 1_000},
    before={
        "mindestens": "at_least", "wenigstens": "at_least", "zumindest": "at_least", "nicht weniger als": "at_least", "minimal": "at_least", "ab": "at_least?", "höchstens": "at_most", "maximal": "at_most", "bis zu": "at_most", "nicht mehr als": "at_most",
        "mehr als": "over", "über": "over", "gut": "over", "weniger als": "under", "unter": "under", "knapp": "about", "etwa": "about", "rund": "about", "circa": "about", "ca.": "about", "ca": "about", "ungefähr": "about", "fast": "about", "an die": "about", "schätzungsweise": "about", "gegen": "about", "zirka": "about", "nahezu": "about", "beinahe": "about",
    },
    after={"oder mehr": "at_least", "mindestens": "at_least", "und mehr": "at_least", "oder weniger": "at_most", "maximal": "at_most", "ungefähr": "about", "+": "at_least"},
    range_openers=frozenset(("zwischen", "von")),
    range_joiners=frozenset(("und", "bis", "oder", "-", "–", "—")),
    changes=("stieg", "steig", "sank", "sink", "wuchs", "erhöh", "fiel"),
    part_of=frozenset(("von", "der", "von den", "der insgesamt", "aus", "von insgesamt")),
    months={"januar": 1, "jänner": 1, "februar": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7, "august": 8, "september": 9, "oktober": 10, "november": 11, "dezember": 12, "jan.": 1, "feb.": 2, "aug.": 8, "sept.": 9, "okt.": 10, "nov.": 11, "dez.": 12},
    year_words=words("in im seit jahr jahre jahres ab bis anfang ende mitte vor nach von des haushaltsjahr frühjahr sommer herbst winter"),
    currencies={"€": "EUR", "£": "GBP", "$": "USD", "¥": "CNY", "euro": "EUR", "dollar": "USD", "us-dollar": "USD", "pfund": "GBP", "britische pfund": "GBP", "franken": "CHF", "schweizer franken": "CHF", "yuan": "CNY", "kronen": "SEK"},
    durations={"jahr": "years", "jahre": "years", "jahren": "years", "monat": "months", "monate": "months", "monaten": "months", "woche": "weeks", "wochen": "weeks", "tag": "days", "tage": "days", "tagen": "days", "werktage": "working days", "werktagen": "working days", "arbeitstage": "working days", "stunde": "hours", "stunden": "hours", "minuten": "minutes", "sekunden": "seconds"},
    ordinals={"erste": 1, "zweite": 2, "dritte": 3, "vierte": 4},
    superlatives=words("größte größter größten wichtigste"),
    name_heads=words("artikel art. paragraph § absatz abs abs. nr nr. nummer seite s. anlage anhang kapitel gesetz richtlinie verordnung frage los lose straße tel tel. telefon fax az az. aktenzeichen rechnung auftrag bestellung version raum gebäude etage phase abbildung tabelle windows ziffer"),
    name_tails=words("wörter lesezeit kommentare"),
    count_nouns=words("personen gemeinden städte kommunen behörden schulen unternehmen firmen menschen einwohner polizisten länder staaten standorte orte geräte anlagen systeme einheiten fahrzeuge kameras beamte mitarbeiter stück videokameras überwachungskameras"),
    unit_stops=words("und oder aber in im an am auf mit ohne für bei ist sind war waren hat haben wurde wurden worden werden die der das dem den ein eine seit vor nach während zwischen laut gegen aus zu zum zur nicht mehr weniger dass wenn wie im installiert gekauft"),
    unit_fillers=words("der von weitere neue weiteren neuen x stk stück"),
    clock_words=words("um ab bis von gegen vor nach zwischen"),
    ratio_words=frozenset(("von je", "von jeweils")),
    spans={
        **{f"{head} {unit}": (Decimal("1.5"), name) for head in ("anderthalb", "eineinhalb") for unit, name in (("Jahre", "years"), ("Jahren", "years"), ("Monate", "months"), ("Monaten", "months"), ("Stunden", "hours"), ("Wochen", "weeks"))},
    },
    abbreviations=words("nr abs art s bzw z.b ca dr prof str tel az evtl ggf inkl zzgl usw mio mrd vgl jan feb aug sept okt nov dez"),
)  # fmt: skip
