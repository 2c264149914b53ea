"""The words of a figure: its title, its base, and what a reader must know beside the number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache

from synopticon.figures.amounts import LEFT_OUT, Amounts, Subtotal
from synopticon.figures.statements import family, makers_of, units_of
from synopticon.figures.states import is_asked, is_unread
from synopticon.figures.units import Sum
from synopticon.model.case import FigureSpec
from synopticon.model.records import Body, Claim

_BASES = {
    "asked": "bodies that were asked",
    "replied": "bodies that replied",
    "usable": "bodies that gave a usable answer",
}
_STATES = (
    ("silent", "silent"),
    ("refused", "refused"),
    ("not_held", "not held"),
    ("partial", "partial"),
)
_QUALIFIED = {"about": "about", "over": "over", "at_least": "at least", "at_most": "up to", "under": "under"}
_MAKER_COLUMNS = ("maker", "makers", "brand")


def plain(number: Decimal) -> str:
    """Print a number with separators and without trailing zeros."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def title_of(spec: FigureSpec) -> str:
    """Make a readable title from the question."""
    who = [value for column, values in spec.where if column in _MAKER_COLUMNS for value in values]
    rest = [
        f"{column.replace('_', ' ')} {_either(values)}" for column, values in spec.where if column not in _MAKER_COLUMNS
    ]
    what = {"bodies": "Bodies with claims", "units": "Units", "amount": "Amounts"}[spec.count]
    about = [f"on {_either(_names(who))}"] if who else []
    where = [f"within {column} {_either(values)}" for column, values in spec.within]
    base = [f"of {_BASES[spec.of]}"] if spec.of in _BASES else []
    details = "; ".join(rest)
    return " ".join([what, *about]) + (f" ({details})" if details else "") + "".join(f", {p}" for p in (*base, *where))


def _names(makers: Sequence[str]) -> list[str]:
    known = _spoken_names()
    return [known.get(maker, maker) for maker in makers]


@cache
def _spoken_names() -> Mapping[str, str]:
    """Return for each maker and brand the name people say: the short alias nearest to its id, else its full name."""
    from synopticon import reference  # noqa: PLC0415  # the tables are read only when a title is made

    names = {row.brand: row.name for row in reference.brands()} | {row.maker: row.name for row in reference.makers()}
    short: dict[str, list[str]] = {}
    for row in reference.aliases():
        if row.kind == "short" and row.language == "en":
            short.setdefault(row.maker, []).append(row.alias)
    spoken = {
        maker: _nearest_to_id([*_words_like(names.get(maker, ""), maker), *said], maker)
        for maker, said in short.items()
    }
    return names | spoken


def _words_like(name: str, maker: str) -> list[str]:
    return [word for word in name.split() if _is_id(word, maker)]


def _nearest_to_id(names: Sequence[str], maker: str) -> str:
    return min(names, key=lambda name: (not _is_id(name, maker), name.isupper(), len(name), name))


def _is_id(name: str, maker: str) -> bool:
    return "".join(filter(str.isalnum, name.casefold())) == "".join(filter(str.isalnum, maker))


def _either(words: Sequence[str]) -> str:
    spoken = [word.replace("_", " ") for word in words]
    return spoken[0] if len(spoken) == 1 else f"{', '.join(spoken[:-1])} or {spoken[-1]}" if spoken else ""


def bodies_note(
    spec: FigureSpec, population: Sequence[Body], owners: int, base: int, *, joint: int, implied: int
) -> str:
    """Say the base in words: "28 of 43 bodies that gave a usable answer (52 asked: 3 silent, 6 refused)"."""
    asked = [body for body in population if is_asked(body)]
    states = Counter(body.reply_state for body in asked)
    told = [f"{states[state]} {word}" for state, word in _STATES if states[state]]
    unread = sum(1 for body in asked if is_unread(body))
    if unread:
        told.append(f"{unread} not readable")
    replied = len(asked) - states["silent"]
    beside = f"{len(asked)} asked, {replied} replied, {states['usable']} usable" if asked else ""
    if told:
        beside += f"; {', '.join(told)}"
    words = f"{owners} of {base} {_BASES[spec.of]}" if spec.of in _BASES else _some(owners, "body", "bodies")
    parts = [f"{words} ({beside})" if beside else words, _within_words(spec)]
    if unread:
        parts.append("low and high allow for the replies that cannot be read")
    if implied:
        parts.append(f"{_some(implied, 'body', 'bodies')} counted that named no kind of thing in reply to the question")
    if joint:
        parts.append(f"{_some(joint, 'body', 'bodies')} not counted: only named together with other makers")
    return "; ".join(part for part in parts if part)


def units_note(spec: FigureSpec, added: Sum, unanswered: int, without_body: int) -> str:
    """Say how many bodies state the units, what is open, and which numbers disagree."""
    bodies = {claim.body for claim in added.claims if claim.body}
    parts = [f"stated by {_some(len(bodies), 'body', 'bodies')}", _within_words(spec)]
    parts += [_qualifiers(added.claims), _kinds(added.claims)]
    numberless = {c.body for c in added.claims if units_of(c).number is None}
    if numberless:
        parts.append(f"{_some(len(numberless), 'body', 'bodies')} without a number, counted as nothing")
    if unanswered:
        parts.append(f"high is open: {_some(unanswered, 'body', 'bodies')} gave no full answer")
    parts += [_conflict(claim, added.claims) for claim in added.beside]
    if added.torn:
        parts.append(
            f"letters of {_some(len(added.torn), 'body', 'bodies')} disagree and no date orders them: low and high hold"
            " both, the number is that of the more detailed one, of equals the smaller"
        )
    parts.append(_left_out(without_body))
    return "; ".join(part for part in parts if part)


def amount_note(spec: FigureSpec, amounts: Amounts, chosen: Subtotal | None, without_body: int) -> str:
    """Say what was added, or list the sums that may not be added together."""
    others = "; ".join(_subtotal(part) for part in amounts.subtotals if part is not chosen)
    if chosen is not None:
        net = "" if chosen.apart else ", net"
        first = f"{_kind(chosen)}{net}, from {_some(len(chosen.claims), 'claim', 'claims')}"
    else:
        first = "no one sum: kinds of amount and currencies are never added" if others else "no amount is stated"
    parts = [first, f"not added: {others}" if others and chosen else others, _within_words(spec)]
    parts += [f"{_some(count, 'row', 'rows')} {LEFT_OUT[why]} left out" for why, count in amounts.left_out]
    negative = sum(1 for c in (chosen.claims if chosen else ()) if c.amount is not None and c.amount < 0)
    if negative:
        parts.append(f"{_some(negative, 'negative amount', 'negative amounts')} taken off")
    parts.append(_left_out(without_body))
    return "; ".join(part for part in parts if part)


def _subtotal(part: Subtotal) -> str:
    return f"{_kind(part)} {part.currency or 'without currency'} {plain(part.total)}"


def _kind(part: Subtotal) -> str:
    return " ".join(word for word in (part.apart, (part.kind or "kind not stated").replace("_", " ")) if word)


def _some(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _within_words(spec: FigureSpec) -> str:
    return ", ".join(f"within {column} {_either(values)}" for column, values in spec.within)


def _left_out(without_body: int) -> str:
    return f"{_some(without_body, 'claim', 'claims')} on no known body not counted" if without_body else ""


def _qualifiers(claims: Iterable[Claim]) -> str:
    words = Counter(_QUALIFIED[claim.qualifier] for claim in claims if claim.qualifier in _QUALIFIED)
    ranges = sum(1 for claim in claims if claim.qualifier == "between")
    told = [f"{count} × {word!r}" for word, count in sorted(words.items())]
    told += [f"{_some(ranges, 'range', 'ranges')} counted by the low"] if ranges else []
    return f"includes {', '.join(told)}" if told else ""


def _kinds(claims: Iterable[Claim]) -> str:
    """Warn when different things were added because the question did not say which."""
    kinds = Counter[str]()
    for claim in claims:
        number = units_of(claim).number
        kinds[claim.product_kind or "kind not stated"] += int(number or 0)
    if len(kinds) < 2:
        return ""
    return "adds different kinds: " + ", ".join(f"{kind} {count:,}" for kind, count in sorted(kinds.items()))


def _conflict(claim: Claim, counted: Sequence[Claim]) -> str:
    """Say which number of the same body was not counted."""
    number = units_of(claim).number
    others = [c for c in counted if c.body == claim.body]
    used = sum((units_of(c).number or Decimal(0) for c in others), Decimal(0))
    makers = " and ".join(sorted(family(maker) for maker in makers_of(claim))) or "all makers"
    said = "no number" if number is None else plain(number)
    return f"{claim.body or claim.subject}: another source says {said} for {makers}, {plain(used)} counted"
