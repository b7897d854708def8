"""What is counted, for Prometheus."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.service.limits import Gate

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60)
_BYTES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)


class LaneCounts(NamedTuple):
    """How many workers of a lane are idle and busy, and how many documents wait for one."""

    name: str
    idle: int
    busy: int
    waiting: int


class Metrics:
    """The numbers of one service. Labels are routes, codes and reasons, never anything that a client sent."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        registry = self.registry
        self.requests = Counter(
            "unres_requests", "Requests answered.", ("method", "route", "status", "code"), registry=registry
        )
        self.seconds = Histogram(
            "unres_request_seconds",
            "From the head of a request to its answer.",
            ("route",),
            buckets=_SECONDS,
            registry=registry,
        )
        self.body = Histogram("unres_body_bytes", "Bytes of bodies.", ("route",), buckets=_BYTES, registry=registry)
        self.queue = Histogram(
            "unres_queue_seconds",
            "Time that documents waited for a worker.",
            ("lane",),
            buckets=_SECONDS,
            registry=registry,
        )
        self.work = Histogram(
            "unres_work_seconds", "Time that was worked on documents.", ("task",), buckets=_SECONDS, registry=registry
        )
        self.started = Counter("unres_workers_started", "Workers started.", registry=registry)
        self.ended = Counter("unres_workers_ended", "Workers ended, and why.", ("reason",), registry=registry)
        self.demoted = Counter(
            "unres_documents_demoted", "Documents that took long and went to the slow workers.", registry=registry
        )
        self._workers = Gauge("unres_workers", "Workers alive.", ("lane", "state"), registry=registry)
        self._waiting = Gauge("unres_queue_length", "Documents that wait for a worker.", ("lane",), registry=registry)
        self._under_way = Gauge("unres_requests_under_way", "Requests with a document under way.", registry=registry)
        self._held = Gauge("unres_bytes_held", "Bytes of bodies and answers held.", registry=registry)

    def text(self, lanes: Iterable[LaneCounts], gate: Gate) -> bytes:
        """All of them in Prometheus' text format, as they stand now."""
        for lane in lanes:
            self._workers.labels(lane.name, "idle").set(lane.idle)
            self._workers.labels(lane.name, "busy").set(lane.busy)
            self._waiting.labels(lane.name).set(lane.waiting)
        self._under_way.set(gate.requests)
        self._held.set(gate.bytes)
        return generate_latest(self.registry)
