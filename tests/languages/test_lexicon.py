"""Languages are found by their folders."""

import pytest

from unres.languages import lexicon


@pytest.mark.parametrize("code", ["ar", "en"])
def test_every_language_gives_the_same_modules(code):
    language = lexicon(code)
    assert language is lexicon(code)
    assert language.months.NAMES
    assert language.ordinals.read_ordinal(language.ordinals.write_ordinal(67)) == 67
    assert language.labels.read_label("12") == {"number": 12}
    assert language.verbs.FORMS


def test_an_unknown_language():
    with pytest.raises(KeyError):
        lexicon("xx")
