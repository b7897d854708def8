"""Drafts: who submits what, with the title behind it; and the head of a paper for a Model United Nations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.layout.starts import lists_names, read_submitted
from unres.parsers.draft import Basis
from unres.parsers.masthead.adoption import symbols_in

if TYPE_CHECKING:
    from unres.layout.starts import Submitted
    from unres.models.vocabulary import ResolutionKind
    from unres.parsers.masthead.lines import Masthead


def read_submission(m: Masthead) -> None:
    """«Ruritania:* draft resolution», «Draft resolution submitted by the Chair of the Committee», and the title."""
    found = find_submission(m)
    if found is None:
        return
    first, last, submitted = found
    m.head.status = "draft"
    m.head.kind = kind_of(submitted.what, m)
    m.head.sponsors = sponsors(submitted.who, m)
    ground = submitted.what if m.head.kind == "amendment" else submitted.ground
    if ground and (symbols := symbols_in(ground, m)):
        m.head.basis = Basis("other", ground.strip("*، ,"), symbols)
    names = ["kind", "sponsors", *(["basis"] if m.head.basis else [])]
    m.claim(m.starts[first], m.starts[last] + len(m.paragraphs[last].folded), *names)
    title = [paragraph.text for paragraph in m.paragraphs[last + 1 :]]
    if title:
        m.claim(m.starts[last + 1], len(m.text), "title")
        m.head.title = m.language.numbers.to_come.sub("", " ".join(title), count=1)


def find_submission(m: Masthead) -> tuple[int, int, Submitted] | None:
    """The first and the last line that say who submits what, and what they say."""
    for last, paragraph in enumerate(m.paragraphs):
        first = last
        text = paragraph.text
        if last and m.paragraphs[last - 1].folded.endswith(":") and read_submitted(f"x: {text}", m.language):
            first, text = last - 1, f"{m.paragraphs[last - 1].text} {text}"
        submitted = read_submitted(text, m.language)
        if submitted is None:
            continue
        while not submitted.by and first and _goes_on(m, first):
            first -= 1
            submitted = submitted._replace(who=f"{m.paragraphs[first].text} {submitted.who}")
        return first, last, submitted
    return None


def _goes_on(m: Masthead, n: int) -> bool:
    """Whether the names on a line go on from the line above it."""
    above = m.paragraphs[n - 1].folded
    return not m.words.agenda.search(above) and lists_names(above, m.language)


def kind_of(what: str, m: Masthead) -> ResolutionKind:
    """Of what a draft is submitted."""
    drafts = m.language.drafts
    kinds: tuple[ResolutionKind, ...] = ("amendment", "decision", "presidential_statement")
    patterns = (drafts.amendment, drafts.decision, drafts.statement)
    return next((kind for kind, pattern in zip(kinds, patterns, strict=True) if pattern.search(what)), "resolution")


def sponsors(who: str, m: Masthead) -> list[str]:
    """The names of a list: States one by one, a chair or a body as one."""
    drafts = m.language.drafts
    who = drafts.on_behalf.sub("", " ".join(who.split())).strip("*،, ")
    if not who:
        return []
    if drafts.bodies.search(who):
        return [who.removeprefix(drafts.article).replace("*", "")]
    names = (name.strip("* ") for name in drafts.between_names.split(who))
    return [name for name in names if name]


def read_paper_head(m: Masthead) -> None:
    """«Topic: Lighting of harbours» gives the title, «Sponsors: Ruritania, Freedonia» who submits the draft."""
    for n, paragraph in enumerate(m.paragraphs):
        match = m.language.drafts.head.match(paragraph.folded)
        if match is None:
            continue
        name = match.lastgroup or ""
        last = n
        while last + 1 < len(m.paragraphs) and name in ("sponsors", "signatories") and _list_goes_on(m, last):
            last += 1
        value = " ".join([paragraph.text[match.end() :], *(each.text for each in m.paragraphs[n + 1 : last + 1])])
        if name == "topic":
            m.head.title = value if m.head.title is None else m.head.title
        elif name == "sponsors":
            m.head.sponsors, m.head.status = sponsors(value, m), "draft"
        if name != "committee":
            m.claim(m.starts[n], m.starts[last] + len(m.paragraphs[last].folded), "title" if name == "topic" else name)


def _list_goes_on(m: Masthead, n: int) -> bool:
    """Whether the names on a line go on with the next."""
    return m.paragraphs[n].folded.endswith(m.language.drafts.comma) and lists_names(
        m.paragraphs[n + 1].folded + m.language.drafts.comma, m.language
    )
