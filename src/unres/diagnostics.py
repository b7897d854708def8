"""Every code that a diagnostic can carry, with its severity and its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from unres.models.vocabulary import Severity


class Meaning(NamedTuple):
    """What a code stands for."""

    severity: Severity
    meaning: str


CODES: dict[str, Meaning] = {
    "text.repaired": Meaning(
        "info", "Invisible characters, presentation forms or leftovers of Markdown were taken out or made plain."
    ),
    "text.turned_letters": Meaning(
        "warning", "A PDF tool wrote lam-alef the wrong way round: set right behind the article, unknown within words."
    ),
    "text.surrogates": Meaning("warning", "Lone surrogates, which are no characters, were replaced by U+FFFD."),
    "text.invisible": Meaning("info", "Invisible characters stand by themselves, outside any line."),
    "text.unplaced": Meaning("warning", "Text found no place in the resolution; the span says which."),
    "language.unsupported": Meaning(
        "error", "The text is in neither Arabic nor English; it was read as the language named in the message."
    ),
    "text.encoding_guessed": Meaning("info", "The file does not say its encoding; it was told by the letters."),
    "text.bytes_damaged": Meaning("warning", "Bytes that are no characters of the encoding were replaced by U+FFFD."),
    "pdf.unknown_characters": Meaning("warning", "Glyphs of a PDF without a character were replaced by U+FFFD."),
    "pdf.map_corrected": Meaning(
        "info", "Letters and digits that the map of a font names wrongly were set right by what the font draws."
    ),
    "pdf.map_doubtful": Meaning(
        "warning", "The map of a font and its own table disagree, and nothing tells which is right; the map was kept."
    ),
    "pdf.font_unread": Meaning(
        "info", "An embedded font is damaged or too large, and was not compared with its map, or only in part."
    ),
    "pdf.impossible_numbers": Meaning(
        "error", "Most years of a page or of the document cannot be years: digits of its fonts are mapped wrongly."
    ),
    "pdf.cut_off": Meaning("error", "The end of a PDF is missing, as after a download that broke off."),
    "pdf.unreadable_page": Meaning("error", "A page of a PDF could not be read, or what it gives is no text."),
    "pdf.turned_text": Meaning("info", "Text of a PDF set at an angle, such as a watermark, was set aside."),
    "pdf.hidden_text": Meaning(
        "info", "Text of a PDF that the page does not show, clipped away or painted over, was set aside."
    ),
    "pdf.pictures_in_text": Meaning(
        "warning", "Pictures stand in lines of a PDF's text, as words or numbers drawn so do; they were not read."
    ),
    "pdf.numbers_from_pictures": Meaning(
        "info", "Numbers of a PDF's paragraphs are drawn as pictures, and were read by their sequence."
    ),
    "pdf.page_without_text": Meaning("warning", "A page of a PDF has no text layer."),
    "ocr.page": Meaning(
        "warning", "The text of a page was recognised from a picture; the message gives the mean confidence."
    ),
    "ocr.no_text": Meaning("warning", "No text was recognised on a page that is a picture."),
    "ocr.unsure_words": Meaning("warning", "Words recognised with little confidence; the message lists them."),
    "ocr.restored_note": Meaning(
        "warning", "Labels of paragraphs, or labels and marks of footnotes, were misread, and put right by counting."
    ),
    "ocr.restored_words": Meaning(
        "warning", "Months, formulas, letters, and words before pairs were misread, and put right."
    ),
    "ocr.doubtful_number": Meaning(
        "warning", "Numbers that may be misread, each with how sure it is and what else it may say."
    ),
    "docx.notes_by_page": Meaning(
        "warning", "The footnotes are numbered anew on each page; they were counted through."
    ),
    "structure.other_document": Meaning(
        "warning",
        "The text looks like a report, a record, a letter or a note; the message says which. Its kind is other.",
    ),
    "structure.not_a_resolution": Meaning(
        "error", "No enacting formula, no symbol and no numbered paragraph: the text does not look like a resolution."
    ),
    "structure.no_formula": Meaning(
        "warning", "The enacting formula is missing; masthead and body were told apart without it."
    ),
    "structure.no_operative": Meaning("error", "No operative paragraph was found: the text may be cut off."),
    "masthead.unread": Meaning("info", "A line of the masthead that no rule recognises; it is kept in `masthead`."),
    "masthead.dates_disagree": Meaning(
        "warning", "Masthead and closing give different dates of adoption; the closing's was taken."
    ),
    "masthead.meeting_unread": Meaning("warning", "The number of the meeting is damaged; none was read."),
    "masthead.meetings_disagree": Meaning("warning", "Masthead and closing give different meetings."),
    "number.order": Meaning("warning", "Nothing decides in which order the number of the resolution is written."),
    "number.disagrees": Meaning("warning", "The number before the title is not that of the symbol."),
    "date.months_disagree": Meaning(
        "warning", "A date carries the names of two different months; the second name was taken."
    ),
    "numbering.gap": Meaning("warning", "A label does not go on where the one before it in its series ended."),
    "numbering.repeated": Meaning("warning", "A label stands twice in its series."),
    "footnote.no_mark": Meaning("warning", "No mark in the text points to the footnote."),
    "footnote.no_text": Meaning("warning", "A mark points to a footnote that is not there."),
    "footnote.out_of_order": Meaning("warning", "Marks or footnotes do not stand in the order of their numbers."),
    "footnote.repeated": Meaning("warning", "Two footnotes carry the same label."),
    "numbering.too_deep": Meaning(
        "warning", "Labels nest deeper than any resolution does; the deepest level was taken."
    ),
    "reference.ibid_unresolved": Meaning("warning", "“Ibid.” has nothing before it to repeat."),
    "reference.number_and_year": Meaning("warning", "A number and its year do not belong together."),
    "export.not_read_back": Meaning(
        "warning", "Written as plain text, the resolution would be read again with other blocks or footnotes."
    ),
    "verb.unknown": Meaning("info", "A clause opens with a verb that the vocabulary does not know."),
}
