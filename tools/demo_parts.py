"""The parts a made-up document is built of, and the register of made-up people who must never be published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class P:
    """A paragraph."""

    text: str


@dataclass(frozen=True)
class H:
    """A heading."""

    text: str


@dataclass(frozen=True)
class Q:
    """Somebody else's earlier words: the request, repeated in the reply."""

    text: str


@dataclass(frozen=True)
class T:
    """A table with a header row."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = P | H | Q | T


@dataclass(frozen=True)
class Person:
    """A made-up officer; a canary: none of the three may reach a published file."""

    name: str
    email: str
    phone: str


@dataclass(frozen=True)
class Letter:
    """One letter of a body, before it is written in a format.

    Attributes:
        layout: 0 left letterhead, 1 centred, 2 memorandum with a block of references.
        fiction: the line that says that all of it is made up.
    """

    body: str
    sender: str
    date: str
    ref: str
    blocks: tuple[Block, ...]
    officer: Person
    role: str = "Information Governance Officer"
    layout: int = 0
    subject: str = "Freedom of Information request: CCTV equipment"
    salutation: str = "Dear Applicant"
    closing: str = "Yours faithfully"
    fiction: str = "Fictional material for demonstration: the council, its officers and its figures are made up."
    contact: str = "Direct line {phone} - {email}"


@dataclass
class Cast:
    """Hands out made-up people and remembers each as a canary."""

    canaries: list[dict[str, str]] = field(default_factory=list)
    _count: int = 0

    def officer(self, body: str, name: str) -> Person:
        """Return the person of that name at that body, with an address and a drama number of Ofcom's."""
        self._count += 1
        number = f"01632 960{self._count:03d}" if self._count % 2 else f"020 7946 0{self._count:03d}"
        local = ".".join(part.lower() for part in _ascii(name).replace("'", "").split())
        person = Person(name, f"{local or f'office{self._count}'}@{body}.example", number)
        for kind, text in (("name", name), ("email", person.email), ("phone", number)):
            self.plant(kind, text, body)
        return person

    def plant(self, kind: str, text: str, body: str) -> str:
        """Remember one more personal value that a document of `body` holds, and return it."""
        self.canaries.append({"kind": kind, "text": text, "body": body})
        return text


def _ascii(name: str) -> str:
    return name if name.isascii() else ""


def plain(blocks: Sequence[Block], mark: str = "> ") -> str:
    """Return blocks as plain text, quoted words marked, tables with columns of equal width."""
    return "\n\n".join(_plain_block(block, mark) for block in blocks)


def _plain_block(block: Block, mark: str) -> str:
    if isinstance(block, T):
        widths = [max(len(row[i]) for row in (block.header, *block.rows)) for i in range(len(block.header))]
        lines = (block.header, *block.rows)
        return "\n".join("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in lines)
    if isinstance(block, Q):
        return "\n".join(mark + line for line in block.text.split("\n"))
    return block.text
