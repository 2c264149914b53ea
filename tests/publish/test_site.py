"""The static site over a made-up case with hostile strings in every place that a source fills."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote

import pytest

from synopticon.model.records import Body, Claim, Figure
from synopticon.publish import addresses, publish
from synopticon.publish.legal import CAVEAT
from synopticon.store.tables import to_table
from tests.publish import made_up
from tests.publish.pages import read


def _tree(out: Path) -> dict[str, str]:
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def test_every_page_is_well_formed_with_headings_in_order(pages):
    assert len(pages) > 100
    for address, page in pages.items():
        assert not page.faults, (address, page.faults)
        assert not page.stack, (address, page.stack)
        assert page.headings[0] == 1, address
        assert page.headings.count(1) == 1, address
        steps = zip(page.headings, page.headings[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), (address, page.headings)


def test_ids_are_unique_on_every_page(pages):
    for address, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), address


def test_every_link_leads_to_a_file_of_the_package_and_to_a_place_in_it(pages, site):
    checked = 0
    for address, page in pages.items():
        for link in page.links:
            assert not re.match(r"[a-z]+:|//", link, re.IGNORECASE), (address, link)
            target, _, fragment = link.partition("#")
            path = ((site / address).parent / unquote(target)).resolve() if target else site / address
            assert path.is_file(), (address, link)
            if fragment:
                assert fragment in pages[path.relative_to(site.resolve()).as_posix() if target else address].ids, (
                    address,
                    link,
                )
            checked += 1
    assert checked > 1000


def test_no_page_loads_anything_from_elsewhere_or_has_inline_code(pages, site):
    for address, page in pages.items():
        policies = [
            values["content"] for _, values in page.tags if values.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policies
        assert policies[0].startswith("default-src 'none'; style-src 'self'; script-src 'self'")
        for tag, values in page.tags:
            assert tag not in {"img", "iframe", "object", "embed", "style", "base", "video", "audio"}, (address, tag)
            assert not [name for name in values if name == "style" or name.startswith("on")], (address, tag)
            if tag == "script":
                assert set(values) == {"src"}, address
            for name in ("src", "action"):
                if values.get(name):
                    assert ((site / address).parent / values[name]).is_file(), (address, values[name])
            if tag == "link":
                assert ((site / address).parent / values["href"]).is_file()
    style = (site / "site.css").read_text("utf-8")
    assert "url(" not in style
    assert "@import" not in style


def test_hostile_strings_are_text_and_never_markup(site):
    told = 0
    for path in site.rglob("*.html"):
        source = path.read_text("utf-8")
        for raw in ("<script>alert", "<img", "onerror=alert(1)>", "\u202e", "\x00", "\x07"):
            assert raw not in source, (path, raw)
        told += source.count("&lt;script&gt;alert(&#39;evil.example&#39;)&lt;/script&gt;")
        assert "\u2028" not in source
    assert told > 10


def test_a_template_in_a_quote_is_not_run(site):
    page = addresses.document(made_up.digest("doc8"))
    assert "{{ 7*7 }}{% raw %}" in read(site / page).words


def test_the_search_data_cannot_end_its_script_and_holds_every_script(site):
    source = (site / "search.js").read_text("ascii")
    assert source.startswith("window.SYNOPTICON = [\n[")
    assert "<" not in source
    assert "\\u4e2d\\u773c" in source


def test_control_characters_in_quotes_are_visible(pages):
    page = pages[addresses.document(made_up.digest("doc8"))]
    assert "invoice[RLO]gnp.exe" in page.words
    assert "a[U+0000]b[U+0007]" in page.words


def test_an_id_with_dots_and_slashes_stays_in_its_folder(pages, built):
    assert not (built.parent / "Escape.html").exists()
    assert addresses.body("../../Escape") in pages
    assert addresses.body("../../Escape").count("/") == 1


def test_arabic_and_chinese_quotes_have_their_language_and_direction(site):
    arabic = (site / addresses.body("../../Escape")).read_text("utf-8")
    assert '<blockquote class="quote" dir="rtl" lang="ar"><p>تملك البلدية ٢٨' in arabic
    chinese = (site / addresses.body("body-12")).read_text("utf-8")
    assert '<blockquote class="quote" dir="ltr" lang="zh"><p>本局共有41台' in chinese


def test_a_case_in_arabic_runs_from_the_right(tmp_path):
    case = made_up.case(languages=("ar", "en"), title="من يراقب المدينة", id="city")
    publish(tmp_path, case=case, tables=made_up.tables(), run=made_up.run())
    page = read(tmp_path / "site/index.html")
    assert page.tags[0] == ("html", {"lang": "ar", "dir": "rtl"})
    assert "made up" not in page.words


def test_the_overview_shows_figures_with_their_bases_and_the_funnel(pages):
    told = pages["index.html"].words
    assert "9 of 27 bodies" in told
    assert "33.3\xa0% of the bodies that gave a usable answer" in "".join(pages["index.html"].text)
    assert "leave open 50.0\xa0%–61.1\xa0%" in "".join(pages["index.html"].text)
    assert "Replied in any way42 of 52" in told
    assert "No answer does not mean no equipment." in told


def test_a_banner_says_that_a_made_up_case_is_made_up(pages, tmp_path):
    assert all("This case is made up." in page.words for page in pages.values())
    publish(tmp_path, case=made_up.case(id="x", title="Real"), tables=made_up.empty_tables(), run=made_up.run())
    assert "made up" not in read(tmp_path / "site/index.html").words


def test_the_notice_of_a_run_is_the_banner(tmp_path):
    run = made_up.run(notice="A drill <b>only</b>.")
    publish(tmp_path, case=made_up.case(), tables=made_up.empty_tables(), run=run)
    assert read(tmp_path / "site/data.html").words.count("A drill <b>only</b>.") == 1


def test_a_figure_page_lists_what_counts_and_what_does_not(pages):
    page = pages["figures/argus-owners.html"]
    told = page.words
    assert "9 ÷ 27 = 33.3 %" in told
    assert "names the maker Argus Vision and says “owned” or “installed”" in told
    assert "We currently own 47 Argus Vision cameras" in told
    assert "In the base, not counted: 19 bodies" in told
    assert "Asked, but not in the base: 24 bodies" in told
    assert "no answer" in told
    assert "First edition." in told


def test_a_figure_within_a_region_leaves_other_regions_out(pages):
    told = pages["figures/argus-north.html"].words
    assert "among the bodies whose region is North" in told
    assert "In the base, not counted: 9 bodies" in told
    assert "need not add up" not in told


def test_units_are_drawn_with_the_ranges_that_the_sources_leave_open(pages):
    page = pages["figures/all-units.html"]
    assert ("path", "c-range") in [(tag, values.get("class")) for tag, values in page.tags]


def test_rejected_and_held_claims_are_not_printed_and_replaced_ones_are_history(pages):
    every = " ".join(page.words for page in pages.values())
    assert "REJECTED QUOTE" not in every
    assert "HELD QUOTE" not in every
    body = pages["bodies/body-1.html"].words
    assert body.index("Replaced claims") < body.index("We had 5 Argus cameras in 2019.")
    assert "1 rejected and 1 held back" in pages["method.html"].words


def test_claims_of_a_body_are_grouped(pages):
    told = pages["bodies/body-4.html"].words
    assert told.index("Equipment ") < told.index("Payments")
    assert "GBP\xa0-40 (invoiced)" in "".join(pages["bodies/body-4.html"].text)
    assert "an unstated number (1,000 or more) cameras" in told
    assert "Refusals and silence" in pages["bodies/body-5.html"].words


def test_a_joint_claim_says_that_its_number_belongs_to_all(pages):
    assert "Argus Vision or Panopt Digital" in pages["bodies/body-0.html"].words
    assert "belongs to these makers together" in pages["makers/panopt.html"].words


def test_a_private_name_is_nowhere(built):
    for path in built.rglob("*"):
        if path.suffix in {".html", ".js", ".csv", ".json", ".txt"}:
            told = path.read_text("utf-8").casefold()
            assert "quillfeather" not in told, path


def test_a_match_prints_its_wording_its_law_its_day_and_the_caveat(pages):
    told = pages["makers/argus.html"].words
    assert "exports to it need a licence." in told
    assert "Export List of Xanadu, export control; from 2019-10-09; in force on 2024-05-31." in told
    assert "84 XR 54002" in told
    assert CAVEAT in told


def test_sanctions_are_named_only_for_lists_of_that_law(pages):
    assert "sanction" not in pages["makers/panopt.html"].words
    assert "Panopt Digital did not stand on XX-TWO on 2024-05-31." in pages["makers/panopt.html"].words
    assert "not in force on 2024-05-31" in pages["makers/panopt.html"].words
    assert "subject to financial sanctions of Xanadu" in pages["makers/basar.html"].words


def test_a_resemblance_of_names_is_not_printed(pages):
    assert not [address for address, page in pages.items() if "Weakmatch" in page.words]
    assert "No entry of the lists that were read matches this name." in pages["makers/lumen.html"].words


def test_a_document_page_shows_quotes_in_order_and_its_counts(pages, site):
    ledger = addresses.document(made_up.digest("ledger"))
    told = pages[ledger].words
    assert told.index("row=2 ") < told.index("row=6 ") < told.index("row=22 ")
    assert "100 in, 99 out, 1 set aside" in told
    assert "<mark>Fenland Security Ltd,CCTV" in (site / ledger).read_text("utf-8")


def test_a_document_that_came_twice_has_one_page_with_both_paths(pages):
    told = pages[addresses.document(made_up.digest("doc0"))].words
    assert "replies/body-0/letter.txt" in told
    assert "replies/body-0/copy of letter.txt" in told


def test_what_was_set_aside_is_listed_with_reasons(pages):
    assert "no text layer" in pages["set-aside.html"].words
    assert "unreadable amount" in pages["set-aside.html"].words


def test_a_case_without_content_still_has_all_its_pages(tmp_path):
    publish(tmp_path, case=made_up.case(figures=()), tables=made_up.empty_tables(), run=made_up.run())
    assert "The case asks for no figures." in read(tmp_path / "site/index.html").words
    for path in (tmp_path / "site").rglob("*.html"):
        page = read(path)
        assert not page.faults
        for link in page.links:
            assert (path.parent / link.split("#")[0]).is_file() or link.startswith("#")


def test_two_builds_are_the_same_bytes_whatever_the_order_of_the_rows(built, tmp_path):
    tables = {name: table.take(list(range(table.num_rows))[::-1]) for name, table in made_up.tables().items()}
    publish(tmp_path, case=made_up.case(), tables=tables, run=made_up.run())
    assert _tree(tmp_path) == _tree(built)


@pytest.mark.parametrize("name", ["site.css", "site.js"])
def test_static_files_are_shipped_as_they_are(site, name):
    source = Path(addresses.__file__).parent / "static" / name
    assert (site / name).read_bytes() == source.read_bytes()


def test_a_reply_that_was_not_understood_is_a_reply_and_its_note_is_no_quote(tmp_path):
    evidence = f"{made_up.digest('doc0')}#"
    bodies = made_up.bodies()
    bodies[0] = replace(bodies[0], reply_state=None, state_evidence=evidence, state_quote="[nothing was found]")
    tables = made_up.tables() | {"bodies": to_table(Body, bodies)}
    publish(tmp_path, case=made_up.case(), tables=tables, run=made_up.run())
    overview = read(tmp_path / "site/index.html").words
    assert "Bodies asked52" in overview
    assert "Replied in any way42 of 52" in overview
    assert "1 reply not understood" in overview
    for page in ("bodies/body-0.html", addresses.document(made_up.digest("doc0"))):
        told = read(tmp_path / "site" / page).words
        assert "reply not understood" in told
        assert "nothing was found" not in told


def test_a_figure_without_a_title_of_the_case_is_titled_by_its_id(pages):
    assert "Argus north" in pages["figures/argus-north.html"].words


def test_a_body_that_holds_nothing_is_not_said_to_name_another(pages):
    told = pages["method.html"].words
    assert "Not held by this body" in told
    assert "it may name another body that does" in told
    assert not [address for address, page in pages.items() if "held by another body" in page.words.casefold()]


def test_the_method_names_only_ways_to_check_that_exist(pages):
    told = pages["method.html"].words
    assert "synopticon verify" not in told
    assert "sha256sum -c SHA256SUMS" in told


def test_all_claims_are_counted_and_those_that_do_not_stand_are_told_apart(pages):
    told = pages["index.html"].words
    claims = made_up.claims()
    assert f"{len(claims)} claims from" in told
    standing = sum(claim.review_state in {"confirmed", "unreviewed"} for claim in claims)
    assert f"{standing} of these claims stand" in told


def test_a_second_reading_that_differs_is_marked_where_the_claim_is_shown(tmp_path):
    claims = made_up.claims()
    claims[0] = replace(claims[0], second_reading="differs")
    claims[1] = replace(claims[1], second_reading="agrees")
    claims[2] = replace(claims[2], second_reading="not checked: no letters")
    publish(
        tmp_path, case=made_up.case(), tables=made_up.tables() | {"claims": to_table(Claim, claims)}, run=made_up.run()
    )
    for page in (addresses.body(claims[0].body or ""), addresses.document(claims[0].document)):
        assert "A second reading differs. Another PDF parser" in read(tmp_path / "site" / page).words
    assert "places marked below: 1." in read(tmp_path / "site" / addresses.document(claims[0].document)).words
    assert "a second reading agrees" in read(tmp_path / "site" / addresses.body(claims[1].body or "")).words
    assert "not read a second time" in read(tmp_path / "site" / addresses.body(claims[2].body or "")).words


def test_a_claim_is_found_with_its_body_and_its_maker(site):
    rows = json.loads((site / "search.js").read_text("ascii").removeprefix("window.SYNOPTICON = ").rstrip().rstrip(";"))
    titles = [row[1] for row in rows if row[0] == "claim"]
    assert any(title.startswith("Northmere Council: Argus Vision · ") for title in titles)


def test_a_chart_of_rates_is_divided_and_says_who_has_no_bar(tmp_path):
    bodies = made_up.bodies()
    figure = next(figure for figure in made_up.figures() if figure.figure == "all-units")
    counted = dict.fromkeys(claim.body for claim in made_up.claims() if claim.claim in figure.claims and claim.body)
    first = next(iter(counted))
    bodies = [replace(body, extra=("population=2,000",) if body.body != first else ()) for body in bodies]
    rate = replace(figure, per="population", denominator=Decimal(2000), value=Decimal("0.01"))
    tables = made_up.tables() | {"bodies": to_table(Body, bodies), "figures": to_table(Figure, [rate])}
    publish(tmp_path, case=made_up.case(), tables=tables, run=made_up.run())
    told = read(tmp_path / "site/figures/all-units.html").words
    assert "Units per 1,000 population by body, largest first." in told
    assert "Bodies without a number to divide by, and without a bar: 1." in told
