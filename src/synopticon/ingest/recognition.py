"""Reads the words in a picture of a page with Tesseract, the one program that reading may start.

Everything that knows of the program is here: `recognise` takes the bytes of a picture and gives words with boxes, so
that a caller may run it elsewhere, or pass a function of its own. The script of the page is found first and only its
language data is used: all languages together read Chinese six times worse and take three times as long.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from statistics import median

from synopticon.errors import LimitError, SourceError
from synopticon.ingest.words import SeenPage, SeenWord

#: Processor time for one run over one picture, in seconds; pages of letters take one or two. By the clock it may be
#: more, so that a busy machine changes nothing.
SECONDS = 15
_CLOCK_SECONDS = 300
#: Address space of the program, in bytes.
_MEMORY = 1 << 30
#: At least so sure, of 100, a reading is taken without trying other languages.
_SURE = 75.0
#: Words below this may be of another script; they are replaced when that reads them with `_SURE` at least.
_UNSURE = 60.0
_NOISE = 40.0
#: Language data by the script that Tesseract names; every script uses the first that is installed.
_DATA = {
    "Latin": ("eng",),
    "Arabic": ("ara", "Arabic"),
    "Han": ("chi_sim", "chi_tra"),
    "HanS": ("chi_sim",),
    "HanT": ("chi_tra", "chi_sim"),
}
_LANGUAGES = ("eng", "ara", "chi_sim")
#: What may stand inside a page of the language, tried on words that are not sure: names and models, other digits.
_RIVALS = {"ara": ("eng", "Arabic"), "Arabic": ("eng",)}
#: Debian packages of the language data.
_PACKAGES = {
    "eng": "tesseract-ocr",
    "ara": "tesseract-ocr-ara",
    "chi_sim": "tesseract-ocr-chi-sim",
    "osd": "tesseract-ocr-osd",
}
_NAMES = {"eng": "English", "ara": "Arabic", "chi_sim": "Chinese", "osd": "finding the script and the turn of a page"}
#: Exit codes of a program that was ended because its time was over.
_ENDED = (-signal.SIGKILL, -24)
_SCRIPT = re.compile(r"^Script: (\S+)", re.MULTILINE)
_TURN = re.compile(r"^Rotate: (\d+)", re.MULTILINE)
_TURN_SURENESS = re.compile(r"^Orientation confidence: ([\d.]+)", re.MULTILINE)
_MIN_TURN = 1.5
#: Of two readings of one number the second may only stand when it is so sure; else the number is in doubt.
_NUMBER_SURE, _DISPUTED = 80.0, 40.0
_NUMBER = re.compile(r"[\d.,٫٬/:-]*\d[\d.,٫٬/:-]*")
_EASTERN = re.compile("[٠-٩۰-۹]")
#: Marks of direction that the program adds; they are not in the picture.
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")


def recognise(picture: bytes) -> tuple[SeenPage, ...]:
    """Return the pages of a picture (PNG, JPEG, PNM; TIFF with several pages) with their words.

    Raises:
        SourceError: Tesseract or the language data is missing (the detail says what to install), or the program
            cannot read the picture.
        LimitError: the program takes more than `SECONDS` of processor time.
    """
    installed = languages()
    if not installed:
        raise SourceError("no text layer", f"the page is a picture; to read it: {_install('eng', 'ara', 'chi_sim')}")
    script, turned = _script_of(picture) if "osd" in installed else ("", 0)
    wanted = _DATA.get(script, ())
    usable = [name for name in wanted if name in installed]
    if wanted and not usable:
        what = _NAMES.get(wanted[0], wanted[0])
        raise SourceError("no text layer", f"the page is a picture in {what}; to read it: {_install(wanted[0])}")
    order = [*usable, *(name for name in _LANGUAGES if name in installed and name not in usable)]
    best: tuple[SeenPage, ...] = ()
    for name in order:
        pages = _pages(picture, name, turned)
        if not best or sureness(pages) > sureness(best):
            best = pages
        if (sureness(pages) >= _SURE and _is_of(name, pages)) or not any(page.words for page in pages):
            break
    return _helped(picture, best, installed)


def sureness(pages: Iterable[SeenPage]) -> float:
    """Return the mean confidence of the words of pages, 0 to 100, long words counting for more; 0 without words."""
    words = [word for page in pages for word in page.words]
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _is_of(language: str, pages: Iterable[SeenPage]) -> bool:
    """Tell whether a reading is of its language: Chinese data reads a page of Latin letters too, but less well."""
    if language not in ("chi_sim", "chi_tra"):
        return True
    letters = [letter for page in pages for word in page.words for letter in word.text]
    return 5 * sum(1 for letter in letters if _WIDE.match(letter)) > len(letters)


def program() -> str | None:
    """Return the path of Tesseract, null where it is not installed."""
    return shutil.which("tesseract")


@cache
def version() -> str:
    """Return the version of Tesseract and its data as one line, the empty string where it is not installed.

    What is read from scans depends on it, so it belongs to the name of the work.
    """
    if program() is None:
        return ""
    first = _run(["--version"], b"").split("\n", 1)[0]
    return f"{first} ({', '.join(sorted(languages()))})"


@cache
def languages() -> frozenset[str]:
    """Return the language data that is installed, such as ``eng``; empty where Tesseract is not there."""
    if program() is None:
        return frozenset()
    return frozenset(_run(["--list-langs"], b"").split("\n")[1:]) - {""}


def missing() -> list[tuple[str, str]]:
    """Return what is not installed of what scans in the three languages need: what it is for, and the command."""
    return [(_NAMES[name], _install(name)) for name in _PACKAGES if name not in languages()]


def _install(*names: str) -> str:
    packages = dict.fromkeys(["tesseract-ocr"] * (not languages()) + [_PACKAGES.get(name, name) for name in names])
    return f"apt-get install {' '.join(packages)} (elsewhere: Tesseract 4 or 5 with the data {', '.join(names)})"


# --- runs of the program --------------------------------------------------------------------------------------


def _script_of(picture: bytes) -> tuple[str, int]:
    """Return the script that a page seems to have, empty when it has too few letters, and the degrees to turn it."""
    try:
        told = _run(["-", "-", "--psm", "0", "-l", "osd", *_resolution(picture)], picture)
    except SourceError:
        return "", 0  # too few letters to tell
    script, turn, sure = _SCRIPT.search(told), _TURN.search(told), _TURN_SURENESS.search(told)
    is_turned = turn is not None and sure is not None and float(sure[1]) >= _MIN_TURN
    return script[1] if script else "", int(turn[1]) if turn and is_turned else 0


def _pages(picture: bytes, language: str, turned: int) -> tuple[SeenPage, ...]:
    mode = "1" if turned else "3"
    told = _run(["-", "-", "--psm", mode, "-l", language, *_resolution(picture), "tsv"], picture)
    return tuple(_page(rows, language, turned) for rows in _rows_of_pages(told))


def _resolution(picture: bytes) -> list[str]:
    """Tell the resolution of a picture that we made ourselves; others say it, or it is estimated."""
    return ["--dpi", "200"] if picture.startswith(b"P5") else []


def _run(arguments: Sequence[str], picture: bytes) -> str:
    environment = {key: os.environ[key] for key in ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT") if key in os.environ}
    environment |= {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C"}
    try:
        run = subprocess.Popen(  # noqa: S603  # one program, fixed arguments; the picture goes in by pipe
            [program() or "tesseract", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
    except OSError as error:
        raise SourceError("no text layer", f"the recogniser does not start: {error.strerror}") from error
    _limit(run.pid)
    try:
        told, said = run.communicate(picture, _CLOCK_SECONDS)
    except subprocess.TimeoutExpired as error:
        run.kill()
        run.communicate()
        raise LimitError("too slow", f"a page took more than {_CLOCK_SECONDS} s to recognise") from error
    except OSError as error:
        raise SourceError("unreadable picture", f"the recogniser ended while it was read: {error.strerror}") from error
    if run.returncode in _ENDED:
        raise LimitError("too slow", f"a page took more than {SECONDS} s of processor time to recognise")
    if run.returncode:
        lines = said.decode("utf-8", "replace").strip().splitlines()
        raise SourceError("unreadable picture", lines[-1][:200] if lines else f"exit code {run.returncode}")
    return told.decode("utf-8", "replace")


def _limit(process: int) -> None:
    """Limit what the program may take, where the system can limit another process."""
    if sys.platform.startswith("linux"):
        import resource  # noqa: PLC0415  # not everywhere

        with contextlib.suppress(OSError):  # it has ended already
            resource.prlimit(process, resource.RLIMIT_CPU, (SECONDS, SECONDS))
            resource.prlimit(process, resource.RLIMIT_AS, (_MEMORY, _MEMORY))


# --- what the program told ------------------------------------------------------------------------------------

_Cells = tuple[int, ...]


def _rows_of_pages(told: str) -> list[list[tuple[_Cells, float, str]]]:
    """Cut the table of the program into pages: for each row its first ten numbers, the confidence and the text."""
    pages: list[list[tuple[_Cells, float, str]]] = []
    for line in told.split("\n")[1:]:
        cells = line.split("\t", 11)
        if len(cells) < 12:
            continue
        numbers = tuple(map(int, cells[:10]))
        if numbers[0] == 1:
            pages.append([])
        if pages:
            pages[-1].append((numbers, float(cells[10]), cells[11]))
    return pages


def _page(rows: Sequence[tuple[_Cells, float, str]], language: str, turned: int) -> SeenPage:
    width, height = rows[0][0][8:10]
    words: list[SeenWord] = []
    line = -1
    band = (0, 0)
    for numbers, confidence, text in rows:
        x, y, w, h = _upright(numbers[6:10], width, height, turned)
        if numbers[0] == 4:
            line += 1
            band = (y, h)
        word = _MARKS.sub("", text).strip()
        if numbers[0] == 5 and word and confidence >= 0 and not _is_noise(word, confidence):
            words.append(SeenWord(word, x, band[0], w, band[1], confidence, line))
    if turned in (90, 270):
        width, height = height, width
    return SeenPage(width, height, tuple(_joined(words)), language, turned)


def _upright(box: Sequence[int], width: int, height: int, turned: int) -> tuple[int, int, int, int]:
    """Return a box as it stands on the upright page; `turned` is how far that was turned clockwise."""
    x, y, w, h = box
    if turned == 90:
        return height - y - h, x, h, w
    if turned == 180:
        return width - x - w, height - y - h, w, h
    if turned == 270:
        return y, width - x - w, h, w
    return x, y, w, h


def _is_noise(text: str, confidence: float) -> bool:
    """Tell whether a word is a speck or a rule taken for signs."""
    return confidence < _NOISE and not any(map(str.isalnum, text))


def _joined(words: Sequence[SeenWord]) -> list[SeenWord]:
    """Join the characters of Chinese, which come one by one, to runs without blanks."""
    joined: list[SeenWord] = []
    for word in words:
        last = joined[-1] if joined else None
        if last is None or last.line != word.line or not (_WIDE.match(last.text[-1]) or _WIDE.match(word.text[0])):
            joined.append(word)
            continue
        # The boxes of single characters are often too narrow.
        reach = last.left + max(last.width, sum(1 for letter in last.text if _WIDE.match(letter)) * last.height)
        if word.left - reach > max(last.height, word.height):
            joined.append(word)
            continue
        right = max(last.left + last.width, word.left + word.width)
        letters = len(last.text) + len(word.text)
        sure = (last.confidence * len(last.text) + word.confidence * len(word.text)) / letters
        left = min(last.left, word.left)
        joined[-1] = replace(last, text=last.text + word.text, left=left, width=right - left, confidence=sure)
    return joined


# --- words of another script ----------------------------------------------------------------------------------


def _helped(picture: bytes, pages: tuple[SeenPage, ...], installed: frozenset[str]) -> tuple[SeenPage, ...]:
    """Replace runs of unsure words by what the data of another script reads there, where that is sure."""
    for page in pages[:1]:
        for rival in _RIVALS.get(page.language, ()):
            if rival in installed and any(_is_open(word) for one in pages for word in one.words):
                others = _pages(picture, rival, page.turned)
                if len(others) == len(pages):
                    pages = tuple(mixed(one, other) for one, other in zip(pages, others, strict=True))
    return tuple(map(doubted, pages)) if pages and pages[0].language in _RIVALS else pages


def doubted(page: SeenPage) -> SeenPage:
    """Return a page with all its numbers in doubt where some are written ٠ to ٩.

    The data of Arabic takes these for digits of the other kind, and is sure of it.
    """
    numbers = [word.text for word in page.words if _NUMBER.fullmatch(word.text)]
    if not any(_EASTERN.search(number) for number in numbers):
        return page
    words = (
        replace(word, confidence=min(word.confidence, _DISPUTED)) if _NUMBER.fullmatch(word.text) else word
        for word in page.words
    )
    return replace(page, words=tuple(words))


def _is_open(word: SeenWord) -> bool:
    """Tell whether a second reading may say more of a word: it is unsure, or a number."""
    return word.confidence < _UNSURE or _NUMBER.fullmatch(word.text) is not None


def mixed(page: SeenPage, other: SeenPage) -> SeenPage:
    """Return a page with its unsure words as another reading has them, where that is sure, and its numbers compared."""
    words: list[SeenWord] = []
    run: list[SeenWord] = []
    digit = _digit_width(page, other) if other.language == "eng" else 0.0
    for word in [*page.words, None]:
        if run and (word is None or word.line != run[-1].line or word.confidence >= _UNSURE):
            words += _rival(run, other) or run
            run = []
        if word is not None and word.confidence < _UNSURE:
            run.append(word)
        elif word is not None:
            is_number = other.language == "eng" and _NUMBER.fullmatch(word.text)
            words.append(_compared(word, other, digit) if is_number else word)
    return replace(page, words=tuple(words))


def _compared(word: SeenWord, other: SeenPage, digit: float) -> SeenWord:
    """Return a number as two readings have it; data of Arabic drops digits of the other kind, and is sure of it.

    Where they differ in length, the one stands whose digits are as wide (`digit`, in pixels) as others on the page.
    """
    rival = _same_place(word, other)
    if rival is None or rival.text == word.text:
        return word
    is_sure = digit > 0 and rival.confidence >= _NUMBER_SURE and len(rival.text) != len(word.text)
    if not is_sure:
        return replace(word, confidence=min(word.confidence, _DISPUTED))
    best = min((word, rival), key=lambda one: abs(word.width / len(one.text) - digit))
    return replace(word, text=best.text, confidence=best.confidence)


def _same_place(word: SeenWord, other: SeenPage) -> SeenWord | None:
    """Return the number that another reading has in the place of a word."""
    middle, level = word.left + word.width / 2, word.top + word.height / 2
    for rival in other.words:
        is_there = rival.left <= middle <= rival.left + rival.width and rival.top <= level <= rival.top + rival.height
        if is_there and _NUMBER.fullmatch(rival.text):
            return rival
    return None


def _digit_width(page: SeenPage, other: SeenPage) -> float:
    """Return how wide a digit is, by the numbers that both readings have alike; 0 when there is none."""
    widths = []
    for word in page.words:
        if len(word.text) > 1 and _NUMBER.fullmatch(word.text):
            rival = _same_place(word, other)
            if rival is not None and rival.text == word.text:
                widths.append(word.width / len(word.text))
    return median(widths) if widths else 0.0


def _rival(run: Sequence[SeenWord], other: SeenPage) -> list[SeenWord]:
    """Return the sure words of another reading that stand where a run of unsure ones does, in their order."""
    left, right = min(word.left for word in run), max(word.left + word.width for word in run)
    top, bottom = run[0].top, run[0].top + run[0].height
    found = [
        replace(word, top=top, height=bottom - top, line=run[0].line)
        for word in other.words
        if left - 4 <= word.left + word.width // 2 <= right + 4
        and top <= word.top + word.height // 2 <= bottom
        and len(word.text) > 1
    ]
    is_sure = bool(found) and min(word.confidence for word in found) >= _UNSURE
    covered = sum(word.width for word in found)
    return found if is_sure and 2 * covered >= sum(word.width for word in run) else []
