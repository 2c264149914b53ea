"""Readable words for the closed vocabularies of the tables. Every word of `model.vocabulary` has one here."""

from __future__ import annotations

MODALITIES = {
    "asked": "asked about",
    "talks": "in talks",
    "planned": "planned",
    "contracted": "under contract",
    "delivered": "delivered",
    "installed": "installed",
    "owned": "owned",
    "used": "in use",
    "paid": "paid for",
    "removed": "removed",
    "not_held": "not held",
    "refused": "refused to say",
    "listed": "named on a list",
    "not_responded": "no answer",
    "other": "mentioned",
}
POLARITIES = {
    "affirmed": "stated",
    "negated": "stated not to be",
    "denied": "denied",
    "alleged": "alleged",
    "estimated": "estimated",
}
#: How a qualifier stands before a number; a range says itself that it is one.
QUALIFIERS = {
    "exact": "",
    "about": "about",
    "at_least": "at least",
    "at_most": "at most",
    "over": "more than",
    "under": "fewer than",
    "between": "",
    "vague": "an unstated number, at least",
}
#: A reply came and nothing of it could be understood; the tables leave its state null.
UNREAD = "unread"
STATES = {
    "usable": "usable answer",
    "partial": "partial answer",
    "not_held": "not held by this body",
    "refused": "refused",
    "silent": "no answer",
    UNREAD: "reply not understood",
}
STATE_MEANINGS = {
    "usable": "The reply answers the question. “None” is an answer.",
    "partial": "The reply answers some of it, for instance how many but not which makers.",
    "not_held": "The body says that it does not hold the information; it may name another body that does.",
    "refused": "The body refused, or would neither confirm nor deny.",
    "silent": "Nothing but an acknowledgement came, or nothing at all.",
    UNREAD: "Something came that could not be read or understood. It is a reply; nothing follows from it.",
}
#: The states in the order in which they are shown, the fullest answer first.
STATE_ORDER = ("usable", "partial", "not_held", "refused", UNREAD, "silent")
#: How far a request has come, beside the state of its reply.
PROGRESS = {
    "awaited": "awaiting an answer",
    "acknowledged": "acknowledged",
    "clarification_asked": "clarification asked for",
    "overdue": "overdue",
    "unread": "reply not understood",
    "answered": "answered",
    "late": "answered late",
    "under_review": "review under way",
}
#: What people made of the state that was read.
DECISIONS = {
    "confirmed": "confirmed by a person",
    "changed": "changed by a person",
    "stale": "a decision no longer fits",
    "disputed": "reviewers differ",
}
BASES = {
    "asked": "of the bodies that were asked",
    "replied": "of the bodies that replied in any way",
    "usable": "of the bodies that gave a usable answer",
    "none": "",
}
AMOUNT_KINDS = {
    "ceiling": "ceiling of a framework or contract",
    "award": "contract award",
    "call_off": "call-off under a framework",
    "invoice": "invoiced",
    "paid": "paid",
    "budget": "budget",
    "estimate": "estimate",
    "obligation": "obligated by one action",
}
TIERS = {
    "entity": "the entity itself",
    "alias": "another name of the entity",
    "brand_or_group": "a brand or company of its group",
    "weak": "a resemblance of names",
}
REVIEW_STATES = {
    "unreviewed": "not yet reviewed",
    "confirmed": "confirmed by a reviewer",
    "rejected": "rejected by a reviewer",
    "superseded": "replaced by a later claim",
    "duplicate": "same claim as another",
    "held": "held back",
}
#: What two claims on the same thing differ in, and why they are held to be on the same thing.
DIFFERENCES = {
    "value": "different numbers",
    "date": "different dates",
    "polarity": "yes and no",
    "modality": "different words for what happened",
    "total": "a sum that is not that of its rows",
}
SAME_THING = {
    "body": "The claims are on the same body.",
    "programme": "The claims name the same programme.",
    "subject": "The claims name the same subject.",
    "document": "The claims stand in one document and name the same maker; they may be on different deals.",
}
#: Whether a second parser finds the quote of a claim at its place too.
SECOND_READINGS = {
    "agrees": "a second reading agrees",
    "differs": "a second reading differs",
    "not checked": "not read a second time",
}
STATUSES = {"read": "read", "partly": "partly read", "set_aside": "set aside"}
COUNTS = {"bodies": "bodies", "units": "units", "amount": "money"}
SOURCE_KINDS = {
    "replies": "replies to requests",
    "ledger": "payments",
    "notices": "procurement notices",
    "register": "registers",
    "articles": "articles",
    "assets": "lists of assets",
}
ROLES = {
    "maker": "maker",
    "brand": "brand",
    "supplier": "supplier",
    "integrator": "integrator",
    "buyer": "buyer",
}
#: The groups in which the claims on a body are shown, and the modalities of each.
GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("holdings", "Equipment", ("owned", "installed", "used", "delivered", "removed", "not_held")),
    ("contracts", "Contracts and plans", ("contracted", "planned", "talks")),
    ("payments", "Payments", ("paid",)),
    ("refusals", "Refusals and silence", ("refused", "not_responded")),
    ("other", "Other claims", ("listed", "asked", "other")),
)
#: Claims that say a body has, had or buys equipment, the strongest first.
HOLDING = ("installed", "owned", "used", "delivered", "contracted", "paid")
#: Review states whose claims are printed as what the sources say, and those that stay listed as history.
LIVE = ("confirmed", "unreviewed")
REPLACED = ("superseded", "duplicate")


def readable(word: str | None) -> str:
    """Return a key as words: ``call_off`` becomes "call off"."""
    return (word or "").replace("_", " ").replace("-", " ").strip()
