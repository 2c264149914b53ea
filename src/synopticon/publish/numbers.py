"""Numbers as a reader expects them: thousands separators, one decimal for shares, ranges, qualifiers."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from synopticon.model.records import Claim, Figure
from synopticon.publish import words
from synopticon.publish.names import thing_words
from synopticon.publish.speech import spoken, t

_CENT = Decimal("0.01")


def number(value: Decimal | float | None) -> str:
    """Return a number with thousands separators and no trailing zeros; unknown is the empty string.

    >>> number(Decimal("1790.000000")), number(Decimal("-12.50")), number(None)
    ('1,790', '-12.5', '')
    """
    if value is None:
        return ""
    exact = Decimal(value)
    if exact == exact.to_integral_value():
        return f"{exact:,.0f}"
    return f"{exact:,f}".rstrip("0")


def money(value: Decimal | None, currency: str | None) -> str:
    r"""Return an amount after its currency code, with cents only when there are any.

    >>> money(Decimal("1234567.5"), "GBP"), money(Decimal("-40"), None)
    ('GBP\xa01,234,567.50', '-40')
    """
    if value is None:
        return ""
    whole = value == value.to_integral_value()
    text = f"{value:,.0f}" if whole else f"{value.quantize(_CENT, ROUND_HALF_UP):,f}"
    return f"{currency}\N{NO-BREAK SPACE}{text}" if currency else text


def share(value: Decimal | None) -> str:
    r"""Return a fraction as per cent with one decimal.

    >>> share(Decimal("0.651163")), share(None)
    ('65.1\xa0%', '')
    """
    if value is None:
        return ""
    return f"{(value * 100).quantize(Decimal('0.1'), ROUND_HALF_UP)}\N{NO-BREAK SPACE}%"


def span(low: Decimal | None, high: Decimal | None) -> str:
    """Return a range as low–high; an open end is said in words, an empty or pointless range is nothing."""
    if low == high:
        return ""
    if high is None:
        return t("{number} or more").format(number=number(low))
    if low is None:
        return t("{number} or fewer").format(number=number(high))
    return f"{number(low)}–{number(high)}"


def quantity(claim: Claim) -> str:
    """Return the number of a claim with its qualifier and unit: "at least 28 cameras", "20–30 cameras"."""
    told = number(claim.quantity)
    qualifier = t(words.QUALIFIERS.get(claim.qualifier or "exact", words.readable(claim.qualifier)))
    if not told:
        told = span(claim.low, claim.high)
        if claim.qualifier in {"between", "at_least", "at_most", "over", "under"}:
            qualifier = ""
        elif claim.qualifier == "vague":
            qualifier, told = t("an unstated number"), f"({told})" if told else ""
    if not told and not qualifier:
        return ""
    return " ".join(part for part in (qualifier, told, _counted(claim)) if part)


def _counted(claim: Claim) -> str:
    """Return what is counted: the unit when it is a thing, else ("qty", no unit) the kind of product."""
    unit, kind = claim.unit or "", words.readable(claim.product_kind)
    if not kind or (unit != kind and (kind in unit or unit in thing_words())):
        return unit
    if spoken() == "en" and claim.quantity == 1:
        return kind
    plural = f"{kind}es" if kind.endswith(("s", "x", "ch", "sh")) else f"{kind}s"
    plural = plural if plural in thing_words() else ""
    return t(plural) if plural and (spoken() == "en" or t(plural) != plural) else f"× {t(kind)}"


def amount(claim: Claim) -> str:
    """Return the money of a claim with its kind: "GBP 1,200 (paid)"."""
    told = money(claim.amount, claim.currency)
    kind = t(words.AMOUNT_KINDS.get(claim.amount_kind or "", words.readable(claim.amount_kind)))
    return f"{told} ({kind})" if told and kind else told


def headline(figure: Figure) -> str:
    """Return what a figure says in a few words: "28 of 43 bodies", "1,790 cameras", "GBP 2,400"."""
    if figure.count == "amount":
        return money(figure.value if figure.numerator is None else figure.numerator, figure.unit) or t("not added up")
    told = number(figure.value if figure.numerator is None else figure.numerator) or t("not known")
    unit = t(figure.unit or ("bodies" if figure.count == "bodies" else "units"))
    if figure.per is not None:
        return t("{number} {unit}{rate}").format(number=told, unit=unit, rate=_rate(figure))
    if figure.denominator is not None:
        return t("{number} of {base} {unit}").format(number=told, base=number(figure.denominator), unit=unit)
    return t("{number} {unit}").format(number=told, unit=unit)


def _rate(figure: Figure) -> str:
    """Return a sum of units for each thousand of what it is held against: ", 1.5 per 1,000 population"."""
    if figure.value is None or figure.per is None:
        return ""
    told = number(thousandfold(figure.value))
    return t(", {number} per 1,000 {per}").format(number=told, per=t(words.readable(figure.per)))


def _rates(figure: Figure) -> str:
    """Return what is left open of a rate, for each thousand: "0.52 or more per 1,000 population"."""
    if figure.low == figure.high == figure.value:
        return ""
    told = span(*(None if end is None else thousandfold(end) for end in (figure.low, figure.high)))
    return t("{range} per 1,000 {per}").format(range=told, per=t(words.readable(figure.per))) if told else ""


def thousandfold(value: Decimal) -> Decimal:
    """Return a rate for each thousand, to two decimals."""
    return (value * 1000).quantize(_CENT, ROUND_HALF_UP)


def percentage(figure: Figure) -> str:
    """Return the share of a figure that has a base, else nothing. It is computed here, never trusted."""
    if figure.numerator is None or not figure.denominator or figure.count != "bodies":
        return ""
    return share(figure.numerator / figure.denominator)


def interval(figure: Figure) -> str:
    """Return what the ranges in the sources leave open, as low–high."""
    if figure.low is None and figure.high is None:
        return ""
    if figure.count == "bodies" and figure.denominator:
        ends = [share(end) for end in (figure.low, figure.high)]
        return "" if ends[0] == ends[1] else "–".join(ends) if all(ends) else ""
    if figure.per is not None:
        return _rates(figure)
    point = figure.numerator if figure.numerator is not None else figure.value
    if figure.low == figure.high == point:
        return ""
    return span(figure.low, figure.high)
