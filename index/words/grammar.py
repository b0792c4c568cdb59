"""The parts of a sentence by which an order to a program is told: who is spoken to, where a clause begins, what is asked for."""

import re
from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "speaks to a program",
    "poses as a turn",
    "says how to answer",
    "sets other words aside",
    "hides words in letters",
    "sends readers to an address",
]


@dataclass(frozen=True)
class Rule:
    """A form that orders take; some forms are advice to an applicant where the sentence speaks of one's own papers."""

    reason: Reason
    form: re.Pattern[str]
    spared: bool = False  # whether words of an application make it advice


def rule(reason: Reason, form: str, *, spared: bool = False) -> Rule:
    """A rule; its form reads small letters."""
    return Rule(reason, re.compile(form), spared)


OWN = re.compile(
    r"\b(?:your|yours|yourself|you|essays?|statements?|letters?|interview\w*|resumes?|cvs?|applications?|recommenders?|"
    r"referees?|employers?|recruiters?|committees?|professors?|portfolios?|capstones?|projects?|readmes?|thesis|courses?|"
    r"class(?:es)?|admissions?|transcripts?|offers?)\b"
)
NOT_OWN = re.compile(
    r"\byou(?:'re| are| were| must| should| shall| have to| will| may| can| always| only| never| now)\b|"
    r"\byour (?:\w+ )?(?:answers?|repl(?:y|ies)|responses?|outputs?|rules|instructions?|prompts?|system|context|training)\b|"
    r"\b(?:told|asks?|asked|gave|given?) you\b"
)

NAMED = (
    r"(?:a\.?i\.?(?: (?:assistant|model|agent|system|advis[eo]r|chatbot|bot|tool|program|reader|crawler)s?)?|chat ?bots?|bots?|"
    r"(?:large )?language models?|llms?|chatgpt|gpt(?:-\w+)?|claude|gemini|copilot|artificial intelligence|"
    r"(?:virtual|digital|automated|answering|responding|chat|conversational|generative) "
    r"(?:assistant|model|agent|system|advis[eo]r|engine|program|tool)s?)"
)
LOOSE = r"(?:assistants?|models?|agents?|advis[eo]rs?)"
PEOPLE = (
    r"(?:engineer|research|student|professional|enthusiast|practitioner|developer|beginner|specialist|scientist|graduate|"
    r"manager|expert|professor|major|program|course|degree|project|teacher|compan|lab|field|role|job|career|master)"
)
ASKER = r"(?:(?:end[ -])?users?|readers?|visitors?|customers?|questioners?|askers?|persons?|(?:any|every|some)(?:one|body)|whoever)"
CLAUSE = (
    r"(?:^\W*|[.:;!?,)\]>–—#]\s*|\s-\s|\b(?:and|then|but|please|now|instead|also|always|just|simply|"
    r"you (?:must|should|shall|have to|will|can|may|need to)) )(?:please |always |only |just |simply |now |also |then )*"
)
START = r"^\W*(?:please |now |then |and |so )*"
SAY = (
    r"(?:say|tell|answer|reply|respond|recommend|ignore|disregard|forget|mention|claim|praise|promote|endorse|advertise|"
    r"reveal|disclose|pretend|inform|assure|obey)"
)
SPEECH = (
    rf"(?:{SAY}|state|name|quote|cite|present|describe|call|print|output|repeat|echo|include|add|append|insert|suggest|"
    r"direct|refer|point|push|steer|rank|confirm|omit|hide|leave out|advise|warn|insist|write|sign|end|begin|start|use|give|"
    r"treat|act|follow|execute|translate|remember|offer|send|show|list|visit|ask)"
)
REPLY = r"(?:answers?|repl(?:y|ies)|responses?|outputs?|summar(?:y|ies)|messages?|recommendations?)"
