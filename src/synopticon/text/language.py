"""Which language a text is in: script runs first, then pycld2 between languages of one script."""

from __future__ import annotations

import re
from functools import cache
from types import ModuleType

from synopticon.text.grammar import words

_RUNS = {
    "Latn": re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]+"),
    "Arab": re.compile(r"[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+"),
    "Hani": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+"),
    "Kana": re.compile(r"[ぁ-ゖァ-ヺ]+"),
    "Hang": re.compile(r"[\uac00-\ud7a3]+"),
    "Cyrl": re.compile(r"[Ѐ-ӿ]+"),
    "Grek": re.compile(r"[Ͱ-Ͽ]+"),
    "Hebr": re.compile(r"[א-ת]+"),
    "Deva": re.compile(r"[ऀ-ॿ]+"),
    "Thai": re.compile(r"[ก-๎]+"),
}
_ALONE = {"Kana": "ja", "Hang": "ko", "Grek": "el", "Hebr": "he", "Thai": "th"}
# A Han character carries about as much as three letters of an alphabet.
_WEIGHT = {"Hani": 3, "Kana": 3, "Hang": 3}
_ENOUGH = {"Latn": 12, "Cyrl": 12}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NOISE = re.compile(r"://|www\.|@|^[\d_.,:/-]+$")
_SAMPLE = 20_000
_SAME = {"zh-Hant": "zh", "iw": "he", "in": "id", "ji": "yi", "jw": "jv", "no": "nb"}
_PERSIAN_LETTERS = re.compile(r"[پچژگی]")


def scripts(text: str) -> dict[str, int]:
    """Count the letters of each script (ISO 15924 codes), the most frequent first; absent scripts have no letter."""
    if text.isascii():
        latin = sum(map(len, _RUNS["Latn"].findall(text)))
        return {"Latn": latin} if latin else {}
    counts = {script: sum(map(len, pattern.findall(text))) for script, pattern in _RUNS.items()}
    return dict(sorted(((s, n) for s, n in counts.items() if n), key=lambda pair: (-pair[1], pair[0])))


def language_of(text: str) -> str | None:
    """Return the main language as an ISO 639-1 code, null when the text is too little to tell.

    Of a mixed text the language with the most content is returned; a few Latin names in an Arabic sentence do not
    make it English. A text of names and numbers alone has no language.
    """
    sample = " ".join(word for word in text[:_SAMPLE].split() if _NOISE.search(word) is None)
    counts = scripts(sample)
    if not counts:
        return None
    weights = {script: count * _WEIGHT.get(script, 1) for script, count in counts.items()}
    script = max(weights, key=lambda key: weights[key])
    if "Kana" in counts and counts["Kana"] * 10 >= counts.get("Hani", 0) and script in {"Hani", "Kana"}:
        return "ja"
    if script in _ALONE:
        return _ALONE[script]
    if script == "Hani":
        return "zh"
    if counts[script] < _ENOUGH.get(script, 3):
        return _by_common_words(sample) if script == "Latn" else None
    return _within_script(script, sample)


def _within_script(script: str, sample: str) -> str | None:
    found = _detected(sample)
    if script == "Arab":
        return found if found in {"fa", "ur", "ps", "ckb", "ug", "sd"} and _PERSIAN_LETTERS.search(sample) else "ar"
    if script == "Latn":
        return _by_common_words(sample) or found
    return found


def _detected(sample: str) -> str | None:
    cld2 = _cld2()
    try:
        reliable, _, guesses = cld2.detect(_CONTROL.sub(" ", sample), isPlainText=True, bestEffort=False)
    except cld2.error:
        return None
    code = str(guesses[0][1])
    if not reliable or code == "un":
        return None
    code = _SAME.get(code, code)
    return code.split("-")[0]


@cache
def _cld2() -> ModuleType:
    import pycld2  # a native library; loaded only where a language is asked for

    module: ModuleType = pycld2
    return module


# For strings too short for statistics; words that no two of the languages share.
_COMMON = {
    "en": words("the of and is are was were we you this that with for have has not our your from will which by"),
    "fr": words("le les des est et une dans pour que qui sont nous avec sur aux ont été pas du"),
    "es": words("el los las una y en con por para que del está son como más se su al han"),
    "de": words("der die das und ist nicht mit von den dem ein eine wir sie für auf im zu werden wurde"),
}  # fmt: skip
_LATIN_WORD = re.compile(r"[a-zà-ÿ]+")


def _by_common_words(sample: str) -> str | None:
    """Return the language whose function words are clearly the most frequent among four, else null."""
    words = _LATIN_WORD.findall(sample[:2_000].lower())
    scores = sorted(((sum(word in known for word in words), code) for code, known in _COMMON.items()), reverse=True)
    (best, code), (second, _) = scores[0], scores[1]
    needed = 1 if len(words) <= 8 else max(3, len(words) // 8)
    return code if best >= needed and best >= 2 * second + (second > 0) else None
