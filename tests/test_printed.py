"""The words of pages: those of each language that is handed in count, and without any what needs no words."""

import pytest

from unres.printed import NO_WORDS, PageWords, joined

ITALIAN = PageWords(page="Pagina", of="di", months="gennaio|marzo", joints="e", share="per cento", year="anno")
ARABIC = PageWords(page="صفحة", of="من", months="آذار", joints="و", share="في المائة", year="عام")


@pytest.mark.parametrize("text", ["Pagina 2", "Pagina 2 di 9", "2/9", "صفحة 2", "صفحة ٢ من ٩"])
def test_page_numbers_of_all_languages_together(text):
    assert joined((ITALIAN, ARABIC)).page.fullmatch(text)


@pytest.mark.parametrize("text", ["3 marzo", "3 e 4", "3 per cento", "3 اذار", "3 و 4", "3 في المائة", "3-4"])
def test_amounts_are_no_labels(text):
    assert joined((ITALIAN, ARABIC)).amount.match(text)
    assert not joined((ITALIAN, ARABIC)).amount.match("3 fari del porto")


@pytest.mark.parametrize(("text", "year"), [("marzo 1987", "1987"), ("anno 1987", "1987"), ("325 (1987)", "1987")])
def test_years(text, year):
    assert next(filter(None, joined((ITALIAN,)).year.search(text).groups())) == year


def test_without_words_only_what_needs_none_is_told():
    assert NO_WORDS.page.fullmatch("2/9")
    assert NO_WORDS.amount.match("3-4")
    assert not NO_WORDS.page.fullmatch("Page 2")
    assert not any(pattern.search("March, in the harbour") for pattern in (NO_WORDS.month, NO_WORDS.clause))
