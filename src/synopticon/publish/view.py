"""The published tables joined for reading: by body, by maker, by document. Made once, read by every page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from synopticon.model.case import Case, FigureSpec
from synopticon.model.records import Body, Claim, Contradiction, Document, Figure, Match, Organisation, SetAside
from synopticon.publish import addresses, words
from synopticon.publish.names import list_names, spoken_names
from synopticon.publish.order import natural
from synopticon.publish.output import Publication, RunInfo

ItemT = TypeVar("ItemT")
#: How many claims one page prints; the rest stand in the data, and the page says so.
MOST_CLAIMS = 400


@dataclass(frozen=True, slots=True)
class View:
    """What the pages read.

    Claims that a reviewer rejected or holds back, private names and mere resemblances of names are not in it;
    `unprinted` counts them, so that the method page can say so.

    Attributes:
        claims: those that stand, in the order of their documents.
        replaced: claims that a later or equal claim replaced; they stay listed.
        makers: ids in the order of their names.
        figures: the latest edition of each figure; `editions` has all of them, the latest first.
        anchored: claims that stand on the page of their document.
        contradictions: those with at least two claims that are printed; `contradicting` has them by claim.
    """

    case: Case
    run: RunInfo
    bodies: list[Body]
    claims: list[Claim]
    replaced: list[Claim]
    organisations: list[Organisation]
    matches: list[Match]
    figures: list[Figure]
    set_aside: list[SetAside]
    documents: dict[str, list[Document]]
    makers: list[str]
    unprinted: dict[str, int]
    body_by_id: dict[str, Body] = field(default_factory=dict[str, Body])
    claim_by_id: dict[str, Claim] = field(default_factory=dict[str, Claim])
    claims_by_body: dict[str, list[Claim]] = field(default_factory=dict[str, list[Claim]])
    claims_by_maker: dict[str, list[Claim]] = field(default_factory=dict[str, list[Claim]])
    claims_by_document: dict[str, list[Claim]] = field(default_factory=dict[str, list[Claim]])
    matches_by_organisation: dict[str, list[Match]] = field(default_factory=dict[str, list[Match]])
    organisations_by_id: dict[str, list[Organisation]] = field(default_factory=dict[str, list[Organisation]])
    editions: dict[str, list[Figure]] = field(default_factory=dict[str, list[Figure]])
    specs: dict[str, FigureSpec] = field(default_factory=dict[str, FigureSpec])
    anchored: set[str] = field(default_factory=set[str])
    contradictions: list[Contradiction] = field(default_factory=list[Contradiction])
    contradicting: dict[str, list[Contradiction]] = field(default_factory=dict[str, list[Contradiction]])

    def state(self, body: Body) -> str:
        """Return the state of a body's reply, `words.UNREAD` for one not understood, empty when nobody asked."""
        return body.reply_state or (words.UNREAD if body.state_evidence else "")

    def is_asked(self, body: Body) -> bool:
        """Tell whether a body is one of those that were asked."""
        return bool(body.asked_on or body.channel or self.state(body))

    def body_name(self, key: str | None) -> str:
        """Return the name of a body, its id when the table does not have it."""
        return self.body_by_id[key].name if key in self.body_by_id else key or ""

    def maker_name(self, key: str | None) -> str:
        """Return the name under which people know a maker: short where there is one, its id in words at worst."""
        if key in spoken_names():
            return spoken_names()[key]
        for organisation in self.organisations_by_id.get(key or "", ()):
            return organisation.name
        return words.readable(key).title()

    def document_address(self, document: str | None) -> str | None:
        """Return the page of a document, null when the table does not have the document."""
        return addresses.document(document) if document in self.documents else None

    def claim_address(self, claim: Claim) -> str | None:
        """Return where a claim stands on the page of its document."""
        page = self.document_address(claim.document)
        return f"{page}#{addresses.claim(claim.claim)}" if page and claim.claim in self.anchored else page

    def body_address(self, key: str | None) -> str | None:
        """Return the page of a body, null when the table does not have it."""
        return addresses.body(key) if key in self.body_by_id else None

    def maker_address(self, key: str | None) -> str | None:
        """Return the page of a maker, null for an id that has none."""
        return addresses.maker(key) if key and key in self.makers else None

    def list_name(self, code: str) -> str:
        """Return the name of a list as the run or the reference tables tell it, else its code."""
        told = (status.name for status in self.run.lists if status.list == code and status.name)
        return next(told, list_names().get(code, code))


def view(publication: Publication) -> View:
    """Join the published tables for reading."""
    every = list(publication.records(Claim, "claims"))
    claims = [claim for claim in every if claim.review_state in words.LIVE]
    replaced = [claim for claim in every if claim.review_state in words.REPLACED]
    organisations = list(publication.records(Organisation, "organisations"))
    named = [row for row in organisations if not row.natural_person_risk]
    matches = list(publication.records(Match, "matches"))
    certain = [match for match in matches if match.tier != "weak"]
    bodies = sorted(publication.records(Body, "bodies"), key=lambda body: (natural(body.name.casefold()), body.body))
    editions = _grouped(publication.records(Figure, "figures"), lambda figure: figure.figure)
    for figures in editions.values():
        figures.sort(key=lambda figure: -figure.edition)
    by_document = _grouped([*claims, *replaced], lambda claim: claim.document)
    by_maker = _by_maker(claims)
    printed = {claim.claim: claim for claim in (*replaced, *claims)}
    told = _told(publication.records(Contradiction, "contradictions"), printed)
    return View(
        case=publication.case,
        run=publication.run,
        bodies=bodies,
        claims=claims,
        replaced=replaced,
        organisations=named,
        matches=certain,
        figures=_in_case_order(publication.case, editions),
        set_aside=list(publication.records(SetAside, "set_aside")),
        documents=_grouped(publication.records(Document, "documents"), lambda document: document.document),
        makers=_makers(named, by_maker),
        unprinted={
            "rejected": sum(claim.review_state == "rejected" for claim in every),
            "held": sum(claim.review_state == "held" for claim in every),
            "private": len(organisations) - len(named),
            "weak": len(matches) - len(certain),
        },
        body_by_id={body.body: body for body in bodies},
        claim_by_id=printed,
        claims_by_body=_grouped(claims, lambda claim: claim.body or ""),
        claims_by_maker=by_maker,
        claims_by_document=by_document,
        matches_by_organisation=_grouped(certain, lambda match: match.organisation),
        organisations_by_id=_grouped(named, lambda organisation: organisation.organisation),
        editions=editions,
        specs={spec.id: spec for spec in publication.case.figures},
        contradictions=told,
        contradicting=_by_claim(told),
        anchored={claim.claim for group in by_document.values() for claim in _reading_order(group)[:MOST_CLAIMS]},
    )


def _told(found: Iterable[Contradiction], printed: Mapping[str, Claim]) -> list[Contradiction]:
    """Return the contradictions between claims that are printed; what review holds back contradicts nobody."""
    kept = (replace(one, claims=tuple(key for key in one.claims if key in printed)) for one in found)
    return [one for one in kept if len(one.claims) > 1]


def _by_claim(found: Iterable[Contradiction]) -> dict[str, list[Contradiction]]:
    groups: defaultdict[str, list[Contradiction]] = defaultdict(list)
    for one in found:
        for key in one.claims:
            groups[key].append(one)
    return dict(groups)


def on_document_page(seen: View, document: str) -> list[Claim]:
    """Return the claims that a document's page prints, in reading order."""
    return _reading_order(seen.claims_by_document.get(document, []))[:MOST_CLAIMS]


def _reading_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (natural(claim.locator), claim.claim))


def _by_maker(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    groups: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for maker in makers_of(claim):
            groups[maker].append(claim)
    return dict(groups)


def makers_of(claim: Claim) -> tuple[str, ...]:
    """Return the ids of all makers that a claim names, each once."""
    return tuple(dict.fromkeys((*((claim.maker,) if claim.maker else ()), *claim.makers)))


def _makers(organisations: Iterable[Organisation], by_maker: dict[str, list[Claim]]) -> list[str]:
    names: dict[str, str] = {row.organisation: row.name for row in organisations if row.role in {"maker", "brand"}}
    names = dict.fromkeys(by_maker, "") | names
    spoken = {key: spoken_names().get(key) or name or key for key, name in names.items()}
    return sorted(spoken, key=lambda key: (natural(spoken[key].casefold()), key))


def _in_case_order(case: Case, editions: dict[str, list[Figure]]) -> list[Figure]:
    asked = {spec.id: number for number, spec in enumerate(case.figures)}
    latest = [figures[0] for figures in editions.values()]
    return sorted(latest, key=lambda figure: (asked.get(figure.figure, len(asked)), figure.figure))


def _grouped(items: Iterable[ItemT], key: Callable[[ItemT], str]) -> dict[str, list[ItemT]]:
    groups: defaultdict[str, list[ItemT]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(groups)
