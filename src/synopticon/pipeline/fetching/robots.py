"""Reads robots.txt as RFC 9309 has it: the group of our name or of everybody, the longest rule wins."""

from __future__ import annotations

from dataclasses import dataclass

#: The name by which rules may address us.
OUR_NAME = "synopticon"
#: Not more of a file is looked at, as the RFC allows.
LARGEST = 500 * 1024
_LONGEST_DELAY = 60.0


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that hold for us.

    Attributes:
        rules: (whether it allows, pattern) with ``*`` for anything and ``$`` for the end.
        delay: seconds between requests that the host asks for.
    """

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def against(self, target: str) -> str:
        """Return the rule that forbids a path with its query, the empty string when it is allowed."""
        found = max(
            ((len(pattern), allows, pattern) for allows, pattern in self.rules if _fits(pattern, target)),
            default=(0, True, ""),
        )
        return "" if found[1] else found[2]


def rules_of(data: bytes) -> Rules:
    """Return the rules of a robots.txt that hold for us; lines that are not understood are passed over."""
    ours: list[tuple[str, str]] = []
    everybody: list[tuple[str, str]] = []
    named: set[str] = set()
    is_head = True
    is_ours_there = False
    for line in data[:LARGEST].decode("utf-8-sig", "replace").splitlines():
        key, colon, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        key = key.lower()
        if not colon:
            continue
        if key == "user-agent":
            named = named if is_head else set()
            named.add(value.lower())
            is_ours_there = is_ours_there or value.lower() == OUR_NAME
            is_head = True
        elif key in {"allow", "disallow", "crawl-delay"}:
            is_head = False
            ours += [(key, value)] * (OUR_NAME in named)
            everybody += [(key, value)] * ("*" in named)
    lines = ours if is_ours_there else everybody
    return Rules(
        tuple((key == "allow", value) for key, value in lines if key != "crawl-delay" and value),
        max((_delay(value) for key, value in lines if key == "crawl-delay"), default=0.0),
    )


def _delay(value: str) -> float:
    number = value.replace(".", "", 1)
    return min(float(value), _LONGEST_DELAY) if number.isascii() and number.isdigit() else 0.0


def _fits(pattern: str, target: str) -> bool:
    """Tell whether a pattern matches from the start of the target; each piece is sought once, so time stays linear."""
    is_whole = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not target.startswith(first):
        return False
    at = len(first)
    if not rest:
        return not is_whole or at == len(target)
    for piece in rest[:-1]:
        found = target.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if is_whole:
        return target.endswith(rest[-1]) and len(target) - len(rest[-1]) >= at
    return target.find(rest[-1], at) >= 0
