"""The JSON Schema: committed, current, and true of what is written."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

import unres
from unres.cli import main

COMMITTED = Path(__file__).parent.parent / "docs" / "resolution.schema.json"
CORPUS = Path(__file__).parent / "corpus"
SCHEMA = json.loads(COMMITTED.read_text("utf-8"))


def test_the_command_prints_the_committed_schema():
    printed = CliRunner().invoke(main, ["schema"])
    assert printed.exit_code == 0
    assert printed.output == COMMITTED.read_text("utf-8")


def test_it_is_a_schema_of_draft_2020_12_with_an_id():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"].endswith(":1.0")


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_what_is_written_is_valid(path):
    resolution = unres.parse(path.read_text("utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(resolution.model_dump_json()))


def test_what_is_no_resolution_is_not():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate({"language": "fr"})
