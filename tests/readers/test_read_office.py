"""Old Word files by way of LibreOffice: what comes out, and how a conversion that goes wrong ends."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

import unres
from unres.batch import parse_path
from unres.cli import main
from unres.errors import MissingProgramError
from unres.readers.limits import Limits
from unres.readers.office import find_program

RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}
\pard 71/999. Lamps of the harbour\par
\pard The General Assembly,\par
\pard Recalling its resolution 70/999 of 1 December 2015,\par
\pard 1. Welcomes the lighting of the harbour;\par
\pard 2. Urges Member States to keep it lit.\par}"""

needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed")
posix = pytest.mark.skipif(os.name != "posix", reason="not here: the stand-ins for LibreOffice are shell scripts")


def texts(resolution):
    return [
        (block.id, block.label, block.text, [mark.label for mark in block.footnote_marks])
        for block in resolution.walk()
    ]


@needs_libreoffice
@pytest.mark.parametrize("name", ["r67_word-typed", "r76_word-auto"])
def test_an_old_word_file_gives_what_the_new_one_gives(real_documents, name):
    old = unres.read(real_documents / "docx-ar" / f"{name}.doc", office=True)
    new = unres.read(real_documents / "docx-ar" / f"{name}.docx")
    assert texts(old) == texts(new)
    assert [(note.label, note.text) for note in old.footnotes] == [(note.label, note.text) for note in new.footnotes]
    assert (old.symbol, old.title, old.adopted_on) == (new.symbol, new.title, new.adopted_on)


@needs_libreoffice
def test_english_files_made_old_and_read_again(real_documents, tmp_path):
    files = sorted((real_documents / "docx-en").glob("*.docx"))[::25]
    assert files
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [find_program(), profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)
    for file in files:
        old = unres.read(tmp_path / file.with_suffix(".doc").name, office=True)
        new = unres.read(file)
        # LibreOffice, as it makes the old file, does not know the fields that repeat a note's number
        found = [block.text.replace("Error: Reference source not found", "") for block in old.walk()]
        assert found == [block.text for block in new.walk()], file.name
        assert [note.text for note in old.footnotes] == [note.text for note in new.footnotes], file.name


@needs_libreoffice
def test_rich_text_by_every_way_in(tmp_path):
    path = tmp_path / "lamps.rtf"
    path.write_bytes(RTF)
    expected = ["pp1", "op1", "op2"]
    assert [block.id for block in unres.read(path, office=True).walk()] == expected
    assert [block.id for block in next(unres.read_all(RTF, office=True)).walk()] == expected
    (parsed,) = parse_path(path, office=True).resolutions
    assert [block.id for block in parsed.walk()] == expected
    shown = CliRunner().invoke(main, ["parse", "--office", str(path)])
    assert shown.exit_code == 0
    assert "Lamps of the harbour" in shown.output


def test_it_is_done_only_when_asked_for():
    with pytest.raises(unres.UnreadableError, match="Rich Text") as caught:
        unres.read(RTF)
    assert caught.value.code == "rtf"
    assert "office=True" in str(caught.value.advice)
    shown = CliRunner().invoke(main, ["parse", "-"], input=RTF)
    assert shown.exit_code == 2
    assert "--office" in shown.stderr


def test_without_libreoffice_the_error_says_how_to_have_it(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(MissingProgramError, match="apt install libreoffice"):
        unres.read(RTF, office=True)


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """A program named soffice that does what a test wants."""

    def make(script):
        path = tmp_path / "bin" / "soffice"
        path.parent.mkdir()
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        monkeypatch.setenv("PATH", f"{path.parent}{os.pathsep}{os.environ['PATH']}")

    return make


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    if sys.platform == "linux":
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return True


@posix
def test_a_conversion_that_hangs_is_ended_with_its_children(tmp_path, stand_in):
    stand_in(f"sleep 600 & echo $! > {tmp_path}/child; sleep 600")
    started = time.monotonic()
    with pytest.raises(unres.UnreadableError, match="longer than 1 seconds") as caught:
        unres.read(RTF, office=True, limits=Limits(seconds_per_office_file=1))
    assert caught.value.code == "too_slow"
    assert time.monotonic() - started < 30
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if not alive(child):
            break
        time.sleep(0.1)
    assert not alive(child)


@posix
@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("exit 1", "makes no document of it"),
        ("echo 'Error: source file could not be loaded' >&2", "could not be loaded"),
        ("yes | head -c 3000000 >&2; echo 'Error: late' >&2", "makes no document of it"),
    ],
)
def test_a_conversion_that_fails_says_why(stand_in, script, reason):
    stand_in(script)
    with pytest.raises(unres.UnreadableError, match=reason) as caught:
        unres.read(RTF, office=True)
    assert caught.value.code == "damaged"


@posix
def test_what_it_writes_is_under_the_limits_too(stand_in):
    stand_in(
        'for last; do :; done; out="$(dirname "$last")/out"; mkdir -p "$out"\n'
        'head -c 5000 /dev/zero > "$out/document.docx"'
    )
    with pytest.raises(unres.UnreadableError) as caught:
        unres.read(RTF, office=True, limits=Limits(max_bytes=4000))
    assert caught.value.code == "too_large"


@posix
def test_it_has_a_profile_of_its_own_without_macros(tmp_path, stand_in):
    stand_in(
        f'printf "%s\\n" "$@" > {tmp_path}/arguments; cat profile/user/registrymodifications.xcu > {tmp_path}/profile'
    )
    with pytest.raises(unres.UnreadableError):
        unres.read(RTF, office=True)
    assert "-env:UserInstallation=file:///" in (tmp_path / "arguments").read_text()
    assert 'DisableMacrosExecution" oor:op="fuse"><value>true' in (tmp_path / "profile").read_text()
