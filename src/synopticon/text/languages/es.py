"""Spanish."""
# ruff: noqa: E501  # tables of words read better in long lines

from __future__ import annotations

from decimal import Decimal

from synopticon.text.grammar import Language, words

_UNITS = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno "
    "veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_HUNDREDS = {
    "doscient": 200,
    "trescient": 300,
    "cuatrocient": 400,
    "quinient": 500,
    "seiscient": 600,
    "setecient": 700,
    "ochocient": 800,
    "novecient": 900,
}

LANGUAGE = Language(
    code="es",
    name="Spanish",
    script="Latn",
    cardinals={
        **{word: value for value, word in enumerate(_UNITS.split())},
        **{word: value * 10 for value, word in enumerate(["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"], start=3)},
        **{stem + end: value for stem, value in _HUNDREDS.items() for end in ("os", "as")},
        "un": 1, "una": 1, "veintiún": 21, "veintiuna": 21, "ciento": 100,
    },
    multipliers={"cien": 100, "mil": 1_000, "millón": 1_000_000, "millones": 1_000_000, "billón": 1_000_000_000_000, "billones": 1_000_000_000_000},
    lone_multipliers=frozenset(("mil", "cien")),
    digit_suffixes={"k": 1_000, "m": 1_000_000},
    halves=frozenset(("y medio", "y media")),
    joiners=frozenset(("y",)),
    joins_tens=True,
    groups_by_dot=True,
    shares={
        "la mitad": Decimal("0.5"), "mitad": Decimal("0.5"), "un tercio": Decimal("0.3333"), "dos tercios": Decimal("0.6667"), "un cuarto": Decimal("0.25"), "tres cuartos": Decimal("0.75"), "tres cuartas partes": Decimal("0.75"),
        "dos terceras partes": Decimal("0.6667"), "una cuarta parte": Decimal("0.25"), "una tercera parte": Decimal("0.3333"), "un quinto": Decimal("0.2"), "una décima parte": Decimal("0.1"),
    },
    share_links=words("de del"),
    percent=frozenset(("%", "por ciento", "por cien")),
    rounds={"una docena de": (12, "exact"), "media docena de": (6, "exact"), "una decena de": (10, "about"), "una veintena de": (20, "about"), "un centenar de": (100, "about"), "un millar de": (1_000, "about"), "medio millón de": (500_000, "exact"), "un par de": (2, "about")},
    vague={"cientos": 100, "miles": 1_000, "decenas": 10, "decenas de miles": 10_000, "cientos de miles": 100_000, "centenares": 100, "varios": None, "varias": None, "varios cientos": 100, "varios miles": 1_000, "millones de": 1_000_000, "un número de": None, "algunas": None},
    before={
        "al menos": "at_least", "por lo menos": "at_least", "como mínimo": "at_least", "un mínimo de": "at_least", "no menos de": "at_least", "a partir de": "at_least", "como máximo": "at_most", "hasta": "at_most", "un máximo de": "at_most", "no más de": "at_most", "a lo sumo": "at_most",
        "más de": "over", "superior a": "over", "supera los": "over", "superan las": "over", "por encima de": "over", "menos de": "under", "inferior a": "under", "por debajo de": "under",
        "unos": "about", "unas": "about", "alrededor de": "about", "cerca de": "about", "aproximadamente": "about", "casi": "about", "en torno a": "about", "aprox.": "about", "aproximadamente unas": "about", "cerca de los": "about",
    },
    after={"como mínimo": "at_least", "al menos": "at_least", "o más": "at_least", "como máximo": "at_most", "o menos": "at_most", "aproximadamente": "about", "aprox.": "about", "+": "at_least"},
    range_openers=frozenset(("entre", "de")),
    range_joiners=frozenset(("y", "a", "o", "-", "–", "—")),
    changes=("pas", "aument", "baj", "sub", "crec", "disminu", "reduj"),
    part_of=frozenset(("de los", "de las", "de un total de", "de entre")),
    months={"enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12},
    year_words=words("en desde año años hasta de del durante finales principios mediados antes después ejercicio curso"),
    currencies={"€": "EUR", "£": "GBP", "$": "USD", "¥": "CNY", "euro": "EUR", "euros": "EUR", "de euros": "EUR", "dólares": "USD", "dólar": "USD", "de dólares": "USD", "libras": "GBP", "libras esterlinas": "GBP", "de libras": "GBP", "yuanes": "CNY", "pesos": "MXN", "reales": "BRL"},
    durations={"año": "years", "años": "years", "mes": "months", "meses": "months", "semana": "weeks", "semanas": "weeks", "día": "days", "días": "days", "días hábiles": "working days", "días laborables": "working days", "hora": "hours", "horas": "hours", "minutos": "minutes", "segundos": "seconds", "minuto": "minutes"},
    ordinals={"primer": 1, "primera": 1, "segundo": 2, "segunda": 2, "tercer": 3, "tercera": 3, "cuarto": 4, "cuarta": 4},
    superlatives=words("mayor principal"),
    name_heads=words("artículo artículos art art. sección n.º nº núm núm. número página pág pág. anexo capítulo apartado ley decreto reglamento directiva expediente lote lotes calle tel tel. teléfono fax ref ref. referencia factura pregunta versión planta sala edificio fase figura tabla cif nif windows"),
    name_tails=words("palabras lectura comentarios"),
    count_nouns=words("personas municipios ayuntamientos ciudades escuelas empresas agentes habitantes policías países lugares puntos dispositivos equipos sistemas unidades vehículos"),
    unit_stops=words("y o u ni pero a al en con sin para por es son era fue fueron ha han sido ser que cuyo donde si desde hasta durante entre según contra el la los las un una este esta se no más menos instaladas instalados compradas"),
    unit_fillers=words("de otras otros nuevas nuevos x"),
    clock_words=words("las la desde hasta entre de a"),
    ratio_words=frozenset(("de cada",)),
    abbreviations=words("sr sra d dña art pág núm tel ref aprox etc ud avda c p ej"),
)  # fmt: skip
