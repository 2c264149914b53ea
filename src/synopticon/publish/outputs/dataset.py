"""The data files: each published table as CSV and Parquet, with a data package that describes and hashes them.

The cells of the CSV are exactly the values of the tables. A quote that starts with ``=`` stays as it is, because a
quote is the text at its locator and a changed one could not be verified; the README says how to open the files.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pyarrow as pa

from synopticon.model.tables import PUBLISHED
from synopticon.publish import columns
from synopticon.publish.fragments import plain
from synopticon.publish.output import Output, Publication
from synopticon.store.files import write_text
from synopticon.store.tables import write_csv, write_parquet

_README = """\
DATA FILES

Each table is here twice with the same columns: as CSV (UTF-8, comma, LF) and as Parquet. datapackage.json
describes every column and holds the SHA-256 of every file; to check them:

    sha256sum -c SHA256SUMS

Empty means not known; it is never a guess. Lists of ids in one cell are joined by |.
Names that may be those of private persons are replaced by "(name withheld)" wherever they stand.

OPENING THE CSV FILES IN A SPREADSHEET

The cells hold the exact words of the sources, nothing added and nothing taken away. Some of these words may start
with = + - @ or a tab, which a spreadsheet program can take for a formula. Do not open the files by a double click.
Import them instead, and give every column the type "text":

    Excel         Data > From Text/CSV > Transform Data > choose type Text for all columns
    LibreOffice   File > Open > Text Import: mark all columns, type Text, "Evaluate formulas" not ticked
    Google Sheets File > Import: untick "Convert text to numbers, dates, and formulas"

Or read the Parquet files, in which text is always text and numbers are always numbers.
"""


def _write(out: Path, publication: Publication) -> list[Path]:
    written: list[Path] = []
    for name in PUBLISHED:
        table = publication.tables[name]
        for path, write in ((out / f"{name}.csv", write_csv), (out / f"{name}.parquet", write_parquet)):
            write(path, table)
            written.append(path)
    readme = out / "README.txt"
    write_text(readme, _README)
    package = out / "datapackage.json"
    hashes = {path.name: _sha256(path) for path in (*written, readme)}
    write_text(package, json.dumps(_package(publication, out, hashes), ensure_ascii=False, indent=2) + "\n")
    hashes[package.name] = _sha256(package)
    sums = out / "SHA256SUMS"
    write_text(sums, "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items())))
    return [*written, readme, package, sums]


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _package(publication: Publication, out: Path, hashes: dict[str, str]) -> dict[str, Any]:
    case, run = publication.case, publication.run
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": _package_name(case.id),
        "title": plain(case.title),
        "description": " ".join((run.notice, *run.notes)).strip() or "Claims on equipment, each with its source.",
        "version": case.as_of,
        "keywords": ["public records", "procurement", "surveillance equipment"],
        "contributors": [{"title": f"synopticon {run.version}".strip(), "roles": ["creator"]}],
        "resources": [
            _resource(publication.tables[name], name, suffix, out, hashes)
            for name in PUBLISHED
            for suffix in ("csv", "parquet")
        ],
    }


def _package_name(case: str) -> str:
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in case.lower()).strip("-")
    return kept or "case"


def _resource(table: pa.Table, name: str, suffix: str, out: Path, hashes: dict[str, str]) -> dict[str, Any]:
    file = f"{name}.{suffix}"
    is_csv = suffix == "csv"
    described: dict[str, Any] = {
        "name": name if is_csv else f"{name}-{suffix}",
        "path": file,
        "type": "table",
        "title": columns.TABLES[name],
        "format": suffix,
        "mediatype": "text/csv" if is_csv else "application/vnd.apache.parquet",
        "bytes": (out / file).stat().st_size,
        "hash": f"sha256:{hashes[file]}",
    }
    if is_csv:
        described["encoding"] = "utf-8"
        described["dialect"] = {"delimiter": ",", "lineTerminator": "\n", "doubleQuote": True}
        described["schema"] = _schema(table, name)
    return described


def _schema(table: pa.Table, name: str) -> dict[str, Any]:
    described: dict[str, Any] = {
        "fields": [
            {"name": field.name, **_type(field.type), "description": columns.describe(name, field.name)}
            for field in table.schema
        ],
        "missingValues": [""],
    }
    if name in columns.PRIMARY:
        described["primaryKey"] = columns.PRIMARY[name]
    return described


def _type(kind: pa.DataType) -> dict[str, str]:
    if pa.types.is_boolean(kind):
        return {"type": "boolean"}
    if pa.types.is_integer(kind):
        return {"type": "integer"}
    if pa.types.is_decimal(kind) or pa.types.is_floating(kind):
        return {"type": "number"}
    if pa.types.is_list(kind):
        return {"type": "list", "delimiter": "|", "itemType": "string"}
    return {"type": "string"}


OUTPUT = Output("data", _write)
