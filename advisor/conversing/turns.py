"""Turns about the last answer: its sources, its age, shorter, as a list, why; they act on the answer as a value."""

import re
from collections.abc import Sequence

from advisor.answer import Citation
from advisor.answering.comparisons import answer_compare
from advisor.conversation import Conversation, Exchange
from advisor.conversing.doubted import doubted, repeats
from advisor.conversing.pointing import ONE
from advisor.conversing.reshaping import as_list, as_table, names_only, shorter
from advisor.conversing.series import side_by_side
from advisor.draft import Block, Bullets, Claim, Paragraph
from advisor.frame import Frame, Turn
from advisor.part import Part
from advisor.saying import listed
from advisor.shelf import Shelf
from advisor.understanding.amounts import find_amounts
from advisor.understanding.reactions import without_reactions
from advisor.understanding.understand import Understanding
from advisor.words import phrase, words

THIS = r"(?:that|this|it|these|those|they|the (?:number|figure|price|info|information|data|answer)s?|that (?:number|figure|price|data))"
ABOUT_ANSWER: tuple[tuple[str, Turn], ...] = (
    (r"\b(?:who says|says who|who said|sources?|which guides? (?:is|says?|was|said)|where (?:did|do|does|is|are|'?s) (?:you|u|it|that|this|they)\b.{0,12}(?:get|from|come|say|find|read|said)|"
     r"where(?:'s| is) (?:that|this|it) from|what page|quote it|citations?|according to (?:who|whom|what)|link\??$|prove it|proof\b|based on what)", "who_says"),
    (rf"\b(?:are|r|u|you) (?:you |u )?(?:really |very |absolutely )?(?:sure|certain)\b|\bu sure\b|^\W*(?:really |so )?(?:sure|certain)(?: about (?:that|this|it|them))?\W*$|\b(?:is|are) {THIS} (?:even |really |still |all )?(?:true|right|correct|up to date|current|legit|accurate|reliable|recent|old|real)\b|"
     rf"\b(?:can|do|should) i (?:really )?(?:trust|believe|rely on)\b|\bdon'?t believe\b|\bhow old (?:is|are)\b|\b(?:when|what year|which year) (?:was|is|are|were) {THIS}\b|"
     r"\bhow (?:recent|current|sure|certain|confident|do (?:you|u) know)\b|\bsays something (?:different|else)\b|\b(?:double ?)?check (?:that|this|the|your) ?(?:sum|math|again|number|figure|calculation)?\b|\bup[- ]to[- ]date\b|\brecheck\b|\bshow (?:me )?(?:the|your|that) (?:math|maths|working|calculation|sum)\b|\bhow did you (?:get|calculate|compute)\b|"
     r"\b(?:does|is) (?:that|this|the) (?:sum|math|number)s? (?:add up|right)\b|\breally\?$|\bseriously\?$|\byou made that up\b|^\W*(?:(?:pls|please|ok|but)\W+)*be honest\b(?: (?:with me|please|pls))?\W*$|^\W*honestly\W*$|\bsounds (?:wrong|off|too)\b|\bcan(?:'t|not|t) be right\b|\b(?:different|not) (?:from |to |than )?what (?:i|we|my \w+|they) (?:\w+ )?(?:read|heard|saw|seen|found|thought|told|said|say|know)\b|"
     r"\bi (?:read|heard|saw|was told) (?:something )?(?:else|otherwise|different\w*)\b", "sure"),
    (r"^\W*(?:(?:wait|ok|sorry|um+|hm+|uh+)\W+)*(?:w[hu]?at|huh|come again|(?:i )?(?:dont|don't|do not|didnt|didn't) (?:get|understand|follow)(?: (?:it|that|this|any of (?:it|that|this)))?|(?:im |i'm |now i'?m )(?:so )?(?:lost|confused)|what do (?:you|u) mean)\W*$", "shorter"),
    (r"\b(?:(?<!is )(?<!which )(?<!any )(?<!are )(?<!thing )(?<!ones )(?<!one )shorter(?! (?:program|degree|one|than|track))|short version|tl;?dr|tldr|too long(?=\W*$)|too much text|briefly|in one (?:line|sentence|word)|sum(?:marize)? (?:it|that|this)(?: up)?|summary|in short|shorten|just the (?:gist|answer|number)|less (?:text|words))\b", "shorter"),
    (r"\b(?:as|in|make (?:it|that|this)|give me|into|put (?:it|that) in|can i get) (?:a |an )?(?:bullet(?:s|ed)?(?: points?| list)?|list|points)\b|\bbullet(?:s| points?| list)\b|^\W*(?:a )?list (?:please|pls|form|format)\W*$", "as_list"),
    (r"\b(?:as|in|make (?:it|that|this)|into|put (?:it|that|them|this) in(?:to)?|in the form of|give me) (?:a )?table\b|^\W*(?:a )?table (?:please|pls|format|form)\W*$", "as_table"),
    (r"^\W*(?:(?:ok(?:ay)?|so|now|and|pls|please|can i (?:get|have)|give me|show me|i (?:only |just )?(?:need|want))\W+)*(?:just|only) (?:give me |show me |tell me |list )?(?:the |their |school |program |university )*"
     r"(?:names?|schools?|unis?|universities|programs?|titles?)(?: only)?(?: (?:please|pls|thx|thanks))?\W*$|^\W*(?:only )?(?:the )?(?:school |program )?names?(?: only)?(?: please| pls)?\W*$", "names_only"),
    (r"^\W*(?:(?:but|and|ok|so|hm+|wait|what|wow|huh|ugh|omg|lol|damn)\W+)*(?:why|how come|how so|why so)(?: (?:is|that|this|it|one|those|these|them|though|exactly|that much|so (?:expensive|pricey|high|low|cheap|much|long|short|different)|do you say|so|is it|first|the first|number one|him|not)){0,3}\W*$", "why"),
    (r"^\W*(?:(?:ok|and|please|pls) )?(?:more|tell me more|say more|go on|more details?|more info|elaborate|explain(?: more| that| further)?|continue|and then|details)(?: please| pls)?\W*$", "more"),
    (r"\b(?:says? (?:otherwise|different(?:ly)?)|other guides?|another guide|any ?(?:one|body) (?:disagree|else)|guides? (?:disagree|differ|agree)|(?:any|every) other source|(?:second|other|another|different) (?:opinion|view|take)s?\b|what do (?:the )?others? say|do (?:they|all) (?:all )?agree)\b", "others"),
)  # fmt: skip
RESHAPES = {"shorter", "as_list", "as_table", "names_only"}
POINTS = re.compile(rf"\b{THIS}\b", re.I)
MOST_WORDS, FEW = 12, 3


def about_answer(message: str, understood: Understanding, conversation: Conversation) -> Turn:
    """Whether a message acts on the last answer instead of asking something of its own."""
    last, message = conversation.last_told(), without_reactions(message)
    if last is not None and (doubt := doubted(message, understood, conversation.exchanges)):
        return doubt
    if last is None or len(words(message)) > MOST_WORDS:
        return "new"
    turn: Turn = next((turn for pattern, turn in ABOUT_ANSWER if re.search(pattern, message, re.I)), "new")
    if turn == "new" and MORE_OF_IT.fullmatch(message) and last.frames and last.frames[-1].act == "explain":
        return "more"
    if turn == "new":
        return _why_one(message, understood, last)
    if turn == "as_table" and any(side_by_side(frame, conversation.exchanges) for frame in understood.frames):
        return "new"
    if len(words(message)) <= FEW:
        return turn
    own = any(_asks_own(frame, last, message) for frame in understood.frames)
    set_apart = turn in RESHAPES and any(f.wishes or (f.kind and turn != "names_only") for f in understood.frames)
    return "new" if own or set_apart else turn


def _asks_own(frame: Frame, last: Exchange, message: str) -> bool:
    """Whether a part names something that the last answer did not show."""
    news = [name for name in frame.subjects if name not in last.shown]
    asked = frame.attributes and not frame.weak and not POINTS.search(message)
    return bool(news or frame.order or frame.tie or frame.strangers or asked)


def _why_one(message: str, understood: Understanding, last: Exchange) -> Turn:
    """ "Why Drexel?": only one of the subjects just shown."""
    named = [name for frame in understood.frames for name in frame.subjects]
    asks = re.match(r"\W*(?:(?:but|and|ok|so|hm+|wait|what|wow|huh|ugh|omg|lol|damn)\W+)*why\b(?! not)", message, re.I)
    return "why" if asks and named and all(name in last.shown for name in named) else "new"


def answer_turn(turn: Turn, message: str, last: Exchange, shelf: Shelf) -> Part:
    """The last answer's evidence or words, put the way that was asked for."""
    frame = last.frames[-1] if last.frames else Frame("explain", last.message)
    sums = [figure.formula for figure in last.answer.figures if figure.formula and figure.kind == "computed"]
    asks_sum = turn in {"sure", "who_says", "more", "shorter"} or (turn == "why" and not SO_MUCH.search(message))
    if sums and asks_sum:
        claims = tuple(Claim(f"{said}.", _of(last), "computed", said) for said in dict.fromkeys(sums[:2]))
        return Part(frame, "answered", (Paragraph((Claim("This is the sum:", kind="plain"), *claims)),), last.shown)
    if turn == "as_table" and len(frame.subjects) > 1 and frame.attributes and last.answer.table is None:
        return answer_compare(frame, shelf.knowledge, shelf.guides)
    if turn in RESHAPES and (last.answer.citations or turn == "shorter"):
        shapes = {"shorter": shorter, "as_list": as_list, "as_table": as_table}
        if blocks := names_only(last.answer, last.shown) if turn == "names_only" else shapes[turn](last.answer):
            return Part(frame, "answered", blocks, last.shown)
    if not last.answer.citations:
        text = last.answer.text.partition("\n")[0] if turn in RESHAPES and not last.answer.table else NO_SOURCE
        return Part(frame, "answered", (Paragraph((Claim(text, kind="plain"),)),), last.shown)
    turn = turn if turn in LEADS else "more"  # what has no other shape is told in its guides' words
    return Part(frame, "answered", _sources(turn, message, last, shelf), last.shown)


MORE_OF_IT = re.compile(
    r"\W*(?:(?:ok(?:ay)?|and|so|but|hm+)\W+)*(?:what|anything|something|any) (?:else|more)(?: (?:to (?:know|add|say)|about (?:it|that)))?\W*",
    re.I,
)
NO_SOURCE = "My last reply stated no fact from the guides, so there is no source to show."
LEADS = {
    "who_says": "This is what it rests on:",
    "sure": "I am only as sure as the guides; this is what they say:",
    "why": "Because the guides say:",
    "more": "These are the passages behind it:",
    "differ": "No guide says why they differ or which one holds; only the school can tell. Each guide says:",
    "elsewhere": "I know only my guides and cannot check other sources; the guides say:",
}
MOST_SOURCES = 3
NO_REASON = "No guide says why; they only give these figures:"
SO_MUCH = re.compile(r"\bso (?:much|expensive|pricey|high|low|cheap|long|short|different|few|many|little)\b", re.I)
OF_CELLS = {"look_up", "compare", "rank"}


def _sources(turn: Turn, message: str, last: Exchange, shelf: Shelf) -> tuple[Block, ...]:
    """Which guide says so, of what date, in which words."""
    held = [c for c in last.answer.citations if c.passage_id in shelf.edition.chunks]
    stated = [c for c in held if turn != "who_says" or not shelf.edition.chunks[c.passage_id].check]
    passages = _chosen(stated or held, message, last)  # who doubts a figure is not who says it
    quotes = {f"{shelf.guides[c.guide].tag}: “{_quote(c, last, shelf)}”": c.passage_id for c in reversed(passages)}
    items = [Claim(said, (passage,)) for said, passage in reversed(quotes.items())]
    undated = listed([shelf.guides[c.guide].publisher for c in passages[:1] if shelf.guides[c.guide].updated is None])
    wishes = [wish.said for frame in last.frames for wish in frame.wishes]
    act = last.frames[-1].act if last.frames else "explain"
    valued = turn == "why" and (act == "look_up" or (act in OF_CELLS and SO_MUCH.search(message)))
    lead = (
        NO_REASON
        if valued
        else (
            f"They match what was asked ({', '.join(wishes)}); the guides say:"
            if wishes and turn == "why"
            else LEADS[turn]
        )
    )
    blocks: list[Block] = [Bullets(Claim(lead, kind="given"), tuple(items))]
    if undated and turn == "sure":
        text = f"{undated} gives no date, so its figures may be old."
        blocks.append(Paragraph((Claim(text, (passages[0].passage_id,)),)))
    closing = shelf.knowledge.vocabulary.replies.get("closing")
    return (
        (*blocks, Paragraph((Claim(closing, kind="plain"),)))
        if closing and turn in {"sure", "elsewhere"}
        else tuple(blocks)
    )


def _chosen(held: Sequence[Citation], message: str, last: Exchange) -> list[Citation]:
    """A few sources: those of a subject that the message names, else one of each guide first."""
    said = set(words(message))
    named = [name for name in last.shown if said & {word for word in words(name.name) if len(word) > FEW}]
    named = named or list(last.shown[:1] if len(last.shown) > 1 and ONE.search(message) else ())
    figured = [c for c in held if any(repeats(amount, c.quote) for amount in find_amounts(message))]
    mine = figured or [c for c in held if any(phrase(name.name) in phrase(c.quote) for name in named)]
    pool = mine or list(held)
    firsts = list({citation.guide: citation for citation in reversed(pool)}.values())[::-1]
    ahead = [*firsts, *(citation for citation in pool if citation not in firsts)][:MOST_SOURCES]
    return sorted(ahead, key=lambda citation: citation.number)


MOST_QUOTED = 26  # words


def _quote(citation: Citation, last: Exchange, shelf: Shelf) -> str:
    """The passage in few words; of a table row the cells that the answer spoke of."""
    cells = citation.quote.split("; ")
    asked = {a for frame in last.frames for a in (*frame.attributes, *(wish.attribute for wish in frame.wishes))} | {
        shelf.knowledge.roles["praise"],
        shelf.knowledge.roles["suits"],
        "year",
    }
    chunk = shelf.edition.chunks[citation.passage_id]
    if chunk.kind == "row" and len(cells) == len(chunk.cells) and len(last.answer.citations) > 1:
        kept = [text for text, cell in zip(cells[1:], chunk.cells[1:], strict=True) if cell.attribute in asked]
        cells = [cells[0], *kept] if kept else cells
        return _cut("; ".join(cells), 2 * MOST_QUOTED)
    return _cut(citation.quote, (2 if chunk.kind == "row" or chunk.check else 1) * MOST_QUOTED)


def _cut(text: str, most: int) -> str:
    said = text.split()
    return text if len(said) <= most else f"{' '.join(said[:most])} …"


def _of(last: Exchange) -> tuple[str, ...]:
    return tuple(citation.passage_id for citation in last.answer.citations)
