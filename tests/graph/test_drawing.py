"""The picture of the web of citations: labels that can be read, a file of some size, so many nodes and no more."""

from __future__ import annotations

from itertools import combinations

import pytest

from unres.graph import CitationGraph, Edge

pytest.importorskip("matplotlib", reason="the extra graph is not installed")

from unres.graph.drawing import drawn

LAMPS = {
    "en": "Preservation of lamps, towers and ferries in all harbours",
    "ar": "صون المصابيح والأبراج والعبارات في جميع الموانئ",
}


def web(language, citing=300, cited=2000):
    """So many resolutions, each of which cites twenty documents, the first of all the most often."""
    graph = CitationGraph()
    for n in range(citing):
        source = f"A/RES/70/{n + 1}"
        graph.nodes[source] = {"read": True, "organ": "general_assembly", "title": f"{LAMPS[language]} {n}"}
        for at in range(20):
            target = f"E/RES/2004/{(n * at * at) % cited + 1}"
            graph.nodes.setdefault(target, {"organ": "economic_and_social_council"})
            graph.edges[Edge(source, target, "resolution", "recall", "")] += 1
    return graph


def shown(graph):
    """What the drawing takes."""
    return graph.nodes, graph.citations()


def boxes(figure):
    """What each text of the picture covers."""
    from matplotlib.text import Text

    figure.canvas.draw()
    renderer = figure.canvas.get_renderer()
    return [text.get_window_extent(renderer) for text in figure.findobj(Text) if text.get_text()]


@pytest.mark.parametrize("language", LAMPS)
def test_no_label_covers_another_and_all_are_in_the_picture(language):
    figure = drawn(*shown(web(language)), most=60)
    found = boxes(figure)
    assert len(found) > 180
    for box, other in combinations(found, 2):
        assert not (box.x0 < other.x1 and other.x0 < box.x1 and box.y0 < other.y1 and other.y0 < box.y1), (box, other)
    for box in found:
        assert box.x0 >= 0
        assert box.y0 >= 0
        assert box.x1 <= figure.bbox.x1
        assert box.y1 <= figure.bbox.y1


@pytest.mark.parametrize("language", LAMPS)
def test_three_hundred_resolutions_make_a_small_file(language, tmp_path):
    web(language).plot(tmp_path / "web.svg")
    assert (tmp_path / "web.svg").stat().st_size < 2_000_000


def test_so_many_are_shown_and_no_more():
    figure = drawn(*shown(web("en")), most=7)
    said = [text.get_text() for text in figure.axes[0].texts]
    assert "citing: 7 of 300" in said
    assert sum(text.startswith("A/RES/70/") for text in said) == 7
    assert any(text.startswith("cited: 7 of ") for text in said)
    assert sum("×" in text for text in said) == 7


def test_what_cites_nothing_is_shown_all_the_same():
    graph = CitationGraph()
    graph.nodes["A/RES/70/1"] = {"read": True}
    assert [text.get_text() for text in drawn(*shown(graph), most=5).axes[0].texts][:1] == ["A/RES/70/1"]
