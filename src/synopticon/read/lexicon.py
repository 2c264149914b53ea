"""The names and words to look for, in one automaton over folded text, built once from the reference tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from synopticon import reference
from synopticon.read.surroundings import Surroundings, compile_surroundings
from synopticon.reference.records import Alias, Brand, Capability, ContextWord, ListName, Maker, Negative, ProductTerm
from synopticon.text.fold import folded_key

# Which entry wins when the same words stand in several tables; the first is the most specific.
_ORDER = ("barrier", "maker", "brand", "list", "product", "capability")
#: A name that long and made of Latin letters is not another word when one letter of it is wrong.
LONG_NAME = 7
_SHORT_NAME, _ACRONYM = 5, 5
_LATIN_PART = re.compile(r"[a-z]+|\d+")
_LEGAL_TAIL = re.compile(
    r"[\s,.]+(?:co|ltd|inc|llc|plc|corp|corporation|limited|company|gmbh|ab|holdings?)\.?(?=$|[\s,.])"
)
_ARABIC_NAME = re.compile(r"[\u0620-\u064a\u066e-\u06d3]+")
_WORD_OF_SCRIPT = re.compile(r"[a-z]")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a folded name stands for.

    Attributes:
        kind: ``maker``, ``brand``, ``product``, ``capability``, ``list``, or ``barrier`` for what only looks like one.
        needs_subject: counts only where words of the subject stand near.
        needs_capital: an acronym; ordinary words in lower case are not it.
        is_subject: the word tells that the text is about the subject.
    """

    kind: str
    id: str
    maker: str | None
    product_kind: str | None
    needs_subject: bool = False
    needs_capital: bool = False
    is_subject: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All names with one automaton over them.

    Attributes:
        entries: the entry of each pattern of the automaton, by its number.
        words: the folded pattern texts, by the same numbers.
        long_names: one-word maker names of seven letters and more, Latin and Arabic, for misspellings by one edit.
        products: folded product words and their kinds.
        names: folded names of makers and of their products.
        surroundings: words beside a name that tell what it is.
        near: the long names by their first and by their last four letters.
    """

    automaton: ahocorasick_rs.AhoCorasick
    entries: tuple[Entry, ...]
    words: tuple[str, ...]
    long_names: dict[str, Entry]
    products: dict[str, Entry]
    near: dict[str, list[str]]
    names: dict[str, Entry]
    surroundings: Surroundings


@cache
def default_lexicon() -> Lexicon:
    """Return the lexicon of the reference tables."""
    return build_lexicon(
        makers=reference.makers(),
        aliases=reference.aliases(),
        brands=reference.brands(),
        products=reference.products(),
        capabilities=reference.capabilities(),
        lists=reference.list_names(),
        negatives=reference.negatives(),
        contexts=reference.context_words(),
    )


def build_lexicon(
    *,
    makers: Iterable[Maker] = (),
    aliases: Iterable[Alias] = (),
    brands: Iterable[Brand] = (),
    products: Iterable[ProductTerm] = (),
    capabilities: Iterable[Capability] = (),
    lists: Iterable[ListName] = (),
    negatives: Iterable[Negative] = (),
    contexts: Iterable[ContextWord] = (),
) -> Lexicon:
    """Build a lexicon from rows of the tables; where two rows give one folded name, the more specific kind wins."""
    best: dict[str, Entry] = {}
    rows = [
        *_of_negatives(negatives),
        *_of_aliases(aliases),
        *_of_makers(makers),
        *_of_brands(brands),
        *_of_lists(lists),
        *_of_products(products),
        *_of_capabilities(capabilities),
    ]
    for name, entry in rows:
        for word in _spellings(name, entry):
            known = best.get(word)
            if known is None or _strength(entry) < _strength(known):
                best[word] = entry
    words = tuple(sorted(best))
    entries = tuple(best[word] for word in words)
    automaton = ahocorasick_rs.AhoCorasick(words or ("\x00",))
    long_names = {word: entry for word, entry in best.items() if _is_long_name(word, entry)}
    return Lexicon(
        automaton=automaton,
        entries=entries,
        words=words,
        long_names=long_names,
        near=_by_ends(long_names),
        products={word: entry for word, entry in best.items() if entry.kind == "product" and entry.maker is None},
        names={word: entry for word, entry in best.items() if entry.maker is not None},
        surroundings=compile_surroundings(contexts),
    )


def _by_ends(names: Iterable[str]) -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for name in sorted(names):
        index.setdefault(name[:4], []).append(name)
        index.setdefault(name[-4:], []).append(name)
    return index


def _strength(entry: Entry) -> tuple[int, bool]:
    return _ORDER.index(entry.kind), entry.needs_subject


def _of_negatives(negatives: Iterable[Negative]) -> Iterator[tuple[str, Entry]]:
    for row in negatives:
        yield row.phrase, Entry("barrier", "", None, None)


def _of_aliases(aliases: Iterable[Alias]) -> Iterator[tuple[str, Entry]]:
    for row in aliases:
        if row.kind == "never":
            yield row.alias, Entry("barrier", "", None, None)
            continue
        kind = "product" if row.kind == "product" else "maker"
        doubtful = row.kind == "ambiguous" or _is_short_word(row.alias)
        yield (
            row.alias,
            Entry(kind, row.maker, row.maker, None, needs_subject=doubtful, needs_capital=_is_acronym(row.alias)),
        )


def _of_makers(makers: Iterable[Maker]) -> Iterator[tuple[str, Entry]]:
    for row in makers:
        for name in (row.name, row.name_local):
            if name and len(name) > 2:
                yield (
                    name,
                    Entry(
                        "maker",
                        row.maker,
                        row.maker,
                        None,
                        needs_subject=_is_short_word(name),
                        needs_capital=_is_acronym(name),
                    ),
                )


def _of_brands(brands: Iterable[Brand]) -> Iterator[tuple[str, Entry]]:
    seen: set[str] = set()
    for row in brands:
        # A hint never links: the label is found, its maker stays unknown. So it is with a label of two makers.
        sure = row.confidence != "low" and row.brand not in seen
        seen.add(row.brand)
        doubtful = not sure or _is_short_word(row.name)
        yield (
            row.name,
            Entry(
                "brand",
                row.brand,
                row.maker if sure else None,
                None,
                needs_subject=doubtful,
                needs_capital=_is_acronym(row.name),
            ),
        )


def _of_lists(lists: Iterable[ListName]) -> Iterator[tuple[str, Entry]]:
    for row in lists:
        yield row.term, Entry("list", row.list, None, None, needs_capital=_is_acronym(row.term))


def _of_products(products: Iterable[ProductTerm]) -> Iterator[tuple[str, Entry]]:
    for row in products:
        kind = row.product_kind
        yield (
            row.term,
            Entry("product", kind, None, kind, is_subject=row.is_subject, needs_capital=_is_acronym(row.term)),
        )


def _of_capabilities(capabilities: Iterable[Capability]) -> Iterator[tuple[str, Entry]]:
    for row in capabilities:
        for _, term in row.terms:
            single = _WORD_OF_SCRIPT.search(folded_key(term)) is not None and " " not in term and not _is_acronym(term)
            entry = Entry(
                "capability",
                row.capability,
                None,
                None,
                needs_subject=single or len(term) < 3,
                needs_capital=_is_acronym(term),
                is_subject=row.scope == "core" and not single,
            )
            yield term, entry


def _is_acronym(name: str) -> bool:
    return name.isascii() and name.isalpha() and name.isupper() and len(name) <= _ACRONYM


def _is_short_word(name: str) -> bool:
    """Tell whether a Latin name is so short that it may be an ordinary word or somebody else's acronym."""
    return name.isascii() and name.replace("-", "").isalnum() and len(name) < 3


def _is_long_name(word: str, entry: Entry) -> bool:
    return (
        entry.kind == "maker"
        and not entry.needs_subject
        and len(word) >= LONG_NAME
        and (word.isascii() or _ARABIC_NAME.fullmatch(word) is not None)
        and word.isalpha()
    )


def _spellings(name: str, entry: Entry) -> Iterator[str]:
    """Yield the folded name, without its legal tail, and with its parts joined by space, hyphen or nothing."""
    word = folded_key(name).strip()
    if not word:
        return
    yield word
    if entry.kind in {"product", "capability"} and entry.maker is None and word.isascii() and word[-1:].isalpha():
        yield word + "s"
    if entry.kind == "barrier" or not word.isascii():
        return
    bare = _LEGAL_TAIL.sub("", word).strip(" ,.")
    if bare != word and len(bare) >= LONG_NAME and " " in bare:
        yield bare
        yield word.rstrip(".")
        yield word.replace(",", "").replace(".", "")
    if entry.kind in {"maker", "brand"} and (parts := _parts(name)):
        yield from (joint.join(parts) for joint in (" ", "-", ""))


def _parts(name: str) -> list[str] | None:
    """Cut a name of two parts: at its hyphen or space ("Hik-Vision"), or at an inner capital ("SenseTime")."""
    if " " in name or "-" in name:
        parts = re.split(r"[ -]", name)
        usable = len(parts) == 2 and all(part.isalpha() and len(part) >= 2 for part in parts)
        return [part.lower() for part in parts] if usable and len(name) >= LONG_NAME else None
    match = re.fullmatch(r"([A-Z][a-z]{2,})([A-Z][a-z]{2,})", name)
    return [match[1].lower(), match[2].lower()] if match else None
