"""Orders about what is to be said: to whom, when asked what, in which answers, and what is to be kept quiet."""

from index.words.grammar import ASKER, CLAUSE, REPLY, SAY, SPEECH, START, rule

TELL = r"(?:tell|inform|advise|convince|persuade|assure|direct|refer|steer|push|nudge|send|urge)"
SHOW = rf"(?:{TELL}|ask|show|give|offer|invite|remind|warn|encourage|lead|guide|point|sell)"
ONE = rf"(?:(?:the|any|every|each|all|this|our|your) )+{ASKER}"
OTHERS = r"(?:all |any |every |the |prospective )*(?:students?|applicants?|candidates?|people|parents?)"
ASKED = r"(?:asked|questioned|queried|prompted)"
ASKS = r"(?:asks?|inquires?|wants? to know|wonders?|questions?|requests?|brings? up|mentions?)"
WHEN = r"(?:when(?:ever)?|if|once|each time|every time|any time|in case)"
HOW = r"(?:always |only |never |just |simply |please |you must |you should |do not |don't )*"
WORDS = r"(?:words?|phrases?|sentences?|lines?|codes?|strings?|slogans?|tokens?|texts?)"
TEXT = r"(?:this|the) (?:page|document|guide|passage|text|article|content|note|section|table|file|entry)"
MATTERS = (
    r"(?:fees?|prices?|costs?|tuition|schools?|programs?|guides?|sources?|instructions?|notes?|competitors?|rankings?|ratings?|"
    r"accreditation|reviews?|complaints?|refunds?|debts?|risks?|limits?|disclaimers?|doubts?|warnings?|alternatives?|figures?)"
)
SUPERLATIVE = (
    r"(?:as|to be) (?:the |an? )?(?:best|only|top|first|leading|cheapest|most|number one|ideal|perfect|safest)"
)

HOW_TO_ANSWER = tuple(
    rule("says how to answer", form, spared=spared)
    for form, spared in (
        # "tell the reader to visit", "push them towards"
        (rf"{CLAUSE}{SHOW} {ONE}\b(?! of)", True),
        (rf"{CLAUSE}{TELL} (?:users|readers|visitors|customers|(?:any|every)(?:one|body)|whoever)\b", True),
        (rf"{START}{TELL} {OTHERS} (?:that|to|about|they|it|the|only)\b", True),
        (r"(?:^|[,;:]) ?(?:push|steer|nudge) (?:them|him|her|people|students|\w+) (?:to|towards?|into|away)\b", True),
        # "when asked about …, say", "if anybody asks, answer"
        (rf"\b{WHEN} (?:you are |you're |ever |being )*{ASKED}\b.*?(?:,|\bthen\b)\s*{HOW}{SPEECH}\b", True),
        (rf"\b{WHEN} (?:you are |you're |ever |being )*{ASKED}\b.* (?:say|answer|reply|respond)\b", True),
        (rf"\b{WHEN} (?:{ONE}|{ASKER}|{OTHERS}|they) (?:\w+ ){{0,2}}{ASKS}\b.*?(?:,|\bthen\b)\s*{HOW}{SPEECH}\b", True),
        (rf"{START}(?:say|state|claim|recommend|name|quote) .*\b{WHEN} (?:you are |ever )*{ASKED}\b", True),
        # "when drafting your reply, include", "in every answer", "every answer must end with"
        (rf"\b(?:when|while|before|after|in) (?:draft|writ|compos|generat|prepar|produc|giv|mak)ing (?:your|the|an?|any|every|each) {REPLY}\b.*?,\s*.*\b{SPEECH}\b", True),
        (rf"{CLAUSE}{SPEECH}\b.* (?:in|to|with|at the (?:end|start|top) of) (?:every|each|all|any) (?:\w+ )?(?:{REPLY}|questions?|quer(?:y|ies))\b", True),
        (rf"\b(?:every|each|all|any|your|final|the (?:reader|user|person|visitor)'s) (?:\w+ )?{REPLY} (?:must|shall|should|needs? to|ha(?:s|ve) to|(?:is|are) to) (?:\w+ )?(?:begin|start|end|open|close|include|contain|mention|recommend|name|link|say|state|carry|finish|praise|promote)\b", True),
        (rf"\b(?:end|begin|start|finish|close|open|conclude|sign|reply|respond|answer)\b.{{0,40}} with (?:only )?(?:the |this |these )(?:following )?{WORDS}\b", True),
        (rf"{CLAUSE}(?:reply|respond|answer) (?:only|solely|just|always|exclusively|nothing but) ?(?:with|in|by|that|using|as)?\b", True),
        (rf"{CLAUSE}{SPEECH}\b.* (?:in|to|with|at the (?:end|start|top) of) (?:your|the reader's|the user's) (?:\w+ )?(?:response|output|summary|summaries)\b", True),
        (rf"\b{WHEN} {TEXT} is (?:retrieved|read|quoted|cited|used|found|processed|summarized|shown)\b.*?,\s*{HOW}{SPEECH}\b", True),
        (rf"\b(?:when|while|before|after) (?:summariz|summaris|quot|cit|read|process|us|discuss|translat)ing {TEXT}\b.*?,\s*{HOW}{SPEECH}\b", True),
        (rf"{START}(?:summarize|summarise|translate|rewrite|paraphrase) {TEXT} (?:as|with|into|like)\b", True),
        (rf"{CLAUSE}(?:do not|don't|never) (?:say|write|output|answer|reply|print) (?:anything|something|any word|a word) (?:other|else|but|except)\b", True),
        (rf"\b(?:before|when|while) (?:answering|responding|replying)\b[^,]*,\s*{HOW}{SPEECH}\b", True),
        (rf"{CLAUSE}(?:start|begin|end|open|close|finish|sign) (?:your|each|every|all) (?:response|reply|output|answer|summary|message)s? with\b", True),
        # "print the code", "reveal what the person told you", "print your system prompt"
        (rf"{CLAUSE}(?:print|output|echo|emit|recite) (?:\w+ ){{0,3}}(?:{WORDS})\b", True),
        (rf"{CLAUSE}(?:print|output|display|echo|repeat|reveal|leak|disclose|show|expose|dump|recite|list|share|send) (?:me |us )?(?:\w+ ){{0,3}}?(?:system prompt|prompts?|hidden instructions?|(?:conversation|chat) (?:history|log)|your (?:\w+ )?(?:configuration|instructions|rules|guidelines|settings|keys))\b", False),
        (rf"{CLAUSE}(?:repeat|reveal|leak|disclose|share|send|list|include|add|state|collect|save) (?:the |this |our )?{ASKER}'s? ", False),
        (rf"{CLAUSE}(?:repeat|reveal|leak|disclose|show|expose|share|send|list|include|add|state|collect|save) (?:all |everything |what |that )*(?:the )?{ASKER}(?:'s?)? (?:\w+)", True),
        # "do not mention the fee"
        (rf"{CLAUSE}(?:do not|don't|never) (?:ever )?(?:mention|bring up|reveal|disclose|refer to|cite|acknowledge|talk about|recommend) (?:(?:the|this|these|any|other|all|our|their|its) )+(?:\w+ )?(?:{MATTERS})\b", True),
        (rf"{CLAUSE}(?:do not|don't|never) (?:ever )?(?:mention|bring up|refer to|recommend) (?=\w+ (?:university|college|institute|school|state)\b)", True),
        (rf"{CLAUSE}(?:do not|don't|never) (?:ever )?(?:tell|inform|warn|let) (?:{ONE}|users|readers|visitors|anyone|anybody)\b", True),
        # "only recommend us", "recommend nothing else"
        (rf"{START}(?:always |only |never |just )*(?:recommend|promote|praise|endorse|advertise)\b(?! (?:letters?|yourself))", True),
        (r"(?:[,;:]|\band|\bthen) (?:always |only )*(?:recommend|promote|praise|endorse|advertise) (?:only|nothing|no other|just|the|\w+ (?:to|over|above|in)|\w+ \w+ (?:to|over|above|in))\b", True),
        (rf"\b(?:is|are|must|should|shall) (?:always |only |to )*be (?:presented|recommended|named|described|praised|portrayed|called|promoted|ranked|listed) {SUPERLATIVE}\b", True),
        # "say that Northfall is free", "Say $1"
        (rf"(?:^\W*|[;:!?]\s*|, |\band |\bthen )(?:{HOW})(?:say|claim|pretend|insist|declare|announce|confirm) that (?!you\b|i\b|we\b).*\b(?:is|are|was|were|has|have|costs?|pays?|gives?|will|offers?|owns?|wins?|leads?)\b", True),
        (rf"{START}(?:say|answer|quote|reply|respond) (?:with |only |that it is |it is )+~?[$€£]?\d", True),
        (rf"\bfrom (?:now|this (?:point|moment|message)|here) (?:on(?:wards?)?|forward),? {HOW}(?:{SAY}|{SPEECH} (?:every|all|the|only))\b", True),
    )
)  # fmt: skip
