"""The web of citations: resolutions and documents as nodes, who cites whom as edges."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from unres.errors import needs
from unres.references.related import cited_by, describe_pinpoint, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import networkx

    from unres.models import Block, Reference, Resolution


BELONGING = frozenset({"meeting_record", "draft", "report", "amended", "part", "annexed"})
"""Kinds of :class:`unres.models.Related` that are no citations of the text; the picture leaves their edges out."""


class Edge(NamedTuple):
    """One way in which a resolution cites something."""

    source: str
    """The citing resolution's symbol."""
    target: str
    """What is cited."""
    kind: str
    """The kind of reference: "resolution", "document", "treaty" …; or of what belongs to the resolution without being
    cited in its text: one of :data:`BELONGING`."""
    action: str
    """The action of the citing clause ("recall", "urge"), "" where the clause has no verb."""
    pinpoint: str
    """The place inside what is cited ("para. 7", "annex II"), "" for the whole."""


@dataclass
class CitationGraph:
    """Nodes with what is known of them, edges with how often each occurs.

    Nodes are keyed by symbol; what has none by the words for it: "UNTS vol. 2225, No. 39574".
    """

    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Symbol → kind, organ, session, year, number; for resolutions that were read also title, date, language."""
    edges: Counter[Edge] = field(default_factory=Counter)
    """How often each citation occurs."""

    def add(self, resolution: Resolution) -> None:
        """Adds a resolution and everything that it cites. Resolutions without a symbol go under their title."""
        source = resolution.symbol or resolution.title or "without symbol"
        node = self.nodes.setdefault(source, {})
        node.update(
            {
                key: value
                for key, value in (
                    ("kind", resolution.kind),
                    ("organ", _plain(resolution.organ)),
                    ("session", resolution.session),
                    ("year", resolution.year),
                    ("title", resolution.title),
                    ("adopted_on", resolution.adopted_on.isoformat() if resolution.adopted_on else None),
                    ("language", resolution.language),
                    ("read", True),
                )
                if value is not None
            }
        )
        for reference, action in _with_actions(resolution):
            target = name_of(reference)
            if target is None or target == source:
                continue
            known = self.nodes.setdefault(target, {})
            for key, value in _facts(reference).items():
                known.setdefault(key, value)
            self.edges[Edge(source, target, cited_by(reference).kind, action, describe_pinpoint(reference))] += 1
        for each in resolution.related():
            if each.kind in BELONGING:
                self.nodes.setdefault(
                    each.symbol, {"kind": "resolution" if "/RES/" in each.symbol else "document", "url": each.url}
                )
                self.edges[Edge(source, each.symbol, each.kind, "", "")] += 1

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """As a directed graph of networkx, with parallel edges for different ways of citing.

        Raises:
            MissingExtraError: networkx is not installed; the message names the extra.
        """
        try:
            import networkx as nx  # only who asks for a graph needs networkx
        except ImportError as error:
            raise needs("graph", error) from error
        graph: networkx.MultiDiGraph[str] = nx.MultiDiGraph()
        for name, facts in self.nodes.items():
            graph.add_node(name, **facts)
        for edge, count in self.edges.items():
            graph.add_edge(
                edge.source, edge.target, kind=edge.kind, action=edge.action, pinpoint=edge.pinpoint, count=count
            )
        return graph

    def citations(self) -> Counter[tuple[str, str]]:
        """How often each node cites each in its text, whatever the action and the place.

        What belongs to a resolution is left out: the record of one meeting would else be the most cited of all.
        """
        found: Counter[tuple[str, str]] = Counter()
        for edge, count in self.edges.items():
            if edge.kind not in BELONGING:
                found[edge.source, edge.target] += count
        return found

    def to_graphml(self) -> str:
        """As GraphML.

        Raises:
            MissingExtraError: networkx is not installed; the message names the extra.
        """
        graph = self.to_networkx()
        import networkx as nx

        return "\n".join(nx.generate_graphml(graph)) + "\n"

    def to_json(self) -> str:
        """As JSON: ``nodes`` with ``id`` and facts; ``edges`` with source, target, kind, action, pinpoint, count."""
        nodes = [{"id": name, **facts} for name, facts in self.nodes.items()]
        edges = [{**edge._asdict(), "count": count} for edge, count in self.edges.items()]
        return json.dumps({"nodes": nodes, "edges": edges}, ensure_ascii=False, indent=1) + "\n"

    def to_csv(self) -> str:
        """The edges as CSV with a header."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([*Edge._fields, "count"])
        writer.writerows([*edge, count] for edge, count in self.edges.items())
        return out.getvalue()

    def plot(self, path: Path | str, *, most: int = 60) -> None:
        """Draws the nodes that are cited most, and the resolutions that cite them most.

        Args:
            path: the file; its ending gives the format.
            most: how many of either are drawn.

        Raises:
            MissingExtraError: matplotlib is not installed; the message names the extra.
        """
        from unres.graph.drawing import draw  # matplotlib only when a picture is asked for

        draw(self.nodes, self.citations(), path, most=most)


def build_graph(resolutions: Iterable[Resolution]) -> CitationGraph:
    """The graph of these resolutions and of all that they cite."""
    graph = CitationGraph()
    for resolution in resolutions:
        graph.add(resolution)
    return graph


def _plain(value: object) -> object:
    """The value of an enum, anything else as it is."""
    return getattr(value, "value", value)


def _facts(reference: Reference) -> dict[str, Any]:
    cited = cited_by(reference)
    facts: dict[str, Any] = {"kind": cited.kind}
    for key in ("organ", "session", "session_kind", "year", "number"):
        value = _plain(getattr(cited, key, None))
        if value is not None and value != "regular":
            facts[key] = str(value) if key == "number" else value
    if cited.url:
        facts["url"] = cited.url
    return facts


def _with_actions(resolution: Resolution) -> Iterator[tuple[Reference, str]]:
    """Every reference with the action of the clause that cites it; a footnote's clause is the one with its mark."""
    actions: dict[str, str] = {}

    def walk(blocks: Iterable[Block], inherited: str) -> Iterator[tuple[Reference, str]]:
        for block in blocks:
            action = block.verbs[0].action.value if block.verbs else inherited
            actions[block.id] = action
            for reference in block.references:
                yield reference, action
            yield from walk(block.children, action)

    for blocks in (resolution.preamble, resolution.operative, *(annex.blocks for annex in resolution.annexes)):
        yield from walk(blocks, "")
    for note in resolution.footnotes:
        action = actions.get(note.block_ids[0], "") if note.block_ids else ""
        for reference in note.references:
            yield reference, action
