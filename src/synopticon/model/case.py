"""The case as it was asked: which sources, which figures, as of which day. Where its folder stands is no part of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceSpec:
    """One `[[source]]` of a case.

    Attributes:
        number: position in the case file, from 1; `documents.source` is ``<number>-<kind>``.
        kind: replies, ledger, notices, register, articles or assets.
        path: folder, file or glob, relative to the case folder.
        body: id of the body that all its documents speak for, where the files do not say.
        bodies: path of the table of bodies that were asked, for replies.
        exclude: globs, relative to the case folder, of files that are not read.
    """

    number: int
    kind: str
    path: str
    body: str | None = None
    bodies: str | None = None
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """One `[[figure]]` of a case: a question to the claims.

    Attributes:
        id: name of the figure in the case and in every table.
        count: bodies, units or amount.
        where: (column of claims, accepted values), all of which must hold.
        of: the base: asked, replied, usable or none.
        within: (column of bodies, accepted values), all of which must hold.
        title: readable name; made from the question when empty.
        unit: what the number counts, when the case says so.
        per: column of the table of bodies that a sum of units is divided by, such as ``population``.
    """

    id: str
    count: str
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    of: str = "none"
    within: tuple[tuple[str, tuple[str, ...]], ...] = ()
    title: str = ""
    unit: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One investigation.

    Attributes:
        as_of: ISO day; lists are read, and figures are dated, as they stood on it.
        languages: hints only; each document is identified by itself.
        notice: words that stand on every page, such as that the case is made up.
    """

    id: str
    title: str
    as_of: str
    languages: tuple[str, ...] = ()
    sources: tuple[SourceSpec, ...] = ()
    figures: tuple[FigureSpec, ...] = ()
    notice: str = ""
