"""What the style sheet promises: readable contrast in both modes, nothing that fixes left or right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from synopticon.publish import addresses

STYLE = (Path(addresses.__file__).parent / "static" / "site.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})\b", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2]
)
PAIRS = [
    *((ink, ground) for ink in ("ink", "quiet", "link", "strong") for ground in ("paper", "raised")),
    *((state, "paper") for state in ("usable", "partial", "not-held", "refused", "unread")),
    *(("on-state", state) for state in ("usable", "partial", "not-held", "refused", "unread")),
    ("on-silent", "silent"),
    ("notice-ink", "notice"),
    ("ink", "mark"),
]


def _luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("mode", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_has_the_contrast_that_wcag_aa_asks_for(mode, ink, ground):
    one, other = sorted((_luminance(mode[ink]), _luminance(mode[ground])))
    assert (other + 0.05) / (one + 0.05) >= 4.5


def test_the_layout_mirrors_because_no_rule_names_left_or_right():
    rules = re.sub(r"/\*.*?\*/", "", STYLE, flags=re.DOTALL)
    assert re.findall(r"(?:margin|padding|border|float)-?(?:left|right)\b", rules) == []
    assert re.findall(r"(?<!\[dir=\"rtl\"\] )\{[^}]*text-align: left", rules) == []


def test_keyboard_focus_is_visible_and_tables_keep_their_heads_in_print():
    assert ":focus-visible { outline: 3px solid" in STYLE
    assert "thead { display: table-header-group; }" in STYLE
    assert "prefers-color-scheme: dark" in STYLE
