"""The proof that each kind of claim owes; a claim that cannot give it is not shown."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from advisor.draft import Claim, ClaimKind
from advisor.proving.agreement import same_value
from advisor.proving.figure_units import DIMENSIONS, LENGTHS
from advisor.proving.figures import FigureMention, figures
from advisor.proving.formulas import FormulaError, Quantity, is_conversion, read_formula
from advisor.proving.ground import Ground, Shown, as_shown

YOURS = re.compile(r"\byour\s(?:[A-Za-z’'-]+\s){0,5}\(?~?$", re.I)  # "your budget of $25,000"
OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|all\s|its\s|their\s)?")
ALL_OR_NONE = re.compile(r"\b(?:all|both|every|each|none|neither|no|only)\b", re.I)
NEVER_COUNTED = DIMENSIONS | LENGTHS | {"date", "name", "times"}


def fault(claim: Claim, ground: Ground, label: str = "") -> str | None:
    """Why a claim may not be shown, or None; `label` is the column that it stands under."""
    if not claim.text:
        return "it says nothing"
    if (missing := ground.missing(claim.sources)) is not None:
        return f"there is no passage {missing}"
    shown = as_shown(claim, label)
    return PROOFS[claim.kind](shown, ground)


def _given(shown: Shown, ground: Ground) -> str | None:
    return next((f"the person did not say {one.text}" for one in shown.mentions if not ground.heard(one)), None)


def _plain(shown: Shown, ground: Ground) -> str | None:
    """A name with a digit ("top-10") is no figure where no fact is stated."""
    figured = (mention for mention in shown.mentions if mention.unit != "name")
    return next((f"{one.text} has no source" for one in figured if not ground.heard(one)), None)


def _quoted(shown: Shown, ground: Ground) -> str | None:
    if not shown.claim.sources:
        return "it names no source"
    for mention in shown.mentions:
        yours = YOURS.search(shown.words[: mention.start]) and ground.heard(mention)
        if not yours and not ground.quotes(mention, shown):
            return f"{mention.text} does not stand in its sources"
    return None


def _counted(shown: Shown, ground: Ground) -> str | None:
    formula = shown.claim.formula or ""
    counts = {value for mention in figures(formula) for value in mention.values}
    counts = counts or {float(len(set(shown.claim.sources)))}
    pairs = _pairs(formula, figures(formula))
    if any(part > whole for part, whole in pairs):
        return f"{formula} counts more than there are"
    if wrong := _wrong_pair(shown, pairs) or _left_out(shown, {part for part, _ in pairs} or counts):
        return wrong
    rest = (one for one in shown.mentions if one.unit in NEVER_COUNTED or not set(one.values) <= counts)
    rest = (one for one in rest if not _is_share(one, pairs))
    return next((f"{one.text} was not counted" for one in rest if not _rests(one, shown, ground)), None)


def _is_share(mention: FigureMention, pairs: set[tuple[float, float]]) -> bool:
    """The percentage that a counted "k of n" comes to."""
    shares = {round(100 * part / whole, 1) for part, whole in pairs if whole}
    return mention.unit == "percent" and bool(mention.values) and set(mention.values) <= shares


def _pairs(words: str, mentions: Sequence[FigureMention]) -> set[tuple[float, float]]:
    """Every "k of n" of a text."""
    return {
        (one.values[0], other.values[0])
        for one, other in pairwise(mentions)
        if one.values and other.values and OF.fullmatch(words[one.end : other.start])
    }


def _wrong_pair(shown: Shown, pairs: set[tuple[float, float]]) -> str | None:
    """A "k of n" that was not counted so."""
    wrong = _pairs(shown.words, shown.mentions) - pairs if pairs else set()
    return next((f"{part:g} of {whole:g} was not counted" for part, whole in wrong), None)


def _left_out(shown: Shown, counts: set[float]) -> str | None:
    """Numbers without the one that was counted."""
    numbers = {value for one in shown.mentions if one.unit not in NEVER_COUNTED for value in one.values}
    if not numbers or numbers & counts or counts & {0.0, 1.0} or ALL_OR_NONE.search(shown.words):
        return None
    return f"{', '.join(f'{count:g}' for count in sorted(counts))} were counted"


def _computed(shown: Shown, ground: Ground) -> str | None:
    known: list[Quantity] = []
    for equation in (shown.claim.formula or "").split(";"):
        try:
            formula = read_formula(equation.strip())
        except FormulaError:
            return f"{equation.strip() or 'nothing'} is no formula"
        if not formula.holds:
            return f"{equation.strip()} does not hold"
        for put in formula.inputs:
            free = put.counts or is_conversion(put) or _is_in(put.figure, known)
            if not (free or ground.has(put.figure, shown.claim.sources)):
                return f"{put.text} in the formula stands nowhere"
        known += [*formula.inputs, *formula.derived]
    rest = (one for one in shown.mentions if not _is_in(one, known))
    return next((f"{one.text} is not in the formula" for one in rest if not _rests(one, shown, ground)), None)


def _is_in(mention: FigureMention, known: list[Quantity]) -> bool:
    """Whether a formula has this figure; its result need not repeat that it is years."""
    if any(same_value(mention, one.figure) for one in known):
        return True
    bare = {one.value for one in known if one.unit == "number"}
    return mention.unit in LENGTHS and set(mention.values) <= bare


def _rests(mention: FigureMention, shown: Shown, ground: Ground) -> bool:
    return ground.heard(mention) or ground.quotes(mention, shown)


PROOFS: dict[ClaimKind, Callable[[Shown, Ground], str | None]] = {
    "quoted": _quoted, "computed": _computed, "counted": _counted, "given": _given, "plain": _plain,
}  # fmt: skip
