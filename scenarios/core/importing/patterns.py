"""Where personal things stand in a post: patterns for German and English, each with the group `it` to be replaced.

They are made for public service posts: a handle, a link or a long number is found wherever it stands; a name only where
the words around it say that it is one. docs/import.md lists what they miss.
"""

import regex

_CAP = r"\p{Lu}[\p{L}'’]*\p{Ll}(?:-\p{Lu}[\p{L}'’]*)?"
_FLAGS = regex.VERSION1

MAIL = regex.compile(
    r"(?<![\p{L}\p{N}._%+-])(?P<it>[\p{L}\p{N}._%+-]{1,64}+@(?:[\p{L}\p{N}-]{1,63}+\.){1,5}[\p{L}\p{N}-]{2,63})"
    r"|(?P<it>__email__|<(?:e-?)?mail>)",
    _FLAGS,
)
_AT = r"\s?[\[({<]\s?(?i:at|ät|@)\s?[\])}>]\s?"
_DOT = r"(?:\s?[\[({<]\s?(?i:dot|punkt|\.)\s?[\])}>]\s?|\s(?i:dot|punkt)\s)"
_LABEL = r"[\p{L}\p{N}-]{1,63}+"
_LOCAL = r"(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}+"
_HOSTS = (
    r"(?i:g(?:oogle)?mail|gmx|web|yahoo|hotmail|outlook|live|icloud|t-online|aol|posteo|proton(?:mail)?|freenet|"
    r"btinternet|me|mail)"
)
SPELT_MAIL = regex.compile(
    rf"(?P<it>{_LOCAL}{_AT}{_LABEL}(?:(?:\.|{_DOT}){_LABEL}){{1,3}})"
    rf"|(?P<it>{_LOCAL}\s?@\s{_LABEL}(?:\.{_LABEL}){{1,3}})"
    rf"|(?P<it>{_LOCAL}\s(?i:at|ät)\s(?:{_LABEL}(?:{_DOT}{_LABEL}){{1,3}}|{_HOSTS}(?:\.[a-z]{{2,6}}){{1,2}}\b))",
    _FLAGS,
)
"""Addresses as people write them where machines should not read them: `jo [at] web.de`, `jo at gmx dot net`."""


def join_mail(spelt: str) -> str:
    """The address that `spelt` stands for."""
    joined = regex.sub(rf"{_AT}|\s?@\s?|\s(?i:at|ät)\s", "@", spelt, count=1)
    return regex.sub(_DOT, ".", joined)


_LINK_REST = r"[^\s<>\"“”]{0,500}[^\s<>\"“”.,;:!?)\]…]"
LINK = regex.compile(
    rf"(?P<it>(?:https?://|www\.){_LINK_REST}|(?<![\w.-])(?:[\w-]{{1,63}}+\.){{1,5}}[a-z]{{2,6}}/{_LINK_REST})", _FLAGS
)
MENTION = regex.compile(r"(?<![\w@＠])[@＠](?P<it>\w{1,50})", _FLAGS)
PHONE = regex.compile(
    r"""(?<![\w.,/-])(?P<it>
        (?:\+|00)\d{1,3}[\s./-]?(?:\(\d{1,5}\)[\s./-]?)?\d(?:[\s./-]{0,2}\d){5,12}   # +49 30 1234567
      | \(\+?\d{1,5}\)[\s./-]?\d(?:[\s./-]?\d){5,11}                              # (701)555-0143
      | \+?1[\s./-]?\(?\d{3}\)?[\s./-]?\d{3}[\s./-]?\d{4}                         # 1-800-555-0199
      | \d{3}[\s.-]\d{3}[\s.-]\d{4}
      | \d{3}-\d{4}
      | 0\d{2,5}(?:[\s/-]{1,3}\d{2,}){1,4}                                        # 01632 960 123
      | 0[1-9]\d{8,11}
    )(?![\w-])|(?P<it><tel>|__phone__)""",
    _FLAGS | regex.VERBOSE,
)
PHONE_SURE = regex.compile(
    r"""(?<![\w.,/-])(?P<it>
        (?:\+|00)\d{1,3}[\s./-]?(?:\(\d{1,5}\)[\s./-]?)?\d(?:[\s./-]{0,2}\d){5,12}
      | \(0\d{1,5}\)[\s./-]?\d(?:[\s./-]?\d){4,11}
      | 0[1-9]\d{1,4}(?:[\s/-]{1,3}\d{3,})+
    )(?![\w-])""",
    _FLAGS | regex.VERBOSE,
)
"""What can be nothing but a telephone number, although a part of it looks like an order number."""

BANK = regex.compile(
    r"\b(?P<it>\p{Lu}{2}\d{2}(?:\s[\p{Lu}\d]{4}){2,7}(?:\s[\p{Lu}\d]{1,4})?)\b"  # DE89 3704 0044 0532 0130 00
    r"|(?<![\w.,-])(?P<it>\d{4}(?:[\s-]\d{4}){2}[\s-]\d{3,7}|\d{4}[\s-]\d{6}[\s-]\d{5})(?![\w-])",  # a card
    _FLAGS,
)

PHONE_CUE = regex.compile(
    r"(?i)\b(?:phone|call(?:ing)?|tel(?:efon(?:nummer|nr)?|ephone)?|mobile?|cell|whatsapp|"
    r"text(?: me)?|handy(?:nummer|nr)?|ruf\w*|nummer|number|fax)\b"
    r"[^\d\n]{0,15}(?P<it>\d{7,13}|(?=(?:[ /-]{0,3}\d){6})\d{2,6}(?:[ /-]{1,3}\d{2,6}){1,5})(?![\w:€£$%]|[.,:]\d)",
    _FLAGS,
)

_BOOKING_CUE = (
    r"(?:[Bb]uchungs(?:code|nummer|referenz|nr)|[Bb]ooking\s(?:ref(?:erence)?|code|number|no)|PNR|pnr|[Ll]ocator|"
    r"[Rr]eservation\s(?:code|number)|[Cc]onfirmation\s(?:code|number)|[Rr]eservierungs(?:code|nummer)|[Aa]uftragscode)"
)

_NO_NUMBER = r"(?:zug|wagen|gleis|linien|haus|kapitel|seiten|sitz|platz|artikel|modell|versions|raum|zimmer|bus|flug)"
_CODE_CUE = (
    r"(?i:order|booking|reservation|confirmation|reference|ref|case|ticket\w*|tracking\w*|parcel|shipment|consignment|customer|client|"
    r"account|acct|contract|member(?:ship)?|claim|incident|complaint|invoice|serial|locator|pnr|record|policy|card|zip|dpci|sku|sr|voucher|rma|"
    r"auftrag\w*|buchung\w*|bestell\w*|vorgang\w*|kunden\w*|kd|kdnr|knr|vertrag\w*|az|rechnung\w*|bahncard\w*|aktenzeichen|"
    r"mitglied\w*|sendung\w*|paket\w*|beleg\w*|fall(?:nr|nummer|id)?|referenz\w*|meldung\w*|reklamation\w*|gutschein\w*|"
    rf"serien\w*|mandat\w*|teilnehmer\w*|zähler\w*|(?!{_NO_NUMBER})\p{{L}}{{2,30}}(?:nummer|nr))"
)
_CODE_GLUE = (
    r"(?:[\s#:.=-]|\b(?i:no|nr|nummer|number|id|code|num|meine?r?|my|mit\sder\s(?:nummer|nr)|with\s(?:the\s)?(?:number|no)|"
    r"(?:ist|lautet|wäre|is)(?:\s(?:die|the|also))?)\b){1,13}"
)
_MIXED = r"(?=(?:[/-]?\d){4}|[\d/-]*[A-Za-z](?:[A-Za-z/-]{0,8}\d){3}|(?:\d[A-Za-z/-]{1,8}){1,2}\d\d)"
"""Four digits, or three with a letter."""

_NO_UNIT = (
    r"(?!\d+\s?(?i:mbit|mbps|kbit|gbit|gb|mb|km|ml|euro|eur|er|jahre?|years?|hz|watt|kwh|w|uhr|pm|am|st|nd|rd|th)\w*\b)"
)
_DATES = r"(?:(?:1[5-9]|20)\d\d-(?:1[5-9]|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d\d-\d\d-(?:19|20)\d\d)(?![\d-])"
CODE = regex.compile(
    rf"""(?<![\w])(?=\p{{L}}){_CODE_CUE}\b{_CODE_GLUE}(?:
        (?P<it>(?=[\p{{Lu}}-]{{0,40}}\d)[\p{{Lu}}\d][\p{{Lu}}\d-]{{3,40}})(?![\w/]|[.,]\d)          # order no. AB12
      | {_NO_UNIT}(?P<it>{_MIXED}[A-Za-z\d]+(?:[/-][A-Za-z\d]+){{0,4}})(?!\w|[.,]\d)              # 2024/48213
      | (?P<it>(?=(?:[ -]?\d){{5}})\d{{2,12}}(?:[ -]\d{{2,12}}){{1,6}}|\d{{3}}(?:\.\d{{3}}){{1,4}})(?![\w€£$%]|[.,:]\d))
      | \b(?i:nummer|number|nr|id)\b{_CODE_GLUE}(?P<it>\d{{5}})(?![\w€£$%]|[.,:]\d)
      | \#\s?(?P<it>\d[\d-]{{3,30}}\d)(?!\w)
      | (?<![\w.,€$£@#])(?P<it>\d{{6,30}})(?![\w€$£]|[.,]\d)                            # a long number
      | (?<![\w.,€$£@#])(?!{_DATES})                                                   # 222-1234567-7654321
        (?P<it>(?=(?:-?\d){{8}})\d{{2,20}}(?:-\d{{2,20}}){{1,5}})(?!\w)
      | (?<![\w@#])(?P<it>(?=(?:[\p{{Lu}}-]{{0,6}}\d){{6}})\p{{Lu}}{{1,6}}[\p{{Lu}}\d-]{{5,40}})(?!\w) # CAS-1234567-AB
      | (?<![\w@#])(?P<it>(?=[\p{{Lu}}\d]{{6,20}}(?!\w))(?=\d?\p{{Lu}}+\d+\p{{Lu}})[\p{{Lu}}\d]+)          # X4KJ9P
    """,
    _FLAGS | regex.VERBOSE,
)

BOOKING = regex.compile(rf"\b{_BOOKING_CUE}\b{_CODE_GLUE}(?P<it>[A-Z]{{5,7}})(?!\w)", _FLAGS)
"""Six letters without a digit, as airlines draw them."""

GREETED = regex.compile(
    rf"(?:\b(?i:hi|hello|hey|dear|hiya|hallo|guten\s(?:morgen|tag|abend)|good\s(?:morning|afternoon|evening|day)|liebe[rs]?|moin|servus|hej)"
    rf"(?:\s+there)?,?\s+)"
    rf"(?P<it>{_CAP})(?P<last>\s{_CAP}(?=\s*[,.!:;–-]))?(?P<after>\s*[,.!?:;–~]|\s*$)?",
    _FLAGS,
)
THANKED = regex.compile(
    rf"\b(?i:thanks|thank\s(?:yo)?u|thx|sorry|welcome|cheers|danke|bitte|gerne?|tut\smir\sleid|entschuldigung)\b"
    rf"(?:\s(?i:so\smuch|very\smuch|again|schön|sehr|for\s(?:sharing|reaching\sout|letting\sus\sknow)))?"
    rf",?\s+(?P<it>{_CAP})(?P<after>\s*[,.!?:;–~]|\s*$)",
    _FLAGS,
)
ADDRESSED = regex.compile(
    rf"(?:,\s(?P<it>{_CAP})(?P<after>(?=\s*[.!?,:;…~–-]|\s*$))|^(?:@\w+\s)*(?P<it>{_CAP})(?P<after>,)(?=\s))", _FLAGS
)
"""Someone called by name: Good to hear, Zoe! Only for words that are known first names."""

CALLED = regex.compile(rf"(?<![\p{{L}}'’])\p{{Ll}}[\p{{L}}'’]*+,\s(?P<it>{_CAP})(?P<after>(?=[.!?]))", _FLAGS)
"""The same where an agent writes it at the end of a sentence, whatever the name: no place or product stands there."""

TITLED = regex.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|Hr|Fr)\b\.?\s(?:Dr\.\s)?(?:{_CAP}\s(?={_CAP}))?(?P<it>{_CAP})", _FLAGS
)
INTRODUCED = regex.compile(
    rf"(?i:\bmy\sname(?:\sis|'s)|\bI\sam\scalled|\bmein\sname\sist|\bich\shei(?:ß|ss)e|\bname\s?:|\bdriver|\bfahrer(?:in)?)\s+"
    rf"(?P<it>{_CAP}|\p{{Lu}}\p{{L}}+)(?:\s(?P<last>\p{{Lu}}?{_CAP}))?",
    _FLAGS,
)
SIGNED = regex.compile(
    rf"(?i:\b(?:regards|best|cheers|gr(?:ü|ue)(?:ß|ss)e?n?|LG|VG|MfG|BG)\b(?:\s(?:aus|from)(?:\s(?:dem|der|the))?+\s\p{{L}}+)?)[,!.]?\s+(?P<it>{_CAP})"
    rf"(?:\s(?P<last>{_CAP}))?(?=\s*[.!]?\s*$)",
    _FLAGS,
)
SIGNATURE = regex.compile(
    rf"""(?:(?<=\s)|(?<=[.!?)…]))(?:\^|/|\*|[-–—~]{{1,2}})[ ]?(?P<it>\p{{Lu}}{{2,3}}|[a-z]{{2}}|{_CAP}|\p{{Lu}})
        (?=[ ]*(?:$|\n|https?://|\(?\d/\d|/cc|["”]))""",
    _FLAGS | regex.VERBOSE,
)
"""An agent's initials or first name at the end: ^JK, -KC, /fr, *ACJ, - Kirsty."""

NAME_CUES = (GREETED, THANKED, ADDRESSED, CALLED, TITLED, INTRODUCED, SIGNED)
