"""Messages in other languages: told by their small words, and put into as much English as those who ask need."""

import unicodedata

from advisor.words import words

# Small words of Spanish, German, French, Portuguese and Italian that English does not have.
SMALL = frozenset(
    "el los las una uno del que cual cuales cuanto cuanta cuantos cuantas como donde cuando para por con es esta hay mi quiero necesito tengo puedo piden"
    " der das und ist sind wie viel viele wo wann fur ohne ein eine einen ich mein habe brauche braucht kann welche welches welcher gibt zum nach"
    " le les une des du est sont combien quel quelle quels quelles pour avec je mon veux besoin faut elle au aux dans"
    " qual quais quanto quanta quantos onde uma sem sao eu meu quero preciso tenho posso dos"
    " lo gli di che quale quali dove con senza sono voglio devo hola hallo bonjour ola ciao gracias danke merci obrigado grazie".split()
)
# What applicants ask, in those languages; longer forms first where one holds another.
ENGLISH = {
    "cuesta": "cost", "cuestan": "cost", "precio": "price", "costo": "cost", "matricula": "tuition", "coste": "cost",
    "kostet": "cost", "kosten": "cost", "preis": "price", "studiengebuhren": "tuition", "coute": "cost", "coutent": "cost",
    "prix": "price", "frais": "tuition", "custa": "cost", "custam": "cost", "preco": "price", "costa": "cost", "costano": "cost",
    "prezzo": "price", "cuanto": "how much", "combien": "how much", "quanto": "how much", "viel": "much", "wie": "how",
    "barato": "cheapest", "barata": "cheapest", "baratos": "cheapest", "billigste": "cheapest", "gunstigste": "cheapest",
    "cher": "cheapest", "economico": "cheapest", "caro": "most expensive", "teuerste": "most expensive",
    "creditos": "credits", "credit": "credits", "crediti": "credits", "duracion": "length", "dura": "how long", "dauert": "how long",
    "dauer": "length", "duree": "length", "dure": "how long", "duracao": "length", "durata": "length", "salario": "salary",
    "sueldo": "salary", "gehalt": "salary", "salaire": "salary", "stipendio": "salary", "ingeniero": "engineer",
    "engenheiro": "engineer", "ingenieur": "engineer", "ingegnere": "engineer", "programa": "program", "programas": "programs",
    "programm": "program", "programme": "program", "programmi": "programs", "programma": "program", "universidad": "university",
    "universidade": "university", "universitat": "university", "universite": "university", "universita": "university",
    "maestria": "master's", "mestrado": "master's", "necesito": "need", "brauche": "need", "braucht": "need", "piden": "require",
    "exige": "require", "requiere": "require", "requisitos": "requirements", "voraussetzungen": "requirements", "nota": "gpa",
    "ano": "a year", "jahr": "a year", "anno": "a year", "an": "a year", "linea": "online", "ligne": "online", "hola": "hello",
    "hallo": "hello", "bonjour": "hello", "ola": "hello", "ciao": "hello", "gracias": "thanks", "danke": "thanks",
    "merci": "thanks", "obrigado": "thanks", "grazie": "thanks", "donde": "where", "wo": "where", "es": "is", "ist": "is",
    "que": "what", "was": "what", "cual": "which", "qual": "which", "quel": "which", "quelle": "which", "welches": "which",
    "welche": "which", "y": "and", "und": "and", "et": "and", "e": "and", "o": "or", "oder": "or", "ou": "or", "dollar": "dollars",
    "dolares": "dollars", "no": "no", "ohne": "without", "sin": "without", "sans": "without", "sem": "without", "con": "with",
}  # fmt: skip
SHARED = frozenset(
    "no an e o y es credit programme dollar was costo caro que dura costa nota".split()
)  # with English or its names
TELLING = SMALL | (ENGLISH.keys() - SHARED)
LEAST_SHARE = 0.3


def in_english(message: str) -> str | None:
    """A message in another language with the words that can be read in English; None where it is English."""
    letters = [char for char in message if char.isalpha()]
    strange = 0 if message.isascii() else sum(not unicodedata.name(c, "").startswith("LATIN") for c in letters)
    said = words(message)
    small = sum(word in TELLING for word in said)
    few = small >= min(2, len(said)) and small >= LEAST_SHARE * len(said)
    if not (few or (letters and strange > LEAST_SHARE * len(letters))):
        return None
    ends = "?" if "?" in message else ""
    return " ".join(filter(None, (_read(part) for part in message.split()))) + ends


def _read(part: str) -> str:
    """One word in English, or as it was typed; a small word tells nothing."""
    word = next(iter(words(part)), "")
    return ENGLISH.get(word) or ("" if word in SMALL else part.strip("¿?¡!.,;"))
