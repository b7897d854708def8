"""What a clause does: one vocabulary for preambular and operative verbs of every language."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """The action of a clause, named after the commonest English verb for it.

    The verb itself stays in :attr:`Verb.text`; adverbs and objects ("strongly", "with concern") do not
    make an action of their own, except where the UN uses the whole phrase as a verb ("take note").
    """

    OTHER = "other"
