"""Passages and rows to mentions, quantities and claims, each with the exact place where it stands.

`read_document` reads one document; `read_rows` one table, cheaply where it is a ledger; `reply_signals` tells the
state of a reply from its claims. How to add a language, a maker or a kind of table stands in the README.
"""

from __future__ import annotations

from synopticon.read.documents import read_document
from synopticon.read.states import ReplySignals, reply_signals
from synopticon.read.tables import read_rows

__all__ = ["ReplySignals", "read_document", "read_rows", "reply_signals"]
