"""More places where a name stands: under a text, after what only people do, in what people are called.

What SURE finds is a name whatever its letters, unless it is a word of NO_NAMES. In German, where every noun has a
capital, a cue counts only where a noun would need an article. LOWER_SURE is for those who write without capitals.
"""

import regex

from scenarios.core.importing.name_patterns import CAP, INITIAL, LAST, PARTICLES

_FLAGS = regex.VERSION1 | regex.MULTILINE
_END = r"(?=[ ]{0,2}(?:$|[^\w\s’'&+/,.;:!?()-]|[.!]\s*$))"
_FROM = r"(?:\s(?:aus|from)(?:\s(?:dem|der|the))?+\s\p{L}+)?"
_GREETS = (
    r"(?:(?i:gr(?:ü|ue|u)(?:ß|ss)e?n?|regards|wishes|sincerely|faithfully|yours\struly|cheers)|(?:Best|Yours)(?=\s*[,\n])|"
    r"(?<!\b(?:mein(?:e[nmrs]?)?|der|den|dem|ein(?:e[nmr]?)?|my|the|a|an)\s)(?i:lg|vg|mfg|bg))"
)
_CLOSES = rf"(?:{_GREETS}|(?i:bye|tschüss|tschüß|ciao|servus|thanks|thank\syou|danke|dank|love))"
_LISTENER = r"(?:me|us|him|her|everyone)"
_TELLS = (
    rf"(?:(?:told|promised|assured|emailed|rang|called)\s{_LISTENER}|said|claims|claimed|lied|reckons|"
    r"(?:hat|hatte)\s(?:mir|uns|mich|gesagt|gemeint|behauptet|gelogen|versprochen|geschrieben)|"
    r"sagt|sagte|meinte|meint|versprach|behauptet|behauptete|schrieb)\b"
)
_DESK = (
    r"(?i:\w*(?:service\w*|support|team|desk|hotline|technik|filiale|chat|shop|laden|vertrieb|buchhaltung|zentrale|"
    r"kundendienst|branch|store|sales|billing|reception|counter|rezeption|empfang|schalter|call\s?cent(?:er|re)))"
)
_OF_DESK = (
    r"(?:vom|von\s(?:der|eurem|eurer|ihrem)|aus\s(?:der|dem|eurem|eurer|ihrem|ihrer)|im|am|an\sder|in\sder|from|in|at|on)"
    rf"\s(?:(?:your|the|our|customer|technical|support|my)\s){{0,2}}{_DESK}"
)
_ROLES = (
    r"(?:(?:unser|mein|der|dein)(?:e[nmrs]?)?\s(?:nachbar|vermieter)(?:n|in|s)?|"
    r"(?:our|the|my|your|his|her)\s(?:neighbou?r|landlord|landlady|colleague|engineer|driver|conductor|manager|advisor|agent|boss))"
)
_KIN = (
    r"(?:mein(?:e[nmrs]?)?\s(?:frau|mann|tochter|sohn|bruder|schwester|mutter|vater|oma|opa|kind|kollege|kollegin|"
    r"schwager|schwägerin|schwieger\w+|neffe|nichte|enkel(?:in)?|cousin(?:e)?|tante|onkel|mitbewohner(?:in)?|verlobte[rn]?|"
    r"freund(?:in)?|partner(?:in)?)|my\s(?:\w+-in-law|aunt|uncle|niece|nephew|cousin|gran(?:dson|ddaughter|ny)|lad))"
)
_ONE = rf"(?P<it>{CAP}){LAST}?"

SURE: tuple[regex.Pattern[str], ...] = (
    regex.compile(rf"\b{_GREETS}\b{_FROM}[,!.]*\s+[-–—~]{{0,2}}\s?{_ONE}{_END}", _FLAGS),
    regex.compile(rf"\b{_GREETS}\b{_FROM}[,!.]*\s+(?P<it>{CAP})\s(?:vom|von|from|aus)\s", _FLAGS),
    regex.compile(rf"\b{_CLOSES}\b{_FROM}[,!.]*[ ]?\n\s*[-–—~]{{0,2}}\s?(?:{INITIAL})?{_ONE}[ ]*$", _FLAGS),
    regex.compile(rf"(?:^|[.!?…]\s+)(?P<it>{CAP})\s?x{{1,3}}\s*$", _FLAGS),
    regex.compile(rf"(?:,|\n)\s*(?P<it>{CAP})\s?(?:&|\+)\s?(?P<other>{CAP})\s*$", _FLAGS),
    regex.compile(
        rf"(?i:\bich\sbin|\bbin)\s(?:der|die)\s(?P<it>(?!\p{{L}}+(?:er|in|ent|ist|or|mann|frau|ige|ste|te)\b){CAP})"
        r"(?=\s(?:aus|von|vom)\s|\s?[,.!]|\s*$)",
        _FLAGS,
    ),
    regex.compile(rf"(?i:\bi['’]?m|\bi\sam)\s(?P<it>{CAP})(?=\sfrom\s\p{{Lu}})", _FLAGS),
    regex.compile(
        rf"(?i:\bit['’]?s|\bthis\sis|\bhier\s(?:ist|schreibt|spricht))\s{_ONE}\s(?i:here|again|from|speaking|vom|von|nochmal)\b",
        _FLAGS,
    ),
    regex.compile(rf"(?:^|[.!?…\n:]\s*|[\p{{Ll}},]\s){_ONE}\s{_TELLS}", _FLAGS),
    regex.compile(rf"(?:^|[.!?…\n]\s*){_ONE}\s{_OF_DESK}\s(?:(?:has|had|just|also|auch|noch)\s)?{_TELLS}", _FLAGS),
    regex.compile(
        rf"\b(?:mit|bei)\s{_ONE}\s(?:gesprochen|telefoniert|gechattet|geschrieben|geredet)\b|"
        rf"\b(?i:spoke|spoken|speaking|chatted|chatting|talked|talking|dealt)\s(?:to|with)\s(?P<it>{CAP}){LAST}?",
        _FLAGS,
    ),
    regex.compile(
        rf"(?i:\bgewisse[rnm]?|\bcertain|\b(?:somebody|someone|guy|man|woman|lady|person|colleague|engineer|driver|agent|we\sare|we're)"
        rf"\s(?:called|named)|\bnamens)\s(?:(?:Herrn?|Frau|Mr|Mrs|Ms)\.?\s)?[„“”\"'‘’»«]?{_ONE}",
        _FLAGS,
    ),
    regex.compile(
        rf"\b(?i:ich|wir|er|sie)\sheiß(?:e|en|t)\s(?:(?:jetzt|nun|aber|übrigens|mittlerweile)\s)?{_ONE}", _FLAGS
    ),
    regex.compile(
        rf"\b(?:mich|uns)\s(?:gerne?\s|auch\s|ruhig\s)?{_ONE}\snennen|\bnennt\smich\s(?P<it>{CAP})|\bcall\sme\s(?P<it>{CAP})",
        _FLAGS,
    ),
    regex.compile(rf"\b(?:[Ii]ch|I),\s{_ONE},", _FLAGS),
    regex.compile(rf"\b(?i:laut|according\sto)\s{_ONE}(?=\s{_OF_DESK})", _FLAGS),
    regex.compile(rf"\bein(?:e[nmr]?)?\s(?P<it>)(?P<last>{CAP}),\s(?:den|die)\skenn", _FLAGS),
    regex.compile(
        rf"(?<![\w-])(?P<it>{CAP})[ ](?P<last>(?:(?:van(?:[ ]de[rn]?)?|von[ ]der|de|del|della|di|bin|ibn|"
        rf"ten|ter|El|Al|Abu|Abou)[ ]){{1,3}}{CAP})",
        _FLAGS,
    ),
    regex.compile(
        r"(?<![\w-])(?P<it>\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?)(?:['’]s|(?<=s)['’])\s(?:card|phone|account|bag|ticket|contract|parcel|order|line|laptop|house|birthday|email|suitcase|seat|pass)\b",
        _FLAGS,
    ),
    regex.compile(
        r"\b(?i:ticket|ausweis|pass|passport|karte|vertrag|contract|rechnung|bill|letter|brief)\s(?i:steht|says|reads|lautet\sauf)\s"
        r"(?P<it>\p{Lu}{2,20}(?:-\p{Lu}{2,20})?)[ ](?P<last>\p{Lu}{2,20}(?:-\p{Lu}{2,20})?)(?=[,.;!]|\s\p{Ll}|\s*$)",
        _FLAGS,
    ),
    regex.compile(
        rf"(?:^|[.!?\n]\s*)(?P<it>{CAP}){LAST},\s(?:a\s|an\s|euer\s|eure\s|your\s)?(?i:kund|customer|pendler|commuter|passenger|\d\d,)",
        _FLAGS,
    ),
    regex.compile(rf"\b(?i:name)\s?:\s?(?P<last>{CAP}),\s?(?P<it>{CAP})", _FLAGS),
    regex.compile(rf"\b(?i:namen?)(?:,|\s(?:auf|to|in|von|is|lautet))\s(?:{INITIAL})?(?P<it>{CAP}){LAST}", _FLAGS),
    regex.compile(rf"(?i:\b{_ROLES}|\b{_KIN}),?\s(?:{INITIAL})?{_ONE}", _FLAGS),
    regex.compile(
        rf"\b(?i:ihr|du|sie|bitte)\s(?P<it>{CAP}){LAST}\s(?:ausrichten|sagen|informieren|mitteilen|weitergeben)\b|"
        rf"\b(?i:tell|ask|inform|remind|let)\s(?P<it>{CAP}){LAST}?\s(?:that|to|about|if|know|why|when)\b",
        _FLAGS,
    ),
    regex.compile(
        rf"\b(?i:danke|dank|thanks|thank\syou)(?:\s(?:dir|so\smuch|again|schön))?,?\s{_ONE},\s(?i:du|sie|you)\b", _FLAGS
    ),
    regex.compile(
        rf"\b(?:HERRN?|FRAU|MR|MRS|MS|DR)\b\.?\s(?P<it>)(?P<last>{CAP})|"
        rf"\b(?:Mr|Mrs|Ms|Herrn?|Frau)\.?\s[„“\"'‘»](?P<it>)(?P<last>{PARTICLES}{CAP})",
        _FLAGS,
    ),
)

BOTH = regex.compile(rf"(?P<it>{CAP})[ ](?:und|and)[ ](?P<other>{CAP})", _FLAGS)
"""Two of whom one is a known first name."""

SURE += (
    regex.compile(rf"\b(?i:bye|tschüss|tschüß|ciao),\s{_ONE}{_END}", _FLAGS),
    regex.compile(rf"^(?P<it>{CAP}),\s(?i:bitte|please)\b", _FLAGS),
    regex.compile(
        rf"\b(?i:ansprechpartner(?:in)?|kontakt|contact|bestellt|ordered|booked|gebucht|bezahlt|paid|collected|abgeholt)\s"
        rf"(?i:war|ist|was|is|by|von|wurde\sauf|wurde\svon|auf)\s(?P<it>{CAP}){LAST}",
        _FLAGS,
    ),
    regex.compile(rf"\b{_GREETS}\s(?:von|from)\s(?P<it>{CAP})\s(?:und|and|&)\s(?P<other>{CAP})", _FLAGS),
    regex.compile(rf"\b(?i:guy|man|woman|lady|mitarbeiter(?:in)?|techniker(?:in)?|kolleg(?:e|in))\s\({_ONE}\)", _FLAGS),
)
"""Of partings, roles and orders."""

LIKELY = (
    regex.compile(rf"(?P<it>{CAP})\s?&\s?(?P<other>{CAP})", _FLAGS),
    regex.compile(rf"(?P<it>{CAP})(?=\s{_OF_DESK})", _FLAGS),
    regex.compile(rf"\b[Tt]he\s(?P<it>{CAP}s)\b", _FLAGS),
)
"""Only for names that are known, or that have letters which neither language has."""

LOWER_SURE = (
    regex.compile(
        r"(?<!\b(?:der|die|das|den|dem|des|ein|eine|einen|einer|meine?|meiner|ihr|ihre|seine|the|a|an|my|no)\s)"
        r"\b(?:herrn?|frau|mr|mrs)\.?\s(?P<it>)(?P<last>\p{Ll}{3,30}(?:-\p{Ll}{2,30})?)(?![\w’'])",
        _FLAGS,
    ),
    regex.compile(
        r"(?i:\bmein\sname\sist|\bmy\sname\sis|\bich\shei(?:ß|ss)e|\bhier\s(?:schreibt|spricht))\s"
        r"(?P<it>\p{Ll}{3,30}(?:-\p{Ll}{2,30})?)(?:\s(?P<last>\p{Ll}{3,30}))?(?![\w’'])",
        _FLAGS,
    ),
    regex.compile(
        r"(?i:\bgr(?:ü|ue|u)(?:ß|ss)e?n?|\blg|\bvg|\bmfg|\bregards)(?:\s(?:aus|from)\s\p{L}+)?,?\s+(?P<it>\p{Ll}{3,30})"
        r"(?:\s(?P<last>\p{Ll}{3,30}))?\s*[.!]?\s*$",
        _FLAGS,
    ),
)

LOWER_RARE = (
    regex.compile(r"\b(?i:herrn?|frau|mr|mrs|ms)\.?\s(?P<it>\p{Ll}{3,30}(?:-\p{Ll}{2,30})?)(?![\w’'])", _FLAGS),
    regex.compile(
        r"\b(?i:hier\sist|(?:hi|hello|hey|hiya)\s(?:there\s)?(?:this\sis|it['’]?s)|it['’]?s\sme)\s(?P<it>\p{Ll}{3,30})"
        r"(?=\s*[,.!]|\s(?:here|again|from|aus|von|vom|nochmal)\b|\s*$)",
        _FLAGS,
    ),
    regex.compile(
        r"(?:^|[,.!?]\s)(?P<it>\p{Ll}{3,30})\s(?i:here|hier|mein\sname|my\sname|again)(?=\s*[,.!]|\s*$)", _FLAGS
    ),
)
"""The same, for what no dictionary has."""

_LETTERS = "ğşłńżźśćęąőűěřůžščďťňđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ"
FOREIGN = regex.compile(f"[ıİ{_LETTERS}{_LETTERS.upper()}]")
"""Letters that neither German nor English has, nor the words that both have borrowed (Café, Jalapeño, façade)."""
