"""Arguments that cannot be meant are answered with what is allowed."""

from __future__ import annotations

import importlib

import pytest
from click.testing import CliRunner

import unres


@pytest.mark.parametrize("call", [unres.parse, unres.read, unres.find_references])
def test_a_language_that_is_not_read(call):
    with pytest.raises(ValueError, match="'ar', 'en'"):
        call(b"The General Assembly" if call is unres.read else "The General Assembly", language="fr")


@pytest.mark.parametrize("source", [None, 3, ["lamps.pdf"], object()])
def test_what_can_be_no_file(source):
    with pytest.raises(TypeError, match="a path, the bytes of a file"):
        unres.read(source)


@pytest.mark.parametrize("call", [unres.parse, unres.find_references])
@pytest.mark.parametrize("text", [None, b"The General Assembly,", 3])
def test_what_can_be_no_text(call, text):
    with pytest.raises(TypeError, match=f"{call.__name__} takes a text"):
        call(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [("lamps.pdf", "file_name"), ("folder/المصابيح.docx", "file_name"), ("https://example.org/lamps", "address")],
)
def test_a_name_given_as_a_text(text: str, code: str):
    with pytest.raises(unres.UnreadableError) as raised:
        unres.parse(text)
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("https://docs.un.org/en/A/RES/67/190", "address"),
        ("A/RES/67/190", "symbol"),
        ("S/RES/1325 (2000)", "symbol"),
        ("The General Assembly,\n\n1. Lights the ports.", "text"),
    ],
)
def test_what_is_no_file_given_as_a_file(source: str, code: str):
    with pytest.raises(unres.UnreadableError) as raised:
        unres.read(source)
    assert raised.value.code == code
    assert "unres." in str(raised.value)


def test_a_file_that_is_not_there_is_not_there():
    with pytest.raises(FileNotFoundError):
        unres.read("no-such-lamp.pdf")


def test_an_organ_that_there_is_not():
    with pytest.raises(ValueError, match="general_assembly"):
        unres.find_references("its resolution 67/190", organ="GA")
    assert unres.find_references("its resolution 67/190", organ="general_assembly")


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["refs", "--kind", "treatie", "{file}"], "treaty"),
        (["terms", "{folder}", "--action", "urg"], "urge"),
        (["refs", "--organ", "GA", "{file}"], "general_assembly"),
    ],
)
def test_a_command_names_what_there_is(arguments: list[str], meant: str, tmp_path):
    file = tmp_path / "lamps.txt"
    file.write_text("The General Assembly,\n\n1. Lights the ports.", "utf-8")
    main = importlib.import_module("unres.cli").main
    result = CliRunner().invoke(main, [each.format(file=file, folder=tmp_path) for each in arguments])
    assert result.exit_code == 2
    assert meant in result.output


TEXTS = {
    "French": (
        "L’Assemblée générale, rappelant la résolution sur les phares et les ports, et considérant que les navires ont "
        "besoin de la lumière des phares pour entrer dans les ports, demande aux États de garder une lampe."
    ),
    "Spanish": (
        "La Asamblea General, recordando la resolución sobre los faros y los puertos, y considerando que los barcos "
        "necesitan la luz de los faros para entrar en los puertos, pide a los Estados que mantengan una lámpara."
    ),
    "Russian": "Генеральная Ассамблея, ссылаясь на резолюцию о маяках и портах, просит хранить лампу в порту.",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_in_another_language_is_said_to_look_so(name: str):
    said = [each.message for each in unres.parse(TEXTS[name]).diagnostics if each.code == "language.unsupported"]
    assert len(said) == 1
    assert f"looks {name}; Arabic and English are read" in said[0]


def test_a_date_as_a_string_is_no_date():
    with pytest.raises(TypeError, match=r"2026-12-18.*datetime\.date"):
        unres.find_references("resolution 70/1", date="2026-12-18")
