"""What each published table and column means, for the data package and the page of downloads."""

from __future__ import annotations

from synopticon.publish import names

TABLES = {
    "documents": "One row per file as received, whether it could be read or not.",
    "bodies": "One row per public body that was asked or that a source names as buyer, with the state of its reply.",
    "claims": "One row per claim: who has done what with which equipment, at which place of which document.",
    "organisations": "One row per maker, brand, supplier, integrator or buyer that the sources name.",
    "matches": "One row per name held against an entry of an official list, as the list stood on the day.",
    "figures": "One row per edition of each number that was computed from claims.",
    "contradictions": "One row per group of claims on the same thing that cannot all be so; nothing settles them.",
    "set_aside": "One row per document, page or row that could not be read, with the reason.",
}
_SHARED = {
    "document": "SHA-256 of the bytes of the document.",
    "locator": "Where in the document it stands: parts joined with ; such as page=3;char=120,164;"
    " box=left,top,right,bottom is where on the page, in points.",
    "body": "Id of the public body.",
    "as_of": "Day as of which lists are read and figures dated, ISO.",
    "language": "Language as an ISO 639-1 code, as identified.",
    "name": "Name as printed.",
    "reason": "Why, in a short fixed phrase.",
    "path": "Where the file stands, relative to the case folder.",
    "country": "Country as an ISO 3166-1 code.",
    "group": "Group that it belongs to.",
    "organisation": "Id of the organisation.",
    "low": "Lower end of what the source or sources leave open.",
    "high": "Upper end of what the source or sources leave open.",
    "unit": "What is counted, in the words of the source.",
    "title": "Title.",
}
_OWN: dict[str, dict[str, str]] = {
    "documents": {
        "media_type": "Type of the content, as found in the bytes.",
        "bytes": "Size in bytes.",
        "source": "Number and kind of the source in the case file.",
        "status": "read, partly or set_aside.",
        "pages": "Number of pages, where the format has pages.",
        "rows_in": "Rows that the document has.",
        "rows_out": "Rows that were read.",
        "rows_set_aside": "Rows that could not be read; rows in = rows out + rows set aside.",
        "source_kind": "replies, ledger, notices, register, articles or assets.",
        "encoding": "Encoding of the text, as detected.",
        "received": "Date that the document gives itself, ISO.",
        "notes": "Facts about the reading, such as repaired text order.",
        "sandbox": "What held the process that parsed it: strong or weak; empty when it could not be parsed.",
    },
    "bodies": {
        "region": "Region, as the case gives it.",
        "asked_on": "Day on which it was asked, ISO.",
        "channel": "How it was asked.",
        "reply_state": "silent, refused, not_held, partial or usable; empty when nobody asked.",
        "state_evidence": "The place that the state rests on, as document#locator.",
        "state_quote": "The exact words at that place; empty where the state rests on no words.",
        "state_note": "Why a reply has no state, in words of this program.",
        "register": "Code in a public register of bodies.",
        "due_on": "Last day on which an answer is in time by the law that binds the body; empty where none is known.",
        "answered_on": "Day of the first reply that does more than acknowledge, where it is dated.",
        "progress": "How far the request has come on the day of the case: awaited, acknowledged, clarification_asked,"
        " overdue, unread, answered, late or under_review; empty when nobody asked.",
        "progress_evidence": "The letter's own words on it, as document#locator, where it rests on any.",
        "decision": "What people made of the state: confirmed, changed, stale or disputed; empty where nobody decided.",
        "decided_by": "Ids of the reviewers, joined by |.",
        "decision_note": "Every reviewer's last decision with its reason, and why it is stale where it is.",
        "read_state": "The state that was read, where somebody decided; reply_state then follows the decision.",
        "extra": "Further columns of the table of bodies, as column=value, joined by |.",
    },
    "claims": {
        "claim": "Id of the claim; it survives a second run.",
        "subject": "The one that the claim is about, in the words of the source.",
        "modality": "What is said of the equipment: owned, installed, paid, refused, …",
        "maker": "Id of the first maker that is named.",
        "makers": "Ids of all makers of a joint claim, joined by |; its number belongs to them together.",
        "brand": "Id of the brand.",
        "model": "Model as it stands.",
        "product_kind": "Kind of product: camera, recorder, …",
        "capability": "What the equipment can do.",
        "quantity": "The number told; empty for a range or a vague word.",
        "qualifier": "exact, about, at_least, at_most, over, under, between or vague.",
        "amount": "Money, net of tax and reversals, with a point for decimals.",
        "currency": "ISO 4217 code.",
        "amount_kind": "ceiling, award, call_off, invoice, paid, budget, estimate or obligation;"
        " kinds are never added together.",
        "estimated_by": "Who made an estimate.",
        "date": "Date, ISO, cut to what is told.",
        "date_precision": "How exact the date is.",
        "polarity": "affirmed, negated, denied, alleged or estimated.",
        "attribution": "Who says so, as the source names them.",
        "quote": "The exact text at the locator.",
        "extractor": "The rule that read it.",
        "confidence": "high, medium or low, by rule; not a probability.",
        "review_state": "unreviewed, confirmed, rejected, superseded, duplicate or held.",
        "supplier": "Supplier as the source names it.",
        "buyer": "Buyer as the source names it.",
        "code": "Code of a procurement classification.",
        "title": "Title of the notice or contract.",
        "basis": "What the reading rests on, where the rule tells.",
        "context": "What stands above a quote that is a bare cell.",
        "second_reading": "Whether a second PDF parser finds the quote there: agrees, differs, or not checked and why.",
    },
    "organisations": {
        "role": "maker, brand, supplier, integrator or buyer.",
        "identifier": "Company number or register code with its scheme.",
        "natural_person_risk": "true when the name may be that of a private person; it is then withheld.",
        "occurrences": "How many rows or claims name it.",
        "names": "All spellings that were joined, joined by |.",
        "first_document": "SHA-256 of the first document that names it.",
        "first_locator": "Where in that document.",
    },
    "matches": {
        "tier": "entity, alias, brand_or_group or weak; weak is a resemblance of names and says nothing.",
        "score": "0 to 1.",
        "list": "Code of the list.",
        "legal_type": "What kind of law the list is.",
        "listing": "Id of the entry.",
        "listed_name": "Name of the entry.",
        "in_force_from": "First day on which the entry was in force, ISO.",
        "in_force_to": "Last day; empty while it lasts.",
        "via": "Path from the name to the entry.",
        "why": "The names compared, and what each word weighed.",
        "wording": "The sentence that may be printed.",
        "citation": "The publication that put the entry on the list.",
        "is_in_force": "Whether the entry was in force on the day.",
    },
    "figures": {
        "figure": "Id of the figure.",
        "edition": "Number of the edition, from 1.",
        "numerator": "What counts.",
        "denominator": "What it is held against; empty without a base.",
        "base": "asked, replied, usable or none.",
        "value": "The share as a fraction, or the sum.",
        "note": "What a reader of the number must know.",
        "count": "bodies, units or amount.",
        "claims": "Ids of the claims that it rests on, joined by |.",
        "bodies": "Ids of the bodies that count, joined by |.",
        "per": "Column of the table of bodies that a sum of units is divided by.",
    },
    "contradictions": {
        "contradiction": "Id of the contradiction.",
        "differs": "value, date, polarity, modality or total (a sum that is not that of its rows).",
        "about": "Why the claims are held to be on the same thing: body, programme, subject or document.",
        "subject": "Programme or subject, folded for comparison, where no body of the case is.",
        "makers": "Ids of the makers that the claims name, joined by |.",
        "product_kind": "Kind of product, where it is one.",
        "why": "The difference in words, with what may explain it.",
        "claims": "Ids of the claims, joined by |.",
        "documents": "SHA-256 of the documents, joined by |.",
    },
    "set_aside": {"detail": "What was found instead."},
}
#: Columns that together name a row, for tables that have such columns.
PRIMARY = {
    "bodies": ["body"],
    "claims": ["claim"],
    "contradictions": ["contradiction"],
    "figures": ["figure", "edition"],
}


def describe(table: str, column: str) -> str:
    """Return what a column of a published table means; empty for one that has no description yet."""
    told = _OWN.get(table, {}).get(column) or _SHARED.get(column, "")
    if column != "legal_type":
        return told
    kinds = "; ".join(f"{key} ({label})" for key, label in names.legal_labels().items())
    return f"{told[:-1]}: {kinds}."
