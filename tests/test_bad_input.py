"""What is no resolution at all: it is read without an exception, in time that grows with the size alone."""

from __future__ import annotations

import contextlib
import io
import math
import pickle
import zipfile
from collections.abc import Callable

import pytest

import unres
from tests.timing import processor_seconds
from unres.models import Resolution

NOVEL = (
    "The keeper woke before the others. He had dreamt of his brother, who went inland in the year of the two frosts\n"
    "and had written three letters, no more. “You will see him in spring,” said Marta; she did not believe it.\n\n"
    "Outside, the lamp was still turning. 1. That was the rule. 2. He had never broken it (nor had his father).\n\n"
)
FRENCH = (
    "Le Conseil des phares,\n\nRappelant sa résolution 12/3 du 4 mai 1998,\n\n1. Décide de rallumer les feux morts;\n\n"
    "2. Prie le Secrétaire général de lui faire rapport à sa prochaine session.\n\n"
)
HEAD = "United Nations\nA/RES/71/94\nGeneral Assembly\n\n71/94. Lamps\n\nThe General Assembly,\n\n"

SHAPES: dict[str, Callable[[int], str]] = {
    "one line of a letter": lambda n: "a" * n,
    "one line of words": lambda n: "word " * (n // 5),
    "one line of Arabic": lambda n: "كلمة " * (n // 5),
    "digits": lambda n: "1" * n,
    "pairs of numbers": lambda n: "67/190 " * (n // 7),
    "Arabic list of pairs": lambda n: "القرارات " + "٦٧/٥٥ و " * (n // 8),
    "opened brackets": lambda n: "(" * n,
    "nested brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "square brackets": lambda n: "[" * n,
    "quotation marks": lambda n: "“" * n,
    "carets and marks": lambda n: "^(1" * (n // 3),
    "labels": lambda n: "(a) " * (n // 4),
    "labels on lines": lambda n: "(a)\n" * (n // 4),
    "numbers on lines": lambda n: "".join(f"{i}. Urges\n" for i in range(n // 10)),
    "levels": lambda n: HEAD + "1. Urges:\n\n" + "(a) To do:\n(i) This;\na. That;\n" * (n // 32),
    "clauses": lambda n: HEAD + "Recalling its resolution 67/190,\n\n" * (n // 34),
    "footnotes": lambda n: HEAD + "".join(f"Recalling,({i})\n\n({i}) Ibid.\n\n" for i in range(1, n // 24)),
    "page breaks": lambda n: HEAD + "A/RES/71/94\n2/9\n\nand so\n\n" * (n // 28),
    "empty lines": lambda n: "\n" * n,
    "spaces": lambda n: " " * n,
    "tabs": lambda n: "a\tb\n" * (n // 4),
    "dots": lambda n: "." * n,
    "slashes": lambda n: "A/" * (n // 2),
    "dashes on lines": lambda n: "- a\n" * (n // 4),
    "tatweel": lambda n: "ـ" * n,
    "presentation forms": lambda n: "ﻻ" * n,
    "lone surrogates": lambda n: "\ud800" * n,
    "NULs": lambda n: "\x00" * n,
    "combining marks": lambda n: "ا" + "\u0651" * n,
    "Roman numerals": lambda n: "XVIII\n" * (n // 6),
    "annexes": lambda n: HEAD + "1. Adopts.\n\n" + "Annex I\n\nTitle\n\n1. Text.\n\n" * (n // 27),
    "formulas": lambda n: "The General Assembly,\n\n" * (n // 23),
    "a novel": lambda n: NOVEL * (n // len(NOVEL) + 1),
    "French": lambda n: FRENCH * (n // len(FRENCH) + 1),
    "stars": lambda n: "*" * n,
    "hashes": lambda n: "#" * n,
    "numbers behind a rule": lambda n: HEAD + "1. Urges.\n____________\n" + "7\n" * (n // 2) + "\fand so\n",
    "texts behind a rule": lambda n: HEAD + "1. Urges.\n____________\n" + "7\nSee A.\n" * (n // 9) + "\fand so\n",
    "the symbol in every line": lambda n: HEAD + "the lamps of A/RES/71/94 burn\n" * (n // 30),
    "the symbol at every end": lambda n: HEAD + "the lamps burn A/RES/71/94\n" * (n // 27),
    "the symbol behind one line": lambda n: HEAD + "lamp " * (n // 5) + "A/RES/71/94\n97-10001\n",
    "notes without marks": lambda n: (
        HEAD + "".join(f"{i}. Urges {i % 99}.\n\n[{i % 999}] See A.\n\n" for i in range(1, n // 32))
    ),
    "a long masthead": lambda n: "Lamps\n" * (n // 12) + HEAD + "97-10001\nlamps burn\n" * (n // 40),
    "dates": lambda n: "of 20 December 2012 " * (n // 20),
    "months": lambda n: "كانون الأول/" * (n // 12),
    "ordinals": lambda n: "السابعة والستون " * (n // 16),
    "States that voted": lambda n: HEAD + "1. Urges.\n\nIn favour: " + "Fiji, " * (n // 6),
}
SMALL, LARGE = 20_000, 160_000
SECONDS_THAT_TELL = 0.05


def _seconds(text: str, times: int) -> float:
    def work() -> None:
        with contextlib.suppress(unres.UnreadableError):
            unres.parse(text)

    return processor_seconds(work, times)


@pytest.mark.speed
@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_size_alone(shape):
    """The exponent of size in time stays under 1.5 (linear is 1, quadratic 2); one too short to be measured is good."""
    large = _seconds(SHAPES[shape](LARGE), 2)
    if large < SECONDS_THAT_TELL:
        return
    small = _seconds(SHAPES[shape](SMALL), 3)
    exponent = math.log(large / small) / math.log(LARGE / SMALL)
    assert exponent < 1.5, f"{small:.3f} s for {SMALL} characters, {large:.3f} s for {LARGE}: exponent {exponent:.2f}"


@pytest.mark.speed
@pytest.mark.parametrize("shape", ["one line of a letter", "one line of words", "one line of Arabic", "a novel"])
def test_five_megabytes(shape):
    assert _seconds(SHAPES[shape](5_000_000), 1) < 60


def test_a_hundred_thousand_nested_brackets():
    resolution = unres.parse("(" * 100_000 + ")" * 100_000)
    assert resolution.diagnostics


def test_deep_levels_do_not_exhaust_the_stack():
    series = ["1.", "(a)", "(i)", "a."]
    text = HEAD + "".join(f"{series[i % 4]} To do:\n" for i in range(4_000))
    resolution = unres.parse(text)
    assert sum(1 for _ in resolution.walk()) > 100
    assert Resolution.model_validate_json(resolution.model_dump_json()) == resolution


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (NOVEL, "structure.not_a_resolution"),
        (FRENCH, "language.unsupported"),
        ("\ud800\ud801", "text.surrogates"),
    ],
    ids=["a novel", "French", "lone surrogates"],
)
def test_what_is_no_resolution_is_said(text, code):
    assert code in {remark.code for remark in unres.parse(text).diagnostics}


def test_a_language_given_is_taken():
    assert unres.parse(NOVEL, language="ar").language == "ar"
    assert unres.parse(NOVEL).language == "en"


@pytest.mark.parametrize("text", ["", " \n\t ", "\u2028\n"])
def test_nothing_to_read_is_the_one_error(text):
    with pytest.raises(unres.UnreadableError) as caught:
        unres.parse(text)
    assert caught.value.code == "empty"
    with pytest.raises(unres.UnreadableError) as caught:
        unres.read(text.encode())
    assert caught.value.code == "empty"


def zipped(*names: str) -> bytes:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        for name in names:
            archive.writestr(name, "The General Assembly,\n\n1. Urges Member States to act.")
    return box.getvalue()


PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(100)


def refused(data: bytes, **options: object) -> unres.UnreadableError:
    with pytest.raises(unres.UnreadableError) as caught:
        unres.read(data, **options)
    return caught.value


def test_advice_for_python_stands_beside_the_reason_and_in_the_message():
    error = refused(PICTURE)
    assert error.reason == "a scan: a picture (PNG) without text"
    assert error.advice == "to have its text recognised, pass ocr=True"
    assert str(error) == f"<bytes>: {error.reason}; {error.advice}"
    plain = refused(b" ")
    assert plain.advice is None
    assert str(plain) == f"<bytes>: {plain.reason}"


@pytest.mark.parametrize(
    ("data", "limits", "passed"),
    [
        (b"GIF89a" + bytes(100), {}, "ocr=True"),
        (b"The General Assembly, " * 9, {"max_bytes": 100}, "Limits(max_bytes=…)"),
        (b"The General Assembly, " * 9, {"max_characters": 100}, "Limits(max_characters=…)"),
        (zipped("a.txt", "b.txt"), {}, "read_all"),
    ],
)
def test_what_can_be_passed_is_in_no_reason(data, limits, passed):
    error = refused(data, limits=unres.Limits(**limits))
    assert passed in str(error.advice)
    assert passed not in error.reason


def test_the_error_comes_whole_out_of_another_process():
    error = refused(PICTURE)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  our own
    assert type(again) is unres.UnreadableError
    assert (str(again), vars(again)) == (str(error), vars(error))


def test_a_file_that_is_not_there_is_an_os_error(tmp_path):
    with pytest.raises((FileNotFoundError, unres.UnreadableError)):
        unres.read(tmp_path / "no-such-file.txt")
