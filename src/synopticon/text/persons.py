"""Where a text names a person, and whether the name of a supplier is that of a private person.

Rules and word lists only, no statistics: the first protection is that fields about people are dropped when a
document is read; this is the second net under running text and supplier columns. It prefers a false alarm in
running text to a miss, because a span only shortens a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise

import ahocorasick_rs

from synopticon.text.addresses import address_spans, postcode_spans, with_ascii_digits
from synopticon.text.names import legal_forms, words
from synopticon.text.private_names import given_names, is_private_person

__all__ = ["is_private_person", "person_spans", "safe_window"]

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
_RUN = re.compile(_FULL)
_SCRIPTS = re.compile(r"[\u0621-\u064a]")
_HAN_ANY = re.compile(_HAN)
_CORE = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*", re.UNICODE)
_BREAK = re.compile(r"\s+")
_SENTENCE = re.compile(r"[.!?؟。！？]['\"”’)\]]{0,2}(?=\s|$)|[。！？；]|\n{1,4}")
_CLAUSE = re.compile(r"[,;:،؛，、；：–—]\s?")


def person_spans(text: str, protected: frozenset[str] = frozenset()) -> list[tuple[int, int, str]]:
    """Find what identifies a person: names with a title, label, job or sign-off, e-mails, phones, numbers, addresses.

    Args:
        text: running text or the text of one cell, in any script.
        protected: names of organisations, lower case, that are never taken for a person.

    Returns:
        Sorted spans ``(start, end, kind)`` that do not overlap, half-open, in code points. The kind is name,
        signature, email, phone, identity, address, coordinate or postcode. A name without any cue, of a given name
        that the word list does not hold, is not found.
    """
    folded = with_ascii_digits(text)
    spans = [(found.start(), found.end(), "email") for found in _EMAIL.finditer(folded)] if "@" in folded else []
    spans += [(found.start(), found.end(), "phone") for found in _PHONE.finditer(folded)]
    spans += [(found.start(1), found.end(1), "phone") for found in _LABELLED_PHONE.finditer(folded)]
    spans += [(found.start(), found.end(), "identity") for found in _IDENTITY.finditer(folded)]
    spans += postcode_spans(folded) + address_spans(folded)
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
    """Return words as alternatives, longest first, grouped by first letter so that a miss is found out quickly."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words(kind, language), key=lambda word: (-len(word), word)):
        groups.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"[ \t]"))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in sorted(groups.items()))


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
def _cue_words() -> tuple[ahocorasick_rs.AhoCorasick, frozenset[int]]:
    """Return an automaton over what `_before_names` finds, which costs far less, and which of its words are labels."""
    labels, others = words("label", "en"), words("title", "en") | words("cue", "en") | {"d by", "n by"}
    ordered = sorted(word.lower() for word in labels | others)
    only = frozenset(number for number, word in enumerate(ordered) if word in labels and word not in others)
    return ahocorasick_rs.AhoCorasick(ordered), only


def _has_cue(text: str) -> bool:
    """Tell whether something that stands before names may be in the text: a superset of the pattern."""
    low = text.lower().replace("\t", " ")
    automaton, labels = _cue_words()
    for number, start, end in automaton.find_matches_as_indexes(low, overlapping=True):
        if start and low[start - 1].isalnum() and low[start + 1 : end] != " by":
            continue
        if number not in labels or low[end : end + 3].lstrip()[:1] in _LABEL_ENDS:
            return True
    return False


_LABEL_ENDS = (":", "：", "-", "–")


@cache
def _job_after() -> re.Pattern[str]:
    """Return the pattern of a job title that follows a name, on the same line or at the start of the next."""
    jobs = _alternatives("job", "en")
    return re.compile(rf"[ \t]*(?:[,(|–—-]|\r?\n)\s{{0,4}}(?:[\w&/'’-]{{1,24}}[ \t,]{{1,2}}){{0,5}}?(?i:{jobs})\b")


def _latin_names(text: str, protected: frozenset[str]) -> list[tuple[int, int, str]]:
    spans: list[tuple[int, int, str]] = []
    cues = {found.end(): found.lastgroup or "" for found in _before_names().finditer(text)} if _has_cue(text) else {}
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
    is_given = kept[0][2] in given_names() or len(kept[0][2]) == 1
    if len(kept) == 1 and cue != "title" and not is_given:
        return None
    if cue == "cue" and not is_given and len(kept) < 2:
        return None
    return kept[0][0], kept[-1][1], "signature" if cue == "cue" and "\n" in text[start - 4 : start] else "name"


def _without_greeting(tokens: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    while tokens and tokens[0][2] in ("sir", "madam", "all", "team", "colleague", "colleagues", "sirs", "sender"):
        tokens = tokens[1:]
    return tokens


@cache
def _stops() -> frozenset[str]:
    """Return words at which a name ends."""
    return words("institution", "en") | words("job", "en") | frozenset(("i", "e-mail", "email", "tel", "telephone"))


def _person_tokens(tokens: list[tuple[int, int, str]], *, is_titled: bool) -> list[tuple[int, int, str]]:
    """Cut a run of capitalised words at the first that belongs to an organisation or a job."""
    stop = _stops()
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


def _uncued_names(text: str, start: int, end: int, protected: frozenset[str]) -> list[tuple[int, int, str]]:
    """Return names that tell themselves: a known given name and a surname, or any name beside a job or an e-mail."""
    tokens = _tokens(text, start, end)
    if len(tokens) < 2:
        return []
    for first, token in enumerate(tokens[:-1]):
        if token[2] in given_names():
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
