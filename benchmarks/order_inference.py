"""How often the order of the two numbers of a pair is inferred right in Arabic.

    python benchmarks/order_inference.py CORPUS [--misses FILE]

Every bare pair ("67/190") of the Arabic Akoma Ntoso files that is a resolution is shown in the order of the file,
with all pairs turned, and in mixtures of both orders. What is right comes from the English file of the same
resolution, where pairs are never turned: a pair is counted when English has it in one order only.
"""

from __future__ import annotations

import argparse
import datetime
import random
import re
from collections import Counter, defaultdict
from pathlib import Path

from akn_texts import Text, read_corpus

from unres.references.border import find_in_document
from unres.references.passages import Context, Passage

PAIR = re.compile(r"(?<![\w/.\-])(\d{1,4})/(\d{1,4})(?![\w/])")
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
MIXTURES = {
    "as stored": (0.0, "passage"),
    "all turned": (1.0, "passage"),
    "one passage in ten turned": (0.1, "passage"),
    "nine passages in ten turned": (0.9, "passage"),
    "half of the passages turned": (0.5, "passage"),
    "half of the pairs turned": (0.5, "pair"),
}
ORGANS = (
    ("A/HRC/", "human_rights_council"),
    ("A/", "general_assembly"),
    ("S/", "security_council"),
    ("E/", "economic_and_social_council"),
)


def context_of(text: Text, own_number: str | None) -> Context:
    """What a masthead tells."""
    organ = next((organ for head, organ in ORGANS if text.symbol.startswith(head)), None)
    session = re.match(r"A/(?:HRC/)?RES/(\d+)/", text.symbol)
    return Context(
        language="ar",
        organ=organ,
        symbol=text.symbol,
        session=int(session[1]) if session else None,
        adopted_on=datetime.date.fromisoformat(text.adopted) if text.adopted and text.adopted[:4] > "1945" else None,
        own_number_as_written=own_number,
    )


def shown(text: str, share: float, unit: str, rng: random.Random) -> str:
    """The passage with its pairs turned or not; the length stays what it was only if the digits do."""
    turn_all = rng.random() < share

    def turn(match: re.Match[str]) -> str:
        turned = turn_all if unit == "passage" else rng.random() < share
        return f"{match[2]}/{match[1]}" if turned else match[0]

    return PAIR.sub(turn, text).translate(EASTERN)


def english_pairs(texts: list[Text]) -> dict[str, set[tuple[int, int]]]:
    """The pairs of each English text, by symbol."""
    return {
        text.symbol: {
            (int(m[1]), int(m[2])) for passage in (*text.passages, *text.notes) for m in PAIR.finditer(passage)
        }
        for text in texts
        if text.language == "en"
    }


def evidence_of(because: str) -> list[str]:
    """The kinds of evidence named in `because`."""
    return because.split("; ") if because else ["nothing"]


def run(
    texts: list[Text], english: dict[str, set[tuple[int, int]]], name: str, misses: list[str]
) -> tuple[Counter, dict[str, Counter]]:
    """Counts for one mixture: pairs, right, sure, sure and right; and the same by kind of evidence."""
    share, unit = MIXTURES[name]
    total: Counter[str] = Counter()
    kinds: dict[str, Counter] = defaultdict(Counter)
    for text in texts:
        rng = random.Random(f"{name}{text.symbol}")  # noqa: S311 - the same mixture in every run
        known = english.get(text.symbol, set())
        passages = [Passage(shown(p, share, unit, rng)) for p in text.passages]
        passages += [Passage(shown(n, share, unit, rng), f"fn:{i}", "footnote") for i, n in enumerate(text.notes, 1)]
        own = shown(text.symbol.rsplit("RES/", 1)[-1], share, unit, rng) if "RES/" in text.symbol else None
        findings = find_in_document(passages, context_of(text, own))
        for passage, references in zip(passages, findings.references, strict=True):
            western = passage.text.translate({ord(e): d for d, e in zip("0123456789", "٠١٢٣٤٥٦٧٨٩", strict=True)})
            for reference in references:
                match = PAIR.match(western, reference.offset)
                if reference.kind != "resolution" or match is None or not reference.organ:
                    continue
                pair = (int(match[1]), int(match[2]))
                truths = {p for p in (pair, pair[::-1]) if p in known}
                if len(truths) != 1:
                    total["not counted"] += 1
                    continue
                read = (reference.session or reference.year, reference.number)
                right = read in truths
                sure = reference.confidence >= 0.9
                for counter in (total, *(kinds[kind] for kind in evidence_of(reference.because))):
                    counter.update(pairs=1, right=right, sure=sure, sure_right=right and sure)
                if not right:
                    misses.append(f"{name}\t{text.symbol}\t{match[0]}\t{reference}\t{passage.text[:300]}")
    return total, kinds


def show(name: str, counter: Counter) -> None:
    """One line of the table."""
    pairs, sure = counter["pairs"] or 1, counter["sure"] or 1
    print(
        f"{name:34} {counter['pairs']:>7}  right {100 * counter['right'] / pairs:7.3f}  "
        f"sure {100 * counter['sure'] / pairs:6.2f}  right when sure {100 * counter['sure_right'] / sure:7.3f}"
    )


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--misses", type=Path, help="write every pair read wrongly here")
    args = parser.parse_args()
    texts = list(read_corpus(args.corpus))
    english = english_pairs(texts)
    arabic = [text for text in texts if text.language == "ar"]
    misses: list[str] = []
    whole: Counter[str] = Counter()
    by_kind: dict[str, Counter] = defaultdict(Counter)
    for name in MIXTURES:
        total, kinds = run(arabic, english, name, misses)
        show(name, total)
        whole.update(total)
        for kind, counter in kinds.items():
            by_kind[kind].update(counter)
    show("all", whole)
    print(f"not counted, because English has neither or both orders: {whole['not counted']}\n")
    for kind, counter in sorted(by_kind.items(), key=lambda item: -item[1]["pairs"]):
        show(kind, counter)
    if args.misses:
        args.misses.write_text("\n".join(misses), encoding="utf-8")


if __name__ == "__main__":
    main()
