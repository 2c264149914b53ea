r"""Rich Text (RTF): paragraphs and tables as one text; see `flow` for how the text is built.

Pictures, objects, style and font tables are left out, and so is what a reader does not know and is marked ``\*``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from synopticon.ingest import limits
from synopticon.ingest.decoding import codec_of
from synopticon.ingest.flow import Flow, flow_items
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.letters import letter_date

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z0-9])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_LEFT_OUT = frozenset(
    b"fonttbl colortbl stylesheet info pict object themedata listtable listoverridetable rsidtbl generator datastore"
    b" latentstyles header headerl headerr headerf footer footerl footerr footerf fldinst xmlnstbl mmathPr".split()
)
_SIGNS = {
    b"tab": " ",
    b"line": " ",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": " ",
    b"enspace": " ",
}
#: Code pages by the numbers that font tables give for character sets.
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_MAX_GROUPS = 10_000


def _recognises(data: bytes) -> int:
    return 3 if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf") else 0


def _read(content: Content) -> Iterator[Item]:
    limits.within_limit("characters", len(content.data), 4 * limits.TEXT, locator=content.unit)
    flow = rtf_flow(content.data)
    yield Facts(received=letter_date(flow.text))
    yield from flow_items(content, flow)


def rtf_flow(data: bytes) -> Flow:
    """Return the text of an RTF file with its blocks."""
    reading = _Reading()
    for match in _TOKEN.finditer(data):
        reading.token(match)
    reading.paragraph()
    reading.end_table()
    return reading.flow


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and changes."""

    is_out: bool = False
    is_font_table: bool = False
    codec: str = "cp1252"
    skip: int = 1


@dataclass(slots=True)
class _Reading:
    flow: Flow = field(default_factory=Flow)
    state: _State = field(default_factory=_State)
    groups: list[_State] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    cells: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    page: str = "cp1252"
    skipping: int = 0
    is_star: bool = False
    in_table: bool = False

    def token(self, match: re.Match[bytes]) -> None:
        word, number, code, sign, brace, plain = match.groups()
        if brace == b"{":
            self.groups.append(self.state)
            limits.within_limit("groups inside groups", len(self.groups), _MAX_GROUPS)
        elif brace == b"}":
            self.flush()
            self.state = self.groups.pop() if self.groups else self.state
        elif word is not None:
            self.word(word, int(number) if number else None)
            self.is_star = False
        elif code is not None:
            self.bytes_in(bytes.fromhex(code.decode()))
        elif sign is not None:
            self.sign(sign)
        elif plain is not None:
            self.bytes_in(plain)

    def bytes_in(self, data: bytes) -> None:
        dropped = min(self.skipping, len(data))
        self.skipping -= dropped
        if not self.state.is_out:
            self.raw += data[dropped:]

    def flush(self) -> None:
        if self.raw:
            self.text.append(self.raw.decode(self.state.codec, "replace"))
            self.raw.clear()

    def put(self, text: str) -> None:
        self.flush()
        if not self.state.is_out:
            self.text.append(text)

    def sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.is_star = True
        elif sign == b"~":
            self.put(" ")
        elif sign == b"_":
            self.put("-")
        elif sign in b"{}\\":
            self.bytes_in(sign)

    def word(self, word: bytes, number: int | None) -> None:
        if word == b"fonttbl":
            self.state = replace(self.state, is_out=True, is_font_table=True)
        elif word in _LEFT_OUT or (self.is_star and word not in (b"shpinst", b"shptxt")):
            self.flush()
            self.state = replace(self.state, is_out=True)
        elif word == b"u" and number is not None:
            self.put(_character(number))
            self.skipping = self.state.skip
        elif word == b"uc" and number is not None:
            self.state = replace(self.state, skip=max(0, number))
        elif word in (b"f", b"fcharset", b"ansicpg"):
            self.font_word(word, number or 0)
        elif word in _SIGNS:
            self.put(_SIGNS[word])
        elif not self.state.is_out:
            self.layout(word)

    def font_word(self, word: bytes, number: int) -> None:
        self.flush()
        if word == b"ansicpg":
            self.page = codec_of(f"cp{number}") or "cp1252"
            self.state = replace(self.state, codec=self.page)
        elif word == b"fcharset" and self.state.is_font_table:
            self.fonts[self.font] = _CHARSETS.get(number, "") if number else ""
        elif self.state.is_font_table:
            self.font = number
        else:
            self.state = replace(self.state, codec=self.fonts.get(number) or self.page)

    def layout(self, word: bytes) -> None:
        if word == b"trowd":
            self.in_table = True
        elif word in (b"cell", b"nestcell"):
            self.flush()
            self.cells.append("".join(self.text))
            self.text.clear()
        elif word in (b"row", b"nestrow"):
            self.rows.append(self.cells)
            self.cells = []
        elif word == b"pard":
            self.in_table = False
        elif word == b"intbl":
            self.in_table = True
        elif word in (b"par", b"sect", b"page"):
            if self.in_table or self.cells:
                self.put(" ")
            else:
                self.paragraph()

    def paragraph(self) -> None:
        self.flush()
        text = "".join(self.text)
        self.text.clear()
        if text.strip():
            self.end_table()
            self.flow.block(text, "paragraph")

    def end_table(self) -> None:
        if self.cells:
            self.rows.append(self.cells)
            self.cells = []
        if self.rows:
            self.flow.table(self.rows)
            self.rows = []


def _character(number: int) -> str:
    code = number + 0x10000 if number < 0 else number
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 and code >= 32 else "\ufffd"


FORMAT = Format(
    name="rtf",
    media_types=("application/rtf",),
    suffixes=(".rtf",),
    recognises=_recognises,
    read=_read,
)
