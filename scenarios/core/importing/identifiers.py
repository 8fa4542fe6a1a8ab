"""Numbers and codes that lead to one person, found by shape, by checksum and by the words around them.

Rules kept here: what a checksum or a numbering plan proves is found without any word beside it; what only looks like an
ordinary number needs one (`sort code`, `Kennzeichen`, `PLZ`). A place goes to the first kind that claims it, so the
kinds stand in order of certainty. What is found too much costs a made-up number in the text; what is missed is a leak.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import phonenumbers
import regex
from schwifty import IBAN, registry
from schwifty.exceptions import SchwiftyException
from stdnum import luhn
from stdnum.at import vnr
from stdnum.ch import ssn as ahv
from stdnum.de import idnr
from stdnum.gb import nhs

from scenarios.core.importing.dates import DATE, find_dates

_FLAGS = regex.VERSION1 | regex.VERBOSE
CODE, PHONE, IBAN_KIND, CARD = "code", "phone", "iban", "card"
REGIONS = {"de": "DE", "en": "GB"}
LEAST_DIGITS = 7
"""Of a telephone number without its prefix; the phone library is not asked about less."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`it` is what is replaced; `proof` may turn down what only looks like one."""

    name: str
    pattern: regex.Pattern[str]
    proof: Callable[[str], bool] | None = None


def is_iban(text: str) -> bool:
    """By its country's checksum and length."""
    try:
        IBAN(regex.sub(r"[\s.-]", "", text).upper())
    except SchwiftyException:
        return False
    return True


def find_ibans(text: str) -> Iterator[tuple[int, int]]:
    """By checksum, or by the shape of the countries whose people write here, where a digit may be wrong."""
    for match in _IBAN_START.finditer(text):
        shaped = _IBAN_SHAPE.match(text, match.start())
        if shaped:
            yield shaped.span()
            continue
        length = _find_length(match[0][:2].upper()) - 4
        rest = _IBAN_REST.match(text, match.end())
        ends = rest.ends("char") if rest else []
        if 0 < length <= len(ends) and is_iban(text[match.start() : ends[length - 1]]):
            yield match.start(), ends[length - 1]


@cache
def _find_length(country: str) -> int:
    """Characters of an account number there; 0 where there are none."""
    try:
        return int(registry.get_iban_spec(country).iban_length)
    except SchwiftyException:
        return 0


def is_card(text: str) -> bool:
    compact = regex.sub(r"\D", "", text)
    return 13 <= len(compact) <= 19 and bool(luhn.is_valid(compact))


def _is_national(text: str) -> bool:
    """Tax and social numbers that their own check digits prove."""
    return any(module.is_valid(text) for module in (idnr, nhs, vnr, ahv))


def _is_no_date(text: str) -> bool:
    return all(found is None for _, _, found in find_dates(text))


_IBAN_START = regex.compile(r"(?<![\p{L}\d-])[A-Za-z]{2} ?\d{2}(?=[\s.-]?[A-Za-z0-9])", regex.VERSION1)
_IBAN_SHAPE = regex.compile(
    r"(?i)(?:DE ?\d\d(?:[\s.-]?\d){18}|AT ?\d\d(?:[\s.-]?\d){16}|GB ?\d\d[\s.-]?(?:[A-Z]\s?){4}(?:[\s.-]?\d){14})(?!\w)"
)
_IBAN_REST = regex.compile(r"(?:[\s.-]?(?P<char>[A-Za-z0-9])){11,30}+", regex.VERSION1)
"""One sign between two others, and that may be the end of a line."""
_BANK_CUE = r"(?i:sort[ ]?code|s/c|blz|bankleitzahl)"
_PLATE_CUE = (
    r"(?i:(?:auto|kfz-?|amtliches[ ])?kennzeichen|nummernschild|plates?|licen[cs]e[ ]plate|"
    r"reg(?:istration)?(?:[ ](?:no|number))?|vrn|rego)"
)
_GLUE = r"(?:[\s:.=#]|\b(?i:is|ist|lautet|no|nr|number|the|my|mein|meine|car|auto|war|was|has)\b){0,6}"
_ID_CUE = (
    r"(?i:steuer(?:-?id\w*|-?nummer|-?nr)|idnr|tin|ssn|social[ ]security(?:[ ](?:no|number))?|"
    r"national[ ]insurance(?:[ ](?:no|number))?|nino?|nhs|utr|"
    r"sozialversicherungs?-?(?:nummer|nr)|rentenversicherungs?-?(?:nummer|nr)|versicherungs?-?(?:nummer|nr)|versichertennummer|"
    r"personalausweis\w*|ausweis\w*|reisepass\w*|pass(?:port)?(?:-?(?:nummer|nr|number|no))?|führerschein\w*|"
    r"driving[ ]licen[cs]e|"
    r"imei|iccid|zähler(?:nummer|nr|stand)?|meter|pin|puk|tan|cvv|cvc|prüfziffer|bic|swift|konto(?:nummer|"
    r"nr)?|kto|account(?:[ ](?:no|number))?|acct|a/c)"
)

KINDS = (
    Kind(CARD, regex.compile(r"(?<![\w.,-])(?P<it>\d(?:[ -]?\d){12,18})(?![\w-])", _FLAGS), is_card),
    Kind(CODE, regex.compile(rf"\b{_BANK_CUE}\b{_GLUE}(?P<it>\d\d(?:[ -]?\d){{4,6}})(?!\w)", _FLAGS)),
    Kind(CODE, regex.compile(r"(?<![\w.,/-])(?P<it>\d\d-\d\d-\d\d)(?![\w/-]|[.,]\d)", _FLAGS), _is_no_date),
    Kind(
        CODE,
        regex.compile(  # tax, social, health numbers of Germany, Austria, Switzerland, Britain, America
            r"""(?<![\w.,/+-])(?P<it>
                \d{2}[ ]?\d{3}[ ]?\d{3}[ ]?\d{3} | \d{3}[ -]?\d{3}[ -]?\d{4} | \d{4}[ ]?\d{6} |
                   756\.?\d{4}\.?\d{4}\.?\d{2}
            )(?![\w-])""",
            _FLAGS,
        ),
        _is_national,
    ),
    Kind(
        CODE,
        regex.compile(
            r"""(?<![\w.,/-])(?P<it>
                \d{2}[ ]?[0-3]\d[01]\d{3}[ ]?\p{Lu}[ ]?\d{3}          # 65 170839 J 003
              | (?!BG|GB|KN|NK|NT|TN|
                ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ ]?\d{2}[ ]?\d{2}[ ]?\d{2}[ ]?[A-D]  # a NINO
              | \d{3}-\d{2}-\d{4}                                       # an SSN
              | \d{2,3}/\d{3}/\d{4,5}                                   # 181/815/08155
              | \p{Lu}{1,2}\d{2}\p{Lu}\d{5,6}\p{Lu}?\d?
              | 756\.\d{4}\.\d{4}\.\d{2}
              | (?:DE|ATU|GB)\d{8,9}
            )(?![\w-])""",
            _FLAGS,
        ),
    ),
    Kind(
        CODE,
        regex.compile(
            rf"\b{_ID_CUE}\b{_GLUE}(?P<it>(?=[\p{{Lu}}-]{{0,12}}\d|"
            rf"[A-Z]{{6}})[\p{{Lu}}\d](?:[ ./-]?[\p{{Lu}}\d]){{2,30}})(?!\w)",
            _FLAGS,
        ),
    ),
)

_DISTRICTS = (
    "A|AB|AC|AW|B|BA|BB|BC|BI|BIT|BL|BM|BN|BO|BOR|BRB|BS|C|CB|CE|CO|COE|CUX|CW|D|DA|DD|DE|DN|DO|DU|E|EE|EF|EL|EM|EMD|EN|ER|ERB|ERZ|ES|ESW|"
    "EU|F|FB|FD|FDS|FF|FFB|FG|FL|FN|FR|FS|FT|G|GE|GF|GG|GI|GL|GM|GP|GR|GS|GT|GÖ|GTH|H|HA|HAL|HAM|HB|HD|HDH|HE|HEF|HER|HF|HG|HH|HI|HK|HL|HN|"
    "HO|HOM|HP|HR|HRO|HS|HSK|HST|HVL|HWI|HX|IGB|IK|IN|IZ|J|K|KA|KB|KC|KE|KF|KG|KH|KI|KIB|KL|KLE|KN|KO|KR|KS|KT|KU|KÜN|L|LA|LAU|LB|LD|LDK|LDS|"
    "LER|LEV|LG|LI|LIP|LL|LM|LOS|LU|LÖ|LÜN|M|MA|MB|MD|ME|MEI|MG|MH|MI|MIL|MK|MKK|MM|MN|MOL|MOS|MR|MS|MSP|MTK|MTL|MYK|MZ|MÜ|N|NB|ND|NDH|NE|NES|"
    "NF|NI|NK|NM|NMS|NOH|NOM|NR|NU|NW|OA|OAL|OB|OD|OE|OF|OG|OH|OHV|OHZ|OL|OPR|OS|OSL|P|PA|PAF|PAN|PB|PE|PF|PI|PIR|PL|PLÖ|PM|PS|R|RA|RD|RE|REG|"
    "RH|RO|ROS|ROW|RS|RT|RV|RW|RZ|S|SAW|SB|SC|SE|SFA|SG|SHA|SHG|SI|SIG|SK|SL|SLS|SN|SO|SÖM|SP|SPN|SR|ST|STA|STD|SU|SW|SZ|TBB|TF|TIR|TO|TR|TS|TÜ|"
    "TUT|UE|UH|UL|UM|UN|V|VB|VEC|VER|VIE|VK|VS|W|WAF|WAK|WB|WE|WEN|WES|WF|WHV|WI|WIL|WL|WM|WN|WND|WO|WOB|WST|WT|WTM|WUG|WUN|WÜ|WW|Z|ZW"
)
"""Districts of German number plates (Fahrzeug-Zulassungsverordnung, annex 1), the usual ones:
with them a plate is known without its hyphen."""
_NO_LETTERS = r"(?!(?:fi|op|go|do|in|on|to|up|tv|er|id|no|so)\b)"
_COMMON = (
    r"(?!(?i:the|for|and|but|was|had|has|not|you|der|die|das|und|ich|ist|mit|von|auf|bis|ein|per|min|std|uhr|eur|"
    r"way|day|one|two|too|now|out|all|are|pcs)\b)"
)

PLATES = (
    regex.compile(
        r"""(?<![\w-])(?P<it>[A-ZÄÖÜ]{1,3}-[ ]?[A-Z]{1,2}[ -]?\d{1,4}[ ]?[EH]?)(?![\w-])      # TÜ-AB 123
          | (?<![\w-])(?P<it>[A-Z]{2}\d\d[ ]?[A-Z]{3})(?![\w-])                               # AB12 CDE""",
        _FLAGS,
    ),
    regex.compile(
        rf"""(?<![\w-])(?=\p{{Lu}}{{1,3}}[ ]\p{{Lu}})(?<!\p{{Lu}}{{2}}[ ])          # M AB1234
            (?P<it>(?:{_DISTRICTS})[ ](?!IC|RE|RB|EC|IR|EN|MB|GB)
              (?:[A-Z]{{1,2}}\d{{1,4}}|[A-Z]{{1,2}}[ ]\d{{2,4}})[EH]?)
            (?![\w%€-]|[ ]?(?:Uhr|Euro))
          | (?<![\w-])(?=\p{{L}}{{1,3}}-\p{{L}})                                      # b-xy 99
            (?P<it>(?i:{_DISTRICTS})-{_NO_LETTERS}[a-z]{{1,2}}[ -]?\d{{1,4}}[eh]?)(?![\w-])
          | (?<![\w-])(?P<it>[a-hj-pr-y]{{2}}\d\d[ ]?{_COMMON}[a-hj-pr-z]{{3}})(?![\w-])  # ab12 cde""",
        _FLAGS,
    ),
    regex.compile(
        rf"""\b{_PLATE_CUE}\b{_GLUE}(?P<it>(?i:
            [a-zäöü]{{1,3}}[ -]{{1,2}}[a-z]{{1,2}}[ -]?\d{{1,4}}[ ]?[eh]? | [a-z]{{2}}\d\d[ ]?[a-z]{{3}}
          | [a-z]\d{{1,3}}[ ]?[a-z]{{3}} | [a-z]{{3}}[ -]?\d{{1,4}}[ ]?[a-z]? | \d[ -]?[a-z]{{3}}[ -]?\d{{3}}
          | [a-zäöü]{{2,5}}\d{{1,4}}[eh]? | [a-z]{{1,2}}[ -]\d{{1,5}}[ ]?[a-z]{{1,3}}))(?!\w)""",
        _FLAGS,
    ),
)
_PHONE = regex.compile(
    r"""(?<![\w.,/-])(?P<it>
        (?:\+[ ]?\d{1,3}|00\d{1,3}|\(\+?\d{1,5}\)|0\d{1,5})
        (?:[ .]?\(0?\)|[ .]?\(\d{1,5}\))?(?:[ ]?[ ./–-][ ]?|)\d(?:(?:[ ]?[ ./–-][ ]?)?\d){4,12}
        (?:[ ]?(?:x|ext\.?)[ ]?\d{1,6})?
      | \d{3}[.-]\d{3}[.-]\d{4}(?:[ ]?x\d{1,6})?
    )(?![\w]|[.,]\d)""",
    _FLAGS,
)
_BIRTH_CUE = regex.compile(
    r"(?i)(?:\bgeb(?:oren|\.)?|\bborn|\bd\.?o\.?b\b\.?|\bdate[ ]of[ ]birth|\bgeburts(?:tag|datum)\w*|"
    r"\bbirth(?:day|date)|\*)"
    r"(?:[\s:=,.]|\b(?:am|on|den|the|is|ist|war|was|at|in)\b){0,6}$",
    regex.VERSION1,
)


def find_identifiers(text: str) -> Iterator[tuple[str, int, int]]:
    """(code, iban, card or plate; start; end), those first that are surest. May overlap: the first one counts."""
    for span in find_ibans(text):
        yield IBAN_KIND, *span
    for kind in KINDS:
        for match in kind.pattern.finditer(text, overlapped=kind.proof is not None and len(text) < 2_000):
            if kind.proof is None or kind.proof(match["it"]):
                yield kind.name, *match.span("it")
    for pattern in PLATES:
        for match in pattern.finditer(text):
            yield "plate", *match.span("it")


def find_phones(text: str, *, language: str) -> Iterator[tuple[int, int]]:
    """Whatever is written like a telephone number with its prefix, and what the numbering plans know as one."""
    if sum(map(str.isdigit, text)) < LEAST_DIGITS:
        return
    for match in _PHONE.finditer(text):
        if not DATE.match(text, match.start()) and sum(map(str.isdigit, match["it"])) >= LEAST_DIGITS:
            yield match.span("it")
    if len(text) <= 1_000:
        for found in phonenumbers.PhoneNumberMatcher(text, REGIONS.get(language, "DE")):
            if text[found.start] in "+0(" and not DATE.match(text, found.start):
                yield found.start, found.end


def is_birth_date(text: str, start: int) -> bool:
    """Whether the words before `start` say that somebody was born then."""
    return _BIRTH_CUE.search(text[max(0, start - 40) : start]) is not None
