"""Single words and endings that rules look for, German and English."""

from scoring.core.text import list_words

FIRST_PERSON = {
    "de": list_words("ich mich mir mein meine meinen meiner meinem"),
    "en": list_words("i i'll i've i'm i'd my me"),
}
"""Somebody speaks, not a company."""

ANSWERS = {
    "de": list_words("ja nein doch stimmt geht klar gilt richtig genau jein"),
    "en": list_words("yes no yep nope not correct right true both neither"),
}
"""A sentence that begins so answers a question."""

NOMINAL_ENDINGS = {
    "de": ("ung", "ungen", "keit", "heit", "tion", "ionen", "taet", "ismus"),
    "en": ("tion", "tions", "ment", "ments", "ance", "ability"),
}
"""Endings of nouns that stand where a verb could."""

COMMON = {
    "de": list_words("""
        aber aktuell alle allem allen aller alles also andere anderen anders auch bald beide beim bereits
        besser bevor bisher bist bitte bleiben bleibt brauchen braucht dabei dadurch dafuer daheim daher
        dahin damit danach danke dann daran darf darum dass dasselbe davon dazu dein deine deinem deinen
        deiner denn derzeit deshalb dich dies diese diesem diesen dieser direktnachricht direktnachrichten
        doch dort durch eben ebenfalls eigentlich eine einem einen einer eines einfach einmal erst etwa
        etwas euch euer eure formular freuen freut fuer ganz geben geduld gegen geht genau gerade gern gerne
        gibt gleich gute guten guter habe haben hallo hast hatte hatten heute hier ihnen ihre ihrem ihren
        ihrer ihres immer indem irgendwann jede jedem jeden jeder jetzt kann kannst kein keine keinem keinen
        keiner koennen koennt koennte kommen kommt laesst lassen leider lieber machen macht mehr mein meine
        meinem meinen meiner melden mich moechte moechten moeglich moment momentan muessen muss nach nachdem
        nachricht nachrichten naechste naechster natuerlich neben nein nicht nichts noch nochmal oder ohne
        privat private privaten privatnachricht sage sagen schade schauen schicken schnell schon schreiben
        sehr sein seine seit selbst sich sicher sind sobald sofort sogar sollen sollte sondern sonst stehen
        steht tage team teil trotzdem ueber unser unsere unserem unseren unserer unter viel viele vielen
        waere waren warum wegen weil weiss weiter welche wenn werde werden wieder will wird wirklich wissen
        wollen worden wurde wurden zurzeit zwar zwischen
    """),
    "en": list_words("""
        able about above after again against almost already also always another anyone anything around back
        been before being below best between both came can't cannot check come comes could didn't does
        doesn't doing don't done down during each either else even evening ever every everyone everything
        form from gets getting give given goes going good have having hello help here hers himself hope i'll
        i've into isn't it's itself just keep know known last least less let's like look made make many
        maybe message messages might mine more morning most much must need needs never next nobody none
        nothing often once only other others ours over people please private privately quite really right
        said same says seen send shall should since some someone something soon sorry still such sure take
        team tell than thank thanks that that's their them themselves then there there's these they they're
        thing things this those though through time today together told until upon very want wants we'll
        we're we've well went were what when where which while whom whose will with within without won't
        work works would write you'll you're you've your yours yourself
    """),
}
"""Words of four letters and more that any text may hold: they say nothing of what it is about."""
