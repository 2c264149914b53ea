"""The contract of a kind of page: the view in, pages out.

A file under `pages/` defines ``PAGES = Pages(...)``; the site renders what it builds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from synopticon.publish.view import View


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        address: where it stands below the top of the site, such as ``bodies/northmere.html``.
        template: file under `templates/`.
        title: plain text; the template shows it as the heading.
        context: what the template reads besides `seen` (the view) and `page`.
    """

    address: str
    template: str
    title: str
    context: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the search box finds."""

    kind: str
    title: str
    detail: str
    address: str


@dataclass(frozen=True, slots=True)
class Pages:
    """One kind of page.

    Attributes:
        build: yields its pages.
        entries: yields what the search finds of it.
        files: yields (address, text) of further files that its pages lead to.
    """

    build: Callable[[View], Iterable[Page]]
    entries: Callable[[View], Iterable[Entry]] = lambda _: ()
    files: Callable[[View], Iterable[tuple[str, str]]] = lambda _: ()
