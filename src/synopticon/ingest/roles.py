"""Tells whose words the paragraphs of a letter are: the writer's, quoted ones, or the signature.

Three things hide the writer's words or pose as them: an earlier message below a reply, the request repeated above an
answer, and the block of name, post and telephone at the end. What is in doubt stays the writer's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from synopticon.ingest.phrases import folded, letter_words
from synopticon.text.names import words
from synopticon.text.persons import person_spans

_HEADER_LINE = re.compile(r"\*{0,2}([^\W\d_][^:：\r\n]{0,24})[:：]")
_DASHES = re.compile(r"^[-_=*\s>]{2,}|[-_=*\s]{2,}$")
_SIGNATURE_LINES, _SIGNATURE_WIDTH = 14, 120
_NAME_WIDTH, _NAME_LINES, _FOOTERS = 60, 5, 3
_PROSE = 40
_ANNOUNCEMENT, _REQUEST_PIECES = 200, 30
_MARK = re.compile(
    r"^[\s|>*•‣▪–-]*(?:\(?(?:q(?:uestion)?\.?\s?)?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.):]{1,2}\s*)?", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!؟。！](?=\s|$)|[。！]")
_ENDS = (".", "!", "?", "؟", "。", "！", "？", ":", "：", ";", "；", ",", "،", "，")
_CONTACT = frozenset({"email", "phone"})


def letter_roles(pieces: Sequence[str]) -> list[str]:
    """Return the role of each paragraph of a letter or e-mail: ``text``, ``quoted`` or ``signature``.

    Words below a line that introduces an earlier message are quoted to the end; lines that begin with ``>`` or ``|``
    are quoted wherever they stand, and so is a request that the reply repeats, up to its answer. A signature runs from
    the closing words, or from the name above a post or telephone number, to the quoted part, if it is short.
    """
    stop = _earlier_message(pieces)
    letter = pieces[:stop]
    roles = _signed(letter)
    asked = [at for at in _requests(letter) if roles[at] == "text"]
    # Where nothing else is left the writer asks: "Please could you confirm whether …?".
    if len(asked) > _SEVERAL or any(
        role == "text" and at not in asked and not letter[at].rstrip().endswith((",", "،", "，"))
        for at, role in enumerate(roles)
    ):
        for at in asked:
            roles[at] = "quoted"
    roles += ["quoted"] * (len(pieces) - stop)
    return ["quoted" if piece.lstrip().startswith(">") else role for piece, role in zip(pieces, roles, strict=True)]


# --- an earlier message ---------------------------------------------------------------------------------------


def _earlier_message(pieces: Sequence[str]) -> int:
    """Return the paragraph that introduces an earlier message: a line that says so, or the header of a mail.

    A letter, memorandum or printed mail opens with such a header itself, so that one counts only below words of the
    writer.
    """
    has_prose = False
    for at, piece in enumerate(pieces):
        if is_quote_start(piece) or (has_prose and _is_header_block(pieces, at)):
            return at
        has_prose = has_prose or _is_prose(piece)
    return len(pieces)


#: More paragraphs that ask than this repeat a request.
_SEVERAL = 2


def is_quote_start(piece: str) -> bool:
    """Tell whether a paragraph introduces an earlier message: "-----Original Message-----", "On … wrote:"."""
    first = piece.split("\n", 1)[0]
    bare = folded(_DASHES.sub("", first))
    if bare in letter_words("quote"):
        return True
    last = piece.rstrip()
    if len(piece) > 300 or not last.endswith((":", "：")):
        return False
    ending = folded(last)
    return any(ending.endswith(word) or f" {word} " in f" {ending} " for word in letter_words("wrote")) and any(
        character.isdigit() for character in piece
    )


def _is_header_block(pieces: Sequence[str], at: int) -> bool:
    """Tell whether "From:" stands here with "Sent:" or "To:" right below, as mail programs print it."""
    lines = [line for piece in pieces[at : at + 3] for line in piece.splitlines()][:4]
    names = [folded(match[1]) if (match := _HEADER_LINE.match(line.strip())) else "" for line in lines]
    return bool(names) and names[0] in letter_words("from") and any(name in letter_words("sent") for name in names[1:])


def _is_prose(piece: str) -> bool:
    """Tell whether a paragraph is something that a writer says: a sentence, a greeting or a close."""
    text = piece.rstrip()
    if is_closing(text) or text.endswith((",", "،", "，")):
        return True
    is_said = bool(_SENTENCE_END.search(text)) or text.endswith(("?", "؟", "？", ":", "："))
    return is_said and (len(text.split()) > 2 or _wide(text) > _PROSE // 2) and not _HEADER_LINE.match(text)


def _wide(text: str) -> int:
    return sum(2 if character >= "\u2e80" else 1 for character in text)


# --- the request, repeated ------------------------------------------------------------------------------------


def _requests(pieces: Sequence[str]) -> list[int]:
    """Return the paragraphs that repeat what was asked.

    A single question right above its answer stays the writer's: answers such as "None" are read with it.
    """
    found: list[int] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        begins = _announced(piece)
        if piece.lstrip().startswith("|") and begins != "alone":
            found.append(at)
        elif begins == "alone":
            end = _end_of_request(pieces, at + 1)
            run = list(range(at + 1, end))
            found += [] if len(run) == 1 and _is_question(pieces[run[0]]) else run
            at = max(end - 1, at)
        elif begins == "with request" and not _answers(piece):
            end = at + 1
            while end < len(pieces) and _is_asked(pieces[end]):
                end += 1
            found += range(at, end)
            at = end - 1
        at += 1
    return found


def _announced(piece: str) -> str:
    """Return ``alone`` for "You asked:", ``with request`` for "Please tell me how many …", else nothing."""
    text = folded(_bare(piece))
    for word in _ordered("request"):
        if not _begins_with(text, word):
            continue
        rest = text[len(word) :].strip(" :：,，")
        is_open = piece.rstrip().endswith((":", "：")) and any(_begins_with(rest, tail) for tail in _ordered("tail"))
        if not rest or (is_open and len(piece) < _ANNOUNCEMENT):
            return "alone"
        if piece[: len(word) + 16].find(":") > 0 or "：" in piece[: len(word) + 16] or _is_question(piece):
            return "with request"
    return "with request" if any(_begins_with(text, word) for word in _ordered("ask")) else ""


def _end_of_request(pieces: Sequence[str], start: int) -> int:
    """Return where the request that begins at `start` ends: at its answer, or where nothing more is asked."""
    for at in range(start, min(len(pieces), start + _REQUEST_PIECES)):
        if is_closing(pieces[at]):
            break
        if _is_answer(pieces[at]):
            return at
    end = start
    while end < len(pieces) and _is_asked(pieces[end]):
        end += 1
    return end


def _is_answer(piece: str) -> bool:
    text = folded(_bare(piece))
    return any(_begins_with(text, word) for word in _ordered("answer"))


def _is_asked(piece: str) -> bool:
    text = folded(_bare(piece))
    return _is_question(piece) or any(_begins_with(text, word) for word in (*_ordered("ask"), *_ordered("asks")))


def _is_question(piece: str) -> bool:
    return piece.rstrip().rstrip("\"'”’)").endswith(("?", "؟", "？"))


def _answers(piece: str) -> bool:
    """Tell whether a paragraph that begins with the request goes on with more sentences, which may answer it."""
    inner = _SENTENCE_END.search(piece)
    return inner is not None and bool(piece[inner.end() :].strip(" \n\"'”’)")) and not _is_question(piece)


def _begins_with(text: str, word: str) -> bool:
    if not text.startswith(word):
        return False
    following = text[len(word) : len(word) + 1]
    return not following.isalpha() or word[-1] >= "\u2e80"


def _bare(piece: str) -> str:
    """Return the beginning of a paragraph without the mark of a list or quotation."""
    head = piece[:240]
    mark = _MARK.match(head)
    return head[mark.end() :] if mark else head


@cache
def _ordered(kind: str) -> tuple[str, ...]:
    return tuple(sorted(letter_words(kind), key=lambda word: (-len(word), word)))


# --- the signature --------------------------------------------------------------------------------------------


def _signed(pieces: Sequence[str]) -> list[str]:
    """Return ``signature`` for the closing words and what stands below them, ``text`` for the rest."""
    roles: list[str] = []
    signed: int | None = None
    for piece in pieces:
        if signed is None and is_closing(piece):
            signed = 0
        elif signed is not None:
            signed += 1
            if signed > _SIGNATURE_LINES or len(piece) > _SIGNATURE_WIDTH:
                signed = None
        roles.append("text" if signed is None else "signature")
    if "signature" not in roles:
        start = _unannounced(pieces)
        roles[start:] = ["signature"] * (len(pieces) - start)
    return roles


def is_closing(piece: str) -> bool:
    """Tell whether a paragraph begins the end of a letter: "-- ", "Yours sincerely", "مع التحية"."""
    first = piece.split("\n", 1)[0].strip()
    if first == "--":
        return True
    return len(first) <= 60 and (
        folded(first) in letter_words("closing") or folded(first.split(",")[0]) in letter_words("closing")
    )


def _unannounced(pieces: Sequence[str]) -> int:
    """Return where a signature without closing words begins, the number of paragraphs when there is none.

    It is told by a telephone number, an e-mail address or a post among the last short lines; at most `_FOOTERS` lines
    of another kind, such as a printed notice, may follow it.
    """
    count = len(pieces)
    last = next((at for at in range(count - 1, max(-1, count - 2 - _FOOTERS), -1) if _is_contact(pieces[at])), None)
    if last is None or last == 0:
        return count
    start = last
    while start > 1 and last - start < _NAME_LINES and _may_be_signed(pieces[start - 1]):
        start -= 1
    return start if any(map(_is_prose, pieces[:start])) else count


def _may_be_signed(piece: str) -> bool:
    """Tell whether a line may stand in a signature: short, no sentence, no number but a telephone's."""
    text = piece.strip()
    if _wide(text) > _NAME_WIDTH or text.endswith(_ENDS):
        return False
    return _is_contact(piece) or not any(map(str.isdigit, text))


def _is_contact(piece: str) -> bool:
    text = piece.strip()
    if len(text) > _SIGNATURE_WIDTH or text.endswith((".", "。", "?", "؟", "？")):
        return False
    if any(kind in _CONTACT for _, _, kind in person_spans(text)):
        return True
    return _wide(text) <= _NAME_WIDTH and not any(map(str.isdigit, text)) and _names_post(text)


def _names_post(text: str) -> bool:
    tokens = folded(text).split()
    return len(tokens) <= 7 and bool(words("job", "en").intersection(tokens))
