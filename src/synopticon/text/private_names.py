"""Whether the name of a supplier is that of a private person: a sole trader, a foster carer, a witness."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from synopticon.text.names import common_words, legal_forms, words

_HAN = r"[\u3400-\u9fff]"
_HAN_ANY = re.compile(_HAN)
_ARABIC_ANY = re.compile(r"[\u0621-\u064a]")


@cache
def given_names() -> frozenset[str]:
    """Return given names that are no ordinary words, in Latin letters."""
    return words("given", "en") | words("given", "intl")


@cache
def rare_given_names() -> frozenset[str]:
    """Return further given names of many origins, for supplier columns only: some are words in running text."""
    with files("synopticon.text").joinpath("names_given.csv").open(encoding="utf-8") as file:
        return frozenset(name for row in csv.DictReader(file) for name in row["names"].split("|"))


_TRADING_AS = re.compile(
    r"\s+(?:t\s?/\s?as?|t\.a\.?|trading as|ta|dba|d/b/a|doing business as)\s+(?=\S)", re.IGNORECASE
)
_BRACKETS = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
_NAME_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*\.?|&|,", re.UNICODE)
_JOINERS = frozenset(("&", "and"))
_MARKS = frozenset((",",))


@lru_cache(maxsize=1 << 16)
def is_private_person(name: str) -> bool | None:
    """Tell whether the name of a supplier is, or contains, the name of a private person.

    ``"Mr Aldous Wrenfold-Pike"``, ``"SMITH J"``, ``"A & B SMITH T/A SMITH'S CATERING"`` are True; a legal form or a
    word of institutions makes it False; None says that the name does not tell ("PENFOLD PRINT"). A company named
    after a person without any legal form is taken for that person.
    """
    plain = _BRACKETS.sub(" ", name).strip()
    folded = plain.casefold()
    if any(cue in plain for cue in words("sole_trader", "zh")):
        return True
    if any(re.search(rf"\b{re.escape(cue)}\b", folded) for cue in words("sole_trader", "en")):
        return True
    person = _TRADING_AS.split(f" {plain}", maxsplit=1)[0].strip()
    if not person:
        return None
    if person.rstrip(".").casefold() in words("title", "en"):  # "MS TA GODDARD" has the initials T A
        person = plain
    if _HAN_ANY.search(person):
        return _is_han_person(person)
    if _ARABIC_ANY.search(person):
        return _is_arabic_person(person)
    return _is_latin_person(person, is_trading_as=person != plain)


def _is_latin_person(name: str, *, is_trading_as: bool) -> bool | None:
    tokens = [token.rstrip(".").casefold() for token in _NAME_WORD.findall(name)]
    if not tokens or any(character.isdigit() for character in name):
        return None if not tokens else False
    plain = " ".join(tokens)
    if _has_legal_form(tokens) or any(plain == firm or plain.startswith(f"{firm} ") for firm in _firms(tokens[0])):
        return False
    body = _without_titles(tokens)
    is_titled = len(body) < len(tokens) and bool(body) and tokens[0] not in _NOBLE
    if _has_middle_initial(body):
        return True
    surnames, institutions, trades = words("surname", "en"), words("institution", "en"), words("trade", "en")
    if any(token in institutions and token not in surnames and not (is_titled and len(token) < 3) for token in body):
        return False
    if is_titled:
        return True
    core = [token for token in body if token not in trades or token in surnames]
    shape = _Shape(core, is_trade=len(core) < len(body), is_trading_as=is_trading_as)
    return _has_person_shape(shape) or (is_trading_as is False and _is_like_a_full_name(body)) or None


_NOBLE = frozenset(("sir", "lord", "lady", "justice", "sister", "father", "fr", "madam", "major", "sr", "baron", "ms"))


@cache
def _firms(first: str) -> tuple[str, ...]:
    """Return the firms known to bear a person's name that start with this word."""
    return tuple(firm for firm in sorted(words("company", "en")) if firm.split(" ", 1)[0] == first)


def _has_middle_initial(tokens: list[str]) -> bool:
    return len(tokens) == 3 and tokens[0] in given_names() and len(tokens[1]) == 1 and len(tokens[2]) > 2


def _without_titles(tokens: list[str]) -> list[str]:
    titles = words("title", "en")
    while tokens and (tokens[0] in titles or tokens[0] in _JOINERS):
        tokens = tokens[1:]
    if len(tokens) > 1 and tokens[-1] in ("mr", "mrs", "miss", "dr", "rev", "prof", "qc", "kc"):
        tokens = tokens[:-1]
    return tokens


def _has_legal_form(tokens: list[str]) -> bool:
    forms = legal_forms()
    tail = [token for token in tokens if token not in (",", "&")][1:]
    if any(len(token) > 2 and token in forms for token in tail) or any(token.endswith("ltd") for token in tokens):
        return True
    return any(tail[-size:] and "".join(tail[-size:]) in _SHORT_FORMS for size in (1, 2, 3))


_SHORT_FORMS = frozenset(
    ("co", "ag", "sa", "bv", "nv", "lp", "kg", "sl", "srl", "spa", "sro", "mbc", "plc", "llc", "cic", "gbr", "oy")
)


@dataclass(frozen=True, slots=True)
class _Shape:
    """The words of a name without titles and trade words, in order, folded."""

    tokens: list[str]
    is_trade: bool
    is_trading_as: bool

    @property
    def names(self) -> list[str]:
        return [token for token in self.tokens if token not in _JOINERS and token not in _MARKS]

    @property
    def initials(self) -> list[str]:
        return [token for token in self.names if len(token) == 1 or (len(token) == 2 and not _has_vowel(token))]

    @property
    def full(self) -> list[str]:
        return [token for token in self.names if len(token) > 2]


def _has_person_shape(shape: _Shape) -> bool:
    names, full, initials = shape.names, shape.full, shape.initials
    if initials and len(set(full)) == 1 and len(full) > 1:
        return True
    if not names or len(full) + len(initials) != len(names) or len(names) > 5:
        return False
    if initials and len(full) == 1:
        return _is_initials_and_surname(shape)
    if len(full) < 2:
        return False
    strong, weak = given_names(), words("given_weak", "en")
    if "," in shape.tokens and (names[-1] in strong or names[-1] in weak or len(names[-1]) == 1):
        return True
    if len(names[0]) == 1 and not (_is_surname(names[-1]) or "-" in names[-1]):
        return False
    if names[0] in strong or len(names[0]) == 1:
        joined = shape.tokens.index("&") if "&" in shape.tokens else -1
        after = "".join(shape.tokens[joined + 1 : joined + 2])
        return joined in (-1, 1) or len(after) < 2 or after in strong
    if shape.is_trade or len(names) > 3 or "&" in shape.tokens:
        return False
    if names[0] in weak:
        return len(names) == 2 or _is_surname(names[-1])
    if len(names) == 2 and names[1] in strong and names[1] not in words("surname", "en"):
        return True
    if len(names) == 2 and names[1] in strong and _is_surname(names[0]):
        return True
    if len(names) == 2 and names[1] in words("family", "en") and not _is_surname(names[0]):
        return True
    return _is_pinyin_person(names)


_PARTICLES = frozenset(
    (
        "al",
        "el",
        "ap",
        "ab",
        "bin",
        "bint",
        "ibn",
        "de",
        "del",
        "den",
        "der",
        "di",
        "da",
        "dos",
        "la",
        "le",
        "van",
        "von",
    )
) | frozenset(("ter", "ten", "st", "o", "mac", "san", "abu", "abdul", "ul", "ud", "uz", "ur", "y", "e"))
#: Endings that surnames have and words of business have not.
_SURNAME_ENDING = re.compile(
    r"\w{2}(?:ski|ska|wicz|czyk|czak|[eo]va|enko|opoulos|akis|idis|[eo]vi[cć]|sdottir|ainen|onen|inen|[aei]dze|shvili|escu|auskas"
    r"|aite|(?:un|sk|ck|ait|us)iene|murthy|swamy|zadeh|oglu|uddin|ullah|iyan)$"
)
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _is_like_a_full_name(tokens: list[str]) -> bool:
    """Tell a given name with surnames, or a name that ends in a double surname, without any word of business or place.

    Two to four words; ``barnaby dhaliwal-finch``, ``iorwerth pennant``, ``nkechi adaeze obi``.
    """
    if not 2 <= len(tokens) <= 4 or any(not _is_name_word(token) for token in tokens):
        return False
    first, last = tokens[0], tokens[-1]
    if len(first) < 2 or len(last) < 2:
        return False
    if first in rare_given_names() or _known_given(first) or _is_pinyin_person(tokens):
        return True
    if len(tokens) == 2 and len(first) > 4 and last in words("pinyin_surname", "zh") and _is_pinyin(first):
        return True
    if len(first) < 3 or len(tokens) > 3 or first in words("surname", "en") or not _has_vowel(first):
        return False
    if len(tokens) == 3 and (tokens[1] in rare_given_names() or tokens[1] in given_names()):
        return True
    is_telling = _SURNAME_ENDING.search(last) is not None or (last[:2] == "mc" and len(last) > 5 and len(tokens) == 2)
    return _is_double_surname(last) or is_telling


def _known_given(word: str) -> bool:
    """Tell a compound of given names, such as ``mary-jane``."""
    parts = word.split("-")
    return len(parts) == 2 and all(part in given_names() or part in rare_given_names() for part in parts)


def _is_name_word(token: str) -> bool:
    """Tell whether a word may be part of a person's name: letters only, and no word of business, trade or place."""
    if token in _PARTICLES or (len(token) == 1 and token.isalpha()):
        return True
    parts = token.split("-")
    if not 1 <= len(parts) <= 2 or any(_PART.fullmatch(part) is None for part in parts):
        return False
    if token in words("surname", "en") or token in words("pinyin_surname", "zh"):
        return True
    return not any(part in _words_of_business() for part in (token, *parts) if part not in _PARTICLES)


@cache
def _words_of_business() -> frozenset[str]:
    known = words("institution", "en") | words("trade", "en") | words("company", "en") | frozenset(common_words())
    return known - words("surname", "en")


def _is_double_surname(token: str) -> bool:
    parts = token.split("-")
    return len(parts) == 2 and all(len(part) > 2 for part in parts)


def _is_initials_and_surname(shape: _Shape) -> bool:
    """Tell ``J SMITH``, ``SMITH J A``, ``A & B SMITH`` from ``BT OPENREACH`` and ``J & M BUILDERS``."""
    surname, names = shape.full[0], shape.names
    is_known = _is_surname(surname) or "-" in surname
    if surname not in (names[0], names[-1]):
        return False
    if shape.is_trade:
        return shape.is_trading_as or (is_known and names[0] != surname)
    is_short = any(len(initial) == 2 for initial in shape.initials)
    if names[0] == surname and len(names) > 1:
        return is_known or (not is_short and len(shape.initials) == 1)
    return is_known or not is_short or shape.initials[0] not in ("bt", "lb", "ms", "dj", "tv", "hm", "st", "mc")


def _is_surname(word: str) -> bool:
    return word in words("surname", "en") or (word.startswith(("mc", "o'", "o’")) and len(word) > 5)


def _has_vowel(token: str) -> bool:
    return any(character in "aeiouy" for character in token)


_PINYIN = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu"
    r"|ou|ua|ue|ui|un|uo|a|e|i|o|u)"
)


def _is_pinyin_person(names: list[str]) -> bool:
    if len(names) not in (2, 3) or names[0] not in words("pinyin_surname", "zh"):
        return False
    return all(_is_pinyin(name) for name in names[1:])


def _is_pinyin(word: str) -> bool:
    first = _PINYIN.match(word)
    if first is None:
        return False
    rest = word[first.end() :].lstrip("-'")
    return not rest or _PINYIN.fullmatch(rest) is not None


def _is_han_person(name: str) -> bool | None:
    han = re.sub(r"[\s　]", "", name)
    for title in words("title", "zh"):
        if (
            han.endswith(title)
            and 1 < len(han) - len(title) + 1 <= 4
            and any(han.startswith(s) for s in words("han_surname", "zh"))
        ):
            return True
    if "·" in han and not any(part in han for part in words("institution", "zh")):
        return True
    if not re.fullmatch(rf"{_HAN}{{2,4}}", han) or any(part in han for part in words("institution", "zh")):
        return False if any(han.endswith(form) for form in legal_forms()) else None
    surname = next((s for s in words("han_surname", "zh") if len(s) == 2 and han.startswith(s)), han[0])
    if surname not in words("han_surname", "zh") or any(han.startswith(word) for word in words("han_not_given", "zh")):
        return None
    return len(han) - len(surname) in (1, 2)


def _is_arabic_person(name: str) -> bool | None:
    tokens = re.findall(r"[\u0621-\u064a]+", name)
    titles = words("title", "ar")
    if not tokens or any(token in words("institution", "ar") or token in legal_forms() for token in tokens):
        return None if not tokens else False
    if tokens[0] in titles and len(tokens) > 1:
        return True
    return True if tokens[0] in words("given", "ar") and 2 <= len(tokens) <= 5 else None
