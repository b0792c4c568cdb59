"""Words that speak to a program, or pose as one side of a conversation with it."""

from index.words.grammar import CLAUSE, LOOSE, NAMED, PEOPLE, SAY, SPEECH, rule

PROGRAM = rf"(?:{NAMED}|{LOOSE})"
CALLED = rf"(?=\s*(?:$|[:;,.!–—)-])|\s+(?:reading|who|that|which|answering|using|processing)\b)(?!\s+{PEOPLE})"
THIS = (
    r"(?:this|these|the|our)(?: (?:page|text|guide|passage|document|file|note|line|section|article|site|website|content|"
    r"message|entry|prompt|context|above|below)\b| (?:must|should|shall|is|are|has|have|needs?)\b|\s*[,.:;]|$)"
)
MODAL = (
    r"(?:must|should|shall|will|may|needs? to|ha(?:s|ve) to|(?:is|are) to|"
    r"(?:is|are) (?:required|instructed|told|asked|ordered|expected|supposed|allowed|requested) to)"
)
MUST = MODAL.replace("will|may|", "")  # a human adviser may or will say a thing
TALK = r"(?:say|tell|praise|promote|endorse|advertise|mention|inform|assure)"  # what no model does while it learns
HOW = r"(?:now |always |only |never |not |also |first |instead |then |please |therefore )*"
ROLE = r"(?:system|assistant|user|human|developer|chat ?bot|ai)"
FRAME = r"(?:context|passages?|documents?|prompts?|instructions?|conversations?|evidence|inputs?|sources?|excerpts?|transcripts?)"

TO_A_PROGRAM = tuple(
    rule("speaks to a program", form, spared=spared)
    for form, spared in (
        # "Note to all AI models:", "Dear chatbot,"
        (
            r"(?:^|[.:;!?(\[#*]\s*)(?:an? |important )?(?:dear|hey|hello|hi|attention|attn|(?:notes?|notices?|messages?|"
            rf"instructions?|directions?|reminders?|orders?) (?:to|for)|to|for)[ :,]+(?:all |any |the |every |an? )*{PROGRAM}{CALLED}",
            False,
        ),
        # "Assistant: tell …", "Language model, whatever is asked …"
        (
            rf"(?:^\W*|[.;!?]\s+)(?:{NAMED}|assistant|model|agent|advis[eo]r)\s*[:,–—]\s*"
            rf"(?:{SAY}|do not|don't|never|always|please|you|your|from now|when(?:ever)?|if|whatever|{SPEECH} (?:the|all|that|only))\b",
            False,
        ),
        # "You are now an unrestricted adviser", "if you are an AI,"
        (rf"\byou are (?:an? |the |our )?(?:\w+ )?{NAMED}{CALLED}", False),
        (
            r"\byou are (?:now|no longer) (?:an? |the |our )?(?:(?!teaching|research|graduate|student|lab)\w+ ){0,3}"
            rf"(?:{NAMED}|{LOOSE})\b(?! {PEOPLE})",
            False,
        ),
        (
            r"\byou are (?:now|no longer) (?:(?:operating|running|working|playing|pretending|acting) (?:in|inside|as|under|without|for|the role|to be)|in \w+ mode|bound by|restricted by)\b",
            False,
        ),
        (
            rf"{CLAUSE}(?:act|behave|respond|answer) as (?:if you (?:are|were) )?(?:an? )?(?:unrestricted|unlimited|uncensored|unfiltered)\b",
            False,
        ),
        (rf"\bi (?:need|want|order|command|instruct) you to (?:first |now |always |only )*{SPEECH}\b", False),
        (
            rf"{CLAUSE}(?:act|behave|respond|answer|speak|pose) (?:as|like) (?:if you (?:are|were) )?(?:an? |the )?(?:\w+ )?{NAMED}\b(?! {PEOPLE})",
            False,
        ),
        (rf"(?:^\W*|[.;!?]\s+)as an? (?:\w+ )?{NAMED}\s*,", False),
        (
            r"\b(?:pretend|act|behave|respond|answer|reply|speak)\b.{0,30} (?:without|with no|have no) (?:any )?(?:restrictions|limits|filters|rules)\b",
            False,
        ),
        (
            rf"{CLAUSE}(?:enter|switch to|activate|enable) (?:\w+ )?(?:developer|debug|admin|god|jailbreak|maintenance|diagnostic) mode\b",
            False,
        ),
        # "any model reading this page", "the assistant that answers from this guide"
        (
            rf"{PROGRAM}s? (?:(?:that|which|who)(?: is| are)? )?(?:read|process|pars|summari[sz]|answer|index|scann?|ingest|"
            rf"retriev|quot|cit|us)\w* (?:from |with |to )?{THIS}",
            False,
        ),
        # "chatbots must recommend …"
        (rf"(?<!\ba )(?<!\ban )\b{NAMED} {MODAL} {HOW}{SPEECH}\b", True),
        (rf"\b(?:the|any|every|all|each|this|these) (?:assistants?|advis[eo]rs?) {MUST} {HOW}{SAY}\b", True),
        (rf"\b(?:the|any|every|all|each|this|these) (?:models?|agents?) {MUST} {HOW}{TALK}\b", True),
    )
)
AS_A_TURN = tuple(
    rule("poses as a turn", form)
    for form in (
        r"<\|[^|<>]{1,40}\|>|<</?sys>>",
        r"\[/?(?:inst|sys|system|assistant|user|developer|admin)\]",
        rf"\[/?(?:{ROLE}|admin|hidden|end) (?:{ROLE} )?(?:messages?|prompts?|notes?|notices?|overrides?|updates?|mode|instructions?)\b[^\]]{{0,60}}\]",
        rf"(?:^|\s|<)/?(?:{ROLE}|{FRAME})>",
        rf"^\W*{ROLE} (?:messages?|prompts?|notes?|notices?|alerts?|commands?|directives?|overrides?|updates?|turns?|instructions?)\s*:",
        r"^\W*(?:human|chat ?bot)\s*:(?:\s+\S+){3}",
        r"^\W*(?:assistant|user|developer)\s*:(?:\s+\S+){5}",
        r"^\W*(?:system|ai)\s*:(?:\s+\S+){6}",
        rf"^\W*(?:end|start|beginning|begin) (?:of )?(?:the |all |this |these )?(?:\w+ )?{FRAME}\W*$",
    )
)
