"""Currencies around a number: signs and codes before it, words and codes after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from synopticon.read.grammar import Grammar

_CODES = (
    "GBP USD EUR CNY RMB JPY CHF AUD CAD NZD HKD SGD TWD INR RUB ILS TRY ZAR KRW BRL MXN SEK NOK DKK PLN CZK HUF RON "
    "AED SAR QAR KWD BHD OMR EGP JOD IQD LYD TND DZD MAD LBP PKR BDT LKR "
    "SDG SYP YER IRR NPR ARS CLP COP PEN ISK RSD BGN "
    "AFN KZT UZS UAH THB MYR IDR VND PHP NGN KES GHS ETB UGX TZS XOF XAF"
)
_SAME = {"RMB": "CNY"}
_SIGN = r"(?:(?:us|au|ca|nz|hk|nt|a|c|s|r)?\$|(?:cn|jp)?¥|[£€₹₽₪₩])"
_BEFORE = re.compile(rf"(?:(?P<sign>{_SIGN})|(?<![a-z])(?P<code>{'|'.join(_CODES.split()).lower()}|rs\.?))\s?-?$")
_CODE_AFTER = re.compile(rf"(?:{'|'.join(_CODES.split()).lower()})(?![a-z])")
_GAP = re.compile(r"-|[ \u00a0]{0,2}")


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 code, null for a dirham whose country the text does not tell, and the folded span of its words."""

    start: int
    end: int
    code: str | None


@cache
def touching(grammar: Grammar) -> frozenset[str]:
    """Return the letters that may touch an amount without being a name: codes, and letters of signs (US$)."""
    return frozenset({*_CODES.lower().split(), "rs", *(w for w in grammar.currencies if w.isalpha() and len(w) > 2)})


def currency_before(text: str, start: int, grammar: Grammar) -> Currency | None:
    """Return the sign or code right before an amount."""
    match = _BEFORE.search(text, max(0, start - 6), start)
    if match is None:
        return None
    word = match["sign"] or match["code"]
    code = grammar.currencies.get(word) or grammar.currencies.get(word[-1:]) or word.upper()
    return Currency(match.start(), start, _SAME.get(code, code))


def currency_after(text: str, end: int, grammar: Grammar, start: int = 0) -> Currency | None:
    """Return the currency named right after an amount: "pounds", "دولار أمريكي", 亿美元's 美元, "EUR"."""
    gap = _GAP.match(text, end)
    at = gap.end() if gap else end
    if text[at : at + 2] in {"من", "of"} and text[at + 2 : at + 3] == " ":
        at += 3
    if text[at : at + 2] == "ال":
        at += 2
    if match := grammar.currency_at.match(text, at):
        code = grammar.currencies[match[0]]
        if match[0] == "元" and start:  # 港币500万元: the name before says which 元
            code = grammar.currencies.get(text[max(0, start - 3) : start]) or grammar.currencies.get(
                text[max(0, start - 2) : start], code
            )
        if match[0] in grammar.measures and not _ends_amount(text, match.end()):
            return None  # 三块屏幕 are three screens, 十五万块左右 is money
        if code.endswith("?"):
            return Currency(at, match.end(), _told(text, code, grammar))
        if match[0] in {"won", "rand", "lira", "kr", "rs", "rs."} and grammar.latin.code == "en" and gap and not gap[0]:
            return None
        return Currency(at, match.end(), code)
    if match := _CODE_AFTER.match(text, at):
        code = match[0].upper()
        return Currency(at, match.end(), _SAME.get(code, code))
    return None


_AMOUNT_ENDS = re.compile(r"\s*(?:$|[^\u4e00-\u9fff\w]|左右|上下|以[内上下]|多|出头|不到|一[台个套部件]|每|的)")


def _ends_amount(text: str, end: int) -> bool:
    return _AMOUNT_ENDS.match(text, end) is not None


@lru_cache(maxsize=64)
def _told(text: str, currency: str, grammar: Grammar) -> str | None:
    """Return which country's dirham, pound or peso a text means, by the one country that it names; else null."""
    hints = grammar.currency_hints.get(currency, {})
    codes = {code for word, code in hints.items() if word in text}
    return codes.pop() if len(codes) == 1 else None
