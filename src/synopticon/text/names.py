"""What stands inside the name of an organisation: its legal form, its distinctive words, its keys.

Shared by linking and screening. Nothing here compares two names; it takes one apart, once.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from synopticon.text.fold import folded_key


@dataclass(frozen=True, slots=True)
class Name:
    """The name of an organisation, taken apart.

    Attributes:
        original: the name as it stands.
        tokens: words without the legal form, in Latin letters without accents where the script allows it, in order;
            a Han or Arabic name keeps its letters.
        joined: the words without spaces and without "and", for which "&" stands too, so that
            ``HIK VISION`` and ``Hikvision`` meet.
        forms: kinds of legal person that its legal forms stand for.
        numbers: numbers and Roman numerals in it.
        places: canonical places in it, such as ``china`` for "Chinese".
        script: latin, han, arabic, cyrillic, greek or other: that of most letters.
        sound: consonant key of the whole: what an Arabic and a Latin spelling of one name share; pinyin for Han.
        parts: the names on both sides of "trading as", analysed apart; empty when there is one name only.
    """

    original: str
    tokens: tuple[str, ...]
    joined: str
    forms: frozenset[str]
    numbers: frozenset[str]
    places: frozenset[str]
    script: str
    sound: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word that many names share: its canonical form and whether it links, is generic or names a place."""

    word: str
    kind: str


@cache
def table_rows(file_name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of one of the tables beside this file."""
    with files("synopticon.text").joinpath(file_name).open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


@cache
def words(kind: str, language: str = "") -> frozenset[str]:
    """Return the words of one kind from ``names.csv``, of one language or of all."""
    rows = [row for row in table_rows("names.csv") if row["kind"] == kind and language in ("", row["language"])]
    return frozenset(word for row in rows for word in row["words"].split("|"))


@cache
def legal_forms() -> dict[str, str]:
    """Return the spellings of legal forms, folded, each with the kind of legal person that it stands for."""
    found: dict[str, str] = {}
    for row in table_rows("legal_forms.csv"):
        for variant in row["variants"].split("|"):
            found.setdefault(variant, row["kind"])
    return found


@cache
def common_words() -> dict[str, Word]:
    """Return words that carry little of a name, in Latin letters and several languages, with their canonical form.

    Of other scripts only the places in Han stand here; `across` knows the rest, and the stems.
    """
    found: dict[str, Word] = {}
    for row in table_rows("name_words.csv"):
        for variant in row["variants"].split("|"):
            if variant.isascii():
                if not variant.endswith("*"):
                    found.setdefault(variant, Word(row["word"], row["kind"]))
            elif row["kind"] == "place" and len(variant) > 1 and _HAN.match(variant):
                found.setdefault(variant, Word(variant, "place"))
    for word in words("institution", "en") | words("trade", "en") | words("ordinary", "en"):
        found.setdefault(word, Word(word, "generic"))
    return found


_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "і": "i", "ї": "i", "є": "e", "ґ": "g", "ў": "u", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj",
    "ћ": "c", "џ": "dz", "қ": "k", "ғ": "g", "ұ": "u", "ү": "u", "ң": "n", "һ": "h", "ө": "o", "ә": "a",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_LATIN_EXTRA = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ł": "l",
    "ı": "i",
    "ð": "d",
    "þ": "th",
    "'": "",
    "’": "",
}
_TO_LATIN = {ord(key): value for table in (_CYRILLIC, _GREEK, _LATIN_EXTRA) for key, value in table.items()}
_AND = ("and",)
_MARKS = re.compile(r"[\u0300-\u036f]")
_ABBREVIATION = re.compile(r"(?<![a-z0-9])(?:[a-z]\.[ ]?){1,7}[a-z](?![a-z0-9])\.?")
_DOTTED = re.compile(r"(?<![a-zа-я0-9])(?:[a-zа-яα-ω]\.){2,}")
_TOKEN = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]+|[\u0620-\u06ff]+|[\u0100-\u1fff\uac00-\ud7af\u3040-\u30ff]+")
_APOSTROPHE = re.compile(r"[‘’ʼ＇`´'ʿʾ\"“”״׳]")
_TRADING_AS = re.compile(
    r"(?<=[\w.)])[\s,;]+\(?(?:t\s?/\s?as?|t\.a\.|trading as|t/as|dba|d/b/a|d\.b\.a\.|doing business as|a/k/a"
    r"|a\.k\.a\.|aka|also known as|f/k/a|f\.k\.a\.|fka|formerly(?: known as)?|in partnership with|in association with"
    r"|c/o|on behalf of)\.?\s+(?=\S)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{1,3}|v)|x{1,3}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_FORM_AT_END = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]")
_ARABIC = re.compile(r"[\u0620-\u06ff]")
_HAN_BRACKET = re.compile(r"[（(][^()（）]{0,12}[)）]")


def latin(text: str) -> str:
    """Return the text in small letters without accents, Cyrillic and Greek in Latin letters; other scripts stay."""
    if text.isascii():
        return text.lower().replace("'", "")
    folded = _APOSTROPHE.sub("", folded_key(text)).translate(_TO_LATIN)
    if folded.isascii():
        return folded
    return _MARKS.sub("", unicodedata.normalize("NFKD", folded)).translate(_TO_LATIN)


@lru_cache(maxsize=1 << 18)
def analyse(name: str) -> Name:
    """Take the name of an organisation apart; see `Name`.

    >>> analyse("HIK VISION (UK) LTD.").joined
    'hikvisionuk'
    >>> analyse("杭州海康威视数字技术股份有限公司").tokens
    ('杭州', '海康威视数字技术')
    """
    parts = parts_of(name)
    folded = latin(name)
    script = _script(name)
    if script == "han":
        tokens, forms = _han_tokens(folded)
    else:
        tokens, forms = forms_stripped(_tokens(folded))
    common = common_words()
    known = [common.get(token) for token in tokens]
    return Name(
        original=name,
        tokens=tokens,
        joined="".join(word for word in tokens if word not in _AND) or "".join(tokens),
        forms=forms,
        numbers=frozenset(number for token in tokens if (number := number_of(token))),
        places=frozenset(word.word for word in known if word is not None and word.kind == "place"),
        script=script,
        sound=_whole_sound(tokens),
        parts=parts,
    )


def parts_of(name: str) -> tuple[str, ...]:
    """Return the names on both sides of "trading as" and the like; empty when there is one name only."""
    found = [part.strip(" ()") for part in _TRADING_AS.split(name)] if " " in name else []
    return tuple(part for part in found if part) if len(found) > 1 else ()


def words_of(name: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the words of a name that is not written in Han, without its legal forms, and the kinds of those forms."""
    return forms_stripped(_tokens(latin(name)))


def _script(text: str) -> str:
    if text.isascii():
        return "latin"
    if _HAN.search(text):
        return "han"
    if _ARABIC.search(text):
        return "arabic"
    letters = [unicodedata.name(character, "").split(" ", 1)[0] for character in text if character.isalpha()]
    if not letters:
        return "other"
    most = max(sorted(set(letters)), key=letters.count).lower()
    return most if most in ("latin", "cyrillic", "greek") else "other"


def undotted(folded: str) -> str:
    """Return text with abbreviations written without dots; works on many names, one a line."""
    if "." in folded:
        folded = _ABBREVIATION.sub(lambda found: found.group().replace(".", "").replace(" ", "") + " ", folded)
        folded = _DOTTED.sub(lambda found: found.group().replace(".", "") + " ", folded)
    return folded


#: An account number that a ledger writes behind a name, and what stands before it.
_CODE = re.compile(r"[a-z]{0,3}\d{5,}|(?=(?:[a-z]*\d){4})[a-z]+\d[a-z0-9]{3,}")
_CODE_WORDS = frozenset(("a", "c", "ac", "acc", "account", "ref", "no", "number", "id"))


def code_starts(tokens: Sequence[str]) -> int:
    """Return where the account number at the end of a name begins; the number of words when there is none."""
    end = len(tokens)
    while end > 1 and _CODE.fullmatch(tokens[end - 1]) is not None:
        end -= 1
        while end > 1 and tokens[end - 1] in _CODE_WORDS:
            end -= 1
    return end


_LEAST_CUT_NAME = 22


def mended_end(tokens: Sequence[str]) -> tuple[str, ...] | None:
    """Return the words of a name whose legal form is misspelt, cut off or glued to a word; null when it is not.

    >>> mended_end(("quillon", "lirnited")), mended_end(("quillonlimited",))
    (('quillon', 'limited'), ('quillon', 'limited'))
    """
    last = tokens[-1]
    form = _misspelt_form(last)
    if form is not None:
        return (*tokens[:-1], form) if len(tokens) > 1 else None
    for whole in words("long_form", "en"):
        if last.endswith(whole) and len(last) > len(whole) + 2:
            return (*tokens[:-1], last[: -len(whole)], whole)
        if len(last) > 2 and whole.startswith(last) and whole != last and sum(map(len, tokens)) >= _LEAST_CUT_NAME:
            return (*tokens[:-1], whole) if len(tokens) > 1 and last not in legal_forms() else None
    return None


@lru_cache(maxsize=1 << 17)
def _misspelt_form(word: str) -> str | None:
    """Return the long legal form that a word misspells by one letter, or as a scan misreads it."""
    if len(word) < 6 or not word.isascii() or word in common_words():
        return None
    from rapidfuzz.distance import OSA  # compiled; loaded when names are compared

    for whole in sorted(words("long_form", "en")):
        if word != whole and (misread(word) == misread(whole) or OSA.distance(word, whole, score_cutoff=1) < 2):
            return whole
    return None


_MISREAD = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "6": "b", "8": "b"})


def misread(word: str) -> str:
    """Return a word with the letters that scans take for one another made the same."""
    return word.translate(_MISREAD).replace("rn", "m")


def _tokens(folded: str) -> tuple[str, ...]:
    tokens = tuple(_TOKEN.findall(undotted(folded)))
    if tokens and tokens[-1][-1].isdigit():
        tokens = tokens[: code_starts(tokens)]
    return (mended_end(tokens) or tokens) if tokens else tokens


@cache
def form_phrases() -> tuple[dict[str, list[tuple[tuple[str, ...], str]]], dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Return the legal forms as word sequences, by their last and by their first word, longest first."""
    last: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for variant, kind in legal_forms().items():
        phrase = tuple(_TOKEN.findall(latin(variant)))
        if phrase:
            last.setdefault(phrase[-1], []).append((phrase, kind))
            first.setdefault(phrase[0], []).append((phrase, kind))
    for table in (last, first):
        for phrases in table.values():
            phrases.sort(key=lambda pair: (-len(pair[0]), pair))
    return last, first


#: Words that are left at the end of a name when its legal form is gone.
ENDS = ("and", "und", "y", "the")
# These stand before a name only in languages that put the legal form first; "AS Roma" and "PT Barnum" keep theirs.
NEVER_FIRST = frozenset(
    (
        "co",
        "company",
        "comp",
        "cv",
        "est",
        "establishment",
        "sa",
        "as",
        "ab",
        "sl",
        "se",
        "rt",
        "hf",
        "ad",
        "dd",
        "corp",
        "corporation",
        "inc",
        "lp",
        "ag",
        "compania",
        "compagnie",
        "cia",
        "cie",
        "bv",
        "nv",
        "kg",
        "ug",
        "lda",
        "sas",
        "spa",
        "pte",
        "pvt",
        "sti",
        "at",
        "ip",
    )
)


def forms_stripped(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Strip legal forms from both ends, as long as a word remains."""
    last, first = form_phrases()
    forms: set[str] = set()
    found = True
    while found and len(tokens) > 1:
        found = False
        for phrase, kind in last.get(tokens[-1], ()):
            size = len(phrase)
            if size < len(tokens) and tokens[-size:] == phrase:
                tokens, found = tokens[:-size], True
                forms.add(kind)
                break
        for phrase, kind in first.get(tokens[0], ()) if len(tokens) > 1 else ():
            size = len(phrase)
            if size < len(tokens) and tokens[:size] == phrase and not (size == 1 and phrase[0] in NEVER_FIRST):
                tokens, found = tokens[size:], True
                forms.add(kind)
                break
        if len(tokens) > 1 and tokens[-1] in ENDS:
            tokens, found = tokens[:-1], True
    if len(tokens) > 1 and tokens[0] == "the":
        tokens = tokens[1:]
    return tokens, frozenset(forms)


@cache
def han_forms() -> tuple[tuple[str, str], ...]:
    """Return the legal forms in Han and Hangul with their kinds, longest first."""
    forms = [(folded_key(form), kind) for form, kind in legal_forms().items() if _FORM_AT_END.search(form)]
    return tuple(sorted(forms, key=lambda pair: (-len(pair[0]), pair)))


@cache
def _han_places() -> tuple[str, ...]:
    return tuple(sorted((word for word in common_words() if _HAN.search(word)), key=lambda word: (-len(word), word)))


def _han_tokens(folded: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Split a Han name into place, core and whatever stands in other letters; strip the legal form at its end."""
    text = _HAN_BRACKET.sub(lambda found: " " + found.group()[1:-1] + " ", folded)
    tokens: list[str] = []
    forms: set[str] = set()
    for token in _TOKEN.findall(text):
        rest = token
        if _HAN.match(token):
            for form, kind in han_forms():
                if rest.endswith(form) and len(rest) > len(form):
                    rest = rest[: -len(form)]
                    forms.add(kind)
            place = next(
                (place for place in _han_places() if rest.startswith(place) and len(rest) > len(place) + 1), ""
            )
            if place:
                tokens.append(place)
                rest = rest[len(place) :]
        if rest and not (tokens and any(rest == form for form, _ in han_forms())):
            tokens.append(rest)
    return tuple(tokens), frozenset(forms)


def number_of(token: str) -> str:
    """Return the digits of a number or a Roman numeral, empty for a word."""
    if token[0].isdigit():
        return token.rstrip("stndrh")
    if token[0] in "ivx" and len(token) < 5 and token not in ("i", "x", "v") and _ROMAN.fullmatch(token):
        return token
    return ""


# --- sound keys -----------------------------------------------------------------------------------------------

_SOUNDS = (
    (re.compile(r"sch|sh|zh|tch|ch|cz|sz"), "s"),
    (re.compile(r"ph|v"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"gh(?=[aeiou])|ck|q|c(?![eiy])"), "k"),
    (re.compile(r"ts|tz"), "s"),
    (re.compile(r"c|z"), "s"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"(?<=.)[aeiouyhw]+"), ""),
    (re.compile(r"^[aeiouyhw]"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip
_ARABIC_SOUNDS = {
    ord(letter): key
    for letters, key in (
        ("اأإآءعئىيوهةؤحخ", "a"), ("ب", "b"), ("پ", "b"), ("تثط", "t"), ("ج", "j"), ("چ", "s"), ("قك", "k"),
        ("گغ", "g"), ("دذض", "d"), ("ر", "r"),
        ("زسشصظژ", "s"), ("فڤ", "f"), ("ل", "l"), ("م", "m"), ("ن", "n"),
    )
    for letter in letters
}  # fmt: skip
_INNER_VOWELS = re.compile(r"(?<=.)a+")
_DOUBLED = re.compile(r"(.)\1+")


def _whole_sound(tokens: tuple[str, ...]) -> str:
    """Join the keys of the words that are no links; a vowel counts at the start of the whole only."""
    common = common_words()
    keys = [sound(token) for token in tokens if (word := common.get(token)) is None or word.kind != "link"]
    return _DOUBLED.sub(r"\1", _INNER_VOWELS.sub("", "".join(keys)))


def core_sound(name: Name) -> str:
    """Return the consonant key of the distinctive words: what "Qanadil Trading Co" shares with شركة قناديل للتجارة."""
    common, institutions = common_words(), words("institution", "ar")
    keys = [
        sound(token)
        for token in name.tokens
        if token not in common and token not in institutions and not token.startswith("لل")
    ]
    return _DOUBLED.sub(r"\1", _INNER_VOWELS.sub("", "".join(keys)))


@lru_cache(maxsize=1 << 17)
def sound(token: str) -> str:
    """Return the consonant key of a word: what its spellings in Latin and Arabic letters have in common.

    >>> sound("kalsimin") == sound("calcimin")
    True
    """
    if _ARABIC.match(token):
        word = token[2:] if token.startswith("ال") and len(token) > 4 else token
        return _DOUBLED.sub(r"\1", _INNER_VOWELS.sub("", word.translate(_ARABIC_SOUNDS)))
    if not token.isascii():
        return token
    key = token
    for pattern, replacement in _SOUNDS:
        key = pattern.sub(replacement, key)
    return key


_SOUNDS_BY_LINE = tuple((re.compile(pattern.pattern, re.MULTILINE), replacement) for pattern, replacement in _SOUNDS)


def sounds_of(tokens: list[str]) -> list[str]:
    """Return the consonant keys of many words in Latin letters at once; see `sound`."""
    if not tokens:
        return []
    text = "\n".join(tokens)
    for pattern, replacement in _SOUNDS_BY_LINE:
        text = pattern.sub(replacement, text)
    return text.split("\n")
