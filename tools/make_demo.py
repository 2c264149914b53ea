"""Makes the bundled demonstration case and the table of what a right reading of it gives.

Run from the root of the project: ``python -m tools.make_demo``. The same writers give the same bytes.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import zlib
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tools import demo_languages, demo_letters, demo_sources, demo_tables
from tools.demo_bodies import AS_OF, ASKED_ON, BODIES, CAPITAL, COUNTRY, HOLDINGS, LANGUAGES, LAW, NORTH, TRAPS
from tools.demo_parts import Cast
from tools.demo_statements import STATEMENTS

DEMO = Path(__file__).parents[1] / "src" / "synopticon" / "demo"
WRITERS = ("fpdf2", "uharfbuzz", "fonttools", "openpyxl", "xlwt", "pillow")
CASE_ID = "north-shires-cctv"

Truth = dict[str, object]


def build() -> tuple[dict[str, bytes], Truth]:
    """Return the files of the case by path, in order, and the truth about them."""
    cast = Cast()
    replies = {**demo_letters.replies(cast), **demo_tables.replies(cast), **demo_languages.replies(cast)}
    files = {"case.toml": _case(), "bodies.csv": _bodies(), **demo_sources.files(cast)}
    for body, inner in replies.items():
        files.update({f"replies/{body}/{name}": data for name, data in inner.items()})
    files = dict(sorted(files.items()))
    return files, _truth(cast, files)


def writers() -> dict[str, str]:
    """Return the versions on which the bytes depend."""
    found = {"zlib": zlib.ZLIB_RUNTIME_VERSION}
    for name in WRITERS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


def main() -> None:
    """Write the case and the truth where the package keeps them."""
    files, truth = build()
    shutil.rmtree(DEMO / "case", ignore_errors=True)
    for name, data in files.items():
        path = DEMO / "case" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (DEMO / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(files)} files, {sum(map(len, files.values())):,} bytes")


# --- what is asked

_OWN = '["owned", "installed", "used"]'
_EITHER = '["hikvision", "dahua"]'
#: figure, count, makers, base, region
_QUESTIONS = (
    ("hikvision-owners", "bodies", '["hikvision"]', "usable", ""),
    ("dahua-owners", "bodies", '["dahua"]', "usable", ""),
    ("either-owners", "bodies", _EITHER, "usable", ""),
    ("capital-either", "bodies", _EITHER, "asked", CAPITAL),
    ("either-of-asked", "bodies", _EITHER, "asked", ""),
    ("hikvision-cameras", "units", '["hikvision"]', "none", ""),
    ("dahua-cameras", "units", '["dahua"]', "none", ""),
)
#: The same question for each inhabitant; the numbers of people are made up like everything else.
_PER_HEAD = "hikvision-cameras-per-head"
_CENSUS = ("2021", "made-up census of this demonstration")
_LEDGERS = (
    ("northmere", "ledgers/northmere-payments-2023-24.csv"),
    ("lambrook", "ledgers/lambrook-spend.csv"),
    ("glenmarrow", "ledgers/glenmarrow_over_500.csv"),
)


_TITLES = {
    "hikvision-owners": "Bodies with Hikvision cameras",
    "dahua-owners": "Bodies with Dahua cameras",
    "either-owners": "Bodies with cameras of either maker",
    "capital-either": "Bodies in the Capital with cameras of either maker",
    "either-of-asked": "Bodies with cameras of either maker, of all that were asked",
    "hikvision-cameras": "Hikvision cameras",
    "dahua-cameras": "Dahua cameras",
    _PER_HEAD: "Hikvision cameras for each inhabitant",
    "northmere-paid": "Paid by Northmere for cameras",
}


def _case() -> bytes:
    lines = [
        "# Fictional material for demonstration: every body, supplier and person in this case is made up.",
        "[case]",
        f'id = "{CASE_ID}"',
        'title = "Who watches the North Shires and the Capital"',
        f"as_of = {AS_OF}",
        'languages = ["en", "ar", "zh"]',
        'notice = "This case is made up: its bodies, suppliers and people are invented, only the makers are real."',
        *("", "[[source]]", 'kind = "replies"', 'path = "replies"', 'bodies = "bodies.csv"'),
    ]
    for body, path in _LEDGERS:
        lines += ["", "[[source]]", 'kind = "ledger"', f'path = "{path}"', f'body = "{body}"']
    for kind in ("notices", "articles"):
        lines += ["", "[[source]]", f'kind = "{kind}"', f'path = "{kind}"']
    for name, count, makers, base, region in _QUESTIONS:
        lines += ["", "[[figure]]", f'id = "{name}"', f'title = "{_TITLES[name]}"', f'count = "{count}"']
        lines += [f'where = {{ maker = {makers}, modality = {_OWN}, product_kind = ["camera"] }}', f'of = "{base}"']
        lines += [f'within = {{ region = "{region}" }}'] if region else []
    lines += ["", "[[figure]]", f'id = "{_PER_HEAD}"', f'title = "{_TITLES[_PER_HEAD]}"', 'count = "units"']
    lines += [
        f'where = {{ maker = ["hikvision"], modality = {_OWN}, product_kind = ["camera"] }}',
        'of = "none"',
        'per = "population"',
    ]
    lines += ["", "[[figure]]", 'id = "northmere-paid"', f'title = "{_TITLES["northmere-paid"]}"', 'count = "amount"']
    lines += [
        'where = { modality = ["paid"], product_kind = ["camera"] }',
        'of = "none"',
        'within = { id = "northmere" }',
    ]
    return ("\n".join(lines) + "\n").encode()


def _bodies() -> bytes:
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, lineterminator="\n")
    columns = ("id", "name", "country", "region", "group", "asked_on", "channel")
    writer.writerow((*columns, "population", "population_year", "population_source", "language", "law"))
    for number, (body, name, group, _, channel) in enumerate(BODIES):
        known = (body, name, COUNTRY, _region(number), group, ASKED_ON, channel)
        writer.writerow((*known, _population(number), *_CENSUS, LANGUAGES.get(body, "en"), LAW))
    return sink.getvalue().encode()


def _population(number: int) -> int:
    """Return a made-up number of people, different for each body."""
    return 40_000 + 3_700 * ((number * 17) % 52)


def _region(number: int) -> str:
    return CAPITAL if number < 32 else NORTH


# --- what a right reading gives


def _truth(cast: Cast, files: dict[str, bytes]) -> Truth:
    return {
        "note": "Fictional material: what a right reading of the demonstration case gives.",
        "written_with": writers(),
        "as_of": AS_OF,
        "bodies": {
            body: {
                "name": name,
                "region": _region(number),
                "group": group,
                "reply_state": state,
                "makers": _watched(body),
            }
            for number, (body, name, group, state, _) in enumerate(BODIES)
        },
        "holdings": [asdict(holding) for holding in HOLDINGS],
        "figures": _figures(),
        "payments": list(demo_sources.PAYMENTS),
        "notices": [
            {"body": "northmere", "amount": 60000, "currency": "GBP", "amount_kind": "ceiling", "modality": "planned"},
            {"body": "northmere", "amount": 52000, "currency": "GBP", "amount_kind": "award", "modality": "contracted"},
            {"body": "underley", "amount": 24500, "currency": "GBP", "amount_kind": "ceiling", "modality": "planned"},
            {"body": "qingyan", "amount": 26000, "currency": "GBP", "amount_kind": "budget", "modality": "planned"},
        ],
        "statements": list(STATEMENTS),
        "matches": _MATCHES,
        "matches_forbidden": _FORBIDDEN,
        "look_alikes": list(demo_sources.LOOK_ALIKES),
        "traps": list(TRAPS),
        "canaries": cast.canaries,
        "unreadable": {"replies/corrieburn/signed original scan.pdf": "a picture without a text layer"},
        "documents": {
            name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)} for name, data in files.items()
        },
    }


_MATCHES = [
    {"maker": maker, "list": code, "in_force_from": day}
    for maker, code, day in (
        ("hikvision", "US-BIS-EL", "2019-10-09"),
        ("hikvision", "US-NDAA-889", "2019-08-13"),
        ("hikvision", "US-FCC-CL", "2021-03-12"),
        ("hikvision", "US-DOD-1260H", "2021-06-03"),
        ("hikvision", "US-NS-CMIC", "2021-06-03"),
        ("dahua", "US-BIS-EL", "2019-10-09"),
        ("dahua", "US-NDAA-889", "2019-08-13"),
        ("dahua", "US-FCC-CL", "2021-03-12"),
        ("dahua", "US-DOD-1260H", "2022-10-05"),
    )
]
#: Not in force on the day of the case, or never listed.
_FORBIDDEN = [
    {"maker": "uniview", "list": "US-BIS-EL", "why": "in force from 2024-12-11"},
    {"maker": "hikvision", "list": "CA-ICA-ORDER", "why": "in force from 2025-06-27"},
    *({"maker": maker, "list": "", "why": "on no list"} for maker in ("axis", "bosch", "hanwha", "axon")),
]


def _watched(body: str) -> list[str]:
    found = {h.maker for h in HOLDINGS if h.body == body and h.product_kind == "camera"}
    return [maker for maker in ("hikvision", "dahua") if maker in found]


def _figures() -> list[dict[str, object]]:
    states = [state for *_, state, _ in BODIES]
    bases = {"asked": len(BODIES), "usable": states.count("usable"), "none": None}
    figures: list[dict[str, object]] = []
    for name, count, makers, base, region in _QUESTIONS:
        named = [maker for maker in ("hikvision", "dahua") if maker in makers]
        asked = [body for number, (body, *_) in enumerate(BODIES) if not region or _region(number) == region]
        if count == "units":
            numerator = sum(
                _counted(h.quantity, h.low) for h in HOLDINGS if h.maker in named and h.product_kind == "camera"
            )
            figures.append({"figure": name, "count": count, "base": base, "numerator": numerator, "denominator": None})
            continue
        owners = [body for body in asked if set(named) & set(_watched(body))]
        denominator = len(asked) if region else bases[base]
        share = round(len(owners) / denominator, 6) if denominator else None
        figures.append(
            {
                "figure": name,
                "count": count,
                "base": base,
                "numerator": len(owners),
                "denominator": denominator,
                "value": share,
            }
        )
    answered = {body: number for number, (body, _, _, state, _) in enumerate(BODIES) if state in {"usable", "not_held"}}
    held = [h for h in HOLDINGS if h.maker == "hikvision" and h.product_kind == "camera" and h.body in answered]
    figures.append(
        {
            "figure": _PER_HEAD,
            "count": "units",
            "base": "none",
            "numerator": sum(_counted(h.quantity, h.low) for h in held),
            "denominator": sum(_population(number) for number in answered.values()),
        }
    )
    paid = next(payment["net"] for payment in demo_sources.PAYMENTS if payment["body"] == "northmere")
    figures.append(
        {
            "figure": "northmere-paid",
            "count": "amount",
            "base": "none",
            "numerator": float(paid or 0),
            "denominator": None,
        }
    )
    return figures


def _counted(quantity: int | None, low: int | None) -> int:
    """Return what a sum takes: the number where there is one, the low of a range, nothing of a vague word."""
    return quantity if quantity is not None else low or 0


if __name__ == "__main__":
    main()
