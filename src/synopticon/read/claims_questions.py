"""Answers read with their questions: "1) 126  2) None" says nothing until the request says what was asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from synopticon.model.records import Claim, Row
from synopticon.read.claims import NO_COUNT, Count, Evidence, Money, Thing, cell_evidence, make_claim, text_evidence
from synopticon.read.clauses import Spot, cues_at, sentence_spans
from synopticon.read.cue import Matcher, matcher_of, plain
from synopticon.read.mentions import find_mentions
from synopticon.read.polarity import negation_in
from synopticon.read.quantities import find_quantities
from synopticon.read.reply_words import reply_matcher
from synopticon.read.rows import Sheet, text_of
from synopticon.read.rows_things import thing_of
from synopticon.read.states import refusal_in
from synopticon.text.language import language_of

_NUMBER = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=[(\[]))(?:q(?:uestion)?|a(?:nswer)?|السؤال|سؤال|问题|答)?\.? ?(\d{1,2})"
    r"(?:[)、]|[.:](?=\s|$|[^\d\s]))"
    r"|(?:(?<=\s)|(?<=^))(?:(?:question|answer|part|item)\s)?\(([a-hا-د])\)[.:]?(?=\s|$)"
    r"|(?:(?<=\s)|(?<=^))(?:q|question|a|answer)\.? ?(\d{1,2})\s?[-–—](?=\s)",
    re.MULTILINE,
)
_LETTERS = {**{letter: at for at, letter in enumerate("abcdefgh", 1)}, "ا": 1, "ب": 2, "ج": 3, "د": 4}
_OPENING = 60
#: "Number of A cameras: 33" answers what "Number of A cameras" asks.
_ENDS_IN_NUMBER = re.compile(r"[:=-]\s*[\d٠-٩][\d٠-٩,]*\s*[.;]?\s*$")


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a passage: a numbered point, or the whole passage; the span leaves the number out."""

    spot: Spot
    number: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: of which things, what is done with them, and whether it asks for money or a list."""

    number: int | None
    thing: Thing
    modality: str
    is_money: bool
    is_about_things: bool


def items_of(spot: Spot) -> list[Item]:
    """Cut a passage at its numbered points; numbers must go up by one, so that "section 1. " inside is no point."""
    text = spot.plain
    points: list[tuple[int, int, int]] = []
    for found in _NUMBER.finditer(text):
        number = int(found[1] or found[3] or 0) or _LETTERS.get(found[2], 0)
        starts_line = not text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip(" (>")
        if (not points and (number == 1 or starts_line)) or (points and number == points[-1][0] + 1):
            points.append((number, found.start(), found.end()))
    if not points:
        return [Item(spot, None, 0, len(text))]
    items = [Item(spot, None, 0, points[0][1])] if text[: points[0][1]].strip() else []
    for (number, _, begin), following in zip(points, [*points[1:], (0, len(text), 0)], strict=True):
        items.append(Item(spot, number, begin, following[1]))
    return items


def split_question(item: Item, cues: Matcher) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Return the part of an item that asks and the part that states; either may be missing."""
    text = item.spot.plain[item.start : item.end]
    mark = max(text.rfind("?"), -1)
    if mark >= 0:
        rest = text[mark + 1 :]
        return (item.start, item.start + mark + 1), (
            (item.start + mark + 1, item.end) if rest.strip(" \n\"'.)") else None
        )
    if cues.find("answer", text) is None:
        begins = cues.find("question", text.lstrip(" :.-"), 0)
        if item.number is not None and begins is not None and begins.start() == 0 and begins.group() != "please":
            return (item.start, item.end), None
        for number, (_, end) in enumerate(sentence_spans(item.spot, item.start, item.end)):
            if number == 0 and is_request(item.spot.plain[item.start : end], cues):
                rest = item.spot.plain[end : item.end].strip(" \n\"'.)")
                return (item.start, end), (end, item.end) if rest else None
    return None, (item.start, item.end)


def is_request(text: str, cues: Matcher) -> bool:
    """Tell whether a sentence repeats a request; one that also says what becomes of it does not."""
    asked = text.lstrip(" \n:.-)(")
    if not cues.has("request", asked) or answers_itself(asked):
        return False
    return refusal_in(text, cues, reply_matcher(cues.language)) is None


def answers_itself(text: str) -> bool:
    """Tell whether words that ask end in a number that answers them."""
    return _ENDS_IN_NUMBER.search(text) is not None


def question_of(spot: Spot, span: tuple[int, int], number: int | None, cues: Matcher) -> Question:
    """Return what a question asks, by the names and verbs in it."""
    text = spot.plain[slice(*span)]
    mentions = tuple(m for m in spot.mentions if span[0] <= m.start and m.end <= span[1])
    return _question(text, thing_of(mentions), number, cues, is_about_things=bool(mentions))


def _question(text: str, thing: Thing, number: int | None, cues: Matcher, *, is_about_things: bool) -> Question:
    modalities = [modality for modality, pattern in cues.modalities if pattern.search(text)]
    held = next(
        (m for m in modalities if m in {"removed", "planned", "owned", "installed", "used", "delivered"}), "owned"
    )
    is_money = cues.has("spent", text) or cues.has("budget", text)
    is_money = is_money and not cues.has("how_many", text)
    return Question(number, thing, held, is_money, is_about_things)


def questions_in(spots: Iterable[Spot], language: str | None) -> dict[int, Question]:
    """Return the numbered questions of a document, quoted or repeated; the first with a number stands."""
    found: dict[int, Question] = {}
    kind: str | None = None
    for spot in spots:
        cues = cues_at(spot, (0, len(spot.plain))) or matcher_of(language)
        if cues is None:
            continue
        for item in items_of(spot):
            if item.number is None:
                continue
            asked, _ = split_question(item, cues)
            if asked is None or item.number in found:
                continue
            question = about(question_of(spot, asked, item.number, cues), kind)
            found[item.number], kind = question, question.thing.product_kind or kind
    return found


def about(question: Question, kind: str | None) -> Question:
    """Let "How many of these are made by …?" ask about the things of the question before."""
    if question.thing.product_kind is not None or kind is None or not question.thing.makers:
        return question
    return replace(question, thing=replace(question.thing, product_kind=kind))


def bare_denial(spot: Spot, span: tuple[int, int], cues: Matcher, frame_document: str, body: str | None) -> list[Claim]:
    """Return the claim of a numbered answer that only denies ("(a) Nil.") where the questions are not to be had."""
    text = spot.plain[slice(*span)]
    lead = len(text) - len(text.lstrip(" \n:.-"))
    found = cues.find("nothing", text[lead:])
    if found is None or found.start() != 0 or text[lead + found.end() :].strip(" .;!\n"):
        return []
    core = (span[0] + lead, span[0] + lead + found.end())
    passage = spot.passage
    evidence = text_evidence(frame_document, passage.unit, passage.start, passage.text, core, core, cues.language)
    if evidence is None:
        return []
    return [make_claim(evidence, "owned", extractor="answer", polarity="negated", confidence="low", body=body)]


def named_answer(spot: Spot, span: tuple[int, int], cues: Matcher, document: str, body: str | None) -> list[Claim]:
    """Return the holdings of an answer that only names makers: "Who makes them? Hikvision and Bosch."."""
    start = span[0] + len(spot.plain[slice(*span)]) - len(spot.plain[slice(*span)].lstrip(" \n:.-–"))
    end = _first_sentence(spot.plain[: span[1]], start)
    named = [m for m in spot.mentions if m.maker and start <= m.start and m.end <= end]
    rest = spot.plain[start:end]
    for m in reversed(named):
        rest = rest[: m.start - start] + " " + rest[m.end - start :]
    yes = cues.find("yes", rest)
    rest = rest[yes.end() :] if yes is not None and yes.start() == 0 else rest
    if (
        not named
        or any(len(word) > _JOINER for word in _WORDS.findall(rest))
        or len(_WORDS.findall(rest)) >= len(named)
    ):
        return []
    claims: list[Claim] = []
    passage = spot.passage
    for m in {m.maker: m for m in reversed(named)}.values():
        core = (m.start, m.end)
        evidence = text_evidence(document, passage.unit, passage.start, passage.text, (start, end), core, cues.language)
        if evidence is not None:
            thing = Thing(makers=(m.maker,) if m.maker else ())
            claims.append(
                make_claim(evidence, "owned", extractor="answer", thing=thing, confidence="medium", body=body)
            )
    return claims


_WORDS = re.compile(r"[^\W_]+")
#: The longest word that joins two names: "and", "und", "و".
_JOINER = 3


def answer_claims(
    question: Question,
    text: str,
    cues: Matcher,
    evidence_at: Callable[[tuple[int, int]], Evidence | None],
    body: str | None,
) -> tuple[list[Claim], int]:
    """Return the claims of an answer that has no subject of its own, and how many characters of it were read so.

    `text` is the answer as it stands. Nothing (and 0) when the answer is a sentence that can be read alone.
    """
    if not question.is_about_things:
        return [], 0
    words = plain(text)
    skip = cues.find("answer", words)
    start = skip.end() if skip is not None and skip.start() <= len(words) - len(words.lstrip()) else 0
    start += len(words[start:]) - len(words[start:].lstrip(" \n:.-–)("))
    end = _first_sentence(words, start)
    opening = words[start:end]
    if any(m.maker for m in find_mentions(text[start:end])) and len(opening) > 12:
        return [], 0
    make = _maker(question, evidence_at, body)
    if (found := cues.find("nothing", opening)) is not None and found.start() == 0:
        return make((start, start + found.end()), NO_COUNT, "negated", None), end
    if cues.has("refused", opening) or cues.has("not_held", opening):
        return [], 0
    quantities = [q for q in find_quantities(text[start:end]) if q.kind in {"count", "money"}]
    if question.is_money:
        money = next((q for q in quantities if q.kind == "money"), None)
        if money is not None and isinstance(money.value, Decimal) and _is_short(opening):
            amount = Money(money.value, money.currency, "paid")
            return make((start, end), NO_COUNT, "affirmed", amount), end
        return [], 0
    count = next((q for q in quantities if q.kind == "count"), None)
    if count is not None and negation_in(cues, opening[: count.start]) is not None:
        # "Not one of the 96 cameras we run" is none of them.
        return (make((start, end), NO_COUNT, "negated", None), end) if question.thing.makers else ([], 0)
    if count is not None and _is_short(opening):
        value = count.value if isinstance(count.value, Decimal) else None
        kind = count.product_kind or question.thing.product_kind
        answered = replace(question, thing=replace(question.thing, product_kind=kind))
        if value == 0:
            return _maker(answered, evidence_at, body)((start, end), NO_COUNT, "negated", None), end
        number = Count(value, count.low, count.high, count.unit or question.thing.product_kind, count.qualifier)
        return _maker(answered, evidence_at, body)((start, end), number, "affirmed", None), end
    yes = cues.find("yes", opening)
    if yes is not None and yes.start() == 0:
        return make((start, end), NO_COUNT, "affirmed", None), end
    return [], 0


def _is_short(opening: str) -> bool:
    return len(opening) <= _OPENING


def _first_sentence(words: str, start: int) -> int:
    for index in range(start, len(words)):
        if words[index] in ".;\n。；" and (
            index + 1 == len(words) or words[index + 1].isspace() or words[index] in "。；\n"
        ):
            return index
    return len(words)


def _maker(
    question: Question, evidence_at: Callable[[tuple[int, int]], Evidence | None], body: str | None
) -> Callable[[tuple[int, int], Count, str, Money | None], list[Claim]]:
    def make(span: tuple[int, int], count: Count, polarity: str, money: Money | None) -> list[Claim]:
        evidence = evidence_at(span)
        if evidence is None:
            return []
        return [
            make_claim(
                evidence,
                "paid" if money is not None else question.modality,
                extractor="answer",
                thing=question.thing,
                count=count,
                money=money or Money(),
                polarity=polarity,
                confidence="high",
                body=body,
            )
        ]

    return make


def read_answer_rows(sheet: Sheet, rows: Iterable[Row], columns: tuple[int, int], cues: Matcher) -> Iterator[Claim]:
    """Yield the claims of a table that has questions in one column and answers in another."""
    asked, answered = columns
    for row in rows:
        question_text, answer_text = text_of(row, asked), row.cells[answered]
        if not question_text or not answer_text.strip():
            continue
        mentions = find_mentions(question_text)
        question = _question(plain(question_text), thing_of(mentions), None, cues, is_about_things=bool(mentions))
        locator = sheet.locator(row, answered)
        language = sheet.language or language_of(answer_text)

        def evidence_at(
            span: tuple[int, int], text: str = answer_text, at: str = locator, tongue: str | None = language
        ) -> Evidence | None:
            return cell_evidence(sheet.document, at, text, span, tongue)

        claims, read = answer_claims(question, answer_text, cues, evidence_at, sheet.body)
        yield from claims
        if not read:
            from synopticon.read.claims_cells import cell_claims  # noqa: PLC0415  # only for answers in sentences

            yield from cell_claims(sheet, locator, answer_text, language)
