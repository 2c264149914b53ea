"""The static site: plain pages that open from a folder, without a server, a network or a build step."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from synopticon.discover import discover
from synopticon.publish import addresses, fragments, names, numbers, pages, words
from synopticon.publish.legal import CAVEAT
from synopticon.publish.mirror import ordered, told
from synopticon.publish.output import Output, Publication
from synopticon.publish.page import Entry, Page, Pages
from synopticon.publish.says import context_of, reading_of, said
from synopticon.publish.speech import filled, language_for, speaking, spoken, t
from synopticon.publish.view import View, view
from synopticon.publish.voices import voice_of
from synopticon.store.files import write_bytes, write_text

if TYPE_CHECKING:
    import jinja2

_HOME = Path(__file__).parent.parent
_STATIC = ("site.css", "site.js")
_MOST_ENTRIES = 20_000
_MADE_UP = ("made-up", "made up", "fictional", "invented")


def _write(out: Path, publication: Publication) -> list[Path]:
    with speaking(language_for(publication.case.languages)):
        return _written(out, view(publication))


def _written(out: Path, seen: View) -> list[Path]:
    kinds = list(discover(pages, "PAGES", Pages))
    environment = _environment(seen)
    written: list[Path] = []
    for page in _once(page for kind in kinds for page in kind.build(seen)):
        path = out / page.address
        write_text(path, _render(environment, page))
        written.append(path)
    for address, text in (file for kind in kinds for file in kind.files(seen)):
        write_text(out / address, text)
        written.append(out / address)
    for name in _STATIC:
        write_bytes(out / name, (_HOME / "static" / name).read_bytes())
        written.append(out / name)
    search = out / "search.js"
    write_text(search, _search_data(entry for kind in kinds for entry in kind.entries(seen)))
    return [*written, search]


def _once(found: Iterable[Page]) -> Iterator[Page]:
    """Yield each address once; two ids that share a page keep the first."""
    had: set[str] = set()
    for page in found:
        if page.address not in had:
            had.add(page.address)
            yield page


def _environment(seen: View) -> jinja2.Environment:
    import jinja2  # noqa: PLC0415  # only a site needs it

    first = next(iter(seen.case.languages), None)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HOME / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "shown": fragments.shown,
        "day": fragments.day,
        "quoted": fragments.quoted,
        "marked": fragments.marked,
        "visible": fragments.visible,
        "plain": fragments.plain,
        "number": numbers.number,
        "readable": words.readable,
        "told": told,
        "t": t,
    }
    shared: dict[str, Any] = {
        "t": filled,
        "language": spoken(),
        "context_of": context_of,
        "country": names.country,
        "reading_of": reading_of,
        "voice_of": voice_of,
        "words": words,
        "addresses": addresses,
        "seen": seen,
        "caveat": t(CAVEAT),
        "said": partial(said, seen),
        "notice": notice(seen),
        "direction": "rtl" if fragments.is_right_to_left(first) else "ltr",
    }
    environment.globals.update(shared)
    return environment


def notice(seen: View) -> str:
    """Return the text of the banner: the run's, the case's, or a plain one when the title says it is made up."""
    told = seen.run.notice or str(getattr(seen.case, "notice", "") or "")
    if told:
        return told
    title = f"{seen.case.id} {seen.case.title}".casefold()
    if any(word in title for word in _MADE_UP):
        return t("This case is made up. No body, document or number in it is real.")
    return ""


def _render(environment: jinja2.Environment, page: Page) -> str:
    root = "../" * page.address.count("/")
    template = environment.get_template(page.template)
    return template.render(page=page, root=root, **page.context)


def _search_data(entries: Iterable[Entry]) -> str:
    """Return a classic script that sets the data of the search: pure ASCII, and nothing that could end a script."""
    rows = [
        [t(entry.kind), fragments.plain(entry.title), ordered(fragments.plain(entry.detail)), entry.address]
        for _, entry in zip(range(_MOST_ENTRIES), entries, strict=False)
    ]
    lines = ",\n".join(json.dumps(row, ensure_ascii=True, separators=(",", ":")) for row in rows)
    safe = lines.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f"window.SYNOPTICON = [\n{safe}\n];\n"


OUTPUT = Output("site", _write)
