"""A picture of the web of citations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from unres.graph import CitationGraph

_COLOURS = {
    "general_assembly": "#3b7dd8",
    "security_council": "#c8553d",
    "economic_and_social_council": "#5a9e6f",
    "human_rights_council": "#b08bc9",
}
_OTHER = "#9aa0a6"
_ARABIC = ("\u0600", "\u06ff")
LONGEST_LABEL = 34


def shaped(label: str) -> str:
    """A label as a drawing library needs it, which sets glyphs from left to right: joined letters, in visual order."""
    if not any(_ARABIC[0] <= character <= _ARABIC[1] for character in label):
        return label
    import arabic_reshaper  # noqa: PLC0415 - only Arabic labels need it
    from bidi.algorithm import get_display  # noqa: PLC0415

    return str(get_display(arabic_reshaper.reshape(label)))


def draw(graph: CitationGraph, path: Path | str, *, most: int) -> None:
    """Draws the most cited nodes and those that cite them."""
    from unres.graph import EXTRA  # noqa: PLC0415 - unres.graph offers this drawing

    try:
        import matplotlib as mpl  # noqa: PLC0415
        import networkx as nx  # noqa: PLC0415
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
        from matplotlib.figure import Figure  # noqa: PLC0415
    except ImportError as error:
        raise ImportError(EXTRA) from error
    cited: Counter[str] = Counter()
    weights: Counter[tuple[str, str]] = Counter()
    for edge, count in graph.edges.items():
        cited[edge.target] += count
        weights[edge.source, edge.target] += count
    shown = {name for name, _ in cited.most_common(most)} | {name for name, facts in graph.nodes.items() if facts.get("read")}
    simple = nx.DiGraph()
    simple.add_nodes_from(sorted(shown))
    simple.add_weighted_edges_from((s, t, n) for (s, t), n in weights.items() if s in shown and t in shown)
    size = max(7.0, min(24.0, 2.2 * len(shown) ** 0.5))
    with mpl.rc_context({"font.family": "DejaVu Sans", "svg.fonttype": "path"}):  # its letters hold Arabic ones
        figure = Figure(figsize=(size * 1.4, size))
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        places = nx.spring_layout(simple, seed=7, k=2.4 / max(1, len(shown)) ** 0.5, iterations=120, weight=None)
        colours = [_COLOURS.get(str(graph.nodes[name].get("organ")), _OTHER) for name in simple]
        sizes = [60 + 50 * cited[name] ** 0.7 for name in simple]
        nx.draw_networkx_nodes(simple, places, ax=axes, node_color=colours, node_size=sizes, linewidths=0)
        nx.draw_networkx_edges(
            simple, places, ax=axes, edge_color="#c4c8cc", width=0.7, arrowsize=7, node_size=sizes, connectionstyle="arc3,rad=0.06"
        )
        for name, (x, y) in places.items():
            facts = graph.nodes[name]
            title = facts.get("title") or ""
            label = name if not title else f"{name}\n{shaped(_cut(title))}"
            axes.annotate(label, (x, y), xytext=(0, 7), textcoords="offset points", ha="center", va="bottom", fontsize=6.5)
        axes.margins(0.08)
        figure.savefig(path)


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST_LABEL else title[: LONGEST_LABEL - 1].rstrip() + "…"
