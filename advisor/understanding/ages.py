"""How old somebody says they are, and what a guide would ask for people who study later in life."""

import re

from advisor.frame import Remark
from advisor.knowledge import Knowledge

AGE = re.compile(
    r"\b(?:i'?m|i am|am|aged?|turn(?:ed|ing)?|almost|nearly|already|at) (?P<told>\d\d)(?= (?:and|but|with|now|already|so|is|can|too)\b|\s*(?:[,;.!?]|$))"
    r"|\A\W*(?P<first>\d\d)(?=\s?(?:[mf]\b|, ?[a-z]))"
    r"|\b(?P<old>\d\d)\s?(?:y/?o\b|yrs? old|years?[- ](?:old|young)|years of age)",
    re.I,
)
YOUNGEST, LATER, OLDEST = 16, 35, 80  # from `LATER` on people ask whether they come late


def find_age(text: str, knowledge: Knowledge) -> list[Remark]:
    """The age that is told, as a profile entry; who comes later in life asks what the vocabulary's entry for it asks."""
    found = AGE.search(text)
    age = int(found["told"] or found["first"] or found["old"]) if found else 0
    if not YOUNGEST <= age <= OLDEST:
        return []
    asks = next((fact.asks for fact in knowledge.vocabulary.life_facts if fact.profile == "age"), None)
    return [Remark("age", f"{age} years old", None, float(age), asks if age >= LATER else None)]
