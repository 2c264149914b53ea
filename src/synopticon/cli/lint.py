"""`synopticon lint`: the numbers of a draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from synopticon.figures.lint import Finding, Known

#: A text is never a path of this length.
_LONGEST_PATH = 1_000
#: What is quoted of a draft takes at most so many columns.
_LONGEST = 240
_SENTENCE = 150


@click.command("lint", short_help="Check the numbers in a draft: shares, sums, bases, words of law.")
@click.argument("draft", metavar="FILE|TEXT")
@click.option("--case", type=click.Path(path_type=Path), help="A case that was run; its figures are compared.")
@click.option("--as-of", metavar="YYYY-MM-DD", help="Read the lists as they stood on this day.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON Lines.")
def COMMAND(draft: str, *, case: Path | None, as_of: str | None, as_json: bool) -> None:  # noqa: N802  # found by this name
    """Check the numbers in a draft: FILE, a TEXT in quotes, or - for standard input.

    Exit code 3 means: an error was found. Warnings and notes alone give 0.
    """
    from synopticon.cli._print import echo_line, to_json

    findings = _findings(draft, _known(case, as_of))
    if as_json:
        for finding in findings:
            echo_line(to_json(finding))
    else:
        _tell(findings)
    if any(finding.severity == "error" for finding in findings):
        click.get_current_context().exit(3)


def _known(case: Path | None, as_of: str | None) -> Known:
    from synopticon.figures.lint import Known
    from synopticon.pipeline import load_run
    from synopticon.pipeline.drafts import known_of
    from synopticon.store.case import check_day

    day = check_day(as_of, "--as-of") if as_of else None
    return known_of(load_run(case), as_of=day) if case else Known(as_of=day)


def _findings(draft: str, known: Known) -> list[Finding]:
    from synopticon.errors import UsageError
    from synopticon.pipeline.drafts import check_file, check_text

    if draft == "-":
        return check_text(sys.stdin.read(), known=known)
    is_short = len(draft) <= _LONGEST_PATH and "\n" not in draft
    if is_short and Path(draft).is_file():
        return check_file(Path(draft), known=known)
    if is_short and " " not in draft.strip() and not any(character.isdigit() for character in draft):
        raise UsageError(f"expected a file or a text with numbers, found {draft!r}; check the name of the file")
    if is_short and Path(draft).suffix.lower() in {".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".odt"}:
        raise UsageError(f"expected a draft, found no file at {draft!r}; check the name")
    return check_text(draft, known=known)


def _tell(findings: list[Finding]) -> None:
    from synopticon.cli._print import cut, say

    for finding in findings:
        line = f"line {finding.line}, " if finding.line else ""
        click.echo(f"{finding.severity}: {finding.rule}  [{line}{finding.locator}]")
        # What is expected is told whole: a list that is cut could leave out the very number that is meant.
        for label, words in (
            ("says", cut(finding.quote, _LONGEST)),
            ("in", cut(finding.sentence, _SENTENCE)),
            ("expected", cut(finding.expected, len(finding.expected) * 2 + 1)),
            ("do", cut(finding.advice, _LONGEST)),
        ):
            if words and not (label == "in" and finding.sentence == finding.quote):
                click.echo(click.wrap_text(f"{label}: {words}", 80, "  ", "      "))
    counts = {kind: sum(f.severity == kind for f in findings) for kind in ("error", "warning", "note")}
    say(", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in counts.items()))
