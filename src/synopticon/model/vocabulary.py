"""The closed sets of words that tables may hold; the public face fixes them."""

from __future__ import annotations

QUANTITY_KINDS = ("count", "share", "money", "date", "duration", "rank")
QUALIFIERS = ("exact", "about", "at_least", "at_most", "over", "under", "between", "vague")
MODALITIES = (
    "asked",
    "talks",
    "planned",
    "contracted",
    "delivered",
    "installed",
    "owned",
    "used",
    "paid",
    "removed",
    "not_held",
    "refused",
    "listed",
    "not_responded",
    "other",
)
POLARITIES = ("affirmed", "negated", "denied", "alleged", "estimated")
MENTION_KINDS = ("maker", "brand", "model", "product", "capability", "list", "body", "organisation")
AMOUNT_KINDS = ("ceiling", "award", "call_off", "invoice", "paid", "budget", "estimate", "obligation")
REPLY_STATES = ("silent", "refused", "not_held", "partial", "usable")
PROGRESS = (
    "awaited",
    "acknowledged",
    "clarification_asked",
    "overdue",
    "unread",
    "answered",
    "late",
    "under_review",
)
DECISIONS = ("confirmed", "changed", "stale", "disputed")
STATUSES = ("read", "partly", "set_aside")
TIERS = ("entity", "alias", "brand_or_group", "weak")
REVIEW_STATES = ("unreviewed", "confirmed", "rejected", "superseded", "duplicate", "held")
SOURCE_KINDS = ("replies", "ledger", "notices", "register", "articles", "assets")
BASES = ("asked", "replied", "usable", "none")
COUNTS = ("bodies", "units", "amount")
LEGAL_TYPES = (
    "export_control",
    "procurement_ban",
    "equipment_authorisation",
    "investment_ban",
    "sanctions",
    "government_instruction",
    "reputational",
)
#: What two claims on the same thing differ in, and why they are held to be about the same thing.
DIFFERENCES = ("value", "date", "polarity", "modality", "total")
SAME_THING = ("body", "programme", "subject", "document")
GRID_KINDS = ("ledger", "notices", "register", "table")
#: Standard names of columns; `reference/fields.csv` maps the headers of publishers to them.
FIELDS = (
    "body",
    "department",
    "supplier",
    "supplier_number",
    "supplier_vat",
    "date",
    "start_date",
    "end_date",
    "amount",
    "currency",
    "vat_amount",
    "gross_amount",
    "annual_amount",
    "unit_amount",
    "description",
    "title",
    "category",
    "reference",
    "maker",
    "model",
    "product",
    "quantity",
    "status",
    "code",
    "procedure",
    "notice_kind",
    "amount_kind",
    "place",
)
#: Standard names of columns that name people or coordinates; such cells are emptied when they are read.
DROPPED_FIELDS = ("person", "email", "phone", "address", "coordinate")
