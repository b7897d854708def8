"""LangChain and LlamaIndex are handed the chunks, whole and with ids of their own."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field

import pytest

import unres

TEXT = "General Assembly\n\nThe General Assembly,\n\n1. Urges {who} to paint the lighthouses;\n\n2. Requests a report."


@dataclass
class Got:
    """What a framework's document holds, in one shape for both."""

    id: str
    content: str
    metadata: dict = field(compare=False)


def langchain(inputs, **options):
    pytest.importorskip("langchain_core", reason="LangChain is not installed")
    from unres.integrations.langchain import UnresLoader

    return [Got(each.id, each.page_content, each.metadata) for each in UnresLoader(inputs, **options).load()]


def llama_index(inputs, **options):
    pytest.importorskip("llama_index.core", reason="LlamaIndex is not installed")
    from unres.integrations.llama_index import UnresReader

    return [Got(each.id_, each.text, each.metadata) for each in UnresReader(**options).load_data(inputs)]


both = pytest.mark.parametrize("load", [langchain, llama_index])


@pytest.fixture
def folder(tmp_path):
    for language in ("ar", "en"):
        (tmp_path / f"boats.{language}.txt").write_text(unres.examples.text("general-assembly", language), "utf-8")
    return tmp_path


@both
@pytest.mark.parametrize("content", ["context", "text"])
def test_documents_are_the_chunks_of_both_languages(load, folder, content):
    got = load(folder, content=content, max_tokens=80, language="en")
    wanted = [
        chunk
        for language in ("ar", "en")
        for chunk in unres.examples.load("general-assembly", language).chunks(max_tokens=80, language="en")
    ]
    assert [(each.id, each.content) for each in got] == [(chunk.id, getattr(chunk, content)) for chunk in wanted]
    for each, chunk in zip(got, wanted, strict=True):
        left = {name: value for name, value in chunk.as_dict().items() if name not in {"id", "text", "context"}}
        assert {name: value for name, value in each.metadata.items() if name != "source"} == left
        assert each.metadata["source"].endswith(f"boats.{chunk.language}.txt")


@both
def test_no_two_documents_have_one_id(load, tmp_path):
    """An index takes the place of a document by its id: a second one without a symbol would replace the first."""
    for name, who in (("a", "harbour masters"), ("b", "pilots")):
        (tmp_path / f"{name}.txt").write_text(TEXT.format(who=who), "utf-8")
    got = load([tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "b.txt"])
    assert len(got) == 6
    assert len({each.id for each in got}) == 6


@both
def test_a_broken_file_is_raised_or_told(load, folder):
    (folder / "broken.txt").write_bytes(b"")
    with pytest.raises(unres.UnreadableError):
        load(folder)
    failures = []
    assert {each.metadata["language"] for each in load(folder, on_error=failures.append)} == {"ar", "en"}
    with pytest.raises(unres.UnreadableError) as raised:
        list(load(folder))
    assert "on_error=print" in raised.value.__notes__[0]
    assert [failure.code for failure in failures] == ["empty"]


def test_one_resolution_as_documents_of_langchain():
    pytest.importorskip("langchain_core", reason="LangChain is not installed")
    from unres.integrations.langchain import documents

    resolution = unres.examples.load("eastern-digits", "ar")
    assert [each.page_content for each in documents(resolution)] == [chunk.context for chunk in resolution.chunks()]


def test_one_resolution_as_nodes_of_llama_index():
    pytest.importorskip("llama_index.core", reason="LlamaIndex is not installed")
    from llama_index.core.schema import MetadataMode

    from unres.integrations.llama_index import nodes_of

    resolution = unres.examples.load("eastern-digits", "ar")
    nodes = nodes_of(resolution)
    assert [node.node_id for node in nodes] == [chunk.id for chunk in resolution.chunks()]
    for node, chunk in zip(nodes, resolution.chunks(), strict=True):
        for mode in (MetadataMode.EMBED, MetadataMode.LLM):
            assert node.get_content(mode) == chunk.context


@pytest.mark.parametrize(
    ("module", "package", "extra"),
    [("langchain", "langchain_core", "langchain"), ("llama_index", "llama_index", "llama-index")],
)
def test_without_the_framework_the_extra_is_named(module, package, extra):
    code = f"import sys; sys.modules['{package}'] = None\nimport unres.integrations.{module}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert f'pip install "unres[{extra}]"' in done.stderr
