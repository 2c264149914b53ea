"""One record per row of the tables of facts. Each row says where it was learned (`source`, ids of sources.csv)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Maker:
    """A company that makes equipment, owns makers, or is named beside them."""

    maker: str
    name: str
    name_local: str
    country: str
    kind: str
    sector: str
    confidence: str
    source: str


@dataclass(frozen=True, slots=True)
class Alias:
    """A name under which a maker stands in documents.

    `kind` is one of: ``full``, ``short``, ``former``, ``transliteration``, ``misspelling``, ``product`` (a name that
    stands for the maker's equipment), ``subsidiary`` (a firm of the group, matched on tier brand_or_group),
    ``ambiguous`` (counts only near words of the subject), ``never`` (looks like it, is not it: a barrier).
    """

    maker: str
    alias: str
    language: str
    kind: str
    confidence: str
    source: str


@dataclass(frozen=True, slots=True)
class Brand:
    """A label under which a maker's equipment is sold; a low-confidence row is a hint and never links by itself."""

    brand: str
    name: str
    maker: str
    relation: str
    confidence: str
    source: str


@dataclass(frozen=True, slots=True)
class Ownership:
    """A dated relation between a child and a parent company; null dates are not known."""

    child: str
    parent: str
    relation: str
    since: str | None
    until: str | None
    note: str
    confidence: str
    source: str


@dataclass(frozen=True, slots=True)
class Designation:
    """An entity on an official list, with the interval in which it was in force, editions folded into one.

    `scope` is ``entity`` for a named entity and ``class`` for a rule that names no company (never a match).
    """

    designation: str
    list: str
    list_name: str
    jurisdiction: str
    legal_type: str
    listed_name: str
    maker: str | None
    scope: str
    in_force_from: str | None
    in_force_to: str | None
    condition: str
    citation: str
    confidence: str
    source: str


@dataclass(frozen=True, slots=True)
class ModelPattern:
    """A pattern of model numbers.

    Tier A may stand alone, B needs a maker or a word of the subject near, C is a hint.
    """

    pattern: str
    maker: str
    product: str
    product_kind: str
    tier: str
    regex: str
    examples: tuple[str, ...]
    confidence: str
    source: str


@dataclass(frozen=True, slots=True)
class Capability:
    """What equipment can do; `terms` are (language, term) pairs."""

    capability: str
    parent: str | None
    label: str
    terms: tuple[tuple[str, str], ...]
    scope: str
    source: str


@dataclass(frozen=True, slots=True)
class ProductTerm:
    """A word for a kind of thing that can be counted, in one language.

    `product_kind` is camera, recorder, monitor, bracket, …; `is_subject` tells words of the subject (CCTV, camera)
    from words that are merely things (a licence).
    """

    product_kind: str
    language: str
    term: str
    is_subject: bool
    source: str


@dataclass(frozen=True, slots=True)
class ListName:
    """A name under which an official list stands in prose; `list` is empty for words such as "blacklist"."""

    list: str
    language: str
    term: str
    source: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a procurement classification (CPV, UNSPSC, …) that belongs to the subject.

    `use` is ``core`` (enough by itself), ``beside`` (only beside a word or maker) or ``note``.
    """

    scheme: str
    code: str
    title: str
    use: str
    source: str


@dataclass(frozen=True, slots=True)
class RegisterBody:
    """A public body of a register, with the days on which it began and ended."""

    body: str
    name: str
    spellings: tuple[str, ...]
    country: str
    region: str
    kind: str
    since: str | None
    until: str | None
    replaced_by: tuple[str, ...]
    codes: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class FieldName:
    """A column header of publishers and the standard field that it means; see `model.vocabulary.FIELDS`."""

    header: str
    field: str
    language: str
    source: str


@dataclass(frozen=True, slots=True)
class LegalType:
    """A kind of law, how its effect is worded, and the words that may not be used of it."""

    legal_type: str
    label: str
    wording: str
    forbidden: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Negative:
    """A phrase that looks like the subject and is not: a firm of the same name, a tree being pruned."""

    phrase: str
    language: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class ContextWord:
    """A word beside a doubtful name that tells what the name is there.

    Attributes:
        role: ``subject`` speaks for the maker, ``other`` for somebody else in the same sentence; ``after`` right after
            a name makes another name of it (Dahua Street), ``after_doubtful`` of a doubtful one only; ``not_after``
            only begins like that (路由器), ``before`` stands right before it (نهر الأمازون).
        makers: the makers whose names it may turn, even those that are else beyond doubt; empty for all doubtful ones.
    """

    term: str
    language: str
    role: str
    makers: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts were learned."""

    source: str
    url: str
    what: str
