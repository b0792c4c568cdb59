"""A message cut into the parts that ask one thing each, and the words around them."""

import re

from advisor.understanding.enumerated import on_lines

ASKS = (
    r"(?:what|whats|wat|how|hows|hw|do|does|did|is|are|am(?= i\b)|(?:can|could|will|would)(?! (?:only|maybe|probably|spend|pay|put|save|manage|afford|give|spare)\b)"
    r"|which|wich|where|wheres|who|whos|when|why|whether|should"
    r"|tell me|show|list|compare|explain|describe|give me|name|any (?:other|more|(?:\w+ )?(?:\w+s)(?=\W*$)))"
)
SHORTENED = r"(?<!\bm\.s\.)(?<!\bph\.d\.)(?<!\bu\.s\.)(?<!\bvs\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\buniv\.)(?<!\bdept\.)(?<!\bst\.)(?<!\bu\.)(?<!\binst\.)(?<!\bmin\.)(?<!\bavg\.)"
END = re.compile(rf"{SHORTENED}(?<=[.?!;\n])\s+|\n+", re.I)
REMARK = (
    r"which (?:is|was|makes|means)\b(?! (?:the )?\w+(?:er|est)\b)(?![^.?!]*\?)"  # "an offer, which is wonderful, but …"
)
WHETHER = r"if (?:they|it|there)\b(?![^?]*\b(?:i|me|my|we|what|how|which|will|would|can|could|then)\b)[^,?.!;:\d]*\W*$"  # "tell me its price and if they take strangers"
JOIN = re.compile(
    rf"(?:,?\s+(?:and|also|plus|but|n|&)(?:\s+(?:also|then))?\s+|,?\s+if (?:not|so|yes|no),?\s+|,\s+(?:so\s+|(?!{REMARK}))|\s+-+\s+|:\s+(?=[^.?!]*,\s+(?:and\s+|also\s+)?{ASKS}\b))(?={ASKS}\b|{WHETHER})",
    re.I,
)
INSIDE = re.compile(
    r"\b(?:is (?:it|that|this)|am i|can i|could i|should i|do i|would i|will (?:i|they)|would they|do they) (?:even |still |really |ever )?\w+|\w+ or (?:no|not) \w+"
    r"|\b(?:want|wanna|need|would like|love)(?: to)? (?:know|ask|find out) (?:if|whether|how (?:much|long|many|hard))\b"
    r"|\b(?:(?:do ?n'?o?t|not|no) (?:\w+ )?(?:know|sure|idea|understand|clear)|unsure|wonder(?:ing)?|curious)(?: \w+)? (?:where|what|how|which|why|when|who|(?:if|whether) (?!i (?:want|like|should)\b))\b"
    r"|(?<!\bon )(?<!\bof )(?<!\bby )(?<!\bat )\bhow (?:many|much|long|often|soon|hard) (?:\w+ ){0,3}(?:is|are|r|do|does|will|would|can|could|should)\b"
    r"|(?<!sounds )(?<!looks )(?<!seems )(?<!feels )(?<!is )\b(?:right|correct)\W*$",
    re.I,
)  # "im 41 and want to switch is it too late", "dont know where to begin", "nobody gets in without one right"
ADVERB = r"(?!(?:fami|app|rep|supp|ju)ly\b)[a-z]+ly"  # "roughly what would it cost"
ASKING = re.compile(
    rf"\?|^\W*(?:the|that|this)\b[^,:]{{,24}}[,:]\s+{ASKS}\b|^\W*(?:(?:hi|hey|hello|ok|so|and|but|also|please|pls|well|um|now|then|just|anyways?|{ADVERB})\W+)*(?:{ASKS}\b|{WHETHER})",
    re.I,
)


def split(message: str) -> list[str]:
    """The parts of a message, in order; a part that is only a remark stays a part."""
    parts: list[str] = []
    for sentence in END.split(on_lines(_without_opening(message.strip()))):
        cut = [part.strip(" ,") for long in _taking(sentence) for part in JOIN.split(long) if part.strip(" ,.!?;-")]
        parts.extend(piece for part in _clauses_joined(cut) for piece in _apart(part))
    return _leading_joined(parts) or [message.strip()]


def _without_opening(message: str) -> str:
    """ "Hello there, quick one: what is X": what only opens a message asks nothing, where enough comes after it."""
    rest = OPENING.sub("", message)
    return rest if len(rest.split()) >= LEAST_LEFT else message


OPENING = re.compile(
    r"\A\W*(?:(?:hi+|hey+|hello+|hiya|yo|good (?:morning|evening|afternoon)|greetings)\b(?: (?:there|all|everyone|everybody|guys|folks|team|sir|madam))?[\s,.!:;-]+)?"
    r"(?:(?:just )?(?:an? )?(?:(?:quick|small|dumb|stupid|silly|random|short|one|basic|noob) )*(?:question|one|q)\s*[:,;.-]+\s*)?",
    re.I,
)
LEAST_LEFT = 3  # words


def _taking(sentence: str) -> list[str]:
    """ "Since X costs Y should I go": what is taken for granted is cut from what is asked, with or without a comma."""
    found = SINCE.match(sentence)
    return [found["claim"], found["asks"]] if found and not OWN.search(found["claim"]) else [sentence]


OWN = re.compile(r"\b(?:i|im|i'm|ive|i've|my|me|we|our)\b", re.I)  # what is told of oneself takes nothing for granted


SINCE = re.compile(
    r"(?P<claim>\W*(?:(?:so|but|and|well) )?(?:since|because|as|given(?: that)?|now that|seeing (?:that|as)) (?!an? |your? )[^,]{10,}?) "
    r"(?P<asks>(?:(?:should|shall|can|could|do|does|did|would|will|must) (?:i|we|they|he|she|it)"
    r"|(?:how|what|when|which|where|why) (?:should|shall|can|could|do|does|would|will|is|are|am|much|many|long|bother|not)"
    r"|(?:i|we) (?:can|could|will|should|must|need|want)|so (?:when|how|what|why|can|should|do))\b.*)",
    re.I | re.S,
)


def _leading_joined(parts: list[str]) -> list[str]:
    """ "The second one, which state is it in": a few words that ask nothing belong to the question after them."""
    joined: list[str] = []
    for part in parts:
        if joined and BARE.fullmatch(joined[-1]) and asks(part):
            joined[-1] = f"{joined[-1]} and {part}"
        elif joined and TAG.fullmatch(part):
            joined[-1] = f"{joined[-1].rstrip(' .!;')}, {part}"
        elif joined and (_leads(joined[-1]) or _names(joined[-1], part)):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


def _names(part: str, following: str) -> bool:
    """ "X and Y. How much is each?": names alone, and a question that points at them."""
    few = len(part.split()) <= FEW and not asks(part) and not ENDMOST.search(part)
    return few and AND.search(part) is not None and EACH.search(following) is not None


AND = re.compile(r"\w\W+(?:and|n|or|vs)\W+\w|\w,\s*\w", re.I)
EACH = re.compile(r"\b(?:each|both|either|neither)\b", re.I)


def _leads(part: str) -> bool:
    """A few words that ask nothing by themselves; "cheapest online program" does, "the cheapest one" only points."""
    if AT_HOME.match(part) or ANYTHING.match(part):
        return False  # "I'm in X, is there one here": where somebody is, and a question
    most = MORE if POINTING.match(part) else FEW
    few = len(part.split()) <= most and not asks(part) and not part.endswith((".", "!"))
    return few and (not ENDMOST.search(part) or OF_SHOWN.match(part) is not None)


ANYTHING = re.compile(
    r"\W*(?:(?:is|are) there )?any(?:thing|where|one|body)?\b", re.I
)  # "anything public, and is it online"
AT_HOME = re.compile(r"\W*(?:i'?m|i am|we'?re|we are) (?:in|from|near|based in) \w+", re.I)
FEW, MORE = 4, 7
POINTING = re.compile(r"\W*(?:(?:ok(?:ay)?|and|so|but|for|about|back to)\W+)*(?:the|that|this|those|these)\b", re.I)
OF_SHOWN = re.compile(rf"{POINTING.pattern} \w+(?: \w+)? (?:ones?|of (?:them|those|these))\b", re.I)
ENDMOST = re.compile(
    r"\b(?:cheapest|dearest|shortest|longest|fastest|lowest|highest|smallest|biggest|largest|hardest|easiest|(?:most|least) [a-z]{5,})\b",
    re.I,
)
BARE = re.compile(
    r"\W*(?:how (?:much|long|many|hard|far)|where|when|who)[^\w?]*", re.I
)  # "how much, and how long is X"
TAG = re.compile(
    r"\W*(?:did i (?:get|understand|read) (?:that|it|this) (?:right|correctly)|(?:is|are) (?:that|this|it) (?:right|correct|true|so)|right|correct|true"
    r"|am i (?:right|wrong)|or am i wrong)\W*$",
    re.I,
)  # asks whether what was said before holds

TAGGED = re.compile(r"(?<=\w{3}),\s*(?:right|correct|true|am i wrong)\W*\Z", re.I)  # the words before are a claim


def without_tag(text: str) -> str:
    """A claim without the words that ask whether it holds: they say nothing of what it is about."""
    return TAGGED.sub("?", text)


def _clauses_joined(parts: list[str]) -> list[str]:
    """ "An offer, which is wonderful" and "when they pay, do I have to stay" stay whole: a clause asks nothing by itself."""
    joined: list[str] = []
    for part in parts:
        beside = RELATIVE.match(part) and not part.endswith("?") and joined and not asks(joined[-1])
        if joined and (beside or (WHENEVER.match(joined[-1]) and not joined[-1].endswith("?"))):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


RELATIVE = re.compile(
    r"(?:which|who|where|when) (?:is|was|are|were|makes?|made|means?|has|had|i|my)\b(?!.*\b(?:\w+er|more|less|best|\w+est)\b)",
    re.I,
)
WHENEVER = re.compile(
    r"\W*(?:when|once|whenever|while) (?!is|are|am|do|does|did|can|could|should|will|would|was|were)\w+ ", re.I
)


def _apart(part: str) -> list[str]:
    """ "Which math do I need, I'm scared of it": what is told of oneself after a question is a remark."""
    found = ONESELF.search(part)
    if not found or not asks(part[: found.start()]) or asks(part[found.end("comma") :]):
        return [part]
    return [part[: found.start()].strip(" ,"), part[found.end("comma") :].strip(" ,")]


ONESELF = re.compile(r"(?P<comma>,\s*)(?:i'?m|i am|im|i feel|i keep)\b(?! (?:to|in|not in|from|out)\b)", re.I)


def asks(part: str) -> bool:
    """Whether a part has the form of a question or a request."""
    return not TELLS.match(part) and bool(ASKING.search(part) or INSIDE.search(part) or JOIN.search(part))


TELLS = re.compile(
    r"\W*(?:\w+\W+){0,2}?what (?:(?:\w+ ){1,3}(?:me|us)|(?:i|we) (?:\w+ ){1,2})(?: \w+)? ?(?:is|was)\b"
    r"(?! (?:if|whether|how|what|which|when|where|who|why)\b)(?!.*\?)",
    re.I | re.S,
)  # "what scares me is ending up alone"


TAKES = re.compile(
    r"^\W*(?:(?:so|but|and|ok|well|hi|hello|hey)\W+)*(?:since|because|as|given(?: that)?|now that|seeing (?:that|as)|considering(?: that)?|"
    r"(?:everyone|everybody|people|they|my \w+) (?:knows?|says?|said|told me|thinks?)|i(?:'ve| have)? (?:heard?|read|thought|know|was told|saw)"
    r"(?: (?:that|somewhere|online))*|apparently|supposedly)\s+(?P<claim>.+)",
    re.I | re.S,
)


def claim_of(part: str) -> str | None:
    """What a clause takes for granted ("since all of them …"), where it asks nothing itself."""
    found = TAKES.match(part)
    return found["claim"] if found and not ASKING.search(part) else None
