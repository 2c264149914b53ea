"""The few words on which settling rests: what announces a correction, what says that all of something is gone."""

from __future__ import annotations

import re

#: Words of a file name or of the words quoted that announce a corrected answer, in the languages that are read.
_CORRECTION = {
    "en": r"\b(?:correct(?:ed|ion|ions|ing)|amend(?:ed|ment|ments)|revis(?:ed|ion)|errat(?:um|a)|corrigendum"
    r"|superse(?:des|ded|ding)|as (?:previously |wrongly |incorrectly )?stated in our (?:earlier |previous |last )?"
    r"(?:letter|reply|response|answer|e-?mail))\b",
    "ar": r"تصحيح|مصح[ّ]?ح|(?<!\w)معد[ّ]?ل[ة]?(?!\w)|تعديل|منق[ّ]?ح|استدراك",
    "zh": r"更正|修正|修订|修訂|勘误|勘誤|订正|訂正|改正",
}
#: A new edition of a file says so in its name with words that mean nothing inside a sentence.
_NEW_FILE = r"\b(?:updated?|replacement)\b|محد[ّ]?ث|更新"
_ALL = {
    "en": r"\b(?:all|every|entire(?:ly)?|whole|complete(?:ly)?|fully"
    r"|no longer|none remain|any remaining|(?:our|the) last(?! year| month))\b",
    "ar": r"جميع|كاف[ة]|(?<!\w)كل(?!\w)|بالكامل|لم (?:يعد|تعد)",
    "zh": r"全部|所有|全数|全數|悉数|均已|不再|一律",
}
_SAYS_CORRECTION = re.compile("|".join(_CORRECTION.values()), re.IGNORECASE)
_NAMES_CORRECTION = re.compile("|".join((*_CORRECTION.values(), _NEW_FILE)), re.IGNORECASE)
_SAYS_ALL = re.compile("|".join(_ALL.values()), re.IGNORECASE)
_SEPARATORS = re.compile(r"[_\-.+]+")


def says_correction(text: str) -> bool:
    """Tell whether quoted words call themselves a correction of something said before."""
    return _SAYS_CORRECTION.search(text) is not None


def names_correction(file_name: str) -> bool:
    """Tell whether a file's own name says that it is the corrected or updated one."""
    return _NAMES_CORRECTION.search(_SEPARATORS.sub(" ", file_name)) is not None


def says_all(text: str) -> bool:
    """Tell whether quoted words speak of the whole of something: "we replaced all units"."""
    return _SAYS_ALL.search(text) is not None
