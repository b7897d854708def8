"""Arabic phrases that open clauses: تطلب، يحث أيضا، وإذ تشير إلى، وقد نظرت، واقتناعا منها، نعيد تأكيد."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from unres.languages.arabic import verb_tables as tables
from unres.languages.phrases import Form, Mood, Verbs, words
from unres.models.action import Action
from unres.scripts import bare

PREFIXES: dict[str, tuple[Mood, ...]] = {
    "ت": ("present", "participle"),
    "ي": ("present", "participle"),
    "ن": ("present", "participle", "plain"),
}
"""The subject of a verb: a feminine organ, a masculine one, those who speak."""
PLURAL = "ون"
"""The person of many others: يعلنون."""
_OBJECTS = ("ها", "ه", "نا", "هم")

_PUNCTUATION = "،,؛;:.()[]«»“”\"'’‘*"
_BEFORE_SUFFIX = {"ت": "ة", "ئ": "ء", "ؤ": "ء"}  # دعوتها is دعوة, استيائها is استياء
_SUFFIX = re.compile("(?:ها|هما|هم|نا|ه)$")


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """The word without vowel marks and punctuation, its alefs in one form."""
    return bare(word.strip(_PUNCTUATION))


@lru_cache(maxsize=8192)
def tail_key(word: str) -> str:
    """The word without its article, a ب before it and a possessive after it: بقلقها، القلق → قلق."""
    text = key(word)
    for before in ("بال", "ال", "لل"):
        if text.startswith(before) and len(text) - len(before) > 2:  # a root is left
            text = text[len(before) :]
            break
    short = _SUFFIX.sub("", text)
    if len(short) <= 2 or short == text:  # less than a root
        return text
    return short[:-1] + _BEFORE_SUFFIX.get(short[-1], short[-1])


def _tails(nouns: dict[Action, str]) -> dict[str, Action]:
    """The words, also after ب: بالقلق."""
    plain = {
        form: action
        for action, listed in nouns.items()
        for word in listed.split()
        for form in (tail_key(word), bare(word))  # التزام begins as a word with the article does
    }
    return plain | {"ب" + word: action for word, action in plain.items()}


def _plural(stem: str) -> str:
    """يطلبون، يدعون، يثنون: a weak last letter gives way to the ending."""
    return (stem[:-1] if stem[-1] in "ويى" else stem) + "ون"


class _Table:
    """The forms, as they are collected."""

    def __init__(self) -> None:
        self.forms: dict[str, Form] = {}

    def put(self, word: str, form: Form) -> None:
        """Adds a form, alone and after "and"; one that is there already only gains what it lacks."""
        spelt = bare(word)
        old = self.forms.setdefault(spelt, form)
        if old is not form:
            old.actions = form.actions | old.actions
            old.tails = form.tails | old.tails
            old.needs_tail = old.needs_tail and form.needs_tail
        self.forms["و" + spelt] = old

    def verbs(self, stems: str, action: Action, model: Form) -> None:
        """Adds the present of some stems with every prefix, made like a model."""
        for stem in stems.split():
            for prefix, moods in PREFIXES.items():
                actions = dict.fromkeys(moods, action)
                self.put(prefix + stem, replace(model, actions=actions, person=prefix))
            self.put("ي" + _plural(stem), replace(model, actions={"present": action}, person=PLURAL))


def _forms() -> dict[str, Form]:
    """Every form of every verb, adjective and accusative of the tables."""
    table = _Table()
    _add_special(table)
    for stems, action, nouns in tables.PHRASES:
        table.verbs(stems, action, Form({}, _tails(nouns)))
    for stems, nouns in tables.ONLY_PHRASES:
        table.verbs(stems, Action.OTHER, Form({}, _tails(nouns), needs_tail=True))
    for action, stems in tables.STEMS.items():
        table.verbs(stems, action, Form({}))
    _add_felt(table)
    _add_perfect(table)
    _add_past(table)
    _add_nominal(table)
    return table.forms


def _add_special(table: _Table) -> None:
    """What goes by the words around the verb."""
    seized = ((words("قيد"), Action.REMAIN_SEIZED),)
    to = tuple((start, Action.CALL_FOR) for start in ("إلى", "الى"))
    table.verbs("قرر", Action.DECIDE, Form({}, clues=seized))
    table.verbs("دعو", Action.INVITE, Form({}, before=to))
    table.verbs("ذكر", Action.REMIND, Form({}, before=(("ب", Action.RECALL),)))
    table.verbs("زال ظل", Action.CONTINUE, Form({}, {"قيد": Action.REMAIN_SEIZED}, carries=("participle", "state")))
    for ending in ("", "ت", "نا"):  # ما زال يساورها القلق
        still: dict[Mood, Action] = {"present": Action.CONTINUE, "participle": Action.CONTINUE}
        table.put("زال" + ending if ending != "نا" else "زلنا", Form(still, carries=("participle", "state")))
    for prefix in PREFIXES:
        table.forms[prefix + "قرر"].actions["participle"] = Action.DETERMINE  # وإذ يقرر أن الحالة تشكل تهديدا للسلام


def _add_felt(table: _Table) -> None:
    """يساورها القلق، يقلقه، لا يغيب عن بالنا: the organ is the object."""
    feelings = _tails(tables.FEELINGS)
    for subject in "يت":
        for suffix in _OBJECTS:
            for action, stems in tables.FELT.items():
                for stem in stems.split():
                    table.put(subject + stem + suffix, Form({"present": action, "participle": action}))
            for action, stems in tables.BEFALLING.items():
                for stem in stems.split():
                    table.put(subject + stem + suffix, Form({"present": action, "participle": action}, feelings))


def _add_perfect(table: _Table) -> None:
    """وقد نظرت، وقد نظر، وقد نظرنا."""
    for stems_of, endings in ((tables.PERFECT, ("", "ت", "نا", "وا")), (tables.PERFECT_WEAK, ("ى", "ت", "ينا", "وا"))):
        for action, stems in stems_of.items():
            for stem in stems.split():
                for ending in endings:
                    table.put(stem + ending, Form({"perfect": action, "past": action}))
    for ending in ("", "ت", "نا"):
        table.forms["عقد" + ending].tails = {"عزم": Action.DETERMINED}
        table.forms[bare("أقر" + ending)].before = (("ب", Action.RECOGNIZE),)  # أقرت جدول الأعمال، أقرت بأهمية المصابيح


def _add_past(table: _Table) -> None:
    """قررت الجمعية العامة، أحاطت … علما."""
    for stems_of, endings in ((tables.PAST, ("", "ت")), (tables.PAST_WEAK, ("ى", "ا", "ت"))):
        for action, stems in stems_of.items():
            for word in (stem + ending for stem in stems.split() for ending in endings):
                table.put(word, Form({"past": action}))
    for stem, nouns in tables.PAST_PHRASES:
        for ending in ("", "ت"):
            table.put(stem + ending, Form({"past": Action.OTHER}, _tails(nouns), needs_tail=True))
            table.forms[bare(stem + ending)].tails |= _tails(nouns)


def _add_nominal(table: _Table) -> None:
    """واقتناعا منها، وإذ هي مقتنعة."""
    for action, listed in tables.ACCUSATIVES.items():
        for word in listed.split():
            from_it = dict.fromkeys(("منها", "منه", "منا", "منهم"), action)
            table.put(word, Form({"participle": action}, from_it, needs_tail=word in tables.ONLY_WITH_FROM))
    for action, listed in tables.ADJECTIVES.items():
        for word in listed.split():
            for ending in ("", "ة", "ون", "ين", "ا"):
                table.put(word + ending, Form({"state": action, "participle": action}))
    for action, listed in tables.ON.items():
        for word in listed.split():
            table.put(word, Form({"state": action}))


FORMS: dict[str, Form] = _forms()
LEADS: dict[str, Mood | None] = {
    **dict.fromkeys(words("واذ اذ وحيث"), "participle"),
    **dict.fromkeys(words("وقد قد"), "perfect"),
    **dict.fromkeys(words("هي هو هم"), "state"),
    **dict.fromkeys(words("نحن ونحن فاننا واننا"), "plain"),
    **dict.fromkeys(words("لا ولا ما وما ولذلك لذلك علي ايضا كذلك و كما ثم")),
}
MISPRINTS: dict[str, Mood] = dict.fromkeys(words("واذا اذا واد"), "participle")
INTROS = {first: (f"{first} هذا الصدد، ", f"{first} هذا السياق، ", f"{first} ذلك الصدد، ") for first in ("في", "وفي")}
LINKS = frozenset[str]()
POSSESSIVES = frozenset[str]()
AFTER = frozenset(
    map(
        tail_key,
        words(
            "أيضا كذلك مجددا بقوة بشدة بقلق بارتياح باهتمام بتقدير بأسف بالغ شديد متزايد عميق القوية الشديد البالغ"
            " العميق كثيرا بحزم تماما بوضوح وأيضا علنا صراحة رسميا"
        ),
    )
)
_FEELINGS = frozenset(_tails(tables.FEELINGS))
MANNERS: dict[str, frozenset[str]] = {
    "مع": _FEELINGS,
    **dict.fromkeys(words("ببالغ بعميق بشديد بكل"), _FEELINGS),
    "من": words("جديد"),
    "مرة": words("اخري ثانية"),
    "في": words("صدد سياق خصوص"),
    "بوجه": words("خاص عام"),
    "بشكل": words("خاص قاطع"),
    "علي": words("خصوص تحديد"),
    "باشد": words("عبارات ممكنة"),
    **dict.fromkeys(words("دون بدون"), words("تحفظ")),
}
TO: dict[str, frozenset[str]] = {}
STOPS = words("ان انه انها بان ما")
FURTHER = re.compile("، (و)([^ ،؛]++)")  # begins with fixed letters, for which the search is fastest
FURTHER_UNPARTED = re.compile(r" و(?=(?:[^تي\W][ء-ي]{1,6}ت|أ[ء-ي]{2,4}|قرر|دعا|رحب|اعتمد|انتخب) )")
"""Only of what a decision reports: a present may depend on the words before it."""
AND = " و"
NOUNS = frozenset[str]()
AFTER_NOUN = frozenset[str]()
SUBJECT_FOLLOWS = True
SAFE = frozenset(
    word for word, form in FORMS.items() if form.person == PLURAL or {"plain", "perfect"} & form.actions.keys()
)


def adverb(_key: str) -> bool:
    """None is: Arabic adverbs stand after the verb."""
    return False


_PREPOSITIONS = ("الي", "علي", "عن", "ب", "من", "في", "ان", "ايضا", "كذلك", "لل")


def shows_verb(following: str) -> bool:
    """Whether this word follows a verb whose subject is not named: a preposition, أن."""
    return bare(following).startswith(_PREPOSITIONS)


_FEMININE = ("جمعية", "لجنة", "هيئة")
SAYS_WHO: re.Pattern[str] | None = None
_ORGAN = "(?:الجمعية(?: العامة)?|مجلس الأمن|المجلس(?: الاقتصادي والاجتماعي)?|مجلس حقوق الإنسان|اللجنة|المؤتمر)"
REPORTS = re.compile(f'[”“"]?[إا]ن {_ORGAN}(?=،? )')
SUBJECT_REST = frozenset(map(key, words("العامة الأمن الاقتصادي والاجتماعي حقوق الإنسان")))
SUBJECT_WORDS = words("الجمعية المجلس مجلس اللجنة لجنة المؤتمر الهيئة الاجتماع المنتدى")
AFTER_PARTICIPLE = frozenset[str]()
PAUSE = re.compile("، (?=[تين])")
PREFACES = words(
    "ريثما وريثما في وفي بغية وبغية الي والي حتي وحتي من ومن لهذا ولهذا لهذه ولهذه تحقيقا وتحقيقا تمشيا وتمشيا وفقا"
    " ووفقا عملا وعملا بناء وبناء استنادا واستنادا مع ومع دون ودون بدون رهنا ورهنا علي وعلي عند وعند قبل وقبل بعد وبعد"
    " لاغراض ولاغراض سعيا وسعيا توخيا وتوخيا اذ واذا حين وحين بالنظر وبالنظر نظرا ونظرا بالاضافة وبالاضافة فضلا وفضلا"
)
IN_SECURITY_COUNCIL = {"يدعو": Action.CALL_UPON, "ويدعو": Action.CALL_UPON}


def agrees(phrase: str, formula: str) -> bool:
    """Whether the organ of the formula can be the subject: the Assembly تقرر, a Council يقرر.

    A subparagraph can also be a rule whose verb stands first, of any gender: يغلق في اليوم نفسه كل جسر غير مأمون.
    """
    first = next((word for word in map(bare, phrase.split()) if word not in LEADS), "")
    letter = first[1:2] if first[:1] == "و" else first[:1]
    if letter not in ("ت", "ي") or not formula:
        return True
    return letter == ("ت" if any(word in bare(formula) for word in _FEMININE) else "ي")


# Verbs that say what is, may or must be, and so open sentences of any text; and nouns that begin as verbs do.
_NOT_OPENING = words(
    "يجوز تجوز يجب ينبغي يتعين تتعين يكون تكون يمكن يتم تتم يلزم يوجد توجد يشمل تشمل يتضمن تتضمن تحت تجاه تلك"
)
_ACTION_NOUN = re.compile("ت..ي.|ت.ا.|ت.ا.ي.|ت..")  # تعزيز، تعاون، تقارير


def looks_like_verb(key: str, following: str, mood: Mood) -> bool:
    """A present after إذ; elsewhere one that is no noun and after which no subject is named."""
    if len(key) < 3 or key in _NOT_OPENING:  # a prefix and two letters of the root
        return False
    if mood == "participle":
        return key[0] in "تين"
    if mood == "perfect":
        return True
    return (
        mood == "present"
        and key[0] in "تي"
        and not key.endswith(("ة", "ي"))
        and not _ACTION_NOUN.fullmatch(key)
        and shows_verb(following)
    )


VERBS = Verbs(
    forms=FORMS,
    leads=LEADS,
    misprints=MISPRINTS,
    intros=INTROS,
    links=LINKS,
    possessives=POSSESSIVES,
    after=AFTER,
    manners=MANNERS,
    to=TO,
    stops=STOPS,
    further=FURTHER,
    further_unparted=FURTHER_UNPARTED,
    unparted_moods=("past",),
    conjunction=AND,
    nouns=NOUNS,
    after_noun=AFTER_NOUN,
    subject_follows=SUBJECT_FOLLOWS,
    safe=SAFE,
    prefaces=PREFACES,
    pause=PAUSE,
    after_participle=AFTER_PARTICIPLE,
    ways_to_decide=frozenset(),
    reports=REPORTS,
    subject_words=SUBJECT_WORDS,
    subject_rest=SUBJECT_REST,
    in_security_council=IN_SECURITY_COUNCIL,
    says_who=SAYS_WHO,
    agrees=agrees,
    key=key,
    tail_key=tail_key,
    shows_verb=shows_verb,
    adverb=adverb,
    looks_like_verb=looks_like_verb,
)
