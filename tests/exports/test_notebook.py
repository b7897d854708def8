"""What notebooks show."""

from __future__ import annotations

import pickle
import re

import hostile
import pytest

import unres
from tests.exports.test_html import Page, assert_nothing_got_in
from unres.exports.notebook import MOST, render
from unres.models import Footnote, Resolution
from unres.models.reference import References


def example(language="en"):
    return unres.examples.load("improving-coordination", language)


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_a_resolution_shows_itself(language, direction):
    resolution = example(language)
    html = resolution._repr_html_()
    assert html.startswith(f'<div class="unres-box" lang="{language}" dir="{direction}">')
    page = Page(html)
    assert resolution.title in page.text
    for note in resolution.footnotes:
        assert f'title="{note.text}"' in html
    assert all(address[1:] in page.ids for address in page.addresses if address.startswith("#"))
    assert_nothing_got_in(html)


def test_remarks_of_the_parser_are_seen():
    resolution = unres.parse("The General Assembly,\n\n1. Urges Member States to act;\n\n3. Requests a report.")
    html = resolution._repr_html_()
    assert "numbering.gap" in Page(html).text
    assert html.index("<details open>") < html.index("numbering.gap")


def test_parts_show_themselves_in_their_own_direction():
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        resolution = example(language)
        for part in (resolution.operative[1], resolution.annexes[0], resolution.footnotes[0]):
            html = part._repr_html_()
            assert html.startswith(f'<div class="unres-box" lang="{language}" dir="{direction}">')
            assert_nothing_got_in(html)


def test_references_are_a_list_and_show_themselves():
    found = unres.find_references("See resolutions 67/190 and 1325 (2000).")
    assert isinstance(found, list)
    assert found == list(found)
    assert isinstance(found[:1], References)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - its own
    html = found._repr_html_()
    assert '<a href="https://docs.un.org/en/A/RES/67/190">' in html
    assert "2 references" in html
    assert "0 references" in References()._repr_html_()
    assert isinstance(example().references, References)


def test_a_doubtful_reading_says_so():
    found = unres.find_references("القرار 67/70", "ar")
    html = found._repr_html_()
    assert '<span class="low">' in html
    assert found[0].alternatives[0].symbol in html


def test_outputs_of_one_page_share_no_id():
    ids = [Page(example()._repr_html_()).ids for _ in range(2)]
    assert ids[0]
    assert not set(ids[0]) & set(ids[1])


def test_every_rule_of_the_style_stays_within_the_box():
    style = re.search(r"<style>(.*?)</style>", example()._repr_html_(), re.DOTALL)[1]
    without_at = re.sub(r"@supports[^{]*\{(.*)\}", r"\1", style)
    for selectors in re.findall(r"([^{}]+)\{[^{}]*\}", without_at):
        for selector in re.split(r",(?![^(]*\))", selectors):
            assert selector.strip().startswith(".unres-box.unres-box"), selector
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_text_stays_text(language):
    resolution = hostile.resolution(language)
    shown = [resolution, resolution.operative[0], resolution.annexes[0], resolution.footnotes[0], resolution.references]
    for value in shown:
        assert_nothing_got_in(value._repr_html_())


def test_a_long_resolution_is_short_until_it_is_unfolded_and_says_what_it_leaves_out():
    clause = {"zone": "operative", "kind": "paragraph", "text": "Urges Member States to act; " * 40}
    blocks = [{**clause, "id": f"op{n}", "label": str(n), "ordinal": n} for n in range(1, 201)]
    notes = [Footnote(label=str(n), text="A note. " * 10) for n in range(1, 50)]
    html = Resolution.model_validate({"language": "en", "operative": blocks, "footnotes": notes})._repr_html_()
    assert len(html) < 3 * MOST
    assert html.count("<details open>") == 1
    assert "the rest" in html
    assert "left out here" in html


def test_repr_is_one_short_line():
    assert repr(example()) == (
        "Resolution(symbol='A/RES/72/148', language='en', title='Improving coordination among rescue services at sea', "
        "blocks=20, references=11, footnotes=4, diagnostics=0)"
    )


def test_what_unres_does_not_show_is_refused():
    with pytest.raises(TypeError, match="shows no int"):
        render(1)


def test_a_comparison_shows_what_changed_and_counts_the_rest():
    newer = example("ar")
    older = unres.parse(
        unres.examples.text("improving-coordination", "ar")
        .replace("خمسة", "ستة")
        .replace("69/211", "68/200")
        .replace("72/148", "70/148")
    )
    html = unres.compare(older, newer)._repr_html_()
    assert html.startswith('<div class="unres-box" lang="ar" dir="rtl">')
    text = Page(html).text
    assert "A/RES/70/148" in text
    assert re.search(r"<del>.*ستة.*</del>", html)
    assert "A/RES/68/200" in text.partition("الإحالات")[2]
    assert "واقتناعا منها" not in text
    assert_nothing_got_in(html)
    assert "لا فرق" in unres.compare(newer, newer)._repr_html_()


def test_an_alignment_shows_both_sides_and_where_they_disagree():
    from unres.alignment import align

    arabic = unres.parse(unres.examples.text("improving-coordination", "ar").replace("2016/9", "2016/8"))
    html = align(arabic, example("en"))._repr_html_()
    assert '<td class="wide" lang="en" dir="ltr">1. <em' in html
    assert '<td class="wide" lang="ar" dir="rtl">1 - <em' in html
    assert "2016/8" in Page(html).text.partition("To look at")[2].partition("Improving")[0]
    assert_nothing_got_in(html)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_texts_stay_texts_side_by_side(language):
    from unres.alignment import align

    resolution = hostile.resolution(language)
    assert_nothing_got_in(unres.compare(example(language), resolution)._repr_html_())
    assert_nothing_got_in(align(hostile.resolution("ar"), hostile.resolution("en"))._repr_html_())
