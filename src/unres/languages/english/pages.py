"""What English pages show."""

from __future__ import annotations

from unres.printed import PageWords

PAGE_WORDS = PageWords(
    months="January|February|March|April|May|June|July|August|September|October|November|December",
    page="Page|PAGE",
    of="of",
    recycle="Please recycle",
    issuer=r"United Nations|Distr\..{0,20}",
    share="per cent",
    joints="and|to|or",
    year="[Yy]ear",
    clause="[A-Z][a-z]+(?:ing|ly|ed) ",
    formula=r"The(?: (?:[A-Z][\w’'\-]*|and|of|on|for|the|to|in|its)){1,14},",
    draft="[a-z]",
    common=(
        "the|of|and|to|in|for|a|on|by|its|with|that|as|is|at|an|from|be|or|all|it|this|not"
        "|de|la|le|les|et|des|du|en|el|los|las|que|y|del"  # of French and Spanish, which no one is to take for rubbish
    ),
)
