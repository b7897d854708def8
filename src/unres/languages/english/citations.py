"""How English texts cite."""

from __future__ import annotations

from unres.languages.citing import Citations, Joins, Keywords, Numbers, Places, Rule, Sources, any_of
from unres.un.organs import COUNCILS, FUNCTIONAL_COMMISSIONS

_ORGANS = {
    "General Assembly": "general_assembly",
    "Security Council": "security_council",
    "Economic and Social Council": "economic_and_social_council",
    "Trusteeship Council": "trusteeship_council",
    "Human Rights Council": "human_rights_council",
    "United Nations Environment Assembly": "environment_assembly",
    "Environment Assembly": "environment_assembly",
    "United Nations Environment Assembly of the United Nations Environment Programme": "environment_assembly",
    "Commission on Human Rights": "commission_on_human_rights",
    "Commission on Crime Prevention and Criminal Justice": "commission_on_crime_prevention_and_criminal_justice",
    "Commission on Narcotic Drugs": "commission_on_narcotic_drugs",
    "Commission on the Status of Women": "commission_on_the_status_of_women",
    "Commission on Population and Development": "commission_on_population_and_development",
    "Commission for Social Development": "commission_for_social_development",
    "Commission on Science and Technology for Development": "commission_on_science_and_technology_for_development",
    "Statistical Commission": "statistical_commission",
    "United Nations Forum on Forests": "forum_on_forests",
    "United Nations Habitat Assembly": "habitat_assembly",
    "UN-Habitat Assembly": "habitat_assembly",
    "Conference of the Parties": "other",
    "World Health Assembly": "other",
    "Conference": "other",
    "Subcommission": "other",
    "Sub-Commission": "other",
    "Governing Council": "other",
    "UNHabitat Assembly": "habitat_assembly",
    "Habitat Assembly": "habitat_assembly",
    "Economic and Social Commission for Western Asia": "economic_and_social_commission_for_western_asia",
    "Economic and Social Commission for Asia and the Pacific": (
        "economic_and_social_commission_for_asia_and_the_pacific"
    ),
    "Economic Commission for Latin America and the Caribbean": (
        "economic_commission_for_latin_america_and_the_caribbean"
    ),
    "Economic Commission for Latin America": "economic_commission_for_latin_america_and_the_caribbean",
    "Economic Commission for Africa": "economic_commission_for_africa",
    "Economic Commission for Europe": "economic_commission_for_europe",
}

_NUMBER_FOLLOWS = r"\.?(?=\s?(?:[Nn]os?\.?\s?)?\(?[0-9])"
_KEYWORDS = Keywords(
    rules=(
        *(Rule(word, rf"(?<![A-Za-z]){word}(?P<plural>s)?\b") for word in ("resolution", "Resolution")),
        *(Rule(word, rf"(?<![A-Za-z])(?P<decision>{word})(?P<plural>s)?\b") for word in ("decision", "Decision")),
        Rule("RESOLUTION", r"(?<![A-Za-z])RESOLUTION(?P<plural>S)?\b"),
        Rule("Res", rf"(?<![\w/-])Res(?P<plural>s)?{_NUMBER_FOLLOWS}"),
        *(Rule(word, rf" (?P<word>res(?P<plural>s)?{_NUMBER_FOLLOWS})") for word in (" res.", " res ")),
    ),
    organ_before=True,
    in_one={
        "UNSCR": "security_council",
        "SCR": "security_council",
        "UNGAR": "general_assembly",
        "GAR": "general_assembly",
    },
    own=frozenset({"its", "Its", "our", "their"}),
    skipped=frozenset(
        "previous earlier past recent latest subsequent following present-day"
        " relevant annual other own all several various two three".split()
    ),
    present_before=r"(?<![^\s(“\"\[*])(?P<this>this|present)\s{1,2}$",
    definite=r"[A-Z](?!\w*s\b)",
    other_body=(
        r"(?:Commission|Conference|Organi[sz]ation|Committee|Union|Agency|Board|Authority|Congress)"
        r"\s(?:of|for|on)\s[A-Za-z’\s-]{3,70}\s$"
    ),
    organ_behind=(
        r"\)?,?\s{1,2}(?:of|(?:as\s)?(?P<verb>adopted|taken|made|issued)\sby)\s(?:the\s)?"
        rf"(?:(?P<organ>{any_of(_ORGANS)})|(?P<short>Council|Assembly|Commission)|(?P<unknown>[A-Z]))"
    ),
    organ_stems=("ssembly", "ouncil", "ommission", "onference", "orum"),
)
_NUMBERS = Numbers(
    number=r"[Nn]os?\.?|NOs?\.?|[Nn]umbers?",
    before_number=r"section\s[IVXL]+\sof\s|from\s|of\s(?:19|20)[0-9]{2}:\s",
    behind_part=r"of|and|on|entitled|adopted",
    year=r"of",
    of_year=r"of(?:\s[A-Z][a-z]{2,8})?",
    session=(
        r"(?:[Ss]ession|[Ss]ess\.)\s(?:(?P<digits>[0-9]{1,2})|(?P<roman>[IVXL]{1,8}))"
        r"|(?P<words>[A-Za-z]{4,12}(?:[- ][a-z]{4,7})?)\s[Ss]ession"
    ),
    counted=r"\s(?!(?:as|is|was|has|this|its|thus|concerns|calls|requests)\b)(?:[a-z]{2,20}s|people|men|women|children)\b",
    lookalikes=(
        r"COVID[-–]?|\bNos?\.|\bpp?\.|\bpages?|\barticles?|\barts?\.|\bparagraphs?|\bparas?\.|\bchap\.|\bbiennium|\bperiod|\byears?"
        r"|\bConvention|\b(?:[Ll]aw|[Aa]ct|[Rr]egulation|[Dd]irective|[Oo]pinion)(?: No\.)?|\bvols?\.|\brules?|\bannex"
        r"|\btables?|\bfigures?|\btargets?|\bGoals?|\bsince|\bfrom|\bbetween|\bconclusions"
    ),
    title=r",?\s(?:and\s)?(?:is\s)?entitled\s{1,2}[“\"«‘](?P<title>[^“”\"«»\x00]{3,400})[”\"»’]",
)
_SOURCES = Sources(
    ibid=(Rule("Ibid", r"(?<![A-Za-z])Ibid\b\.?"), Rule("ibid", r"(?<![A-Za-z])ibid\b\.?")),
    document=r"documents?",
    states_record=r"[Ss]ession|Supplement",
    volume=r"vols?\.?|volumes?",
    number=r"Nos?\.|no\.|number",
    treaty_series=(Rule("Treaty", r"Treaty\sSeries"),),
    united_nations=r"United\sNations",
    league_of_nations=r"League\sof\sNations",
    sales=(Rule("Sales", r"Sales\s{1,2}Nos?\.:?\s{0,2}"),),
    supplement=r"(?:Special\s)?Supplements?\s{0,2}Nos?\.",
    meeting=r"(?:[A-Z][a-z]{2,9}(?:-[a-z]{4,8})?\sYear[,.]\s)?[0-9]{1,4}(?:st|nd|rd|th)\smeeting",
    records=(
        Rule("Official", r"Official\sRecords\sof\sthe\s(?:(?P<organ>[A-Z][A-Za-z ]{5,45}?)|[A-Z][A-Za-z -]{5,110}?),"),
    ),
    inside_report=r"chap|sect|part|annex",
)
_ROMANS = r"[IVXL]{1,7}(?:\.[A-Z])?(?:(?:,\s|\s(?:and|to)\s|[–-])[IVXL]{1,7}(?:\.[A-Z])?){0,5}"
_LETTER = r"[A-Z](?:[-–.][0-9A-Z]{1,3})?(?![A-Za-z])"
_LINK = r"(?:of|on|the|for|and|to|in|against|with|from|relating|concerning|by|or|all|its|their|a|other|at)"
# the commas inside names of conventions; any other ends the name
_COMMA = r"(?:,(?=\s(?:Inhuman|Suppress|Especially|Production|Stockpiling|Social)))?"
_NAME = rf"[A-Z][\w’'-]*(?:{_COMMA}(?!\sand\s(?:of|with|in|to)\s)(?:\s{_LINK}){{0,4}}\s(?!Articles?\s[0-9])[A-Z][\w’'-]*){{0,24}}"
_LEADS_ON = r",?\s(?:of|to|in|contained\sin)\s(?:the\s)?"
_CHARTER = r"(?:United\sNations\s)?Charter(?:\sof\sthe\sUnited\sNations)?"
_SUB = r"(?:\([a-z]{1,3}\)|\([ivx]{1,4}\)|\([ء-ي]{1,2}ـ?\))"
_PLACES = Places(
    paragraph=r"paragraphs?|para\.",
    behind=(
        rf",?\s{{1,2}}(?:and\s|\()?(?>(?P<annex>annex(?:es)?)(?:\s(?P<annex_number>{_ROMANS}|{_LETTER}))?(?![a-z])"
        rf"|(?:sect(?:s?\.|ions?)?)\s(?P<section>{_ROMANS}|{_LETTER}|[0-9]{{1,2}})"
        rf"|(?:chap(?:s?\.|ters?))\s(?P<chapter>{_ROMANS})"
        r"|(?:para(?:s?\.|graphs?))\s(?P<paragraphs><NUMBERS>)"
        r"|(?:art(?:s?\.|icles?))\s(?P<article><ITEMS>)"
        r"|(?P<part>part\s(?:one|two|three|four|[IVX]{1,4}))(?![a-z]))(?!,?\s(?:of|to|in)\s)"  # else it leads on
    ),
    before=(
        rf"(?:\b(?:(?:sub)?paragraphs?|paras?\.)\s(?P<paragraphs><NUMBERS>){_LEADS_ON})?"
        rf"(?:\b(?:sections?\s(?P<section>{_ROMANS}|{_LETTER})"
        rf"|(?P<annex>annex(?:es)?)(?:\s(?P<annex_number>{_ROMANS}))?"
        rf"|chapters?\s(?P<chapter>{_ROMANS})|articles?\s(?P<article><ITEMS>)){_LEADS_ON})?$"
    ),
    leads=("of ", "to ", "in ", "the ", "of\n", "the\n"),
    articles=(
        Rule(
            "rticle",
            r"rticles?\s(?P<articles><ITEMS>)(?:\s(?P<letter>[a-i])(?![a-z’']))?"
            r"(?:,\spara(?:graphs?|s?\.)\s(?P<paragraphs><NUMBERS>))?(?:,?\sof\s[Cc]hapter\s(?P<chapter>[IVX]{1,5})\b)?"
            rf"(?:,?\sof\s(?:the\s|its\s)?(?P<instrument>{_NAME}))?",
        ),
    ),
    inserted=r"(?:bis|ter|quater)(?![a-z])",
    chapters=(
        Rule(
            "hapter",
            r"hapters?\s(?P<chapters>[IVX]{1,5}(?:(?:,\s|\s(?:and|to|or)\s|[–-])[IVX]{1,5}){0,4})"
            rf"\sof\sthe\s{_CHARTER}",
        ),
    ),
    charter=(
        r"(?:United\sNations\s)?Charter(?![A-Za-z])(?!\sof(?!\sthe\sUnited\sNations))(?:\sof\sthe\sUnited\sNations)?"
    ),
    capital_is_charter=True,
    another=rf"\sand\sof\s(?:the\s)?(?P<instrument>{_NAME})",
    inside=(
        Rule(
            "aragraph",
            r"aragraphs?\s(?P<numbers>(?><NUMBERS>))(?P<where>,?\s(?:above|below)\b"
            r"|\s(?:of|to|in)\s(?:the\spresent|this)\s(?:resolution|decision|annex|declaration)"
            r"|(?=\s?[,;.:)\n\x00]|$|\s(?:and|shall|is|are|to|for|by|which|that)\s))",
        ),
        Rule(
            "ubparagraph",
            rf"ubparagraphs?\s(?P<numbers>{_SUB}(?:(?:,\s|\sand\s|\sto\s){_SUB}){{0,5}})(?P<where>\s(?:above|below)\b)",
        ),
    ),
)

CITATIONS = Citations(
    organs=_ORGANS,
    short_organs={
        "Assembly": ("general_assembly", "environment_assembly"),
        "Council": COUNCILS,
        "UN": ("security_council", "general_assembly"),
        "U.N.": ("security_council", "general_assembly"),
        "United Nations": ("security_council", "general_assembly"),
        "Commission": FUNCTIONAL_COMMISSIONS,
    },
    abbreviations={
        "UNSC": "security_council",
        "SC": "security_council",
        "S.C.": "security_council",
        "UNGA": "general_assembly",
        "GA": "general_assembly",
        "G.A.": "general_assembly",
        "ECOSOC": "economic_and_social_council",
        "HRC": "human_rights_council",
        "UNHRC": "human_rights_council",
        "UNEA": "environment_assembly",
        "CND": "commission_on_narcotic_drugs",
        "CCPCJ": "commission_on_crime_prevention_and_criminal_justice",
        "CSW": "commission_on_the_status_of_women",
        "ESCWA": "economic_and_social_commission_for_western_asia",
        "ESCAP": "economic_and_social_commission_for_asia_and_the_pacific",
        "ECLAC": "economic_commission_for_latin_america_and_the_caribbean",
        "CEPAL": "economic_commission_for_latin_america_and_the_caribbean",
    },
    joins=Joins(and_="and", or_="or", to="to", through="through"),
    keywords=_KEYWORDS,
    numbers=_NUMBERS,
    sources=_SOURCES,
    places=_PLACES,
)
