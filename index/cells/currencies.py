"""Money that is not counted in dollars: which it is, so that it is held only against its own kind."""

import re
from typing import Final

CODES: Final = {"£": "GBP", "€": "EUR", "₹": "INR", "¥": "JPY"}
FOREIGN = re.compile(
    r"[£€₹¥]|\b(?:gbp|eur|inr|jpy|cny|chf|cad|aud|nzd|sgd|hkd|sek|nok|dkk|pln)\b"
    r"|\b(?:pounds?(?: sterling)?|euros?|rupees|swiss francs|(?:canadian|australian) dollars?)\b|\b(?:c|a|nz|s|hk|ca|au)\$"
)
NAMED: Final = {
    "pound": "GBP",
    "euro": "EUR",
    "rupee": "INR",
    "swiss": "CHF",
    "canadian": "CAD",
    "australian": "AUD",
    "ca": "CAD",
    "au": "AUD",
    "c$": "CAD",
    "a$": "AUD",
}


def currency_in(words: str) -> str | None:
    """The code of the currency that lowered words name, if it is not the dollar."""
    found = FOREIGN.search(words)
    if found is None:
        return None
    sign = found[0]
    return CODES.get(sign) or next((code for name, code in NAMED.items() if sign.startswith(name)), sign[:3].upper())


def without_currency(words: str) -> str:
    """Lowered words less a currency's name."""
    return FOREIGN.sub(" ", words)
