"""The component of spaCy, on pipelines of Arabic, English and another language."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest

import unres

spacy = pytest.importorskip("spacy", reason="spaCy is not installed")

from unres.integrations.spacy import create  # noqa: E402  after the package was looked for

ENGLISH = "Recalling its resolutions 67/190 and 68/247 B, and document (A/67/458), as well as 1325 (2000)."
ARABIC = "إذ تشير إلى قراريها 46/182 المؤرخ 19 كانون الأول/ديسمبر 1991 و 70/218، وإلى الوثيقة A/72/167،"


def pipeline(language="en", **config):
    nlp = spacy.blank(language)
    nlp.add_pipe("unres_references", config=config)
    return nlp


@pytest.mark.parametrize(("language", "text"), [("en", ENGLISH), ("ar", ARABIC)])
def test_each_reference_is_a_span_that_holds_its_text(language, text):
    doc = pipeline(language)(text)
    found = unres.find_references(text, language)
    assert found
    assert doc.text == text
    assert doc._.references == found
    assert [span._.reference for span in doc.spans["unres"]] == found
    for span, reference in zip(doc.spans["unres"], found, strict=True):
        assert span.start_char <= reference.offset
        assert span.end_char >= reference.offset + len(reference.text)
        assert reference.text in span.text
        assert (span.label_, span.kb_id_) == (reference.kind, reference.symbol or "")


def test_a_reference_within_a_token_takes_the_token_and_is_never_dropped_in_silence(caplog):
    nlp = spacy.blank("en")
    nlp.tokenizer = spacy.tokenizer.Tokenizer(nlp.vocab)  # parts at white space alone
    nlp.add_pipe("unres_references")
    text = "See resolution 67/190;which"
    doc = nlp(text)
    (span,) = doc.spans["unres"]
    assert span.text == "67/190;which"
    assert span._.reference.text == "67/190"
    strict = spacy.blank("en")
    strict.tokenizer = spacy.tokenizer.Tokenizer(strict.vocab)
    strict.add_pipe("unres_references", config={"alignment_mode": "strict"})
    with caplog.at_level(logging.WARNING, logger="unres"):
        doc = strict(text)
    assert not doc.spans["unres"]
    assert [reference.symbol for reference in doc._.references] == ["A/RES/67/190"]
    assert "67/190" in caplog.text


def test_two_references_on_the_same_tokens_stay_two():
    nlp = spacy.blank("en")
    nlp.tokenizer = spacy.tokenizer.Tokenizer(nlp.vocab)
    nlp.add_pipe("unres_references")
    doc = nlp("See A/67/458;A/67/459 again")
    assert [span.text for span in doc.spans["unres"]] == ["A/67/458;A/67/459"] * 2
    assert [span._.reference.symbol for span in doc.spans["unres"]] == ["A/67/458", "A/67/459"]


def test_kinds_confidence_organ_and_key_are_configured():
    doc = pipeline(kinds=["document"], spans_key="cited")(ENGLISH)
    assert [span.kb_id_ for span in doc.spans["cited"]] == ["A/67/458"]
    assert not pipeline("ar", least_confidence=0.9)("القرار 67/70").spans["unres"]
    doc = pipeline("ar", organ="human_rights_council")("قراره 20/1")
    assert doc.spans["unres"][0]._.reference.organ == "human_rights_council"


def test_a_pipeline_of_another_language_goes_by_the_letters():
    doc = pipeline("xx")("القرار 67/190")
    assert [span.kb_id_ for span in doc.spans["unres"]] == ["A/RES/67/190"]


def test_many_texts_come_in_order():
    texts = [f"See resolution 67/{number}." for number in range(1, 25)]
    wanted = [[f"A/RES/67/{number}"] for number in range(1, 25)]
    docs = list(pipeline().pipe(texts))
    assert [[span.kb_id_ for span in doc.spans["unres"]] for doc in docs] == wanted
    assert [[reference.symbol for reference in doc._.references] for doc in docs] == wanted


def test_a_doc_and_a_pipeline_are_stored_and_loaded(tmp_path):
    nlp = pipeline("ar", kinds=["resolution"])
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.get_pipe("unres_references").kinds == ["resolution"]
    doc = again(ARABIC)
    loaded = spacy.tokens.Doc(again.vocab).from_bytes(doc.to_bytes())
    assert [span._.reference for span in loaded.spans["unres"]] == [span._.reference for span in doc.spans["unres"]]


def test_other_spans_and_docs_have_no_reference():
    nlp = pipeline()
    assert nlp("Nothing is cited.")._.references == []
    assert nlp.make_doc(ENGLISH)._.references == []
    assert nlp(ENGLISH)[0:2]._.reference is None


def test_a_name_that_is_taken_is_not_taken_over():
    own = spacy.tokens.Span.get_extension("reference")[2]
    spacy.tokens.Span.set_extension("reference", getter=len, force=True)
    try:
        with pytest.raises(ValueError, match=r"Span\._\.reference is taken"):
            pipeline()
    finally:
        spacy.tokens.Span.set_extension("reference", getter=own, force=True)


def test_without_spacy_the_extra_is_named():
    code = "import sys; sys.modules['spacy.language'] = None\nimport unres.integrations.spacy"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert 'pip install "unres[spacy]"' in done.stderr


def test_the_entry_point_leads_to_the_factory():
    tomllib = pytest.importorskip("tomllib")
    from pathlib import Path

    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    module, _, name = project["project"]["entry-points"]["spacy_factories"]["unres_references"].partition(":")
    assert (module, getattr(sys.modules[module], name)) == ("unres.integrations.spacy", create)
