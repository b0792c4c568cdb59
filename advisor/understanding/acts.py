"""The act of a part: what kind of answer it asks for, told by its frame first and by closeness to examples second."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from advisor.frame import Act
from advisor.understanding.mentions import Mentions
from advisor.understanding.reactions import reacts
from advisor.understanding.segments import TAGGED
from advisor.words import phrase

LISTS = re.compile(
    r"\b(?:list|table|show(?: me)?|give me|overview)\b.*\b(?:all|every|each)\b|\b(?:all|every|each)\b.*\b(?:list|table)\b",
    re.I,
)  # "a table of all states with their price"
LIST_OF = re.compile(
    r"\b(?:top|best|first|list|table|sort|rank|order|\d+|two|three|four|five|ten)\b.*\bby (?:the )?number of\b", re.I
)
HOW_MANY = re.compile(
    r"\b(?:how many|number of|count(?: of)?|how much of(?= (?:the|them|those|these|all|each)\b))\b(?P<after>.{0,40})",
    re.I,
)
APPLYING = re.compile(
    r"\b(?:needs?|requir\w+|must|ha(?:ve|s) to|takes?|want)\b.*\b(?:apply|get in(?:to)?|be admitted|admission)\b", re.I
)  # what it takes to get in
COMPARE = re.compile(
    r"\b(?:vs\.?|versus|compare[ds]?|comparing|comparison|difference|differ|better|side by side|stack up|against|or|cheaper|"
    r"next to each other|between|than)\b|\b(?:sort|rank|order)\b.*\bby\b",
    re.I,
)
SET = re.compile(
    r"\b(?:which|wich|what|any|anything|show (?:me|all|every|us)|list|find|give me|only|all|every|ones?|those|options?|everything|something|who offers)\b",
    re.I,
)
PERSONAL = re.compile(r"\b(?:i|i'm|im|i've|me|my|we|our|he|she|his|her|he's|she's)\b", re.I)
CHANCES = re.compile(
    r"\b(?:get in(?:to)?|(?:(?<!\bit )(?<!\btime )take|accept(?:ed)?|admit) (?:me|us|him|her|them)|let (?:me|us|him|her) in|admit(?:ted)?|qualify|eligible|enough (?:for|to)|good enough|"
    r"can (?:i|he|she|we) (?:even |really )?do this|(?:do|would|will) they (?:take|accept|want|have|consider)(?! (?:the|any)\b)|(?:have|consider|want) (?:me|us|him|her)\b|realistic|possible for me|chances?|odds|a shot|any hope|can i (?:still )?apply|would they take|will they take|(?:is|am) (?:it|i) over|too low)\b",
    re.I,
)
RECOMMEND = re.compile(
    r"\b(?:(?<!letters of )recommend(?:ations?)?(?! letters?)|suggest(?:ions?)?|should (?:i|we|he|she) (?:pick|choose|look (?:at|into)|consider|target|shortlist)|(?:which|wich|what|where)\b.{0,40}\bshould (?:i|we|he|she) (?:go|apply|take|do)|pick (?:one|two|three|a few|some)? ?for me|best (?:program |school |one |option )?for (?:me|someone)|"
    r"what (?:fits|suits)|help me (?:choose|pick|decide)|where (?:should|do|would) (?:i|we|he|she) (?:even |actually |first |best )?(?:go|apply|start|begin)|which (?:one )?should|"
    r"right for me|good for me|(?:what|which|where|who|anything)\b[\w\s]{0,20}\b(?:can|could) (?:i|we) (?:even |still )?(?:afford|get|pay for)|what (?:can|could) (?:i|we) (?:even |still )?do(?: now)?\b(?=\W*(?:$|and\b|or\b|now\b))|my options|any ideas|what now|good fit|fits? me|suits? me)\b",
    re.I,
)
ADVISED = re.compile(
    r"\b(?:would|wud) (?:you|u|ya) (?:do|pick|choose|go (?:for|with|to)|take)\b|\b(?:would|wud|do|can|could) (?:you|u|ya) (?:recommend|suggest|advise)\b",
    re.I,
)  # "what would you do"
THEY = re.compile(r"\A(?!.*\bhow (?:long|many|much)\b).*\bthey (?:take|accept)\b", re.I | re.S)
HOPE = re.compile(
    r"\b(?:any (?:hope|chance)|(?:my|our|her|his) (?:chances|odds)|(?:chances?|odds) (?:at|for|of getting|w|with)|hopeless|a shot at|(?:am i|is it) (?:all )?(?:over|done|doomed|screwed|cooked|toast|finished|kidding myself)|"
    r"too (?:late|old)|(?:should|shall|do) i (?:just )?(?:give up|quit(?! \w)|forget (?:about )?it)|(?:consider|accept|take|admit|want|reject) (?:some(?:one|body)|an? (?:person|student|applicant)|people|students?|"
    r"applicants?|folks) (?:with|w))\b",
    re.I,
)  # of getting in
ASKING_BACK = re.compile(
    r"\b(?:enough|ok(?:ay)?|fine|bad|low|too|worth|bother|problem|kill|hurt|matter|sink|doomed|screwed|manage)\b(?:.*\?|\W*$)",
    re.I,
)  # of a grade
CLOSE_TALK, CLOSE_OUT, CLOSE_ABOUT = 0.66, 0.6, 0.5
STRANGE_OUT = 0.45  # of a part with a word that neither guides nor vocabulary have
OF_THIS = re.compile(r"^\W*(?:help|what(?:'s| is) this(?: about)?)\W*$", re.I)
YOU = re.compile(r"\b(?:you|u|your|ur|this (?:bot|site|thing))\b|\bthat an? ad\b", re.I)
WHICH_KIND = re.compile(r"\W*(?:which|what|wich) \w+s\b", re.I)
ANYBODY = re.compile(
    r"\byou (?:even |still |usually |normally |really )?(?:work|study|graduate|finish|learn|live|start|apply|get in|have to|need to|are admitted|become|major)\b"
    r"|\b(?:before|after|when|while|if|once|where|whether) (?:you|u)\b"
    r"|\b(?:can|could) (?:you|u) (?:even |still |really |actually )?(?:get|find|earn|afford|transfer|switch) (?!me\b|us\b|it\b|paid\b|money\b)",
    re.I,
)  # "the place you work for" speaks of nobody in particular
THANKS = re.compile(
    r"^\W*(?:(?:o?k(?:ay)?|cool|great|nice|alright|perfect|awesome|oh|ah|got it|good|super|many)\W+)*(?:thanks|thank|thx|tysm|ty|cheers|h(?:i|ey|ello)y*)\b(?!.*\?)",
    re.I,
)


@dataclass(frozen=True)
class Clues:
    """What is known of a part before its act is decided."""

    text: str
    mentions: Mentions
    subjects: int
    attributes: int
    given: int  # attributes that some guide gives
    demands: int
    bounds: int
    sum: bool
    topic: str | None
    closeness: Mapping[str, float]
    ordered: bool
    choices: int  # how many values of one attribute stand side by side: "online or campus"
    graded: bool  # a grade of the person's own: "X with a 3.4?"
    strange: bool  # a telling word that no guide and no vocabulary has
    money: bool = False  # all that is asked counts in money
    lives: bool = False  # whether something of a life is told


def topic_of(text: str, topics: Mapping[str, tuple[str, ...]]) -> str | None:
    """The out-of-scope topic whose words stand in a part."""
    folded = f" {phrase(text)} "
    return next((topic for topic, said in topics.items() for word in said if f" {phrase(word)} " in folded), None)


def decide(clues: Clues) -> Act:
    """The act of a part."""
    return _beside_the_guides(clues) or _by_frame(clues) or "explain"


def _beside_the_guides(clues: Clues) -> Act | None:
    """Talk, questions about the adviser, and what it is not for; only where the part names nothing of the guides."""
    best = max(clues.closeness, key=lambda act: clues.closeness[act], default="explain")
    score = clues.closeness.get(best, 0.0)
    named = clues.subjects + clues.attributes + clues.demands
    if clues.sum:
        return None
    if reacts(clues.text):
        return "small_talk"
    you = YOU.search(ANYBODY.sub(" ", clues.text))
    asked = clues.money or (clues.given and WHICH_KIND.match(clues.text))  # "which employers pay for school"
    own = you or not named or (best == "advertising" and not asked)  # "is it private" asks nothing of the adviser
    if (
        best in {"about", "advertising"}
        and own
        and not (ADVISED.search(clues.text) or (RECOMMEND.search(clues.text) and not you))
        and score >= (CLOSE_ABOUT if you else CLOSE_TALK)
    ):
        return "about"
    if THANKS.search(clues.text) and not named:
        return "small_talk"
    if not (clues.closeness or named or clues.mentions.kinds) and (you or OF_THIS.search(clues.text)):
        return "about"  # without examples of what is asked about the adviser
    if clues.topic and not (clues.subjects and clues.given):
        return "out_of_scope"
    if named:
        return None
    if best == "small_talk" and score >= CLOSE_TALK:
        return "small_talk"
    least = STRANGE_OUT if clues.strange and not clues.mentions.kinds else CLOSE_OUT
    return "out_of_scope" if best == "out_of_scope" and score >= least else None


def _by_frame(clues: Clues) -> Act | None:
    text, kinds = clues.text, bool(clues.mentions.kinds)
    wishes = clues.demands + clues.bounds
    if clues.sum:
        return "calculate"
    if clues.ordered and clues.subjects <= 1 and LIST_OF.search(text):
        return "rank"
    if _counts(clues) and not clues.subjects:
        return "count"
    if clues.ordered and clues.subjects <= 1:
        return "rank"
    if clues.subjects >= 2:
        single = clues.attributes == 1 or clues.subjects < MANY + 1  # several of several are a table
        return "look_up" if clues.attributes and single and not (clues.ordered or COMPARE.search(text)) else "compare"
    if clues.graded and not kinds and not clues.attributes and (clues.subjects or ASKING_BACK.search(text)):
        return "eligibility"
    if clues.lives and APPLYING.search(text) and not clues.attributes:
        return "eligibility"
    return _personal(text) or _set_or_look_up(clues, wishes, kinds=kinds)


def _personal(text: str) -> Act | None:
    """A question of one person's chances, or of what suits them."""
    if HOPE.search(text) or (CHANCES.search(text) and (PERSONAL.search(text) or THEY.search(text))):
        return "eligibility"
    if RECOMMEND.search(text) or ADVISED.search(text):
        return "recommend"
    return None


def _set_or_look_up(clues: Clues, wishes: int, *, kinds: bool) -> Act | None:
    """What stands in cells: of named subjects, or of all that meet conditions."""
    if clues.subjects:
        return "look_up" if clues.attributes or wishes else None
    if (clues.choices > 1 and not kinds) or TAGGED.search(clues.text) or MEANS.search(clues.text):
        return None
    if clues.strange and not kinds and not clues.attributes:
        return None
    if kinds and clues.given and LISTS.search(clues.text):
        return "filter"
    opened = OPEN.match(clues.text)
    if not (clues.bounds or _of_a_set(clues)) and (opened or (wishes < MANY and not _bare(clues))):
        return None
    if (wishes and (kinds or SET.search(clues.text) or _bare(clues))) or clues.demands + clues.bounds >= MANY:
        return "filter"
    return None


MEANS = re.compile(
    r"\bwhat (?:does|do|is|are)\b.{1,40}\b(?:means?|stands? for)\b|\b(?:meaning|definition) of\b|\bdefine\b|^\W*what(?:'?s| is) an? \w+ (?:in|at|for)\b",
    re.I,
)  # a word is to be explained, and no set is asked for
MANY = 2  # conditions: so many describe a set
OPEN = re.compile(
    r"\W*(?:(?:so|and|but|ok|okay|hi|hey|hello|well|um|honestly|also|please|pls|tbh)\W+)*"
    r"(?:is|are|am|was|will|would|does|do|did|can|could|should|must|how|hows|why|when|whats?|who|explain|tell me about|(?:ok|okay|fine|good|enough) (?:4|for|to|if))\b(?! many)",
    re.I,
)
OF_SET = re.compile(
    r"\b(?:which|wich|any|anything|(?<!me )(?<!you )anywhere|show|list|find (?!for\b)|give me|name|every|options?|everything|something|somewhere|"
    r"who (?:offers|has)|(?:are|is) there|ones|those|looking for|search\w*|i (?:want|need|prefer)|suggest|recommend)\b|^\W*(?:need|want)\b",
    re.I,
)


def _of_a_set(clues: Clues) -> bool:
    """Whether a question that could be about anything asks for a set: in words, or by naming its things in the plural."""
    first = [clues.mentions.tokens[m.span.end - 1] for m in clues.mentions.kinds[:1]]
    return bool(OF_SET.search(clues.text)) or any(token.word.endswith("s") for token in first)


SHORT = 6
UNIT = re.compile(
    r"\W*(?:more )?(?:years?|yrs?|months?|weeks?|hours?|hrs?|days?|semesters?|terms?|times|credits?|units|courses|classes)\b",
    re.I,
)


def _bare(clues: Clues) -> bool:
    """A few words that are nothing but conditions: "online, under 30k"."""
    return len(clues.mentions.tokens) <= SHORT and not PERSONAL.search(clues.text)


def _counts(clues: Clues) -> bool:
    """ "How many" counts a set only where the name of its things follows at once, or nothing else is asked."""
    found = HOW_MANY.search(clues.text)
    if found is None:
        return False
    if UNIT.match(found["after"]):
        return False
    start = found.start("after")
    after = [mention for mention in clues.mentions.kinds if clues.mentions.tokens[mention.span.start].start >= start]
    ahead = [token for token in clues.mentions.tokens if token.start >= start]
    near = {token.start for token in ahead[:4]}
    return any(clues.mentions.tokens[mention.span.start].start in near for mention in after) or (
        bool(clues.demands) and not clues.attributes
    )
