"""A picture of the web of citations."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

from unres.errors import needs
from unres.scripts import ARABIC_BLOCK
from unres.un.organs import ORGANS

if TYPE_CHECKING:
    from pathlib import Path

    import networkx
    from matplotlib.axes import Axes

    from unres.graph import CitationGraph

Places = dict[str, tuple[float, float]]
"""Where each node is drawn."""

_COLOURS = {name: organ.colour for name, organ in ORGANS.items() if organ.colour}
_OTHER = "#9aa0a6"
_ARABIC = re.compile(f"[{ARABIC_BLOCK}]")
LONGEST_LABEL = 34
INNER = 0.5
RINGS = (0.94, 1.06, 1.18)
"""Radii of the rings; the cited ones take turns, so that their names do not touch."""


def shaped(label: str, *, by_library: bool | None = None) -> str:
    """A label as matplotlib needs it, for pictures of one's own: ``axes.set_title(shaped("قرارات الجمعية العامة"))``.

    From matplotlib 3.11 on the library joins letters and orders them by itself and need only be told the direction;
    before, it sets glyphs from left to right, so that they must come joined and in visual order.
    """
    if by_library is None:
        from matplotlib import ft2font

        by_library = hasattr(ft2font, "__libraqm_version__")
    if not _ARABIC.search(label):
        return label
    if by_library:
        return f"\u200f{label}"
    import arabic_reshaper  # only Arabic labels need it
    from bidi.algorithm import get_display

    return str(get_display(arabic_reshaper.reshape(label)))


def draw(graph: CitationGraph, path: Path | str, *, most: int) -> None:
    """Draws the most cited nodes and those that cite them."""
    try:
        import matplotlib as mpl
        import networkx as nx
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise needs("graph", error) from error
    cited: Counter[str] = Counter()
    weights: Counter[tuple[str, str]] = Counter()
    for edge, count in graph.edges.items():
        cited[edge.target] += count
        weights[edge.source, edge.target] += count
    shown = {name for name, _ in cited.most_common(most)} | {
        name for name, facts in graph.nodes.items() if facts.get("read")
    }
    simple: nx.DiGraph[str] = nx.DiGraph()
    simple.add_nodes_from(sorted(shown))
    simple.add_weighted_edges_from((s, t, n) for (s, t), n in weights.items() if s in shown and t in shown)
    size = max(7.0, min(24.0, 1.9 * len(shown) ** 0.5))
    with mpl.rc_context({"font.family": "DejaVu Sans", "svg.fonttype": "path"}):  # its letters hold Arabic ones
        figure = Figure(figsize=(size * 1.4, size))
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        places = _places(simple, [name for name in sorted(shown) if graph.nodes[name].get("read")])
        _draw_web(axes, simple, places, graph, cited)
        _write_names(axes, places, graph)
        axes.margins(0.1)
        figure.savefig(path)


def _draw_web(
    axes: Axes, simple: networkx.DiGraph[str], places: Places, graph: CitationGraph, cited: Counter[str]
) -> None:
    """Nodes in the colour of their organ, the larger the more they are cited, and an arrow for who cites whom."""
    import networkx as nx

    colours = [_COLOURS.get(str(graph.nodes[name].get("organ")), _OTHER) for name in simple]
    sizes = [60 + 50 * cited[name] ** 0.7 for name in simple]
    nx.draw_networkx_nodes(simple, places, ax=axes, node_color=colours, node_size=sizes, linewidths=0)
    nx.draw_networkx_edges(
        simple,
        places,
        ax=axes,
        edge_color="#c9cdd2",
        width=0.6,
        arrowsize=7,
        node_size=sizes,
        connectionstyle="arc3,rad=0.05",
    )


def _write_names(axes: Axes, places: Places, graph: CitationGraph) -> None:
    """Symbol and title above each node, those that were read in bold, with a halo that keeps them off the arrows."""
    from matplotlib import ft2font, patheffects

    by_library = hasattr(ft2font, "__libraqm_version__")
    halo: list[patheffects.AbstractPathEffect] = [patheffects.withStroke(linewidth=2.2, foreground="white")]
    for name, place in places.items():
        facts = graph.nodes[name]
        title = facts.get("title") or ""
        text = axes.annotate(
            f"{name}\n{shaped(_cut(title), by_library=by_library)}" if title else name,
            place,
            xytext=(0, 7),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize=7,
            weight="bold" if facts.get("read") else "normal",
        )
        text.set_path_effects(halo)


def _places(simple: networkx.DiGraph[str], read: list[str]) -> Places:
    """The resolutions that were read on an inner ring, what they cite on outer rings near those that cite it."""
    angles = {name: 2 * math.pi * at / max(1, len(read)) for at, name in enumerate(read)}
    cited = [name for name in simple if name not in angles]

    def pull(name: str) -> tuple[float, str]:
        citing = [angles[source] for source in simple.predecessors(name) if source in angles]
        x, y = sum(map(math.cos, citing)), sum(map(math.sin, citing))
        return (math.atan2(y, x) % (2 * math.pi), name)

    cited.sort(key=pull)
    inner = 0.0 if len(read) == 1 else INNER
    places = {name: (inner * math.cos(angle), inner * math.sin(angle)) for name, angle in angles.items()}
    for at, name in enumerate(cited):
        angle = 2 * math.pi * at / len(cited)
        radius = RINGS[at % len(RINGS)]
        places[name] = (radius * math.cos(angle), radius * math.sin(angle))
    return places


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST_LABEL else title[: LONGEST_LABEL - 1].rstrip() + "…"
