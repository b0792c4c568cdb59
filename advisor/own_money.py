"""The words that make an amount somebody's own: what they can spend, what they earn."""

import re

BUDGET = re.compile(
    r"(?:\bw/\s?\$?$|\b(?:budget\w*|afford|spend\w*|saved?|saving|savings|i (?:only )?have|got|(?:"
    r"(?:(?:^|[,.;!?])\s*|\b(?:i|we|he|she|can|could|to|will|would|only|at|of|be|i'll|i'm|im) )pay(?:ing)?))\b\D{0,25}$)",
    re.I,
)  # what jobs or employers pay is no budget
EARNS = re.compile(
    r"(?:(?<!can )(?<!could )(?<!will )(?<!would )(?<!should )(?<!do )\b(?:i|we)(?:'m| am)? (?:\w+ )?|^\W*|,\s*)"
    r"(?:make(?! (?:it|that|this)\b)|earn|get paid|am on|earning|making|bring home)\b\D{0,15}$",
    re.I,
)
MORE = re.compile(r"\s*(?:more|extra)\b", re.I)  # "I'd earn 15k more"
