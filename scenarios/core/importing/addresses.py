"""Where people live: street with number, postcode with place, postcodes by themselves.

A street needs its number and a postcode its place or a word that says what it is; otherwise `Gleis 3` and `12000 Euro`
would move house. British postcodes are known by their areas.
"""

from collections.abc import Iterator

import regex

_FLAGS = regex.VERSION1 | regex.VERBOSE
_CAP = r"\p{Lu}[\p{L}.'’-]{0,30}+"
_AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|"
    "GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|"
    "PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_NO_PLACES = (
    r"(?:Euro|EUR|Kunden|Kundinnen|Leute|Menschen|Kilometer|Meter|Mal|Stück|Punkte|Bonuspunkte|Follower|Meilen|Mitarbeiter|Haushalte|"
    r"Einwohner|Fahrgäste|Nutzer|Anrufe|Mails|Nachrichten|Tweets|Stunden|Minuten|Sekunden|Tage|Jahre|Seiten|Zuschauer|Volt|Watt|"
    r"Reisende|Züge|Anschlüsse|Fragen|Beschwerden|Dollar|Uhr|Prozent|Cent|Schritte|Likes|Retweets|Beiträge|Tickets|Pakete)"
)
_NO_STREETS = (
    r"(?:Sommer|Winter|Herbst|Frühling|Frühjahr|Halbjahr|Quartal|Durchschnitt|Umkreis|Kanal|Linie|Haltestelle|Hauptbahnhof|Kasse|Automat|Automaten|Gang|Wert|Wochenende|Gleis|Wagen|Bahnsteig|Tag|Abend|Morgen|Mittag|Nachmittag|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Terminal|Gate|"
    r"Platz|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahr|Jahre|Zug|Bus|Schalter|Ausgang|"
    r"Tarif|Vertrag|Shop|Regal|Zimmer|Raum|Abteil|Ende|Schnitt|Netz|Preis|Kapitel|Punkt|Schritt|Teil|Router|Fall|Forum|Stock|Anfang|Halt)"
)
_SUFFIXES = (
    r"(?:straße|strasse|str\.|str|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|stieg|pfad|markt|promenade|"
    r"graben|wall|kamp|hof|berg|grund|hain)"
)
_NO_ROADS = (
    r"(?!(?i:\p{L}*(?:sitz|park|stell|steh|arbeits|fenster|gang|lade|spiel|rast|flug|liege|halte|fahrrad|ausbildungs|studien|listen|speicher|zelt)platz|"
    r"\p{L}*bahnhof|friedhof|innenhof|bauernhof|bahnsteig|(?:ein|um|aus|ab|auf)stieg|(?:super|bau|floh|weihnachts|arbeits|elektro|media)-?markt|"
    r"(?:heim|rück|hin|arbeits|schul|rad|um|aus|fuß|nachhause)weg|(?:hinter|vorder|ab|beweg)grund)\b)"
)
_OLD = (
    r"(?:(?:alten|neuen|großen|kleinen|grünen|hohen|oberen|unteren|langen|kurzen|roten|schwarzen|weißen|blauen|"
    r"goldenen|Alten|Neuen|Großen|Kleinen)[ ])"
)
_HOUSE = (
    r"\d{1,4}(?:[ ]?[a-hA-H]\b)?(?:[ ]?[-/+][ ]?\d{1,4}[a-h]?)?(?![\w:%€]|[.,]\d|[ ](?:Uhr|Euro|Minuten|Stunden|"
    r"Tage|Prozent|km|mal)\b)"
)
_ENGLISH = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Crescent|Cres|Gardens?|Grove|Place|Pl|Square|Sq|Terrace|Way|Hill|Row|Mews|"
    r"Park|Walk|Boulevard|Blvd|Parkway|Pkwy|Alley|Cove|Creek|Crossing|Circle|Trail|Turnpike|Highway|Hwy|View|Views|Village|Heights|Green|"
    r"Rise|Parade|Wharf|Quay|Yard|Gate|Estates?|Meadows?|Fields?|Falls|Ferry|Ford|Forge|Glens?|Harbors?|Hollow|Inlet|Island|Islands?|Isle|"
    r"Junction|Keys?|Knolls?|Lakes?|Landing|Light|Loaf|Locks?|Lodge|Loop|Mall|Manors?|Mills?|Mission|Motorway|Mount|Mountain|Neck|Orchard|"
    r"Oval|Overpass|Pass|Passage|Path|Pike|Pines?|Plains?|Plaza|Points?|Ports?|Prairie|Radial|Ramp|Ranch|Rapids?|Rest|Ridges?|River|Run|Shoals?|"
    r"Shores?|Skyway|Springs?|Spurs?|Station|Stravenue|Stream|Summit|Throughway|Trace|Track|Trafficway|Tunnel|Underpass|Unions?|Valleys?|Viaduct|"
    r"Via|Ville|Vista|Walks|Wall|Ways|Wells?|Bridge|Brook|Brooks|Burgs?|Bypass|Camp|Canyon|Cape|Causeway|Centers?|Circles|Cliffs?|Club|Common|"
    r"Corners?|Course|Courts|Coves|Crest|Crossroad|Curve|Dale|Dam|Divide|Drives|Estate|Expressway|Extension|Extensions|Flats?|Forest|Forges|Fork|"
    r"Forks|Fort|Freeway|Gateway|Greens|Groves|Harbor|Haven|Hills|Bay|Beach|Bend|Bluffs?|Bottom|Branch|Squares|Streets|Trailer|Annex|Arcade|Bayou)"
)

_STREET = regex.compile(
    rf"""(?<![\w-])(?P<it>(?:
        {_NO_ROADS}(?:\p{{Lu}}[\p{{L}}-]{{0,40}}(?:[ ]\p{{Ll}}{{1,20}})?{_SUFFIXES}
          |(?i:\p{{L}}{{3,40}}(?:straße|strasse|str\.|allee|gasse)))
      | (?:\p{{Lu}}\p{{L}}{{0,30}}+\.?[ -]){{1,3}}(?:Straße|Strasse|Str\.|Platz|Weg|Allee|Gasse|Ring|Ufer|Damm|
        Chaussee|Steig)
      | (?:Straße|Strasse|Str\.|Platz|Allee)[ ](?:des|der)[ ](?:\d{{1,2}}\.[ ])?\p{{Lu}}[\p{{L}}-]{{1,40}}+
      | (?:Am|An[ ]der|An[ ]den|Im|In[ ]der|In[ ]den|Auf[ ]der|Auf[ ]dem|
        Zum|Zur|Hinter[ ]der|Unter[ ]den|
        Alter?|Neuer?)[ ]{_OLD}?(?!{_NO_STREETS}\b)\p{{Lu}}[\p{{L}}-]{{2,40}}+
      )(?:(?<=[sS]tr\.)|[ ](?:Nr\.[ ]?)?)(?!(?:19|20)\d\d\b){_HOUSE})
      | (?i:\bpostfach|\bp\.?[ ]?o\.?[ ]?box)[ ](?P<it>\d(?:[ ]?\d){{1,9}})(?!\w)
      | (?<![\w.,-])(?P<it>\d{{1,4}}[a-z]?[ ](?!(?:the|this|that|minutes?|mins?|hours?|miles?|people|of|on|to
        |at|in|down|other|more|years?|days?|weeks?)\b)
        (?:[\p{{Ll}}’']{{2,20}}[ ]){{1,2}}(?:street|road|rd|avenue|ave|lane|crescent|blvd|terrace|gardens)\b
        |\d{{1,4}}[a-z]?[ ](?!(?:the|this|that|minutes?|mins?|hours?|miles?|people|of|on|to|at|in|days?|weeks?
          |too|very|so)\b)[\p{{Ll}}’']{{2,20}}[ ](?:close|drive|court|grove|way)\b)
      | (?<![\w.,-])(?P<it>\d{{1,4}}[a-z]?[ ]the[ ](?:crescent|avenue|terrace|drive|close|green|mews)\b)
      | (?<![\w.,-])(?P<it>\d{{1,5}}(?:-\d{{1,5}})?[a-zA-Z]?,?[ ](?:{_CAP}[ ]){{1,4}}{_ENGLISH}\b\.?
        (?:,?[ ](?:Apt\.?|Suite|
        Flat|Unit)[ ]\w{{1,5}})?)
      | (?<!\w)(?P<it>(?:Flat|Apt\.?|Apartment|Suite|Studio|Unit)[ ]\d{{1,4}}[a-zA-Z]?),?[ ](?=\d|{_CAP})""",
    _FLAGS,
)
_PLACE = regex.compile(
    rf"""(?<![\w.,/€$£+-])(?P<it>(?:[DACH]{{1,2}}-)?(?!\d{{2}}000\b)
        (?:(?<=\b(?i:in|aus|nach)\s)|(?!\d{{3}}00\b))(?P<code>\d{{5}})[ ](?!{_NO_PLACES}\b)
        (?P<town>\p{{Lu}}[\p{{L}}-]{{1,40}}+
        (?:[ ](?:am|an[ ]der|im|in[ ]der|bei|ob[ ]der|vor[ ]der)[ ]\p{{Lu}}[\p{{L}}-]{{1,40}}+|[ ]\(\p{{L}}+\))?))
      | (?<![\w-])(?P<it>(?:A|CH)-(?P<code>\d{{4}})[ ](?P<town>\p{{Lu}}[\p{{L}}-]{{1,40}}+))
      | (?:(?i:plz|postleitzahl|zip(?:[ ]code)?|postal[ ]code|postcode)[\s:.]*(?i:is|ist|
        lautet)?[ ]?)(?P<it>(?P<code>\d{{4,5}})(?:-\d{{4}})?)(?![\w])
      | (?<=,[ ])(?P<it>(?P<town>(?:{_CAP}[ ]){{0,2}}{_CAP}),[ ]
        (?P<state>[A-Z]{{2}})[ ](?P<code>\d{{5}})(?:-\d{{4}})?)(?!\w)
      | \b(?P<it>(?P<state>A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|
        S[CD]|T[NX]|UT|V[AT]|W[AIVY])[ ](?P<code>\d{{5}})(?:-\d{{4}})?)(?!\w)
      | (?:,[ ]|(?i:in|aus|wohne)[ ])(?P<it>(?P<code>[1-9]\d{{3}})[ ](?!{_NO_PLACES}\b)
        (?P<town>\p{{Lu}}[\p{{L}}-]{{2,40}}+))(?=[\s,.;!?)]|$)""",
    _FLAGS,
)
_POSTCODE = regex.compile(
    rf"""(?<![\w-])(?=[A-Za-z]{{1,2}}\d)(?P<it>(?i:{_AREAS})\d[a-z\d]?[ ](?!1st|2nd|3rd|\d(?:th|am|pm|gb|tb|hz
      |er))\d[abd-hjlnp-uw-z]{{2}})(?![\w-])
      | (?<![\w-])(?=[A-Z]{{1,2}}\d)(?P<it>(?:{_AREAS})\d[A-Z\d]?[ ]?\d[ABD-HJLNP-UW-Z]{{2}})(?![\w-])
      | (?i:post[ ]?code)(?:[\s:]|\b(?i:is|for|my)\b){{0,6}}(?P<it>(?i:[a-z]{{1,2}}\d[a-z\d]?[ ]?\d[a-z]{{2}}))(?!\w)
      | (?<=,[ ]|\n)(?P<it>[A-Z]{{1,2}}\d[A-Z\d]?[ ]\d[A-Z]{{2}})(?![\w-])""",
    _FLAGS,
)


def find_addresses(text: str) -> Iterator[tuple[str, int, int]]:
    """(street, place or postcode; start; end)."""
    for kind, pattern in (("street", _STREET), ("place", _PLACE), ("postcode", _POSTCODE)):
        for match in pattern.finditer(text):
            yield kind, *match.span("it")
