"""Writes the letters of a campaign: the request and the reminder to each body, in its language, to be sent by hand.

A template is a text in `data/letters`, named by letter and language. A line that begins with ``?law`` stands only when
the law is known, ``?due`` only when the day is, ``?nolaw`` and ``?nodue`` otherwise. No letter names an officer.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import Template

from synopticon.errors import UsageError
from synopticon.figures.deadlines import Standing, columns_of, law_of
from synopticon.model.records import Body

REQUEST = "request"
REMINDER = "reminder"
_FALLBACK = "en"
_WIDTH = 78
_POINT = re.compile(r"\d+\. ")
#: Signs above this one stand in scripts that are written without spaces and wrapped by whoever shows them.
_WIDE = "\u2e7f"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, ready to be signed.

    Attributes:
        kind: ``request`` or ``reminder``.
        language: of the template that was used.
    """

    body: str
    kind: str
    language: str
    text: str

    @property
    def file_name(self) -> str:
        """The name of its file, such as ``request.en.txt``."""
        return f"{self.kind}.{self.language}.txt"


@cache
def languages() -> tuple[str, ...]:
    """Return the languages in which letters can be written."""
    folder = resources.files("synopticon.figures").joinpath("data/letters")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.startswith(f"{REQUEST}."))
    return tuple(name.split(".")[1] for name in names)


def language_for(body: Body, *, wanted: str | None = None, of_case: tuple[str, ...] = ()) -> str:
    """Return the language of the letters to a body.

    What the caller asks for wins, then the column ``language`` of the table of bodies, then the one language of the
    case; English when none of them has a template.

    Raises:
        UsageError: there is no template in the language that was asked for.
    """
    if wanted is not None and wanted not in languages():
        raise UsageError(f"expected a language of the letters ({', '.join(languages())}), found {wanted!r}")
    own = columns_of(body).get("language")
    of_all = of_case[0] if len(of_case) == 1 else None
    return next((name for name in (wanted, own, of_all) if name in languages()), None) or _FALLBACK


def request(body: Body, standing: Standing, *, subject: str, language: str) -> Letter:
    """Return the request to a body, with the law and the day when both are known."""
    return _letter(REQUEST, body, standing, subject, language)


def reminder(body: Body, standing: Standing, *, subject: str, language: str) -> Letter:
    """Return the reminder to a body that was asked and has not answered.

    Raises:
        UsageError: the day on which the body was asked is not known.
    """
    if standing.asked_on is None:
        raise UsageError(f"{body.name}: expected the day on which it was asked in the column 'asked_on', found none")
    return _letter(REMINDER, body, standing, subject, language)


def _letter(kind: str, body: Body, standing: Standing, subject: str, language: str) -> Letter:
    law = law_of(body)
    due = standing.due.day
    kept = {"law": law is not None, "nolaw": law is None, "due": due is not None, "nodue": due is None}
    lines = (_line(line, kept) for line in _template(kind, language).splitlines())
    words = {
        "body": body.name,
        "subject": subject,
        "statute": law.statute if law else "",
        "section": law.section if law else "",
        "asked_on": standing.asked_on.isoformat() if standing.asked_on else "",
        "due_on": due.isoformat() if due else "",
    }
    text = Template("\n".join(line for line in lines if line is not None)).substitute(words)
    return Letter(body.body, kind, language, _wrapped(_without_gaps(text)))


def _line(line: str, kept: Mapping[str, bool]) -> str | None:
    """Return a line of a template without its condition, or null when the condition does not hold."""
    if not line.startswith("?"):
        return line
    condition, _, words = line[1:].partition(" ")
    return words if kept[condition] else None


def _without_gaps(text: str) -> str:
    """Return the text without the empty paragraphs that left-out lines leave."""
    paragraphs = (part.strip("\n") for part in text.split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part) + "\n"


def _wrapped(text: str) -> str:
    """Return a letter with its paragraphs wrapped anew; the lines of its head, and numbered points, stay apart."""
    head, *paragraphs = text.rstrip("\n").split("\n\n")
    return "\n\n".join((head, *map(_wrapped_paragraph, paragraphs))) + "\n"


def _wrapped_paragraph(text: str) -> str:
    points: list[str] = []
    for line in text.splitlines():
        if points and _POINT.match(line) is None:
            # Scripts without spaces get none where a line ended.
            gap = "" if points[-1][-1] > _WIDE and line.strip()[:1] > _WIDE else " "
            points[-1] += gap + line.strip()
        else:
            points.append(line.strip())
    return "\n".join(_filled(point) for point in points)


def _filled(point: str) -> str:
    indent = "   " if _POINT.match(point) else ""
    if any(character > _WIDE for character in point):
        return point
    return textwrap.fill(point, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


@cache
def _template(kind: str, language: str) -> str:
    folder = resources.files("synopticon.figures").joinpath("data/letters")
    return folder.joinpath(f"{kind}.{language}.txt").read_text(encoding="utf-8")
