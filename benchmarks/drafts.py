"""Drafts in a reporter's words, half of them wrong: what the linter finds in them, and what it says in vain.

The drafts stand in tests/figures/drafts. Each is saved as Markdown, HTML, DOCX or plain text and linted from its file;
with ``--all-formats`` in each of the four. A fault is found when an error or warning touches its words.
"""

from __future__ import annotations

import html
import io
import sys
import tempfile
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from synopticon.figures.lint import Finding
from synopticon.pipeline.drafts import check_file

DRAFTS = Path(__file__).parents[1] / "tests/figures/drafts/drafts.toml"
FORMATS = ("md", "txt", "html", "docx")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KINDS = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


@dataclass(frozen=True)
class Reported:
    """A draft with the words in it that are wrong; none when it is clean."""

    id: str
    language: str
    format: str
    text: str
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Score:
    """What was found of one draft: its faults without a finding, and findings that touch no fault."""

    draft: Reported
    missed: tuple[str, ...]
    false: tuple[Finding, ...]


def drafts() -> list[Reported]:
    """Return the drafts of the file, in its order."""
    rows = tomllib.loads(DRAFTS.read_text(encoding="utf-8"))["draft"]
    return [Reported(**{**row, "faults": tuple(row.get("faults", ()))}) for row in rows]


def score(draft: Reported, folder: Path, form: str | None = None) -> Score:
    """Save a draft, lint the file, and hold the findings against its faults."""
    path = folder / f"{draft.id}.{form or draft.format}"
    path.write_bytes(saved(draft.text, form or draft.format))
    found = [finding for finding in check_file(path) if finding.severity != "note"]
    quotes = [_plain(finding.quote) for finding in found]
    touched = [[_touches(quote, _plain(fault)) for quote in quotes] for fault in draft.faults]
    missed = tuple(fault for fault, hits in zip(draft.faults, touched, strict=True) if not any(hits))
    false = tuple(one for place, one in enumerate(found) if not any(hits[place] for hits in touched))
    return Score(draft, missed, false)


def saved(text: str, form: str) -> bytes:
    """Return the bytes of a draft in a format; in the formats of word processors a table is one of rows and cells."""
    blocks = [block for block in text.strip().split("\n\n") if block.strip()]
    if form == "html":
        inner = "\n".join(_html(block) for block in blocks)
        return f'<!doctype html><html><meta charset="utf-8"><title>x</title><body>{inner}</body></html>'.encode()
    if form == "docx":
        return _docx("".join(_word(block) for block in blocks))
    return text.lstrip().encode()


def _rows(block: str) -> list[list[str]] | None:
    lines = block.strip().splitlines()
    if not all(line.startswith("|") for line in lines):
        return None
    cells = [[cell.strip().strip("*") for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if not all(set(cell) <= set(":-") for cell in row)]


def _html(block: str) -> str:
    rows = _rows(block)
    if rows is None:
        return f"<p>{html.escape(block)}</p>"
    return (
        "<table>"
        + "".join(f"<tr>{''.join(f'<td>{html.escape(c)}</td>' for c in row)}</tr>" for row in rows)
        + "</table>"
    )


def _word(block: str) -> str:
    rows = _rows(block)
    if rows is None:
        return _paragraph(" ".join(block.split("\n")))
    cells = ("".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _docx(body: str) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr("[Content_Types].xml", _KINDS)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>')
    return sink.getvalue()


def _plain(text: str) -> str:
    return " ".join(text.split())


def _touches(quote: str, fault: str) -> bool:
    return bool(quote) and (quote in fault or fault in quote or _overlap(quote, fault) or _overlap(fault, quote))


def _overlap(one: str, other: str) -> bool:
    """Tell whether the end of one text is the beginning of the other, by at least a few characters."""
    return any(one.endswith(other[:size]) for size in range(3, min(len(one), len(other))))


def main() -> None:
    every = drafts()
    forms: tuple[str | None, ...] = FORMATS if "--all-formats" in sys.argv else (None,)
    faults = sum(len(draft.faults) for draft in every)
    with tempfile.TemporaryDirectory() as name:
        for form in forms:
            scores = [score(draft, Path(name), form) for draft in every]
            missed = [(one.draft.id, fault) for one in scores for fault in one.missed]
            false = [(one.draft.id, finding) for one in scores for finding in one.false]
            print(f"{form or 'mixed formats'}: {faults - len(missed)} of {faults} faults found in {len(every)} drafts,")
            print(f"  {len(false)} false alarms")
            for draft, fault in missed:
                print(f"  missed in {draft}: {_plain(fault)}")
            for draft, finding in false:
                print(f"  false in {draft}: {finding.rule}: {finding.quote!r}; expected {finding.expected}")


if __name__ == "__main__":
    main()
