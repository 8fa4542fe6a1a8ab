"""Where names of people stand in a post, besides the greetings, titles and signatures of `patterns`.

A strong cue makes a name of any capitalised word; a weak one ("I'm", "spoke to") needs a first name that is known, or
two words that end like a name does. Lower-case spellings count only where the first name is known.
"""

import regex

_FLAGS = regex.VERSION1
_PART = r"\p{Lu}(?:\p{L}|[’'](?=\p{L})){1,30}+"
CAP = rf"{_PART}(?:-{_PART}){{0,2}}"
PARTICLES = (
    r"(?:(?:von|van|de|der|den|zu|da|di|del|della|la|le|ten|ter|bin|ibn|al|el|El|Al|Abu|Abou|Van|De|Di)[ ]){0,3}"
)
LAST = rf"(?:[ ](?P<last>{PARTICLES}{CAP}))"
INITIAL = r"(?:\p{Lu}\.\s?){1,2}"
_NEXT = r"[,.:!]?\s+\(?"

STRONG = (
    regex.compile(
        rf"(?i:\bmy\sname(?:\sis|'s|’s|:)|\bI\sam\scalled|\bmein\sname\sist|\bich\shei(?:ß|ss)e|\bname\s?:|\bgez\.?|\bsigned(?:\sby)?:?|"
        rf"\bi\.\s?a\.?|\bi\.\s?v\.?|\bp\.?p\.?|\bz\.?\s?hd\.?|\battn:?|\bf\.a\.o\.?|\bfamil(?:ie|y)|\bkolleg(?:e|en|in)|\bcolleague|\bmitarbeiter(?:s|in)?|"
        rf"\bansprechpartner(?:in)?|\b(?:auf|an)\sden\snamen|\b(?:in|under)\sthe\sname(?:\sof)?|\bläuft\sauf(?:\sden\snamen)?|\bnamens|\b(?:someone|somebody|guy|lady|man|woman|agent)\s(?:called|named)|"
        rf"\bich\sbin(?:['’]?s|\ses),?|\bit['’]?s\sme,?|\b(?:meine?r?|ihre?|seine?)\s(?:frau|mann|tochter|sohn|bruder|schwester|mutter|vater|oma|opa|nachbar(?:in)?|freund(?:in)?)|"
        rf"\b(?:my|his|her)\s(?:wife|husband|daughter|son|brother|sister|mum|mom|dad|mother|father|gran|neighbour|neighbor|partner|friend|flatmate)|"
        rf"\b(?:hier\s(?:ist|schreibt|spricht)|es\sschreibt)|\bcustomer\s?:|\bkund(?:e|in)\s?:|\babsender\s?:|\b(?:from|von|to|an)\s?:|\bempfänger(?:in)?\s?:?|"
        rf"\b(?:handled|signed|delivered|served|bedient|beraten|unterschrieben|angenommen)\s(?:by|von)){_NEXT}"
        rf"(?:(?:Herrn?|Frau|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s)?(?:{INITIAL})?(?P<it>{CAP}){LAST}?",
        _FLAGS,
    ),
    regex.compile(
        rf"(?<![\w.]){INITIAL}(?<!z\.\s?B\.\s?)(?<!d\.\s?h\.\s?)(?<!u\.\s?U\.\s?)(?<!S\.\s)(?P<it>)(?P<last>{CAP})",
        _FLAGS,
    ),
    regex.compile(
        rf"(?:^|[.!?,\n]\s*)(?P<it>{CAP}){LAST}?\s(?:here|hier|again|nochmal)(?:\s(?:again|nochmal|noch\smal|wieder))?(?=\s*[,.!:;–-]|\s(?:from|aus)\s\p{{Lu}}|\s*$)|\b[Tt]he\s(?P<it>)(?P<last>{CAP})\sfamily\b|[\n,]\s*[-–—~]{{0,2}}\s?(?P<it>{CAP})\s(?P<last>{PARTICLES}{CAP})\s*$",
        _FLAGS,
    ),
    regex.compile(  # only people tell and promise
        rf"(?:^|[.!?\n]\s*)(?P<it>{CAP}){LAST}\s"
        rf"(?:told|said|says|promised|hat\s(?:mir|uns|gesagt|versprochen)|sagt|sagte|meinte|versprach)\b",
        _FLAGS,
    ),
    regex.compile(
        rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Dr|Prof|Herrn?|Frau|Hr|Fr|Fräulein)\b\.?\s(?:(?:Dr|Prof)\.\s){{0,2}}(?:{INITIAL})?"
        rf"(?:(?P<it>{CAP})\s)?(?P<last>{PARTICLES}{CAP})",
        _FLAGS,
    ),
)
WEAK = regex.compile(
    rf"(?i:\bi['’]?m|\bi\sam|\bthis\sis|\bich\sbin|\b(?:spoke|speak|speaking|talked|talking|chatted|chatting|dealt|thanks|thank\syou|written|reply|email|call|visit)\s(?:to|with|from)|"
    rf"\b(?:gesprochen|telefoniert|geschrieben|geredet)\smit|\bmit|\bvon|\bbei|\bfür|\ban|\bfor|\bwith|\bby|\bfrom|\bto|\band|\bund|\bask(?:ed)?(?:\sfor)?|\btold|\btell|\bmet|\bsagt(?:e)?|\bmeinte|"
    rf"\b\w{{0,8}}namen?\s(?:in|to|auf|zu)|\bheiß(?:t|en)|\b(?:opa|oma|onkel|tante|grand(?:pa|ma|ad)|nan|auntie?|uncle)|\b(?:nette|freundliche|lovely|nice)[nrms]?|\bcalled|\bnamed|\bmal|\bnee|\bnein|\bnope|\byes|\bno\b|"
    rf"\bdass|\bthat|\bdank|\bthanks\sto|\bcc|\bfrag(?:t|te)?|\bruft?|\blieber?|\bwegen|\bohne){_NEXT}(?P<it>{CAP}){LAST}?",
    _FLAGS,
)
FULL = regex.compile(rf"(?<![\w@#.’'-])(?P<it>{CAP})[ ](?:{INITIAL})?(?P<last>{PARTICLES}{CAP})", _FLAGS)
LOWER = regex.compile(
    r"(?i:\bmy\sname(?:\sis|'s|’s)|\bmein\sname\sist|\bich\shei(?:ß|ss)e|\bich\sbin(?:['’]?s|\ses)?,?|\bi['’]?m|\bi\sam|\bthis\sis|\bhier\s(?:ist|schreibt|spricht)|"
    r"\bit['’]?s\sme,?|\b(?:lg|vg|mfg|bg|gru(?:ß|ss)|grüße|regards|cheers|love),?|\b(?:hi|hallo|hey|dear|liebe[rs]?|danke|thanks)|\bgez\.?|\b(?:herr|frau|mr|mrs|ms)|\b(?:meine?|my)\s(?:oma|opa|mama|papa|frau|mann|tochter|sohn|bruder|schwester|nan|mum|mom|dad|wife|husband|son|daughter|brother|sister|friend|freund(?:in)?))\s+(?P<it>\p{Ll}{2,30}(?:-\p{Ll}{2,30})?)(?:\s(?P<last>\p{Ll}{3,30}))?",
    _FLAGS,
)
TOKEN = regex.compile(r"(?<![\w@#])\p{L}++(?:[’'-]\p{L}++){0,3}[’']?", _FLAGS)
HANDLE_CUE = regex.compile(
    r"(?i:\b(?:insta(?:gram)?|twitter|snap(?:chat)?|tiktok|discord|telegram|skype|mastodon|bluesky|bsky|threads|user(?:name)?|nutzername|benutzername|nick(?:name)?|"
    r"handle|profil|profile|psn|gamertag|login)\b(?:[\s:=]|\b(?:is|ist|lautet|name|account|konto|auf|on|mein|meine|my|unter|heiße|als|as)\b){1,5})(?P<it>[a-z0-9][\w.-]{2,38}[a-z0-9_])(?![\w@])",
    _FLAGS,
)
HANDLE = regex.compile(r"(?<![\w@#./-])(?P<it>(?=[\w.]*[a-z])[A-Za-z0-9]+_[A-Za-z0-9_]{2,30})(?![\w@]|\.\w)", _FLAGS)
DETERMINERS = frozenset(
    [
        "der",
        "die",
        "das",
        "dem",
        "den",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "kein",
        "keine",
        "keinen",
        "mein",
        "meine",
        "meinen",
        "meinem",
        "dein",
        "deine",
        "euer",
        "eure",
        "ihr",
        "ihre",
        "unser",
        "unsere",
        "dieser",
        "diese",
        "diesen",
        "diesem",
        "dieses",
        "jeder",
        "jede",
        "jeden",
        "jedes",
        "im",
        "am",
        "zum",
        "zur",
        "vom",
        "beim",
        "ins",
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "my",
        "your",
        "his",
        "her",
        "our",
        "their",
        "no",
        "every",
        "each",
        "some",
        "any",
        "new",
        "neue",
        "neuer",
        "neuen",
    ]
)
"""In front of a word that is a name too, these say that here it is a word."""
