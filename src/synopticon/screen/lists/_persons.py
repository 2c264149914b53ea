"""Tells the persons among entries that a publication does not mark as such."""

from __future__ import annotations

from synopticon.text.names import analyse, common_words
from synopticon.text.persons import is_private_person

_MOST_WORDS = 4


def is_person(name: str, *, is_mostly_persons: bool) -> bool:
    """Tell whether an entry without a type is a natural person.

    Args:
        name: the listed name.
        is_mostly_persons: the list holds mainly persons: two to four words without any of business mean one.
    """
    if is_private_person(name):
        return True
    taken = analyse(name)
    if not is_mostly_persons or taken.forms or not 2 <= len(taken.tokens) <= _MOST_WORDS:
        return False
    words = common_words()
    return all(
        token.isalpha() and ((word := words.get(token)) is None or word.kind == "link") for token in taken.tokens
    )
