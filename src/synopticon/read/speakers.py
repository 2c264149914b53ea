"""Whether words of a sentence name somebody who can say or own something, and which of them do."""

from __future__ import annotations

import re

from synopticon.read.clauses import Clause
from synopticon.text.grammar import words as words_of

#: Words that end a noun phrase before a verb: "The council has also" said, "The force currently" owns.
_TAILS = words_of(
    "has have had also then later currently itself now already still only since previously recently presently "
    "today therefore however thus did does do will would can may must should could never not once originally "
    "subsequently yet"
)
#: Forms of to be are no part of a name: "No cameras were" reported is a passive, and its subject does not speak.
_BE = words_of("is are was were be been being am")
_VERBS = _BE | words_of(
    "has have had does do did will would can could may might must shall should note please operates owns uses "
    "bought installed supplied replaced stands holds est sont ist sind wurden wurde hat haben fue fueron han "
    "estan"
)
#: Words that begin no name of a speaker or body.
_NO_HEADS = words_of(
    "no none not neither nor and but or so if when while where which who what that there here it he she they i "
    "as than because although though please never only also any in on at aucun aucune kein keine of from with "
    "for to by depending dear hey hello hi yes total note fixed released we you further currently following "
    "since until after before"
)
#: Nouns that show or count and never speak, and things that are owned and own nothing.
_MUTE = words_of(
    "table tables figure figures chart charts graph graphs column columns row rows list map picture photo "
    "screenshot annex appendix spreadsheet sheet box breakdown purchase maintenance term contract equipment "
    "number total following cost question"
)
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_ASIDE = re.compile(r"[:：;；]|[-–—] ")
_PRONOUNS = words_of("i we us ours it they he she you our their its")
_POINTING = words_of("this these those all some each every the a an two several")
_PREPOSITIONS = words_of("of for in at on by with to from under within across near")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_HAN_BARRED = re.compile(
    r"^(?:[另未无無没沒不并並共均已一二三四五六七八九十]|仍|也|还|還)$|^(?:其中|没有|沒有|并未|並未|并无|並無|原有|现有|現有|以下|上述|请注意)"
    r"|^(?:经|經)(?:核实|核實|查)|[，,、。：:；]|[表图圖]$|如下|列表|清单|[是为為有]$|年度$|全部|现时|現時|轄下|辖下|所有|定期|在"
)
_ARABIC_BARRED = re.compile(
    r"^(?:و?(?:من|في|لا|لم|لن|ليس|ليست|كان|كانت|هذا|هذه|هناك|عند|بعد|قبل|جميع|كل|اي|أي|إن|ان|أن)|ال?جدول|ال?شكل|ال?رسم|ال?قائمة)"
    r"(?![\u0621-\u064a])|[،,؛:.]|(?<![\u0621-\u064a])(?:كانت|كان|تم|لم|لا|لن|ليست?|شراء)(?![\u0621-\u064a])"
)


def speaker_in(clause: Clause, start: int, end: int) -> str | None:
    """Return the words at a span of the passage that name somebody or a document that can say something, else null."""
    words = clause.spot.passage.text[start:end].strip(_EDGES)
    if _names_things(clause, start, end) or _names_several_makers(clause, start, end):
        return None
    return noun_phrase(words)


def holder_in(clause: Clause, start: int, end: int) -> str | None:
    """Return the words at a span of the passage that name a body or company that can hold things, else null."""
    words = clause.spot.passage.text[start:end].strip(_EDGES)
    if _names_things(clause, start, end) or any(start <= m.start < end and m.maker for m in clause.spot.mentions):
        return None
    return noun_phrase(words)


_EDGES = " \t\n,;:،.。\"'“”‘’()-–—*•，、"


def noun_phrase(words: str) -> str | None:
    """Return words without what leads to a verb, or null when they are no name or description of a body or document."""
    if not words or len(words) > _LONGEST or _ASIDE.search(words):
        return None
    if _HAN.search(words):
        return None if _HAN_BARRED.search(words) or any(map(str.isdigit, words)) else words
    if _ARABIC.search(words):
        return None if _ARABIC_BARRED.search(words) or any(map(str.isdigit, words)) else words
    found = list(_WORD.finditer(words))
    while found and found[-1].group().lower() in _TAILS:
        found.pop()
    low = [token.group().lower() for token in found]
    if not low or low[0] in _NO_HEADS or low[0].isdigit() or len(low) > _MOST or _head(low) in _MUTE:
        return None
    if _VERBS.intersection(low) or low[-1] in _PRONOUNS or (len(low) == 1 and low[0] in _POINTING):
        return None
    return words[: found[-1].end()].strip(_EDGES) or None


_LONGEST, _MOST = 80, 12


def _head(low: list[str]) -> str:
    """Return the noun that a phrase is about: the last before a preposition, without what numbers it ("Table 3")."""
    first = next((place for place, word in enumerate(low) if place and word in _PREPOSITIONS), len(low))
    words = [word for word in low[:first] if not word[0].isdigit() and len(word) > 1]
    return words[-1] if words else ""


def _names_things(clause: Clause, start: int, end: int) -> bool:
    """Tell whether a span is about equipment: "the cameras at the pool", "Total 12 recorders"; no "CCTV team"."""
    if any(start <= q.start < end and q.product_kind is not None for q in clause.spot.quantities):
        return True
    text = clause.spot.passage.text
    for mention in clause.spot.mentions:
        if mention.kind == "product" and start <= mention.start < end:
            after = _WORD.search(text, mention.end, end)
            if after is None or after.group().lower() in _PREPOSITIONS | _VERBS | _TAILS:
                return True
    return False


def _names_several_makers(clause: Clause, start: int, end: int) -> bool:
    return len({m.maker for m in clause.spot.mentions if start <= m.start < end and m.maker}) > 1
