"""What words weigh in a sentence: those that deny, those that say more than others, and those that say nothing by themselves.

Roots are words cut to five letters, as sentences are compared.
"""

import re

DENIES = frozenset(
    "not no never none without neither nor cannot cant isnt arent doesnt dont wont nobody nothing hardly rarely".split()
)
SOFT = frozenset("waived waive waives waiver optional free unless except only skip".split())  # deny in their own way
# Words by which a sentence says more than another of the same words; they have to stand where the others do.
STRONG = frozenset(
    "all every everyone everybody each both either any most many few fewer less more least only always never usually often rarely "
    "hardly guarantee guarantees guaranteed surely certainly definitely must cannot free today tomorrow now currently average "
    "median mean minimum maximum typical starting entry senior best worst first last top bottom half twice double doubles triple "
    "former latter respectively same equal equally nowhere nobody everywhere dozen dozens decade lifetime especially because "
    "therefore thanks wherever whenever whatever whoever anywhere cheap expensive high low better worse".split()
)
COMPARES = re.compile(r"\b(?:[a-z]{2,}(?:er|ier))\b(?=[^.;]*\bthan\b)|\b[a-z]{3,}est\b", re.I)
OPPOSED = re.compile(
    r"\b(?:(?:part|full)[- ]time|online|on[- ]campus|public|private|in[- ]state|out[- ]of[- ]state)\b", re.I
)
NO_COMPARISON = frozenset(
    "rather other whether either invest request interest test latest honest west northwest forest".split()
)
SAME = {  # words that say the same for one another
    **dict.fromkeys(("entirely", "completely", "wholly"), "fully"),
    **dict.fromkeys(("typically", "typical", "generally", "often", "commonly"), "usually"),
    **dict.fromkeys(("demand", "demands", "requires", "requiring", "required", "requirement"), "require"),
    **dict.fromkeys(("near", "nearby", "close"), "next"),
    **dict.fromkeys(("salary", "salaries", "earnings", "wage", "wages"), "pay"),
    **dict.fromkeys(("firm", "firms", "businesses", "employers", "employer"), "company"),
    **dict.fromkeys(("roughly", "approximately", "around", "circa"), "about"),
}
OPENERS = frozenset(  # words by which a sentence is joined to another
    "however moreover furthermore also besides meanwhile instead otherwise yet thus hence unlike like though although despite "
    "whereas while maybe perhaps remember consider note since because still overall beyond among between across within compared "
    "depending given per before after once until unless whether rather together alternatively specifically".split()
)
CONTRACTED = re.compile(r"(?<=\w)(?:[’'](?:d|ll|re|ve|m|s)|n[’']t)\b", re.I)
# What a sentence needs to be one, and what says no more than a figure beside it does.
PLAIN = frozenset(
    "take need cost pay come make give get run last find look see plan say tell name list includ cover mean count stand offer "
    "have whole altog overal around rough nearl almos exact thing way kind part case point abou far follo work "
    "liste list yearl annua want like keep mind prefe answe looki using use per ask simpl sligh descr known regar compa "
    "thoug offic quite rathe serve think sure point go goes put mark".split()
) | {root[:5] for root in OPENERS}  # fmt: skip
OF_LEADS = frozenset("includ need follow option step send consid choos fit compa guide".split())
OF_DIFFERENCES = frozenset("more less fewer half twice double cheaper dearer".split())
OF_SUMS = frozenset("more less save diffe work month year credi cours total semes hour toget".split())
WITH_MONEY = frozenset("price tuiti charg total amoun bill dolla".split())
