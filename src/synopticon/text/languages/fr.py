"""French."""
# ruff: noqa: E501  # tables of words read better in long lines

from __future__ import annotations

from decimal import Decimal

from synopticon.text.grammar import Language, words

_UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_TENS = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "quatre-vingt": 80,
    "septante": 70,
    "nonante": 90,
}


def _cardinals() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_UNITS)} | {"une": 1, "quatre-vingts": 80} | _TENS
    for ten, value in _TENS.items():
        most = 20 if value in {60, 80} else 10
        for unit in range(1, most):
            for joint in ("-", " ", " et ", "-et-"):
                words[f"{ten}{joint}{_UNITS[unit]}"] = value + unit
    return words


LANGUAGE = Language(
    code="fr",
    name="French",
    script="Latn",
    cardinals=_cardinals(),
    multipliers={
        "cent": 100, "cents": 100, "mille": 1_000, "million": 1_000_000, "millions": 1_000_000, "milliard": 1_000_000_000, "milliards": 1_000_000_000,
        "md": 1_000_000_000, "mds": 1_000_000_000, "mio": 1_000_000,
    },
    lone_multipliers=frozenset(("mille", "cent")),
    digit_suffixes={"k": 1_000, "m": 1_000_000, "md": 1_000_000_000, "mds": 1_000_000_000},
    halves=frozenset(("et demi", "et demie")),
    joiners=frozenset(("et",)),
    groups_by_dot=True,
    shares={
        "la moitié": Decimal("0.5"), "moitié": Decimal("0.5"), "un tiers": Decimal("0.3333"), "le tiers": Decimal("0.3333"), "deux tiers": Decimal("0.6667"), "les deux tiers": Decimal("0.6667"),
        "un quart": Decimal("0.25"), "le quart": Decimal("0.25"), "trois quarts": Decimal("0.75"), "les trois quarts": Decimal("0.75"), "un cinquième": Decimal("0.2"), "un dixième": Decimal("0.1"),
    },
    not_shares=words("heure siècle"),
    share_links=words("de des du"),
    percent=frozenset(("%", "pour cent", "pour-cent", "p. 100")),
    rounds={
        "une dizaine de": (10, "about"), "une douzaine de": (12, "about"), "une vingtaine de": (20, "about"), "une trentaine de": (30, "about"), "une quarantaine de": (40, "about"), "une cinquantaine de": (50, "about"),
        "une centaine de": (100, "about"), "un millier de": (1_000, "about"), "une soixantaine de": (60, "about"), "un million de": (1_000_000, "exact"), "une quinzaine de": (15, "about"), "vingtaine de": (20, "about"), "trentaine de": (30, "about"), "quarantaine de": (40, "about"), "cinquantaine de": (50, "about"), "dizaine de": (10, "about"), "centaine de": (100, "about"), "millier de": (1_000, "about"),
    },
    vague={
        "des dizaines": 10, "des centaines": 100, "des milliers": 1_000, "dizaines": 10, "centaines": 100, "milliers": 1_000, "plusieurs": None, "plusieurs centaines": 100, "plusieurs dizaines": 10, "plusieurs milliers": 1_000,
        "dizaines de milliers": 10_000, "centaines de milliers": 100_000, "un certain nombre de": None, "quelques": None, "des millions": 1_000_000,
    },
    before={
        "au moins": "at_least", "au minimum": "at_least", "un minimum de": "at_least", "pas moins de": "at_least", "à partir de": "at_least", "au plus": "at_most", "jusqu'à": "at_most", "au maximum": "at_most",
        "un maximum de": "at_most", "pas plus de": "at_most", "n'excédant pas": "at_most", "plus de": "over", "plus d'": "over", "supérieur à": "over", "au-delà de": "over", "dépasse": "over", "dépassant": "over", "moins de": "under", "inférieur à": "under",
        "environ": "about", "près de": "about", "quelque": "about", "à peu près": "about", "autour de": "about", "presque": "about", "approximativement": "about", "de l'ordre de": "about", "env.": "about", "quelques": "about", "aux alentours de": "about",
    },
    after={"au moins": "at_least", "au minimum": "at_least", "minimum": "at_least", "ou plus": "at_least", "au plus": "at_most", "au maximum": "at_most", "maximum": "at_most", "environ": "about", "+": "at_least", "ou moins": "at_most"},
    range_openers=frozenset(("entre", "de")),
    range_joiners=frozenset(("et", "à", "ou", "-", "–", "—")),
    changes=("passé", "passe", "augment", "baiss", "grimp", "chut", "progress"),
    part_of=frozenset(("sur", "sur les", "des", "parmi les", "parmi", "sur un total de")),
    months={
        "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "janv.": 1, "févr.": 2, "sept.": 9, "oct.": 10, "nov.": 11, "déc.": 12, "aout": 8, "fevrier": 2, "decembre": 12,
    },
    doubtful_months=words("mars mai"),
    year_words=words("en depuis dès fin début année années l'année an exercice courant vers avant après jusqu'en de d'ici mi printemps été automne hiver janvier"),
    currencies={
        "€": "EUR", "£": "GBP", "$": "USD", "¥": "CNY", "euro": "EUR", "euros": "EUR", "d'euros": "EUR", "dollars": "USD", "dollar": "USD", "de dollars": "USD", "livres": "GBP", "livres sterling": "GBP", "francs suisses": "CHF", "francs": "CHF", "yuans": "CNY", "dirhams": "MAD", "dinars": "DZD",
        "d’euros": "EUR", "euros ht": "EUR", "euros ttc": "EUR",
    },
    durations={
        "an": "years", "ans": "years", "année": "years", "années": "years", "mois": "months", "semaine": "weeks", "semaines": "weeks", "jour": "days", "jours": "days", "jours ouvrés": "working days", "jours ouvrables": "working days", "heure": "hours", "heures": "hours", "minutes": "minutes", "minute": "minutes", "secondes": "seconds",
    },
    ordinals={"premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5},
    superlatives=frozenset(("plus",)),
    name_heads=words("article articles art art. section n° no no. numéro page p. annexe annexes chapitre alinéa lot lots rue route décret loi arrêté directive règlement question version tél tél. téléphone fax réf réf. référence facture marché devis siret siren rcs ligne salle bâtiment étage niveau phase tome figure tableau windows"),
    name_tails=words("mots lecture commentaires"),
    count_nouns=words("personnes communes villes mairies écoles entreprises sociétés agents habitants policiers pays sites lieux points appareils équipements dispositifs systèmes unités véhicules collectivités départements"),
    unit_stops=words("et ou ni mais à au aux en dans sur sous avec sans pour par est sont était étaient a ont été être qui que dont où si depuis avant après pendant entre selon y compris soit ainsi contre chez vers le la les un une ce cette ces il elle ils nous vous je on se ne pas plus moins installées installés achetées"),
    unit_fillers=words("de d' des du autres nouvelles nouveaux x"),
    bare_heads=words("appelez appeler composez composer dossier délibération rapport contrat requête demande affaire motion"),
    clock_words=words("à de dès jusqu'à avant après vers entre"),
    ratio_words=frozenset(("sur",)),
    spans={
        **{f"un {unit} et demi": (Decimal("1.5"), name) for unit, name in (("an", "years"), ("mois", "months"), ("jour", "days"))},
        **{f"d'un {unit} et demi": (Decimal("1.5"), name) for unit, name in (("an", "years"), ("mois", "months"), ("jour", "days"))},
        "une année et demie": (Decimal("1.5"), "years"), "une heure et demie": (Decimal("1.5"), "hours"), "une semaine et demie": (Decimal("1.5"), "weeks"),
    },
    abbreviations=words("m mm mme mlle dr art p pp n° no tél réf env janv févr sept oct nov déc av bd cf etc ex"),
)  # fmt: skip
