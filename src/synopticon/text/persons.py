"""Where a text names a person, and whether the name of a supplier is that of a private person.

Rules and word lists only, no statistics: the first protection is that fields about people are dropped when a
document is read; this is the second net under running text and supplier columns. It prefers a false alarm in
running text to a miss, because a span only shortens a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from synopticon.text.names import legal_forms, words

_LETTER = r"[^\W\d_]"
_UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ]"
_PARTICLE = r"(?:van|von|de|der|den|del|della|di|da|dos|la|le|al|el|bin|bint|ibn|ap|ab|y|ten|ter)"
_TOKEN = rf"(?:{_UPPER}(?:[\w'’\-]{{1,30}}|\.?)(?=[^\w]|$))"
_FULL = rf"{_TOKEN}(?:[ \t\u00a0]{{1,2}}(?:{_PARTICLE}[ \t]){{0,2}}{_TOKEN}){{0,3}}"
_HAN = r"[\u3400-\u9fff]"
_ARABIC = r"[\u0621-\u064a]{2,20}"

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_PHONE = re.compile(
    r"(?<![\w/.,£$€-])(?:(?:\+|00)[1-9](?:[ ().-]{0,3}\d){6,14}|\(?0[1-9]\d{1,4}\)?(?:[ .-]{0,2}\d){6,8}"
    r"|\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}[.-]\d{3}[.-]\d{4}|1[3-9]\d{9})(?![\w]|[.,/]\d)"
)
_LABELLED_PHONE = re.compile(
    r"(?i:\b(?:tel|telephone|phone|mobile|mob|fax|ddi|direct line|direct dial|ext|extension|whatsapp)\b"
    r"|هاتف|جوال|الهاتف|موبايل|فاكس|تلفون|电话|電話|手机|手機|传真|傳真|联系方式|聯絡電話)"
    r"[ \t]{0,2}(?:no\.?|number|is|on|رقم|:|：|\.){0,2}[ \t]{0,2}(\+?\(?\d(?:[ ().\-/]{0,2}\d){2,16})"
)
_IDENTITY = re.compile(
    r"(?<!\w)(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]|\d{17}[\dXx]|\d{3}-\d{2}-\d{4})(?!\w)"
)
_COORDINATE = re.compile(
    r"(?<![\w.])-?\d{1,3}\.\d{4,15}°?[NS]?\s{0,2}[,;/]?\s{1,2}-?\d{1,3}\.\d{4,15}°?[EW]?(?![\w.]\d)"
)
_POSTCODE = re.compile(r"(?<![\w-])[A-PR-UWYZ][A-HK-Y]?\d[A-HJKPSTUW\d]? \d[ABD-HJLNP-UW-Z]{2}(?![\w-])")
_RUN = re.compile(_FULL)
_SCRIPTS = re.compile(r"[\u0621-\u064a]")
_HAN_ANY = re.compile(_HAN)
_ZEROS = tuple(chr(code) for code in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10))
_DIGITS = {ord(zero) + n: str(n) for zero in _ZEROS for n in range(10)}
_CORE = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*", re.UNICODE)
_BREAK = re.compile(r"\s+")
_SENTENCE = re.compile(r"[.!?؟。！？]['\"”’)\]]{0,2}(?=\s|$)|[。！？；]|\n{1,4}")
_CLAUSE = re.compile(r"[,;:،؛，、；：–—]\s?")


def person_spans(text: str, protected: frozenset[str] = frozenset()) -> list[tuple[int, int, str]]:
    """Find what identifies a person: names with a title, label, job or sign-off, e-mails, phones, identity numbers.

    Args:
        text: running text or the text of one cell, in any script.
        protected: names of organisations, lower case, that are never taken for a person.

    Returns:
        Sorted spans ``(start, end, kind)`` that do not overlap, half-open, in code points. The kind is name,
        signature, email, phone, identity, coordinate or postcode. A name without any cue, of a given name that the
        word list does not hold, is not found.
    """
    folded = text.translate(_DIGITS)
    spans = [(found.start(), found.end(), "email") for found in _EMAIL.finditer(folded)] if "@" in folded else []
    spans += [(found.start(), found.end(), "phone") for found in _PHONE.finditer(folded)]
    spans += [(found.start(1), found.end(1), "phone") for found in _LABELLED_PHONE.finditer(folded)]
    spans += [(found.start(), found.end(), "identity") for found in _IDENTITY.finditer(folded)]
    spans += [(found.start(), found.end(), "coordinate") for found in _COORDINATE.finditer(folded)]
    spans += [(found.start(), found.end(), "postcode") for found in _POSTCODE.finditer(folded)]
    spans += _latin_names(text, protected)
    if _SCRIPTS.search(text):
        spans += _arabic_names(text)
    if _HAN_ANY.search(text):
        spans += _han_names(text)
    return _disjoint(spans)


def _disjoint(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Join overlapping spans; the joined one keeps the kind of the longer."""
    joined: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(set(spans), key=lambda span: (span[0], -span[1], span[2])):
        if joined and start < joined[-1][1]:
            first, last, before = joined[-1]
            longer = before if last - first >= end - start else kind
            joined[-1] = (first, max(last, end), longer)
        else:
            joined.append((start, end, kind))
    return joined


# --- names in Latin letters -----------------------------------------------------------------------------------


def _alternatives(kind: str, language: str) -> str:
    ordered = sorted(words(kind, language), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"[ \t]") for word in ordered)


@cache
def _before_names() -> re.Pattern[str]:
    """Return the pattern of what may stand directly before a name: a title, a label with a colon, a cue."""
    return re.compile(
        rf"\b(?:(?P<title>(?i:{_alternatives('title', 'en')})\b\.?[ \t\u00a0]{{1,2}}(?={_UPPER}))"
        rf"|(?P<label>(?i:{_alternatives('label', 'en')})[ \t]{{0,2}}(?:[:：]|[-–][ \t])[ \t]{{0,8}}(?={_UPPER}))"
        rf"|(?P<by>(?i:(?:prepared|written|reported|signed|approved|reviewed|completed|submitted|compiled|authored"
        rf"|requested|authorised|authorized) by)[ \t]{{1,2}}(?={_UPPER}))"
        rf"|(?P<cue>(?i:{_alternatives('cue', 'en')})[,!]?\s{{1,4}}(?={_UPPER})))"
    )


@cache
def _job_after() -> re.Pattern[str]:
    """Return the pattern of a job title that follows a name, on the same line or at the start of the next."""
    jobs = _alternatives("job", "en")
    return re.compile(rf"[ \t]*(?:[,(|–—-]|\r?\n)\s{{0,4}}(?:[\w&/'’-]{{1,24}}[ \t,]{{1,2}}){{0,5}}?(?i:{jobs})\b")


def _latin_names(text: str, protected: frozenset[str]) -> list[tuple[int, int, str]]:
    spans: list[tuple[int, int, str]] = []
    cues = {found.end(): found.lastgroup or "" for found in _before_names().finditer(text)}
    cue_ends = sorted(cues)
    for run in _RUN.finditer(text):
        start, end = run.span()
        place = bisect_left(cue_ends, start)
        while place < len(cue_ends) and cue_ends[place] < end:
            found = _cued_name(text, cue_ends[place], cues[cue_ends[place]], protected)
            if found:
                spans.append(found)
            place += 1
        spans += _uncued_names(text, start, end, protected)
    return spans


def _tokens(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    return [
        (start + found.start(), start + found.end(), found.group().casefold())
        for found in _CORE.finditer(text[start:end])
    ]


def _cued_name(text: str, start: int, cue: str, protected: frozenset[str]) -> tuple[int, int, str] | None:
    """Return the name that starts at `start`, right after a title, label or cue, unless it is an organisation's."""
    found = _RUN.match(text, start)
    if found is None:
        return None
    tokens = _tokens(text, start, found.end())
    if cue == "cue":
        tokens = _without_greeting(tokens)
    kept = _person_tokens(tokens, is_titled=cue == "title")
    if not kept or _is_organisation(text, kept, protected):
        return None
    is_given = kept[0][2] in _given() or len(kept[0][2]) == 1
    if len(kept) == 1 and cue != "title" and not is_given:
        return None
    if cue == "cue" and not is_given and len(kept) < 2:
        return None
    return kept[0][0], kept[-1][1], "signature" if cue == "cue" and "\n" in text[start - 4 : start] else "name"


def _without_greeting(tokens: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    while tokens and tokens[0][2] in ("sir", "madam", "all", "team", "colleague", "colleagues", "sirs", "sender"):
        tokens = tokens[1:]
    return tokens


def _person_tokens(tokens: list[tuple[int, int, str]], *, is_titled: bool) -> list[tuple[int, int, str]]:
    """Cut a run of capitalised words at the first that belongs to an organisation or a job."""
    stop = words("institution", "en") | words("job", "en") | frozenset(("i", "e-mail", "email", "tel", "telephone"))
    kept: list[tuple[int, int, str]] = []
    for token in tokens:
        if token[2] in stop and not (kept and is_titled and token[2] in words("surname", "en")):
            break
        kept.append(token)
    return kept


def _is_organisation(text: str, tokens: list[tuple[int, int, str]], protected: frozenset[str]) -> bool:
    """Tell whether what follows or stands in the words makes them the name of an organisation."""
    name = text[tokens[0][0] : tokens[-1][1]].casefold()
    if name in protected or any(token[2] in legal_forms() and len(token[2]) > 1 for token in tokens[1:]):
        return True
    following = _CORE.match(text, min(tokens[-1][1] + 1, len(text)))
    if following is None or "\n" in text[tokens[-1][1] : following.start()]:
        return False
    word = following.group()
    folded = word.casefold()
    return folded in _FORM_WORDS or (word[0].isupper() and folded in words("institution", "en"))


_FORM_WORDS = frozenset(("ltd", "limited", "plc", "llp", "llc", "inc", "gmbh", "corp", "corporation", "co"))


@cache
def _given() -> frozenset[str]:
    return words("given", "en") | words("given", "intl")


def _uncued_names(text: str, start: int, end: int, protected: frozenset[str]) -> list[tuple[int, int, str]]:
    """Return names that tell themselves: a known given name and a surname, or any name beside a job or an e-mail."""
    tokens = _tokens(text, start, end)
    if len(tokens) < 2:
        return []
    for first, token in enumerate(tokens[:-1]):
        if token[2] in _given():
            kept = _person_tokens(tokens[first:], is_titled=False)
            if len(kept) > 1 and len(kept[-1][2]) > 1 and not _is_organisation(text, kept, protected):
                return [(kept[0][0], kept[-1][1], "name")]
    if 2 <= len(tokens) <= 4 and _job_after().match(text, end) and _starts_line_or_sentence(text, start):
        kept = _person_tokens(tokens, is_titled=False)
        if len(kept) == len(tokens) and not _is_organisation(text, kept, protected):
            return [(start, end, "signature")]
    return []


def _starts_line_or_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \t")
    return not before or before[-1] in "\n.!?:;|<>(" or before.endswith("by")


# --- Arabic and Chinese ---------------------------------------------------------------------------------------


@cache
def _arabic_cues() -> re.Pattern[str]:
    titles, labels = _alternatives("title", "ar"), _alternatives("label", "ar")
    return re.compile(
        rf"(?<![\u0621-\u064a])(?:و|ل|لل|ب)?(?:(?:{titles})[ \t]{{0,2}}[/:]?[ \t]{{1,2}}"
        rf"|(?:{labels})[ \t]{{0,2}}[:：/][ \t]{{0,4}}|اسمي[ \t])"
        rf"(?:(?:{titles})[ \t]{{0,2}}[/:]?[ \t]{{0,2}})?(?P<name>{_ARABIC}(?:[ \t]{_ARABIC}){{0,4}})"
    )


_ARABIC_BINDING = frozenset(("عبد", "بن", "ابن", "أبو", "ابو", "آل", "بنت"))


def _arabic_names(text: str) -> list[tuple[int, int, str]]:
    spans = []
    institutions, stop = words("institution", "ar"), words("stop", "ar")
    for found in _arabic_cues().finditer(text):
        end = 0
        for word in re.finditer(_ARABIC, found.group("name")):
            if word.group() in stop or word.group() in institutions:
                break
            end = word.end()
            if word.group() not in _ARABIC_BINDING and _count(found, end) >= 3:
                break
        if end:
            spans.append((found.start("name"), found.start("name") + end, "name"))
    for found in re.finditer(rf"(?<![\u0621-\u064a]){_ARABIC}(?:[ \t]{_ARABIC}){{1,2}}", text):
        spans += _arabic_given(found)
    return spans


def _count(found: re.Match[str], end: int) -> int:
    return found.group("name")[:end].count(" ") + 1


def _arabic_given(found: re.Match[str]) -> list[tuple[int, int, str]]:
    """Return given name + given name or ``al-`` name: two names in a row tell a person without a title."""
    given = words("given", "ar")
    parts = [(found.start() + word.start(), word.group()) for word in re.finditer(_ARABIC, found.group())]
    for (start, first), (after, second) in pairwise(parts):
        if first in given and (second in given or second in ("بن", "عبد")):
            return [(start, after + len(second), "name")]
    return []


@cache
def _han_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    surnames, titles = _alternatives("han_surname", "zh"), _alternatives("title", "zh")
    labels = _alternatives("label", "zh")
    titled = re.compile(rf"(?P<name>(?:{surnames})(?:某{{1,2}}|{_HAN}{{0,2}}?))(?={titles})")
    labelled = re.compile(
        rf"(?:{labels})[ \t]{{0,2}}[:：为為][ \t\u3000]{{0,4}}(?P<name>{_HAN}{{2,4}}(?:·{_HAN}{{1,8}})?)"
    )
    dotted = re.compile(rf"(?P<name>{_HAN}{{2,6}}·{_HAN}{{2,8}}?)(?=[说說称稱表告指曾是在与與和的]|[^\u3400-\u9fff]|$)")
    return titled, labelled, dotted


def _han_names(text: str) -> list[tuple[int, int, str]]:
    spans = []
    barred, institutions = words("han_not_given", "zh"), words("institution", "zh")
    for pattern in _han_patterns():
        for found in pattern.finditer(text):
            name = found.group("name")
            is_barred = any(name.startswith(word) for word in barred)
            if not is_barred and not any(name.endswith(word) for word in institutions):
                spans.append((found.start("name"), found.end("name"), "name"))
    return spans


# --- supplier names -------------------------------------------------------------------------------------------

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

    ``"Mr Mungo Dhaliwal-Finch"``, ``"SMITH J"``, ``"A & B SMITH T/A SMITH'S CATERING"`` are True; a legal form or a
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
    if _SCRIPTS.search(person):
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
    return _has_person_shape(shape) or None


_NOBLE = frozenset(("sir", "lord", "lady", "justice", "sister", "father", "fr", "madam", "major", "sr", "baron", "ms"))


@cache
def _firms(first: str) -> tuple[str, ...]:
    """Return the firms known to bear a person's name that start with this word."""
    return tuple(firm for firm in sorted(words("company", "en")) if firm.split(" ", 1)[0] == first)


def _has_middle_initial(tokens: list[str]) -> bool:
    return len(tokens) == 3 and tokens[0] in _given() and len(tokens[1]) == 1 and len(tokens[2]) > 2


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
    strong, weak = _given(), words("given_weak", "en")
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


# --- windows for quotations -----------------------------------------------------------------------------------


def safe_window(text: str, start: int, end: int, limit: int = 200) -> tuple[int, int] | None:
    """Return the widest stretch of `text` around a span that may be quoted, or None when the span names a person.

    The window contains ``[start, end)``, holds at most `limit` code points, no person span, and ends at sentence
    or clause boundaries where that costs less than half of it, else at word boundaries.
    """
    if not 0 <= start <= end <= len(text) or end - start > limit:
        return None
    low, high = max(0, end - limit), min(len(text), start + limit)
    context_low, context_high = max(0, low - 120), min(len(text), high + 120)
    for shifted_first, shifted_last, _ in person_spans(text[context_low:context_high]):
        first, last = shifted_first + context_low, shifted_last + context_low
        if first < end and start < last:
            return None
        if last <= start:
            low = max(low, last)
        elif first >= end:
            high = min(high, first)
            break
    low, high = _on_words(text, low, high, start, end)
    return _trimmed(text, *_fitted(text, (low, high), (start, end), limit), start, end)


def _on_words(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    """Move both ends inwards so that no word is cut."""
    while 0 < low < start and text[low].isalnum() and text[low - 1].isalnum() and text[low].isascii():
        low += 1
    while end < high < len(text) and text[high].isalnum() and text[high - 1].isalnum() and text[high].isascii():
        high -= 1
    return low, high


def _fitted(text: str, reach: tuple[int, int], span: tuple[int, int], limit: int) -> tuple[int, int]:
    """Choose the ends within the reach so that the window is at most `limit` long and reads as a whole."""
    (low, high), (start, end) = reach, span
    lefts = _boundaries(text, low, start, is_left=True)
    rights = _boundaries(text, end, high, is_left=False)
    if lefts and rights and rights[0] - lefts[-1] <= limit:
        left, right = lefts[-1], rights[0]
        wider = True
        while wider:
            wider = False
            nearer = [place for place in rights if place > right and place - left <= limit]
            if nearer:
                right, wider = nearer[0], True
            nearer = [place for place in lefts if place < left and right - place <= limit]
            if nearer:
                left, wider = nearer[-1], True
        return left, right
    spare = limit - (end - start)
    after = min(high - end, max(spare // 2, spare - (start - low)))
    left = max(low, start - (spare - after))
    return _on_words(text, left, end + after, start, end)


def _boundaries(text: str, low: int, high: int, *, is_left: bool) -> list[int]:
    """Return the places between `low` and `high` where a sentence ends; clauses when there is none."""
    for pattern in (_SENTENCE, _CLAUSE):
        places = {found.end() for found in pattern.finditer(text, low, high)}
        if is_left and low == 0:
            places.add(0)
        if not is_left and high == len(text):
            places.add(high)
        if places:
            return sorted(places)
    return []


def _trimmed(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    while low < start and (text[low].isspace() or text[low] in ",;:،，；：)]”"):
        low += 1
    while high > end and text[high - 1].isspace():
        high -= 1
    return low, high


def windows(text: str, spans: Iterator[tuple[int, int]], limit: int = 200) -> Iterator[tuple[int, int] | None]:
    """Yield the safe window of each span."""
    return (safe_window(text, start, end, limit) for start, end in spans)
