"""Which country's dinar or yuan a document means: a currency that it names in full once holds for its bare amounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from synopticon.read.calendars import has_traditional
from synopticon.read.clauses import Spot
from synopticon.read.grammar import Grammar, grammar_of
from synopticon.read.spans import QuantitySpan
from synopticon.text.fold import folded_key


def with_currencies(spots: Sequence[Spot]) -> list[Spot]:
    """Return the passages of one document with the currency of amounts that leave the country out.

    A bare dinar is that of the one country whose dinar the document names. 元 in traditional characters is no yuan of
    the mainland by itself: it is the dollar that the document names last before it, else of no known currency.
    """
    amounts = [q for spot in spots for q in spot.quantities if q.kind == "money"]
    if not any(_is_open(q) for q in amounts):
        return list(spots)
    named = [q for q in amounts if q.currency is not None and not _is_bare(q)]
    text = "\n".join(spot.passage.text for spot in spots if spot.quantities)
    bare = _of_bare(spots) if has_traditional(text) else {}
    return [_told(spot, named, bare) for spot in spots]


def _told(spot: Spot, named: Iterable[QuantitySpan], bare: Mapping[int, str | None]) -> Spot:
    if not any(q.kind == "money" and _is_open(q) for q in spot.quantities):
        return spot
    codes = {q.currency for q in named}
    return replace(spot, quantities=tuple(_known(q, spot, codes, bare) for q in spot.quantities))


def _known(q: QuantitySpan, spot: Spot, codes: set[str | None], bare: Mapping[int, str | None]) -> QuantitySpan:
    if q.kind != "money":
        return q
    if q.currency is None:
        return replace(q, currency=_only(codes & _family(q, grammar_of(spot.language))))
    return replace(q, currency=bare[id(q)]) if id(q) in bare else q


def _only(codes: set[str | None]) -> str | None:
    return next(iter(codes)) if len(codes) == 1 else None


def _is_open(q: QuantitySpan) -> bool:
    return q.currency is None or _is_bare(q)


def _is_bare(q: QuantitySpan) -> bool:
    """Tell whether an amount is in 元 or 块 of no named country."""
    return q.currency == _YUAN and q.kind == "money" and not any(sign in q.text for sign in _NAMED_YUAN)


_YUAN = "CNY"
_NAMED_YUAN = ("人民", "¥", "￥", "RMB", "CNY", "rmb", "cny", "يوان", "رنمينبي", "yuan", "renminbi")


def _family(q: QuantitySpan, grammar: Grammar) -> set[str | None]:
    """Return the currencies that share the name of an amount: those of all countries with a dinar."""
    words = folded_key(q.text)
    kept: set[str | None] = set()
    for word, code in grammar.currencies.items():
        if code.endswith("?") and word in words:
            kept.update(grammar.currency_hints.get(code, {}).values())
    return kept


def _of_bare(spots: Sequence[Spot]) -> dict[int, str | None]:
    """Return the currency of each amount in 元: what is named last before it, else the only one that is named."""
    hints = grammar_of(None).currency_hints.get(_YUAN, {})
    told: dict[int, str | None] = {}
    last: str | None = None
    waiting: list[int] = []
    for spot in spots:
        names = sorted((at, code) for word, code in hints.items() for at in _places(word, spot.plain))
        for q in spot.quantities:
            while names and names[0][0] < q.end:
                last = names.pop(0)[1]
            if not _is_bare(q):
                continue
            told[id(q)] = last
            if last is None:
                waiting.append(id(q))
        last = names[-1][1] if names else last
    codes = set(told.values()) - {None} or {last}
    return told | dict.fromkeys(waiting, _only(codes))


def _places(word: str, text: str) -> Iterable[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
