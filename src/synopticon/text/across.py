"""Names of organisations across scripts: each name as words in Latin letters that other scripts' names can be held to.

Words of trade and place are translated by the table of common words; Cyrillic, Greek, Hangul and kana are spelt in
Latin letters; Han is read as pinyin; Arabic and Hebrew, which write no vowels, keep their letters and are compared by
their consonants. Characters of Han and Arabic are never compared with one another by likeness.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import islice, product

from synopticon.text.fold import folded_key
from synopticon.text.names import Word, common_words, forms_stripped, han_forms, latin, table_rows, words_of
from synopticon.text.pinyin import pinyin_of

_HAN = re.compile(r"[\u3400-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_CONSONANTAL = re.compile(r"[\u0590-\u05ff\u0620-\u06ff]")
_BLOCKS = re.compile(
    r"[\u3400-\u9fff]+|[\uac00-\ud7af]+|[\u30a0-\u30ff]+|[\u3040-\u309f]+|[\u0590-\u05ff]+|[\u0620-\u06ff]+|[a-z0-9]+"
    r"|[\u0370-\u03ff]+|[\u0400-\u052f]+"
)
_MARKS = re.compile(r"[\u0300-\u036f\u0591-\u05c7]")
_QUOTES = re.compile(r"[‘’ʼ＇`´'ʿʾ\"“”״׳ʹ]")
_LATIN_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ð": "d", "þ": "th", "ς": "σ"}
)
_ARTICLES = ("وال", "بال", "لل", "ال", "ل", "و", "ה", "ל", "ב", "ו")
#: Shorter stems in Latin letters begin words that have nothing to do with them.
_LEAST_STEM = 6
_MOST_KEYS = 12


def plain(text: str) -> str:
    """Return text in small letters without accents, in its own script: the form in which common words are looked up."""
    folded = _QUOTES.sub("", folded_key(text)).translate(_LATIN_LETTERS)
    if folded.isascii():
        return folded
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", folded)))


@lru_cache(maxsize=1 << 16)
def latin_words(name: str) -> tuple[str, ...]:
    """Return the words of a name without its legal form, in Latin letters, or in consonants' letters as they stand.

    >>> latin_words("АО «Концерн Алмаз-Антей»")
    ('concern', 'almaz', 'antei')
    >>> latin_words("杭州海康威视数字技术股份有限公司")
    ('hangzhou', 'haikangweishi', 'digital', 'technical')
    """
    if name.isascii():
        return words_of(name)[0]
    found: list[str] = []
    blocks = _BLOCKS.findall(plain(name))
    if any(_HAN.match(block) or _HANGUL.match(block) or _KANA.match(block) for block in blocks):
        forms = {form for form, _ in han_forms()}
        for block in blocks:
            if block not in forms or len(blocks) == 1:
                found += _segmented(block)
        return forms_stripped(tuple(found))[0]
    tokens, _ = words_of(name)
    native = _native_words(name, len(tokens))
    for token, own in zip(tokens, native, strict=True):
        word = translated(own) if own and not own.isascii() else None
        if word is not None:
            found.append(word.word)
        elif not token.isascii() and _CONSONANTAL.match(token):
            found.append(_bare(token))
        elif own and "\u0370" <= own[0] <= "\u03ff":
            found.append(_greek(own))
        else:
            found.append(token)
    return tuple(found)


def _native_words(name: str, count: int) -> tuple[str, ...]:
    """Return the words of a name in its own letters, where they stand one to one with those in Latin letters."""
    blocks = [block for block in _BLOCKS.findall(plain(name)) if latin(block)]
    spelt = [latin(block) for block in blocks]
    tokens = words_of(name)[0]
    size = len(tokens)
    for start in range(len(blocks) - size + 1):
        if tuple(spelt[start : start + size]) == tokens:
            return tuple(blocks[start : start + size])
    return ("",) * count


@lru_cache(maxsize=1 << 16)
def translated(word: str) -> Word | None:
    """Return the common word that a word in another script than Latin stands for; null when it is none."""
    exact, stems = _foreign_words()
    found = exact.get(word)
    if found is not None:
        return found
    if _CONSONANTAL.match(word):
        for article in _ARTICLES:
            if word.startswith(article) and len(word) > len(article) + 2 and (found := exact.get(word[len(article) :])):
                return found
        return None
    return _by_stem(word, stems, 3)


def _by_stem(word: str, stems: dict[str, Word], least: int) -> Word | None:
    """Return the word of the longest stem with an ending after it; a long rest makes it another word."""
    for end in range(len(word), least - 1, -1):
        found = stems.get(word[:end])
        if found is not None:
            return found if len(word) - end <= (3 if end < 4 else 5 if end < 5 else 6 if end < 7 else 9) else None
    return None


@cache
def _foreign_words() -> tuple[dict[str, Word], dict[str, Word]]:
    exact: dict[str, Word] = {}
    stems: dict[str, Word] = {}
    for row in table_rows("name_words.csv"):
        word = Word(row["word"], row["kind"])
        for variant in row["variants"].split("|"):
            if not variant.isascii():
                is_stem = variant.endswith("*")
                (stems if is_stem else exact).setdefault(plain(variant.rstrip("*")), word)
    return exact, stems


@cache
def _latin_stems() -> dict[str, Word]:
    found: dict[str, Word] = {}
    for row in table_rows("name_words.csv"):
        for variant in row["variants"].split("|"):
            if variant.isascii() and variant.endswith("*") and len(variant) > _LEAST_STEM:
                found.setdefault(variant[:-1], Word(row["word"], row["kind"]))
    return found


@lru_cache(maxsize=1 << 17)
def common_word(token: str) -> Word | None:
    """Return the common word that a Latin token stands for, by its spelling or its stem; null when it tells a name."""
    found = common_words().get(token)
    if found is not None or not token.isascii() or len(token) <= _LEAST_STEM:
        return found
    return _by_stem(token, _latin_stems(), _LEAST_STEM)


# --- scripts without spaces ---------------------------------------------------------------------------------------


@cache
def _longest() -> int:
    return max(len(word) for word in _foreign_words()[0] if _HAN.match(word) or _HANGUL.match(word))


def _segmented(block: str) -> list[str]:
    """Split a run of Han, Hangul or kana into known words, translated, and what lies between, spelt."""
    if not (_HAN.match(block) or _HANGUL.match(block)):
        if _KANA.match(block):
            return [_kana(block)] if _kana(block) else []
        return [latin(block)]
    rest = _without_form(block)
    exact = _foreign_words()[0]
    found: list[str] = []
    unknown = ""
    at = 0
    while at < len(rest):
        word, size = None, 1
        for size in range(min(_longest(), len(rest) - at), 0, -1):
            is_alone = size == 1 and (at + 1 < len(rest) or len(rest) < 3)  # one character is a word at the end only
            word = None if is_alone else exact.get(rest[at : at + size])
            if word is not None:
                break
        if word is None:
            unknown += rest[at]
            at += 1
            continue
        found += _spelt(unknown)
        unknown = ""
        found.append(word.word)
        at += size
    return [*found, *_spelt(unknown)]


def _without_form(block: str) -> str:
    for form, _ in han_forms():
        if block.endswith(form) and len(block) > len(form) + 1:
            return block[: -len(form)]
        if (_HANGUL.match(form) or form.endswith("会社")) and block.startswith(form) and len(block) > len(form) + 1:
            return block[len(form) :]
    return block


def _spelt(unknown: str) -> list[str]:
    if not unknown:
        return []
    if _HANGUL.match(unknown):
        return [_hangul(unknown)]
    spelt = pinyin_of(unknown)
    return [spelt] if spelt else [unknown]


_LEADS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
)  # fmt: skip
_TAILS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
)  # fmt: skip


def _hangul(text: str) -> str:
    """Spell Hangul as Revised Romanization has it, without the changes between syllables."""
    found: list[str] = []
    for character in text:
        code = ord(character) - 0xAC00
        if 0 <= code < 11172:
            found.append(_LEADS[code // 588] + _VOWELS[code % 588 // 28] + _TAILS[code % 28])
    return "".join(found)


@cache
def _letters(script: str) -> dict[str, tuple[str, ...]]:
    rows = [row for row in table_rows("letters.csv") if row["script"] == script]
    if script in ("greek", "kana"):
        return {row["letters"]: (row["latin"],) for row in rows}
    return {letter: tuple(row["latin"].split("|")) for row in rows for letter in row["letters"]}


def _kana(text: str) -> str:
    letters = _letters("kana")
    shifted = (chr(ord(one) + 0x60) if "ぁ" <= one <= "ゖ" else one for one in unicodedata.normalize("NFKC", text))
    return "".join(letters.get(unicodedata.normalize("NFC", one), ("",))[0] for one in shifted)


def _greek(word: str) -> str:
    """Spell a Greek word as it sounds: pairs of letters first."""
    for pair, (spelling,) in _letters("greek").items():
        word = word.replace(pair, spelling)
    return latin(word)


# --- scripts without vowels ---------------------------------------------------------------------------------------


def _bare(token: str) -> str:
    """Return an Arabic word without its article."""
    for article in ("وال", "بال", "لل", "ال"):
        if token.startswith(article) and len(token) > len(article) + 2:
            return token[len(article) :]
    return token


_CONSONANTS = (
    (re.compile(r"sch|tch|sh|zh|ch|cz|sz|ts|tz|c(?=[eiy])|z"), "s"),
    (re.compile(r"kh"), "χ"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"χ"), "x"),
    (re.compile(r"ph|v"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"dj|gh|j"), "g"),
    (re.compile(r"[cq]"), "k"),
    (re.compile(r"p"), "b"),
    (re.compile(r"[aeiouyhw]+"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 17)
def consonants(token: str) -> tuple[str, ...]:
    """Return the consonants of a word, all the ways that its letters can be read; one way for Latin letters.

    >>> consonants("kuwait"), consonants("كويت")[0]
    (('kt',), 'kt')
    """
    if _CONSONANTAL.match(token):
        letters = _letters("hebrew" if token[0] < "\u0600" else "arabic")
        options = [letters.get(letter, ("",)) for letter in token]
        found = islice(("".join(parts) for parts in product(*options)), _MOST_KEYS)
        return tuple(dict.fromkeys(_DOUBLED.sub(r"\1", one) for one in found))
    if not token.isascii():
        return ()
    key = token
    for pattern, replacement in _CONSONANTS:
        key = pattern.sub(replacement, key)
    return (key,)


def is_consonantal(token: str) -> bool:
    """Tell whether a word stands in Arabic or Hebrew letters."""
    return _CONSONANTAL.match(token) is not None


_BY_LINE = tuple((re.compile(pattern.pattern.replace("(.)", "([^\\n])")), text) for pattern, text in _CONSONANTS)


def skeletons_of(tokens: list[str]) -> list[str]:
    """Return the consonants of many words at once, the first way where there are several; see `consonants`."""
    if not tokens:
        return []
    text = "\n".join(token if token.isascii() else "" for token in tokens)
    for pattern, replacement in _BY_LINE:
        text = pattern.sub(replacement, text)
    found = text.split("\n")
    for number, token in enumerate(tokens):
        if not token.isascii():
            found[number] = next(iter(consonants(token)), "")
    return found
