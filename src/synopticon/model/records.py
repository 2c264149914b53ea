"""One record per row of every table that passes between the rooms.

The fields of a record are the columns of its table, in order; `tables.py` names the tables. Unknown is null,
never a guess. Dates are ISO strings cut to what is said (``2019``, ``2020-08``, ``--10``). Numbers are decimals,
because money and counts must survive addition.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Document:
    """One file as received.

    Attributes:
        document: SHA-256 of its bytes, hexadecimal.
        path: where it stands, relative to the case folder.
        source: number of the `[[source]]` entry and its kind, such as ``1-replies``.
        status: ``read``, ``partly`` or ``set_aside``.
        reason: why it is not simply ``read``.
        received: date that the document gives itself (the Date header of an e-mail, "12 March 2021" on a letter).
        notes: facts about the reading that a reader of its evidence must know, such as repaired text order.
        sandbox: what held the process that parsed it: ``strong`` or ``weak``; null when it could not be parsed.
    """

    document: str
    path: str
    media_type: str
    bytes: int
    source: str
    body: str | None
    status: str
    reason: str | None
    language: str | None
    pages: int | None
    rows_in: int
    rows_out: int
    rows_set_aside: int
    source_kind: str = "articles"
    encoding: str | None = None
    received: str | None = None
    notes: str | None = None
    sandbox: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of running text: a paragraph, a heading, a list item, a field of a notice.

    A span `a, b` of `text` stands at ``char_span(unit, start + a, start + b)``.

    Attributes:
        unit: locator of the text unit that it is cut from: empty for a plain-text file, ``page=3``, ``part=1``.
        ordinal: reading order within the document, from 0.
        start: offset of `text` in the text of its unit, in code points.
        kind: ``paragraph``, ``heading``, ``item``, ``field``, ``furniture`` (menus, page headers, forms).
        role: ``text``, or ``quoted`` when it is somebody else's earlier words (the request quoted below a reply, a
            forwarded message), or ``signature``.
        grid: number of the grid that this text stands directly above (its caption or preamble), else null.
        confidence: how sure the recogniser of a scan is of the least sure line, or number in it, 0 to 1; null where
            text was text already.
    """

    document: str
    unit: str
    ordinal: int
    start: int
    kind: str
    text: str
    language: str | None = None
    role: str = "text"
    grid: int | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table inside a document: a sheet, a CSV file, a table of a letter, the notices of a JSON file.

    Attributes:
        unit: locator that precedes the locators of its cells: empty, ``sheet=Cameras``, ``page=2``.
        kind: ``ledger``, ``notices``, ``register`` or ``table``, by what its columns are.
        title: text that stands above the table in the same sheet or page (preamble, caption), joined by newlines.
        header: the column names as they stand, one per column.
        fields: for each column the standard name that `reference/fields.csv` gives it, else the empty string.
        header_row: 1-based row of the header, 0 when there is none.
        is_hidden: the sheet is hidden in the workbook.
    """

    document: str
    grid: int
    unit: str
    kind: str
    title: str
    header: tuple[str, ...]
    fields: tuple[str, ...]
    header_row: int
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a grid; it has as many cells as the grid has columns.

    Attributes:
        row: 1-based row in the file or sheet (the record number where a file has no rows).
        cells: the text of each cell, exactly as it stands at its locator.
        locators: where each cell stands below the grid's unit; empty when that is ``cell=row,column``.
        is_total: the row adds others up and must never be counted with them.
        is_hidden: the row is hidden in the workbook.
    """

    document: str
    grid: int
    row: int
    cells: tuple[str, ...]
    locators: tuple[str, ...] = ()
    is_total: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """Where on a page the words of its text stand; `boxes` is in the form of `model.boxes`."""

    document: str
    unit: str
    boxes: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something that could not be read, with the reason: a document, a page, a row."""

    document: str
    locator: str
    reason: str
    detail: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a maker, brand, product, model, organisation, capability, list or public body.

    Attributes:
        kind: ``maker``, ``brand``, ``model``, ``product``, ``capability``, ``list``, ``body``, ``organisation``.
        id: key in the reference tables.
        maker: for a brand or model the maker whose it is; for a maker its own id.
        product_kind: what a model is and counts as: ``camera``, ``recorder``, ``bracket``, ….
    """

    document: str
    locator: str
    kind: str
    id: str
    text: str
    language: str | None
    maker: str | None = None
    product_kind: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A span that states a count, share, amount of money, date, duration or rank.

    Attributes:
        value: a number for count, share (as a fraction), money, duration and rank; an ISO string for a date; null for
            a range or a vague word.
        unit: what is counted, lower case as it stands ("councils", "كاميرا"); for a duration its unit.
        qualifier: exact, about, at_least, at_most, over, under, between, vague.
    """

    document: str
    locator: str
    kind: str
    value: str | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    qualifier: str
    currency: str | None
    text: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """Who has done what with which equipment, how many, for how much, when, said by whom, at which locator.

    Attributes:
        claim: id, made from the document, the locator and what is claimed, so that it survives a second run.
        body: id of the public body in the case or the register, null when the text does not tell.
        subject: the one the claim is about, in the words of the source.
        maker: id of the (first) maker; `makers` holds all that a joint statement names.
        extractor: the rule that read it, such as ``prose``, ``register``, ``ledger``, ``notice``.
        confidence: ``high``, ``medium`` or ``low``, by rule, never a probability.
        review_state: ``unreviewed``, ``confirmed``, ``rejected``, ``superseded``, ``duplicate``, ``held``.
        context: what stands above a quote that is a bare cell: the header of its column and other cells of its row.
        second_reading: whether another parser finds the quote on the page too: ``agrees``, ``differs``, or
            ``not checked`` and why; null where the claim does not stand on a page.
    """

    claim: str
    body: str | None
    subject: str | None
    modality: str
    maker: str | None
    makers: tuple[str, ...]
    brand: str | None
    model: str | None
    product_kind: str | None
    capability: str | None
    quantity: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    qualifier: str | None
    amount: Decimal | None
    currency: str | None
    amount_kind: str | None
    estimated_by: str | None
    date: str | None
    date_precision: str | None
    polarity: str
    attribution: str | None
    language: str | None
    document: str
    locator: str
    quote: str
    extractor: str
    confidence: str
    review_state: str = "unreviewed"
    supplier: str | None = None
    buyer: str | None = None
    code: str | None = None
    title: str | None = None
    basis: str | None = None
    context: str | None = None
    second_reading: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A public body that was asked, or that a source names as buyer.

    Attributes:
        reply_state: silent, refused, not_held, partial or usable; null when nobody asked it.
        state_evidence: locator of the words that the state rests on, as ``<document>#<locator>``.
        register: code of the body in a register of public bodies.
        state_quote: the exact words at `state_evidence`; null where the state rests on no words.
        extra: further columns of the table of bodies, as ``column=value``.
        state_note: why a reply has no state, in our words.
        due_on: the last day on which an answer is in time by the law that binds the body; null where none is known.
        answered_on: the day of the first reply that does more than acknowledge, where it is dated.
        progress: awaited, acknowledged, clarification_asked, overdue, unread, answered, late or under_review, on
            the day of the case; null when nobody asked it.
        progress_evidence: ``<document>#<locator>`` of the letter's own words on it, where it rests on any.
        decision: what people made of the state: confirmed, changed, stale or disputed; null where nobody decided.
        decided_by: ids of the reviewers whose decisions `decision` tells of.
        decision_note: every reviewer's last decision with its reason, and why it is stale where it is.
        read_state: the state that was read, where somebody decided; `reply_state` then follows the decision.
    """

    body: str
    name: str
    country: str | None
    region: str | None
    group: str | None
    asked_on: str | None
    channel: str | None
    reply_state: str | None
    state_evidence: str | None
    state_quote: str | None = None
    register: str | None = None
    extra: tuple[str, ...] = ()
    state_note: str | None = None
    due_on: str | None = None
    answered_on: str | None = None
    progress: str | None = None
    progress_evidence: str | None = None
    decision: str | None = None
    decided_by: tuple[str, ...] = ()
    decision_note: str | None = None
    read_state: str | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """A maker, supplier or buyer that the case names.

    Attributes:
        organisation: id: a reference id for makers, else made from the analysed name.
        role: ``maker``, ``brand``, ``supplier``, ``integrator`` or ``buyer``.
        identifier: company number or register code with its scheme, such as ``GB-COH-04598488``.
        group: id of the group it belonged to on the case's date.
        natural_person_risk: the name may be that of a private person; it is not published.
        occurrences: how many rows or claims name it.
        names: all spellings that were joined under this id.
    """

    organisation: str
    name: str
    role: str
    country: str | None
    identifier: str | None
    group: str | None
    natural_person_risk: bool = False
    occurrences: int = 0
    names: tuple[str, ...] = ()
    first_document: str | None = None
    first_locator: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A name held against a listing.

    Attributes:
        tier: ``entity``, ``alias``, ``brand_or_group`` or ``weak``.
        score: 0 to 1.
        legal_type: what kind of law the list is; the wording of every page follows from it.
        in_force_from: first day on which the listing was in force; `in_force_to` the first on which it no longer was,
            null while it lasts.
        via: the path from the name to the listed entity, such as ``ezviz > hikvision``.
        why: what a reviewer reads: the two names, the words that were aligned, what each weighed.
        wording: the sentence that may be printed, made from the legal type.
        citation: the publication that put the entity on the list.
    """

    organisation: str
    name: str
    tier: str
    score: float
    list: str
    legal_type: str
    listing: str
    listed_name: str
    in_force_from: str | None
    in_force_to: str | None
    as_of: str
    via: str
    why: str
    wording: str = ""
    citation: str = ""
    is_in_force: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A number computed from claims by a rule, in a numbered edition.

    Attributes:
        base: the words for the denominator: asked, replied, usable or none.
        value: numerator / denominator for bodies, the sum for units and amounts.
        low, high: what the ranges in the sources leave open.
        claims: ids of the claims that it rests on.
        bodies: ids of the bodies that are counted.
        per: column of the table of bodies whose sum is the denominator of a sum of units, such as ``population``.
    """

    figure: str
    edition: int
    as_of: str
    numerator: Decimal | None
    denominator: Decimal | None
    base: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    note: str
    count: str = "bodies"
    title: str = ""
    unit: str | None = None
    claims: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims about the same thing that cannot all be so. They stand side by side; nothing settles them here.

    Attributes:
        contradiction: id, made from what it is about, so that it survives a second run.
        differs: ``value``, ``date``, ``polarity``, ``modality`` or ``total`` (a sum that is not that of its rows).
        about: why the claims are held to speak of the same thing: ``body``, ``subject``, ``programme`` or
            ``document`` (one report on one maker, the weakest reason).
        subject: who or what it is, where no body of the case is: a folded name.
        why: the difference in words, with what may explain it.
        claims: ids of the claims, in the order of the table of claims.
    """

    contradiction: str
    differs: str
    about: str
    body: str | None
    subject: str | None
    makers: tuple[str, ...]
    product_kind: str | None
    why: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
