"""The bundled demonstration case: whole, consistent with its truth, and the same bytes whenever it is made."""

import csv
import email
import email.policy
import hashlib
import io
import json
import re
import tomllib
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from synopticon import demo

pytest.importorskip("tools.make_demo", reason="the generator stands in the source tree only")

FILES = dict(demo.files())
TRUTH = demo.truth()
REGISTER = Path(__file__).parents[3] / "shared/data/demo/registers/uk_local_authorities_current.csv"


def bodies():
    return list(csv.DictReader(io.StringIO(FILES["bodies.csv"].decode())))


def case():
    return tomllib.loads(FILES["case.toml"].decode())


def readable(data: bytes) -> str:
    """What a search by eye would find in the bytes of a text file, a workbook, a letter or an archive."""
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return "\n".join(readable(file.read(name)) for name in file.namelist())
    if data[:5] == b"%PDF-":
        return pdf_text(data)
    if data[:2] == b"\xff\xfe":
        return data.decode("utf-16")
    if re.match(rb"From:", data):
        message = email.message_from_bytes(data, policy=email.policy.default)
        return f"{message['From']}\n" + "\n".join(
            part.get_content() for part in message.walk() if part.get_content_type() == "text/plain"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeError:
        return "\n".join(data.decode(encoding, "replace") for encoding in ("cp1252", "gb18030", "cp1256"))


def pdf_text(data: bytes) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_the_case_is_small_and_every_file_is_the_one_that_the_truth_describes():
    assert sum(map(len, FILES.values())) < 1_500_000
    assert set(FILES) == set(TRUTH["documents"])
    for name, data in FILES.items():
        assert hashlib.sha256(data).hexdigest() == TRUTH["documents"][name]["sha256"], name
        assert len(data) == TRUTH["documents"][name]["bytes"] > 0


def test_the_truth_is_not_among_the_files_of_the_case():
    assert not [name for name in FILES if "truth" in name]


def test_fifty_two_bodies_are_asked_of_which_thirty_two_lie_in_the_capital():
    rows = bodies()
    assert len({row["id"] for row in rows}) == len(rows) == 52
    assert Counter(row["region"] for row in rows) == {"Capital": 32, "North Shires": 20}
    assert {row["id"] for row in rows} == set(TRUTH["bodies"])
    assert {(row["id"], row["name"], row["region"]) for row in rows} == {
        (body, known["name"], known["region"]) for body, known in TRUTH["bodies"].items()
    }


def test_the_states_of_the_replies_are_those_of_the_founding_proportions():
    states = Counter(body["reply_state"] for body in TRUTH["bodies"].values())
    assert states == {"usable": 43, "silent": 3, "refused": 3, "partial": 2, "not_held": 1}


def test_every_body_has_files_but_those_that_never_answered():
    answered = {name.split("/")[1] for name in FILES if name.startswith("replies/")}
    missing = set(TRUTH["bodies"]) - answered
    assert answered < set(TRUTH["bodies"])
    assert missing == {"cobhurst", "merrowby"}
    assert all(TRUTH["bodies"][body]["reply_state"] == "silent" for body in missing)


def test_holdings_belong_to_bodies_that_gave_them_and_make_the_owners():
    owners: dict[str, set[str]] = {body: set() for body in TRUTH["bodies"]}
    for holding in TRUTH["holdings"]:
        assert TRUTH["bodies"][holding["body"]]["reply_state"] == "usable"
        if holding["product_kind"] == "camera":
            owners[holding["body"]].add(holding["maker"])
    for body, known in TRUTH["bodies"].items():
        assert set(known["makers"]) == owners[body] & {"hikvision", "dahua"}


def test_a_holding_says_its_number_its_range_or_that_it_is_vague():
    for holding in TRUTH["holdings"]:
        qualifier, number = holding["qualifier"], holding["quantity"]
        assert (number is None) == (qualifier in {"between", "vague"}), holding
        if qualifier == "between":
            assert holding["low"] < holding["high"]
        if qualifier == "at_most":
            assert holding["high"] == number


def test_the_figures_are_the_founding_proportions():
    figures = {figure["figure"]: figure for figure in TRUTH["figures"]}
    shares = {name: (f["numerator"], f["denominator"]) for name, f in figures.items() if f["count"] == "bodies"}
    assert shares == {
        "hikvision-owners": (28, 43),
        "dahua-owners": (7, 43),
        "either-owners": (30, 43),
        "capital-either": (16, 32),
        "either-of-asked": (30, 52),
    }
    assert figures["hikvision-owners"]["value"] == pytest.approx(0.651, abs=0.0005)


def test_unit_sums_take_the_number_the_low_of_a_range_and_nothing_of_a_vague_word():
    figures = {figure["figure"]: figure["numerator"] for figure in TRUTH["figures"]}
    for maker in ("hikvision", "dahua"):
        total = sum(
            holding["quantity"] or holding["low"] or 0
            for holding in TRUTH["holdings"]
            if holding["maker"] == maker and holding["product_kind"] == "camera"
        )
        assert figures[f"{maker}-cameras"] == total


def test_the_case_asks_for_exactly_the_figures_of_the_truth():
    asked = {(figure["id"], figure["count"], figure["of"]) for figure in case()["figure"]}
    assert asked == {(figure["figure"], figure["count"], figure["base"]) for figure in TRUTH["figures"]}
    assert str(case()["case"]["as_of"]) == TRUTH["as_of"] == "2024-05-31"


def test_every_source_of_the_case_has_files():
    for source in case()["source"]:
        path = source["path"]
        assert [name for name in FILES if name == path or name.startswith(f"{path}/")], path


def test_the_ledger_of_northmere_adds_up_to_the_amount_that_is_true():
    text = FILES["ledgers/northmere-payments-2023-24.csv"].decode("cp1252")
    rows = list(csv.reader(io.StringIO(text)))
    header = next(i for i, row in enumerate(rows) if "Supplier Name" in row)
    named = [dict(zip(rows[header], row, strict=True)) for row in rows[header + 1 :]]
    counted = [
        row for row in named
        if "Calder" in row["Supplier Name"] and not row["Purpose of Spend"].startswith("VAT")
    ]  # fmt: skip
    total = sum(float(row["Net Amount (£)"].replace(",", "")) for row in counted)
    (payment,) = [p for p in TRUTH["payments"] if p["body"] == "northmere"]
    assert total == pytest.approx(float(payment["net"]))


def test_notices_have_the_form_of_a_release_package_with_a_trap():
    package = json.loads(FILES["notices/releases.json"])
    assert package["version"] == "1.1"
    codes = [release["tender"]["items"][0]["classification"]["id"] for release in package["releases"]]
    assert codes.count("32323500") == 2
    assert "77211500" in codes
    assert {tag for release in package["releases"] for tag in release["tag"]} == {"tender", "award"}
    assert all("contactPoint" in release["parties"][0] for release in package["releases"])


def test_canaries_stand_in_the_documents_that_they_are_to_be_kept_out_of():
    everything = re.sub(r"\s", "", "\n".join(readable(data) for data in FILES.values()))
    planted = [canary for canary in TRUTH["canaries"] if re.sub(r"\s", "", canary["text"]) in everything]
    assert len(planted) >= 130
    assert Counter(canary["kind"] for canary in planted).keys() == {"name", "email", "phone"}
    assert len({canary["text"] for canary in TRUTH["canaries"]}) == len(TRUTH["canaries"])


def test_telephone_numbers_are_those_of_drama_and_addresses_end_in_example():
    for canary in TRUTH["canaries"]:
        if canary["kind"] == "phone":
            assert re.fullmatch(r"01632 960\d{3}|020 7946 0\d{3}", canary["text"])
        if canary["kind"] == "email":
            assert canary["text"].endswith(".example")
    for name, data in FILES.items():
        for address in re.findall(r"[A-Za-z][\w.+-]*@[A-Za-z][\w.-]+", "" if name.endswith(".xls") else readable(data)):
            assert address.rstrip(".").endswith(".example"), (name, address)


def test_statements_of_the_articles_stand_in_them_word_for_word():
    for statement in TRUTH["statements"]:
        data = FILES[statement["file"]]
        text = data.decode("cp1256") if "talks" in statement["file"] else data.decode("utf-8")
        assert text.count(statement["quote"]) == 1, statement["quote"]


def test_text_files_say_that_they_are_fictional():
    for name, data in FILES.items():
        if name.endswith((".txt", ".csv", ".html", ".docx", ".xlsx", ".toml", ".json")) and name != "bodies.csv":
            text = readable(data)
            assert re.search(r"[Ff]ictional|متخيلة|虚构", text), name


def test_the_case_has_every_format_and_three_scripts():
    suffixes = Counter(Path(name).suffix for name in FILES)
    assert set(suffixes) >= {".pdf", ".xlsx", ".xls", ".ods", ".csv", ".docx", ".eml", ".html", ".txt", ".zip", ".json"}
    replies = [name for name in FILES if name.startswith(("replies/", "articles/", "notices/"))]
    bodies_ar = {"rawdat-sarim", "tell-qanadil", "ayn-majadif"}
    bodies_zh = {"lanshiwan", "qingyan", "qishuang"}
    articles = {"hamla-kamirat.html", "talks-tell-qanadil.txt"}
    assert sum(name.split("/")[1] in bodies_ar | articles for name in replies) >= 5
    assert (
        sum(name.split("/")[1] in bodies_zh | {"qingyan-zhaobiao.html", "jiankong-diaocha.txt"} for name in replies)
        >= 4
    )


def test_the_only_unreadable_document_has_no_text_layer():
    without = [name for name, data in FILES.items() if name.endswith(".pdf") and not pdf_text(data).strip()]
    assert without == list(TRUTH["unreadable"])


def test_the_case_is_copied_whole_and_overwrites_what_it_wrote(tmp_path):
    assert demo.copy_to(tmp_path / "case") == len(FILES)
    assert demo.copy_to(tmp_path / "case") == len(FILES)
    found = {
        path.relative_to(tmp_path / "case").as_posix() for path in (tmp_path / "case").rglob("*") if path.is_file()
    }
    assert found == set(FILES)


def test_no_body_bears_the_name_of_a_real_council():
    if not REGISTER.exists():
        pytest.skip("the register of real councils is not beside the project")
    with REGISTER.open(encoding="utf-8", newline="") as file:
        real = {
            name.casefold() for row in csv.DictReader(file) for name in (row["official-name"], row["nice-name"]) if name
        }
    generic = re.compile(r"\b(?:royal|borough|city|council|municipality|of)\b", re.IGNORECASE)
    for body in bodies():
        place = " ".join(generic.sub(" ", body["name"]).split()).casefold()
        assert place
        assert body["name"].casefold() not in real
        assert place not in real


def test_the_generator_gives_the_same_bytes_again():
    from tools import demo_pdf, make_demo

    missing = [name for name, found in make_demo.writers().items() if not found]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    if make_demo.writers() != TRUTH["written_with"]:
        pytest.skip("the case was written with other versions of the writer libraries")
    if not all(path.exists() for path in demo_pdf.FONTS.values()):
        pytest.skip("the fonts for Arabic and Chinese are not installed")
    files, truth = make_demo.build()
    assert {name for name in FILES if FILES[name] != files.get(name)} == set()
    assert set(files) == set(FILES)
    assert json.loads(json.dumps(truth)) == TRUTH
