"""One document to mentions, quantities and claims: its running text first, then its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from synopticon.model.locator import char_span
from synopticon.model.records import Claim, Grid, Mention, Passage, Quantity, Row
from synopticon.read.claims import Evidence, text_evidence
from synopticon.read.claims_prose import heard
from synopticon.read.claims_questions import (
    Item,
    Question,
    about,
    answer_claims,
    bare_denial,
    items_of,
    named_answer,
    question_of,
    questions_in,
    split_question,
)
from synopticon.read.clauses import Spot, cues_at
from synopticon.read.codes import codes_of
from synopticon.read.completing import completed
from synopticon.read.cue import Matcher, matcher_of
from synopticon.read.frames import Frame, Told
from synopticon.read.gate import Gate
from synopticon.read.heads import with_short_forms
from synopticon.read.ledgers import is_subject
from synopticon.read.legends import codes_in
from synopticon.read.listed import list_claims
from synopticon.read.numbered import numbered
from synopticon.read.papers import as_bought, is_paper
from synopticon.read.register_columns import subject_kind
from synopticon.read.register_plan import is_equipment
from synopticon.read.reply_spots import names_in_order, prepared
from synopticon.read.sentences import said_in
from synopticon.read.states import asks_back, last_claims, machine_claims
from synopticon.read.survey import spots_of
from synopticon.read.tables import read_tables
from synopticon.text.language import language_of

#: Fields of notices and ledgers are read with their row, which knows the buyer, the amount and the kind of notice.
_READ_BY_ROW = {"notices", "ledger"}


def read_document(
    *,
    document: str,
    body: str | None,
    source_kind: str,
    received: str | None,
    language: str | None,
    passages: Iterable[Passage],
    tables: Iterable[tuple[Grid, Iterable[Row]]],
) -> Iterator[Mention | Quantity | Claim]:
    """Yield everything that a document states, with the exact place of each value.

    Words that a document quotes from somebody else, such as the request below a reply, give mentions and quantities
    but no claim. `received` is not used to complete dates: a month without a year stays one.
    """
    del received
    listed = [passage for passage in passages if passage.text.strip()]
    language = language or language_of("\n".join(passage.text for passage in listed)[:4000])
    frame = Frame(document, body, source_kind, language)
    spots = with_short_forms([*spots_of((p for p in listed if p.kind != "furniture"), language)])
    if frame.is_reply:
        spots = prepared(spots, language)
    for spot in spots:
        yield from _spans(document, spot)
    if any(m.maker or m.kind == "product" for spot in spots for m in spot.mentions):
        frame = replace(frame, is_about=True, is_letter=_is_letter(frame, spots))
    claims = list(_prose(frame, spots))
    claims = numbered(frame, spots, completed(frame, spots, claims)) if source_kind == "articles" else claims
    codes = codes_in(spot.passage.text for spot in spots if any(m.maker for m in spot.mentions))
    texts = [spot.passage.text for spot in spots]
    for record in read_tables(document, body, source_kind, tables, language=language, texts=texts, explained=codes):
        if isinstance(record, Claim):
            claims.append(record)
        else:
            yield record
    if frame.is_reply and not claims:
        headings = (spot for spot in spots if spot.passage.kind in {"heading", "field"})
        claims += [claim for spot in headings for claim in machine_claims(document, body, spot)]
    if frame.is_reply and not claims:
        claims += _nothing_else(frame, spots)
    if frame.is_reply and is_paper(spots):
        claims = [as_bought(claim) for claim in claims]
    if frame.is_reply and all(claim.basis in _COURSE for claim in claims):
        own = [spot for spot in spots if spot.passage.role == "text" and spot.passage.kind != "heading"]
        claims += last_claims(document, body, own, is_nothing=not claims)
    yield from _tidied(_with_kind(claims, spots) if frame.is_reply else claims)


def _is_letter(frame: Frame, spots: list[Spot]) -> bool:
    """Tell whether a document of no known kind is an answer to a request: it greets, and speaks of "your request"."""
    if frame.source_kind != "articles":
        return False
    cues = matcher_of(frame.language)
    if cues is None:
        return False
    found: set[str] = set()
    for spot in spots:
        found.update(hit.group() for hit in cues.all("letter", spot.plain))
        if len(found) >= _LETTER_WORDS:
            return True
    return False


def _nothing_else(frame: Frame, spots: list[Spot]) -> Iterator[Claim]:
    """Yield the denial that a whole reply is: "Nil."."""
    for spot in spots:
        cues = cues_at(spot, (0, len(spot.plain))) or matcher_of(frame.language)
        if cues is not None and spot.passage.role == "text":
            yield from bare_denial(spot, (0, len(spot.plain)), cues, frame.document, frame.body)


#: How many different words of a letter make a letter.
_LETTER_WORDS = 2


def _with_kind(claims: list[Claim], spots: list[Spot]) -> list[Claim]:
    """Let "Hikvision: 82" count what the whole document is about, where that is one kind of thing only.

    A reply that names no kind at all speaks of what was asked about: the subject.
    """
    words = [m for spot in spots for m in spot.mentions if m.kind == "product" and m.product_kind and m.maker is None]
    words = [m for m in words if is_equipment(m.product_kind) and is_subject(m)]
    kinds = {m.product_kind for m in words} or {subject_kind()}
    if words or not any(claim.extractor == "register" for claim in claims):
        kinds |= {claim.product_kind for claim in claims if is_equipment(claim.product_kind)}
    if len(kinds) != 1:
        return claims
    (kind,) = kinds
    unit = max((m.text.lower() for m in words), key=lambda text: (text.endswith("s"), -len(text), text), default=None)
    return [
        replace(claim, product_kind=kind, unit=claim.unit or unit)
        if claim.makers and claim.product_kind is None and (claim.quantity is not None or claim.low is not None)
        else claim
        for claim in claims
    ]


def _spans(document: str, spot: Spot) -> Iterator[Mention | Quantity]:
    passage = spot.passage
    for m in spot.mentions:
        if m.kind == "product" and m.maker is None:
            continue  # a plain word such as "cameras" names nothing
        locator = char_span(passage.unit, passage.start + m.start, passage.start + m.end)
        # A brand counts for its maker, whose name it is known by.
        known = m.maker if m.kind == "brand" and m.maker is not None else m.id
        yield Mention(document, locator, m.kind, known, m.text, spot.language, m.maker, m.product_kind)
        if m.kind == "model" and m.maker is not None:
            yield Mention(document, locator, "product", m.maker, m.text, spot.language, m.maker, m.product_kind)
    for start, end, maker in codes_of(spot):
        locator = char_span(passage.unit, passage.start + start, passage.start + end)
        yield Mention(document, locator, "product", maker, passage.text[start:end], spot.language, maker, None)
    for q in spot.quantities:
        locator = char_span(passage.unit, passage.start + q.start, passage.start + q.end)
        value = None if q.value is None else str(q.value)
        yield Quantity(
            document, locator, q.kind, value, q.low, q.high, q.unit, q.qualifier, q.currency, q.text, spot.language
        )


def _prose(frame: Frame, spots: list[Spot]) -> Iterator[Claim]:
    questions = questions_in(spots, frame.language) if frame.is_reply else {}
    last: Question | None = None
    told = Told()
    listed, read = list_claims(frame.document, frame.body, spots) if frame.is_reply else ([], set())
    yield from listed
    for number, spot in enumerate(spots):
        if number in read:
            continue
        if frame.is_reply and spot.passage.role == "quoted":
            last = _quoted_question(spot, frame.language) or last
        if not _speaks(spot) or (spot.passage.kind == "field" and frame.source_kind in _READ_BY_ROW):
            continue
        gate = Gate(spot, matcher_of(spot.language or frame.language), is_reply=frame.is_reply)
        if (
            gate.is_shut
            and not (gate.counts and (told.is_open or told.noun[0] is not None))
            and not questions
            and last is None
            and not frame.is_reply
        ):
            told = heard(told, spot, (0, len(spot.plain))) if spot.mentions else told
            continue
        if not frame.is_reply:
            claims, told = said_in(frame, spot, 0, len(spot.plain), told, gate)
            yield from claims
            continue
        for item in items_of(spot):
            cues = cues_at(spot, (item.start, item.end)) or matcher_of(frame.language)
            if cues is None:
                continue
            claims, last, told = _item_claims(frame, item, cues, questions, last, told, gate)
            yield from claims


def _quoted_question(spot: Spot, language: str | None) -> Question | None:
    """Return the last question of a quoted passage: what follows may answer it."""
    cues = cues_at(spot, (0, len(spot.plain))) or matcher_of(language)
    if cues is None:
        return None
    asked = ((item, split_question(item, cues)[0]) for item in items_of(spot))
    last = next(((item, span) for item, span in reversed([*asked]) if span is not None), None)
    return question_of(spot, last[1], last[0].number, cues) if last is not None else None


def _speaks(spot: Spot) -> bool:
    """Tell whether a passage is the author's own statement. A sign-off names no equipment: one that does goes on."""
    role = spot.passage.role
    return role == "text" or (role == "signature" and any(m.maker for m in spot.mentions))


def _item_claims(  # noqa: PLR0917  # the parts of one statement
    frame: Frame,
    item: Item,
    cues: Matcher,
    questions: dict[int, Question],
    last: Question | None,
    told: Told,
    gate: Gate,
) -> tuple[list[Claim], Question | None, Told]:
    """Read one point of a reply: a question is remembered, an answer is read with its question."""
    asked, stated = split_question(item, cues)
    if asked is not None and (back := asks_back(frame.document, frame.body, item.spot, asked)):
        more, told = said_in(frame, item.spot, *stated, told, gate) if stated is not None else ([], told)
        return [*back, *more], last, told
    if asked is not None:
        known = last or (questions.get(item.number) if item.number is not None else None)
        kind = known.thing.product_kind if known is not None else None
        last = about(question_of(item.spot, asked, item.number, cues), kind)
        if stated is None:
            return [], last, told
    if stated is None:
        return [], last, told
    start, end = stated
    question = last if asked is not None else questions.get(item.number) if item.number is not None else last
    claims: list[Claim] = []
    if question is not None and not names_in_order(item.spot, (start, end)):
        text = item.spot.passage.text[start:end]
        passage = item.spot.passage

        def evidence_at(span: tuple[int, int]) -> Evidence | None:
            core = (start + span[0], start + span[1])
            return text_evidence(frame.document, passage.unit, passage.start, passage.text, core, core, cues.language)

        claims, read = answer_claims(question, text, cues, evidence_at, frame.body)
        start += read
        if claims and read and claims[0].polarity == "affirmed" and claims[0].quantity is claims[0].amount is None:
            # "Yes. We have 23.": the number of the next sentence belongs to the same question.
            base = start
            rest = item.spot.passage.text[base:end]
            skipped = len(rest) - len(rest.lstrip(" .\n"))

            def evidence_after(span: tuple[int, int]) -> Evidence | None:
                core = (base + skipped + span[0], base + skipped + span[1])
                return text_evidence(
                    frame.document, passage.unit, passage.start, passage.text, core, core, cues.language
                )

            more, read = answer_claims(question, rest[skipped:], cues, evidence_after, frame.body)
            if more and more[0].quantity is not None:
                claims, start = more, base + skipped + read
    if question is None and item.number is not None and frame.is_about:
        claims = bare_denial(item.spot, (start, end), cues, frame.document, frame.body)
    more, told = said_in(frame, item.spot, start, end, told, gate)
    if not claims and not more and (question is not None or item.number is not None):
        more = named_answer(item.spot, (start, end), cues, frame.document, frame.body)
    return [*claims, *more], None, told


#: Bases of claims about the course of a request, which answer nothing.
_COURSE = {"acknowledgement", "clarification"}


def _tidied(claims: list[Claim]) -> Iterator[Claim]:
    """Leave out repeated claims, and acknowledgements beside an answer."""
    substantial = any(claim.extractor != "state" or claim.basis not in _COURSE for claim in claims)
    seen: set[str] = set()
    for claim in claims:
        if claim.basis in _COURSE and substantial:
            continue
        if claim.claim in seen:
            continue
        seen.add(claim.claim)
        yield replace(claim)
