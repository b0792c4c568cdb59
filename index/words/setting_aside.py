"""Orders to disregard what was said before or what stands elsewhere, in several languages, and hearers told abroad."""

from index.words.grammar import CLAUSE, rule

ASIDE = (
    r"(?:ignore|disregard|forget|override|bypass|overrule|neglect|discard|do not (?:follow|obey)|don't (?:follow|obey)|"
    r"stop (?:following|obeying)|pay no attention to|set aside)"
)
EARLIER = r"(?:previous|prior|above|earlier|preceding|foregoing|former|existing|initial|original|other|system|safety|hidden|current|remaining)"
ORDERS = (
    r"(?:instructions?|prompts?|rules?|guidelines?|guides?|messages?|commands?|directions?|directives?|orders?|context|"
    r"constraints?|polic(?:y|ies)|safeguards?|sources?|passages?|documents?|texts?|evidence|citations?|training|restrictions?)"
)
OUTRANKS = r"replaces?|supersedes?|overrides?|outranks?|takes? precedence over|ha(?:s|ve) priority over"
NARROWED = r"(?! (?:that|which|who|whose|of|for|from|on|in|about|with|older|without)\b)"
# Set aside, then what: "ignora … instrucciones", "忽略…指令".
ABROAD = (
    r"\b\w*ignor(?!(?:e|es|ed|ing)\s(?!les|tou|ces|tes|vos|las|los|tod|as|os|le|tut|i\b))\w*\s(?:\S+\s){0,5}?\w*(?:instru|istruz|anweis|vorgab|regel|regla|regra|regole|règles|consigne|инструк|правил)\w*",
    r"\b(?:olvid|esquec|dimentic|oubli|vergiss|vergess|vergeet|negeer|missacht|забудь|пренебре|забуд)\w*\s(?:\S+\s){0,5}?"
    r"\w*(?:instru|istruz|anweis|vorgab|regel|regla|regra|regole|règles|consigne|инструк|правил)\w*",
    r"(?:игнориру|не обраща)\w*\s(?:\S+\s){0,5}?(?:инструк|указан|правил|команд)\w*",
    r"(?:忽略|无视|忽視|無視|忘记|忘記|不要理会)\S{0,20}(?:指令|指示|说明|說明|规则|規則|提示|内容)",
    r"(?:指示|命令|ルール|プロンプト)\S{0,6}(?:無視|忘れ)",
    r"(?:지시|명령|규칙)\S{0,4}\s?\S{0,8}\s?(?:무시|잊)",
)
TOLD_ABROAD = (
    r"\b(?:dile|dígale|diga|informa|recomienda|diz|digli|dì|di' |dites|dis|sag|sage|sagen sie|empfiehl|zeg|скажи|сообщи)\w*\s(?:\S+\s){0,2}?"
    r"(?:usuario|lector|utilizador|usuário|leitor|utente|lettore|utilisateur|lecteur|nutzer|benutzer|leser|gebruiker|lezer|"
    r"пользовател|читател)\w*",
    r"(?:告诉|告訴|对|向)(?:用户|用戶|读者|讀者)|(?:ユーザー|読者)に\S{0,20}(?:伝え|言っ|勧め)",
    r"\b(?:asistente|assistente|assistent|chatbot|ассистент|помощник)\s*[:,]\s",
)

SET_ASIDE = (
    rule("sets other words aside", rf"{CLAUSE}{ASIDE} (?:all |any |the |of |your |my |these |those |every |each )*{EARLIER} (?:\w+ ){{0,2}}?{ORDERS}\b{NARROWED}"),
    rule("sets other words aside", rf"{CLAUSE}{ASIDE} (?:all |any |the |of |every |these |those )*(?:\w+ )?{ORDERS} (?:above|before|given|so far|you (?:were|have|got|received))\b"),
    rule("sets other words aside", rf"{CLAUSE}{ASIDE} (?:all (?:of )?)?(?:your|the) (?:{ORDERS})\b{NARROWED}"),
    rule("sets other words aside", rf"{CLAUSE}{ASIDE} (?:all|everything|anything|what|the text|the words|whatever)(?: \w+)? (?:above|before|earlier|previously|(?:that )?you (?:were|have been|are) (?:told|given|instructed))\b"),
    rule("sets other words aside", rf"{CLAUSE}{ASIDE} (?:the |this |that |your |any |all |previous |current )+(?:\w+ ){{0,2}}(?:tasks?|requests?)\b{NARROWED}"),
    rule("sets other words aside", rf"\b(?:this|our|the following) (?:information|guide|page|content|text|note|document|table|source|passage) (?:{OUTRANKS}) (?:all |any |every )*(?:other|earlier|previous|prior) "),
    rule("sets other words aside", r"\b(?:prefer|trust|use|follow|believe|cite|quote) (?:only )?this (?:information|guide|page|content|text|note|document|table|source|passage) (?:over|instead|only|above|and no)\b"),
    rule("sets other words aside", r"\b(?:new|updated|revised|real|actual|developer|system|secret|hidden) (?:instructions?|directives?|orders?|system prompt)\s*(?:\([^)]*\))?:"),
    rule("sets other words aside", rf"\b(?:instructions?|directives?|prompts?|commands?|messages?|orders?) (?:{OUTRANKS}|cancels?) "),
    rule("sets other words aside", r"\b(?:previous|prior|earlier|original|system) (?:\w+ )?(?:instructions?|directives?|prompts?|orders?|guidelines?) (?:is|are|were|have been) (?:now )?(?:void|suspended|deprecated|lifted|disabled|revoked|cancelled|canceled|replaced|obsolete|invalid|superseded|overridden)\b"),
    *(rule("sets other words aside", form) for form in ABROAD),
    *(rule("says how to answer", form) for form in TOLD_ABROAD),
)  # fmt: skip
