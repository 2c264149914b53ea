"""Who says a claim, as far as the words that were read for it look like a name.

A reading that took the start of a sentence for a speaker would put words into the mouth of "The table". Such a phrase
stays in the data and is not printed as a voice.
"""

from __future__ import annotations

import re

from synopticon.model.records import Claim

_WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}.&-][^\W_]+)*")
#: Words this short may stand in lower case inside a name ("of", "the", "de"); longer ones may not.
_SHORT = 3
_MOST_WORDS, _LONGEST = 10, 80


def voice_of(claim: Claim) -> str:
    """Return the attribution of a claim where it is a name, else the empty string."""
    told = (claim.attribution or "").strip()
    return told if is_like_a_name(told) else ""


def is_like_a_name(text: str) -> bool:
    """Tell whether a phrase is written as a name.

    In scripts with capitals its last word and one longer than three letters, or initials, begin with one, and so do
    all longer words. Scripts without capitals have no such mark; there only the length is held against it.
    """
    words: list[str] = _WORD.findall(text)
    if not words or len(words) > _MOST_WORDS or len(text) > _LONGEST:
        return False
    cased = [word for word in words if word.lower() != word.upper()]
    if not cased:
        return not any(word[0].isdigit() for word in words)
    is_named = any(word[0].isupper() and (len(word) > _SHORT or word.isupper()) for word in cased)
    return is_named and not cased[-1][0].islower() and all(_may_stand(word) for word in cased)


def _may_stand(word: str) -> bool:
    return not word[0].islower() or len(word) <= _SHORT
