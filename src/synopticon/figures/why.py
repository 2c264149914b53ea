"""The chain of evidence: from a figure to its base, its bodies, their claims and the words in the documents."""

from __future__ import annotations

import difflib
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from synopticon.errors import UsageError
from synopticon.figures.notes import plain
from synopticon.figures.statements import is_live, makers_of, units_of
from synopticon.model.records import Body, Claim, Document, Figure, Match

_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Chain:
    """The evidence of one figure or claim, ready to be shown.

    Attributes:
        title: what it is the evidence of.
        lines: (depth, words), depth 0 leftmost.
    """

    title: str
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Records:
    claims: Mapping[str, Claim]
    bodies: Mapping[str, Body]
    documents: Mapping[str, Document]
    matches: Mapping[str, Sequence[Match]]


def chain(  # noqa: PLR0917  # the tables of a run, in the order in which they are made
    wanted: str,
    figures: Iterable[Figure],
    claims: Iterable[Claim],
    bodies: Iterable[Body],
    documents: Iterable[Document],
    matches: Iterable[Match],
) -> Chain:
    """Return the evidence of a figure (its latest edition) or of a claim, by id.

    Raises:
        UsageError: no figure and no claim has this id; the message names the nearest ones.
    """
    known_figures = list(figures)
    editions = [figure for figure in known_figures if figure.figure == wanted]
    by_claim: dict[str, Claim] = {}
    for claim in claims:
        if claim.claim not in by_claim or is_live(claim):
            by_claim[claim.claim] = claim
    by_organisation: dict[str, list[Match]] = defaultdict(list)
    for match in matches:
        by_organisation[match.organisation].append(match)
    records = _Records(
        claims=by_claim,
        bodies={body.body: body for body in bodies},
        documents={document.document: document for document in documents},
        matches=by_organisation,
    )
    if editions:
        return _figure_chain(sorted(editions, key=lambda figure: figure.edition), records)
    if wanted in by_claim:
        claim = by_claim[wanted]
        lines = [*_claim_lines(claim, records, 0), *_body_lines(claim, records), *_match_lines([claim], records)]
        return Chain(f"Claim {wanted}", tuple(lines))
    known = sorted({figure.figure for figure in known_figures} | set(by_claim))
    nearest = difflib.get_close_matches(wanted, known, n=3, cutoff=0.4)
    advice = f"did you mean {' or '.join(repr(name) for name in nearest)}" if nearest else "none is similar"
    raise UsageError(f"expected the id of a figure or claim, found {wanted!r}; {advice}")


def render(chain: Chain) -> str:
    """Return the chain as text of at most 80 columns, ending in a newline; long ids and hashes are not broken."""
    lines = [chain.title, "=" * min(len(chain.title), _WIDTH)]
    for depth, words in chain.lines:
        indent = "  " * depth
        lines += textwrap.wrap(
            words,
            width=_WIDTH,
            initial_indent=indent,
            subsequent_indent=indent + "  ",
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return "\n".join(lines) + "\n"


def _figure_chain(editions: Sequence[Figure], records: _Records) -> Chain:
    figure = editions[-1]
    lines: list[tuple[int, str]] = [(0, figure.title)] if figure.title else []
    lines += [(0, _result(figure)), (0, f"Base: {figure.base}. {figure.note}")]
    lines += [(0, f"Edition {old.edition}, as of {old.as_of}, said: {_result(old)}") for old in editions[:-1]]
    by_body: dict[str, list[Claim]] = defaultdict(list)
    missing = 0
    for name in figure.claims:
        claim = records.claims.get(name)
        if claim is None:
            missing += 1
        else:
            by_body[claim.body or ""].append(claim)
    for body in sorted({*by_body, *figure.bodies}):
        lines.append((0, _body_words(body, records)))
        for claim in by_body[body]:
            lines += _claim_lines(claim, records, 1)
        lines += [(1, _replaced_words(claim, records)) for claim in _replaced(by_body[body], records)]
    if missing:
        lines.append((0, f"{missing} of its claims are not in this table of claims"))
    lines += _match_lines([claim for held in by_body.values() for claim in held], records)
    return Chain(f"Figure {figure.figure}, edition {figure.edition}, as of {figure.as_of}", tuple(lines))


def _result(figure: Figure) -> str:
    if figure.numerator is None:
        return "no number; see the note"
    words = plain(figure.numerator)
    if figure.per is not None:
        return f"{words} {figure.unit or 'units'}{_per_words(figure)}"
    if figure.denominator is not None:
        words += f" of {plain(figure.denominator)}"
        if figure.value is not None:
            words += f" = {(figure.value * 100).quantize(Decimal('0.1'))} %"
    elif figure.unit:
        words += f" {figure.unit}"
    if figure.low != figure.high:
        words += f" (low {_limit(figure.low, figure)}, high {_limit(figure.high, figure)})"
    return words


def _per_words(figure: Figure) -> str:
    if figure.denominator is None or figure.value is None:
        return f", {figure.per} not known"
    return f" for {plain(figure.denominator)} of {figure.per} = {plain(figure.value * 1000)} per 1,000"


def _limit(limit: Decimal | None, figure: Figure) -> str:
    if limit is None:
        return "open"
    is_share = figure.denominator is not None
    return f"{(limit * 100).quantize(Decimal('0.1'))} %" if is_share else plain(limit)


def _body_words(body: str, records: _Records) -> str:
    known = records.bodies.get(body)
    if not body:
        return "No body is named"
    if known is None:
        return f"Body {body}"
    return f"Body {known.name} ({body}): {known.reply_state or 'no reply state'}"


def _body_lines(claim: Claim, records: _Records) -> list[tuple[int, str]]:
    if claim.body is None:
        return []
    lines = [(0, _body_words(claim.body, records))]
    known = records.bodies.get(claim.body)
    if known is not None and known.state_evidence:
        lines.append((1, f"its state rests on {_short_evidence(known.state_evidence)}: {_grounds(known)}"))
    return lines


def _grounds(body: Body) -> str:
    """Return the words that a state rests on, or why there is none, in brackets because these words are ours."""
    return body.state_quote or (f"[{body.state_note}]" if body.state_note else "")


def _short_evidence(evidence: str) -> str:
    document, _, locator = evidence.partition("#")
    return f"{document[:12]}… {locator}".strip()


def _claim_lines(claim: Claim, records: _Records, depth: int) -> list[tuple[int, str]]:
    lines = [(depth, f"Claim {claim.claim}: {_claim_words(claim)}")]
    document = records.documents.get(claim.document)
    if document is not None:
        notes = "; ".join(part for part in (document.received, document.notes) if part)
        lines.append((depth + 1, f"in {document.path}" + (f" ({notes})" if notes else "")))
    lines.append((depth + 1, f"sha256 {claim.document}"))
    lines.append((depth + 1, f"at {claim.locator or 'the whole document'}"))
    lines.append((depth + 1, f"“{' '.join(claim.quote.split())}”"))
    if claim.second_reading is not None:
        lines.append((depth + 1, f"second PDF parser: {claim.second_reading}"))
    return lines


def _claim_words(claim: Claim) -> str:
    makers = ", ".join(sorted(makers_of(claim)))
    brand = f"({claim.brand})" if claim.brand and claim.brand != claim.maker else None
    words = [claim.polarity, claim.modality, makers, brand, claim.model, claim.product_kind, _units_words(claim)]
    if claim.amount is not None:
        words.append(f"{plain(claim.amount)} {claim.currency or ''} {claim.amount_kind or ''}".strip())
    read = f"[{claim.review_state}, read by {claim.extractor}, confidence {claim.confidence}]"
    return " ".join([*(word for word in words if word), read])


def _units_words(claim: Claim) -> str:
    units = units_of(claim)
    if units.number is None:
        return ""
    if claim.qualifier == "between" and claim.high is not None:
        return f"between {plain(units.low)} and {plain(claim.high)}"
    qualifier = "" if claim.qualifier in (None, "exact") else f"{claim.qualifier.replace('_', ' ')} "
    return f"{qualifier}{plain(units.number)}"


def _replaced(counted: Sequence[Claim], records: _Records) -> list[Claim]:
    """Return the claims on the same things that were superseded or are duplicates: they stay visible."""
    things = {(c.body, makers_of(c), c.product_kind) for c in counted}
    return [
        claim
        for claim in records.claims.values()
        if claim.review_state in ("superseded", "duplicate", "rejected")
        and (claim.body, makers_of(claim), claim.product_kind) in things
    ]


def _replaced_words(claim: Claim, records: _Records) -> str:
    document = records.documents.get(claim.document)
    where = document.path if document else claim.document[:12]
    return f"not counted, {claim.review_state}: {claim.claim} in {where}, “{' '.join(claim.quote.split())}”"


def _match_lines(claims: Iterable[Claim], records: _Records) -> list[tuple[int, str]]:
    makers = sorted({maker for claim in claims for maker in makers_of(claim)})
    lines: list[tuple[int, str]] = []
    for maker in makers:
        for match in sorted(records.matches.get(maker, ()), key=lambda match: (match.list, match.listing)):
            if match.is_in_force:
                words = match.wording or f"{match.list}: {match.listed_name}"
                since = f" (in force from {match.in_force_from})" if match.in_force_from else ""
                lines.append((0, f"List, as of {match.as_of}: {maker}: {words}{since}"))
    return lines
