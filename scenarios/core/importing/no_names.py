"""Words that stand where names stand, lower case, German and English."""

_NO_NAMES = """
    a again all alle am amazon an and any app apple are auf aus bahn bei bis but can could customer customers da
    dann das dass db dem den denn der deutsche did die do doch does du dude ein eine einen er es everybody
    everyone facebook folks for friend friends für gibt good google great guys habe haben had happy has hat have
    here how i i'd i'm i've ich if ihnen ihr im in is ist it it's its ja just kann kein kollegen kunde kunden
    kundin können könnt leider let let's lets leute liebe lieber liebes ma'am madam man mate may mein meine mit
    much my nach nein nicht no noch not now nun nur ob oder ok okay our please schon sehr seit service shall
    should sie sind sir so sorry support tag team thank thanks that the then there they this twitter uber uhr um
    und uns unser very von vor wann war warum was we welt were what when where which who why wie wieso will wir
    wird wo would yes you your zu zum zur zusammen
"""
NO_NAMES = frozenset(_NO_NAMES.split())
"""After a greeting or thanks, these are no names."""

_AMBIGUOUS = """
    april art august bill busch chance christian dawn ernst faith frank grace grant gross groß hope jack joy june
    klein kurz lang mai mark may pat rich rose stern sue summer will wolf
"""
AMBIGUOUS = frozenset(_AMBIGUOUS.split())
"""Names that are words as well: replaced where a greeting shows them to be names, left alone elsewhere."""
