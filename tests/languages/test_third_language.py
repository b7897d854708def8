"""A third language: one object of invented words, registered, and a document written for it is read as any other.

No module of the package knows of it. What is asserted of each section is what only that section can have given.
"""

import datetime
import re

import pytest

import unres
from unres.exports.formats import FORMATS
from unres.languages import citing, codes, get_language, phrases, register
from unres.languages import language as sections
from unres.languages import numbers as series
from unres.languages.language import Language
from unres.languages.phrases import Form, words
from unres.models import Action, Organ

MONTHS = "genar fevrar marso avril majo juno julo agosto setembre otobre novembre desembre".split()
ORDINALS = {"prima": 1, "seconda": 2, "tersa": 3, "quarta": 4, "septantesma": 70, "septantesma prima": 71}
NEVER = re.compile(r"(?!)")
"""A pattern of what the language does not have."""

_DATE = r"(?P<day>[0-9]{1,2}) de (?P<month>[a-z]{4,9}) de (?P<year>[0-9]{4})"


def _parts(found):
    month = MONTHS.index(found["month"]) + 1 if found["month"] in MONTHS else 0
    return int(found["year"]), month, int(found["day"])


def _write(n):
    return next(word for word, number in ORDINALS.items() if number == n)


def _verb(present, participle, action):
    form = Form({"present": action, "participle": action})
    return {present: form, participle: form}


def _verbs():
    forms = {
        **_verb("rimembra", "rimembranda", Action.RECALL),
        **_verb("nota", "notanda", Action.NOTE),
        **_verb("prega", "preganda", Action.REQUEST),
        **_verb("invita", "invitanda", Action.INVITE),
        **_verb("decisa", "decisanda", Action.DECIDE),
    }
    return phrases.Verbs(
        forms=forms, leads={"anka": None}, misprints={}, intros={}, links=frozenset(), possessives=frozenset(),
        after=words("anka"), manners={"kon": words("pena plaser")}, to={}, stops=words("ke"),
        further=re.compile(r", (e )?([a-z]++)"), further_unparted=None, conjunction=" e ", nouns=frozenset(),
        after_noun=frozenset(), subject_follows=False, safe=words("rimembranda"), prefaces=frozenset(),
        pause=re.compile(", "), after_participle=words("da"), reports=NEVER, subject_words=frozenset(),
 ways_to_decide=frozenset(),
        in_security_council={}, says_who=None, agrees=lambda _phrase, _formula: True,
        key=lambda word: word.strip(",;:.").lower(), tail_key=lambda word: word.strip(",;:.").lower(),
        shows_verb=lambda _following: True, adverb=lambda _key: False,
        looks_like_verb=lambda _key, _following, _mood: False,
    )  # fmt: skip


def _masthead():
    return sections.Masthead(
        united_nations=re.compile("Nasoni Uniti"),
        organs=((re.compile("Semblada Generala"), Organ.GENERAL_ASSEMBLY),),
        distribution=re.compile(r"Distribusion: (?P<distribution>Libera|Limitada)"),
        original=re.compile(r"Orijinal: (?P<language>[A-Z][a-z]+)"),
        language_line=NEVER,
        session=re.compile(r"(?P<ordinal>[A-Z][a-z]+(?: [a-z]+)?) sesion(?P<kind>)(?P<year>(?!))?", re.IGNORECASE),
        agenda=re.compile(r"Punto (?P<numbers>\d{1,3}(?: \([a-z]\))?) de la lista"),
        agenda_number=re.compile(r"(?P<number>\d{1,3})?(?: \((?P<letter>[a-z])\))?(?P<range> a )?"),
        adoption=re.compile(r"(?P<kind>Resolusion) adotada da la (?P<organ>Semblada Generala)"),
        meeting=re.compile(r"(?P<number>\d{1,4})a sedeada"),
        opening_meeting=NEVER,
        joins_symbols=re.compile(", "),
        resolution_number=NEVER,
        number_alone=NEVER,
        number_date=NEVER,
        decision_word=NEVER,
        statement_word=NEVER,
        basis_kinds=((re.compile("sur lo raporto"), "committee_report"),),
        committee=re.compile(r"sur lo raporto de la (?P<name>[A-Z][^()\[\]]{2,80})"),
    )


def _text():
    clauses = sections.Clauses(
        formula=re.compile(r"La (?P<organ>Semblada Generala)(?P<end>,|$)"),
        formula_before_clause=NEVER,
        formula_at_end=NEVER,
        preambular=re.compile(r"[A-Z][a-z]{2,12}anda (?=[a-z])"),
        recital_inside=NEVER,
        recitals_in_a_clause=False,
        refers_back=None,
        names_follow=re.compile(r"(?!)"),
        announces=re.compile(","),
        hangs=re.compile(r" (?:de|la|lo|li|e|a)$"),
    )
    closing = sections.Closing(
        meeting=re.compile(rf"(?P<number>\d{{1,4}})a sedeada plenara(?: (?P<rest>{_DATE}))?(?P<words>)(?P<resumed>)$"),
        remark=NEVER,
        vote=NEVER,
        states=NEVER,
        sides={},
        number_words={},
    )
    headings = sections.Headings(
        annex=re.compile(r"(?P<label>Anekso(?: [IVX]{1,4})?)(?:$|(?P<sep>: )(?=[A-Z]))"),
        section=NEVER,
        numbered=re.compile(r"(?P<label>[IVX]{1,6})(?:\. |$)"),
    )
    notes = sections.Notes(
        cites=re.compile("Vide "),
        opens=re.compile("Vide "),
        goes_on_after_label=re.compile(r"\([a-z]\) (?:e|o) "),
        names_a_number=re.compile(r"(?:paragrafo|de)$"),
        is_counted=re.compile(r" (?:di|e) \d| (?:mille|dies)\b"),
        goes_on=re.compile(r" (?:e|di|in)\b"),
    )
    return clauses, closing, headings, notes


def _drafts():
    return sections.Drafts(
        submitted=NEVER, submission=NEVER, draft_words=(), amendment=NEVER, decision=NEVER, statement=NEVER, comma=",",
        capitals=True, name_words=frozenset(), most_words_in_name=6, between_names=re.compile(", "), on_behalf=NEVER,
        bodies=NEVER, article="la ", head=NEVER, committee_line=NEVER, other_documents=((NEVER, "a record"),),
    )  # fmt: skip


def _citations():
    return citing.Citations(
        organs={"Semblada Generala": "general_assembly", "Konsilio de Sekurita": "security_council"},
        short_organs={"Konsilio": ("security_council", "economic_and_social_council")},
        joins=citing.Joins(and_="e"),
        keywords=citing.Keywords(
            rules=(citing.Rule("resolusion", r"\bresolusion(?P<plural>s)?\b"),),
            organ_before=True,
            own=frozenset({"sua"}),
            organ_behind=r"\sda\s(?:la|lo)\s(?P<organ>Semblada\sGenerala|Konsilio\sde\sSekurita)",
        ),
        sources=citing.Sources(ibid=(citing.Rule("Loko", r"Loko\sdita"),)),
        places=citing.Places(
            behind=rf",\sparagrafo\s(?P<paragraphs>{citing.NUMBERS})",
            before=rf"\bparagrafo\s(?P<paragraphs>{citing.NUMBERS})\sde\sla\s$",
            leads=("de la ",),
            inside=(citing.Rule("paragrafo", rf"paragrafo\s(?P<numbers>{citing.NUMBERS})(?P<where>\ssopra)"),),
        ),
    )


def _language():
    return Language(
        code="mx",
        detection=sections.Detection(re.compile(r"\b(?:de|la|li|ke)\b"), (" de ", " la ")),
        make_dates=lambda: sections.Dates(
            {name: n for n, name in enumerate(MONTHS, 1)},
            re.compile(_DATE),
            lambda found: (*_parts(found), False),
            re.compile(rf" ?de(?:l|) {_DATE}"),
            _parts,
        ),
        make_ordinals=lambda: sections.Ordinals(
            re.compile("|".join(sorted(ORDINALS, key=len, reverse=True))),
            lambda text: ORDINALS.get(text.lower()),
            _write,
        ),
        make_cardinals=lambda: sections.Cardinals(lambda _text: set()),
        make_labels=lambda: sections.Labels(series.read_latin, series.write_latin, lambda _name: None),
        make_masthead=_masthead,
        make_clauses=lambda: _text()[0],
        make_closing=lambda: _text()[1],
        make_headings=lambda: _text()[2],
        make_page_words=lambda: sections.PageWords(
            page="Pajina",
            of="de",
            recycle="Prego de risiklar",
            issuer="Nasoni Uniti",
            months="genar",
            share="%",
            joints="e",
            year="anno",
        ),
        make_notes=lambda: _text()[3],
        make_drafts=_drafts,
        make_citations=_citations,
        make_verbs=_verbs,
    )


DOCUMENT = """\
Nasoni Uniti
A/RES/71/44
Semblada Generala
Distribusion: Libera
12 de genar de 2017

Septantesma prima sesion
Punto 19 (b) de la lista

Resolusion adotada da la Semblada Generala lo 5 de desembre de 2016

[sur lo raporto de la Komision Seconda (A/71/463/Add.2)]

71/44. Lanterni de porto

La Semblada Generala,

Rimembranda sua resolusion 70/12 de 3 de desembre de 2015 e paragrafo 4 de la resolusion 2117 (2013) da lo Konsilio
de Sekurita,

Notanda kon pena ke li lanterni de li porti no brila,¹

1. Prega li Stati de riparar li lanterni e de kontar li
barki ke pasa;

Prego de risiklar

2. Invita anka lo Sekretaro:
(a) a mesurar li porti;
(b) a skriver un raporto;

3. Decisa de segir la kestion de paragrafo 1 sopra.

65a sedeada plenara
5 de desembre de 2016

Anekso: Regli de li lanterni

1. Kada lanterna brila de note.²

¹ Vide A/71/100, paragrafo 4.
² Loko dita, paragrafo 9.
"""


@pytest.fixture
def resolution(monkeypatch):
    from unres import languages

    known = {code: get_language(code) for code in codes()}
    monkeypatch.setattr(languages, "_languages", lambda: known)
    register(_language())
    yield unres.parse(DOCUMENT, language="mx")
    languages.all_languages.cache_clear()


def test_the_masthead(resolution):
    assert resolution.language == "mx"
    assert resolution.organ is Organ.GENERAL_ASSEMBLY
    assert (resolution.symbol, resolution.session, resolution.title) == ("A/RES/71/44", 71, "Lanterni de porto")
    assert resolution.distribution == "Libera"
    assert [item.number for item in resolution.agenda_items] == ["19 (b)"]
    assert resolution.basis.kind == "committee_report"
    assert resolution.basis.committee == "Komision Seconda"


def test_dates_of_masthead_and_closing(resolution):
    assert resolution.issued_on == datetime.date(2017, 1, 12)
    assert resolution.adopted_on == datetime.date(2016, 12, 5)
    assert resolution.meeting_number == 65


def test_clauses_and_their_verbs(resolution):
    assert resolution.enacting_formula == "La Semblada Generala"
    assert [block.verbs[0].action for block in resolution.preamble] == [Action.RECALL, Action.NOTE]
    assert [(block.label, block.verbs[0].action) for block in resolution.operative] == [
        ("1", Action.REQUEST), ("2", Action.INVITE), ("3", Action.DECIDE)
    ]  # fmt: skip
    assert resolution.operative[1].verbs[0].text == "Invita anka"
    assert resolution.preamble[1].verbs[0].text == "Notanda kon pena"
    assert resolution.operative[0].text.endswith("de kontar li barki ke pasa;")
    assert [(child.id, child.label) for child in resolution.operative[1].children] == [("op2.a", "a"), ("op2.b", "b")]


def test_annex_footnote_and_furniture(resolution):
    assert [(annex.label, annex.title) for annex in resolution.annexes] == [("Anekso", "Regli de li lanterni")]
    assert [block.id for block in resolution.annexes[0].blocks] == ["annex1.1"]
    assert [(note.label, note.text) for note in resolution.footnotes] == [
        ("1", "Vide A/71/100, paragrafo 4."),
        ("2", "Loko dita, paragrafo 9."),
    ]
    assert resolution.preamble[1].footnote_marks[0].label == "1"
    assert [piece.kind for piece in resolution.furniture] == ["recycling_notice"]


def test_references(resolution):
    own, of_the_council = resolution.preamble[0].references
    assert (own.symbol, own.date) == ("A/RES/70/12", datetime.date(2015, 12, 3))
    assert (of_the_council.symbol, of_the_council.pinpoint.paragraphs) == ("S/RES/2117 (2013)", ["4"])
    assert [reference.block_ids for reference in resolution.operative[2].references] == [["op1"]]
    report, repeated = (note.references[0] for note in resolution.footnotes)
    assert (report.symbol, report.pinpoint.paragraphs) == ("A/71/100", ["4"])
    assert (repeated.repeats.symbol, repeated.pinpoint.paragraphs) == ("A/71/100", ["9"])


def test_it_is_detected_and_takes_nothing_from_the_others(resolution):
    assert unres.parse(DOCUMENT) == resolution
    english = "The General Assembly,\n\n1. Requests the keepers of the lamps to report to it on the state of the ports."
    arabic = "إن الجمعية العامة،\n\n1 - تطلب إلى حراس المصابيح أن يقدموا إليها تقريرا عن حالة الموانئ."
    assert [unres.parse(text).language for text in (english, arabic)] == ["en", "ar"]


def test_it_is_kept_as_json(resolution):
    assert type(resolution).model_validate_json(resolution.model_dump_json()) == resolution


def test_it_is_unknown_where_it_is_not_registered():
    with pytest.raises(KeyError):
        get_language("mx")
    with pytest.raises(ValueError, match="'ar', 'en', or None"):
        unres.parse(DOCUMENT, language="mx")


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_written_in_every_format(resolution, name):
    written = FORMATS[name].write([resolution])
    assert len(written) > 100


def test_it_is_cited_and_cut_into_chunks_in_english(resolution):
    assert resolution.operative[1].children[0].citation() == "A/RES/71/44, para. 2 (a)"
    assert resolution.chunks()[0].language == "mx"
