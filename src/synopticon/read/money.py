"""Currencies around a number: signs and codes before it, words and codes after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from synopticon.read.grammar import Grammar

_CODES = (
    "GBP USD EUR CNY RMB JPY CHF AUD CAD NZD HKD SGD TWD INR RUB ILS TRY ZAR KRW BRL MXN SEK NOK DKK PLN CZK HUF RON "
    "AED SAR QAR KWD BHD OMR EGP JOD IQD LYD TND DZD MAD LBP PKR BDT LKR "
    "SDG SYP YER IRR NPR ARS CLP COP PEN ISK RSD BGN "
    "AFN KZT UZS UAH THB MYR IDR VND PHP NGN KES GHS ETB UGX TZS XOF XAF"
)
_SAME = {"RMB": "CNY"}
_SIGN = r"(?:(?:us|au|ca|nz|hk|nt|a|c|s|r)?\$|(?:cn|jp)?¥|[£€₹₽₪₩₦₱₵₺₴₫฿])"
_BEFORE = re.compile(
    rf"(?:(?P<sign>{_SIGN})|(?<![a-z])(?P<code>{'|'.join(_CODES.split()).lower()}|rs\.?|kshs?\.?|ushs?|tshs?|gh₵|n\$))\s?-?$"
)
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
    """Return the sign, code or Chinese name right before an amount: £5, HKD 5, 港币五百万."""
    match = _BEFORE.search(text, max(0, start - 6), start)
    if match is None and is_rand(text, start):
        return Currency(start - 1, start, "ZAR")
    if match is None:
        return _named_before(text, start, grammar)
    word = match["sign"] or match["code"]
    code = grammar.currencies.get(word) or grammar.currencies.get(word[-1:]) or word.upper()
    return Currency(match.start(), start, _SAME.get(code, code))


def is_rand(text: str, start: int) -> bool:
    """Tell whether the letter before digits is that of South Africa's money and no name: R22m, R45 000."""
    if text[start - 1 : start] != "r" or (start > 1 and text[start - 2].isalnum()):
        return False
    return _RAND.match(text, start) is not None


_RAND = re.compile(r"\d{1,3}(?:[ ,\u00a0]\d{3})+(?!\d)|\d{1,4}(?:[.,]\d{1,3})?\s?(?:m|mn|bn|million|billion)(?![a-z])")


def _named_before(text: str, start: int, grammar: Grammar) -> Currency | None:
    at = start
    while at and text[at - 1] in " \u00a0:：约":
        at -= 1
    if not at or not "\u4e00" <= text[at - 1] <= "\u9fff":
        return None
    for size in (4, 3, 2):
        code = grammar.currencies.get(text[max(0, at - size) : at])
        if code is not None and at >= size:
            return Currency(at - size, start, _told(text, code, grammar) if code.endswith("?") else code)
    return None


def change_at(text: str, end: int) -> tuple[Decimal, int]:
    """Return what 角 and 分 add to a Chinese amount that ends at `end`, and where its last words end (元整)."""
    match = _CHANGE.match(text, end)
    if match is None:
        return Decimal(0), end
    tenths, hundredths = (_SIGNS.find(match[name] or "零") % 10 for name in ("tenths", "hundredths"))
    return Decimal(tenths) / 10 + Decimal(hundredths) / 100, match.end()


_SIGNS = "零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖"
_CHANGE = re.compile(
    rf"[元圆]?(?:(?P<tenths>[{_SIGNS}])角(?:(?P<hundredths>[{_SIGNS}])分)?)?(?:[整正](?=[)）(（,，。.;；、\s]|$))?"
)


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
