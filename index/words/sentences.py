"""Sentences: where a text may be cut without breaking a thought."""

import re

END = re.compile(r"[.!?]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[~$€£]*[\w–])|\s*\n\s*")
NEVER_LAST = re.compile(
    r"(?:e\.g|i\.e|vs|cf|dr|prof|mr|mrs|ms|st|mt|ft|no|approx|ca|est|fig|dept|univ|assoc|asst|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|pp|incl|esp|avg)\.",
    re.IGNORECASE,
)
SOMETIMES_LAST = re.compile(
    r"(?:[a-z]{1,3}\.){2,}|[a-z]\.|(?:etc|inc|ltd|corp|co|jr|sr|al|hrs?|yrs?|mos?)\.", re.IGNORECASE
)
# After an abbreviation these words, written with a capital, begin a sentence.
STARTERS = re.compile(
    r"An?|The|This|That|These|Those|Its?|He|She|We|They|You|Your|Our|Their|There|Here|If|When|While|Where|Who|What|Why|"
    r"How|In|On|At|By|For|From|To|With|Without|As|Of|Both|Each|Every|All|Some|Most|Many|Few|Any|No|Not|Yes|But|And|Or|So|"
    r"Because|Although|Though|However|Also|Then|Since|Until|After|Before|Is|Are|Do|Does|Can|Could|Should|Will|Would|May|"
    r"Might|Only|Others?|Another|One|Two|Three|Students|Ask|Check"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text in order; every line is cut for itself, and nothing but blanks is lost."""
    found: list[str] = []
    start = 0
    for end in END.finditer(text):
        if "\n" in end[0] or _ends(text, end):
            found.append(text[start : end.end()])
            start = end.end()
    found.append(text[start:])
    return [sentence.strip() for sentence in found if sentence.strip()]


def _ends(text: str, end: re.Match[str]) -> bool:
    """Whether a sentence ends here: not after an abbreviation, not before a small letter."""
    after = re.match(r"\W*(\w+)", text[end.end() : end.end() + 40])
    following = after[1] if after else ""
    if following[:1].islower():
        return False
    mark = end[0].strip()
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    before = re.search(r"[\w.]*$", text[max(0, end.start() - 20) : end.start()])
    word = (before[0] if before else "") + "."
    if word == "No.":
        return not following[:1].isdigit()
    if NEVER_LAST.fullmatch(word):
        return False
    return not SOMETIMES_LAST.fullmatch(word) or bool(STARTERS.fullmatch(following))
