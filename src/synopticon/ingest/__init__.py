"""From bytes to passages, grids and rows, each with the locator where it stands."""

from __future__ import annotations

from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.reading import format_of, read_document, warm_up

__all__ = ["Content", "Facts", "Format", "Item", "format_of", "read_document", "warm_up"]
