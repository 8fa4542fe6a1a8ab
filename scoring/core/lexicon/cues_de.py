"""Cues for empathy, courtesy and openness, German: smaller than acts, and evidence only. One pattern per line."""

CUES = {
    "appreciation": """
        schaetze|schaetzen|geschaetzt|wertschaetze|wertschaetzung|respekt|anerkenn*|lob|lobe|loben|beeindruck*
        hoch anrechnen
        rechne|rechnen .. hoch an
        zu schaetzen
        danke|dank|dankbar|dankeschoen
        freue|freut|freuen|gefreut|toll|super|prima|klasse|schoen|hervorragend|engagement|einsatz|eigeninitiative|
            initiative
        gute|guter|gutes|tolle arbeit|leistung|idee|arbeit
    """,
    "understanding": """
        verstehe|verstehen|verstaendlich|verstaendnis|nachvollziehen|nachvollziehbar|nachempfinden|nachfuehlen|
            einfuehlen
        bewusst|klar dass
        schwer|schwierig|schwierige|schwierigen|stressig|stress|druck|situation|lage|unangenehm|belastend|zeitdruck
        mir|uns vorstellen
        sicher|sicherlich|bestimmt nicht einfach|leicht
        in ihrer|deiner situation|lage|stelle
        wie sie|du sich|dich fuehlen|fuehlst
        gefuehl|gefuehle|fuehlen|fuehle|sorgen|aergerlich|traurig|enttaeuscht
    """,
    "togetherness": """
        gemeinsam|gemeinsame|gemeinsamen|zusammen|miteinander|zusammenarbeit|team|unterstuetz*|helfen|hilfe|behilflich
        gespraech|besprechen|austauschen|reden|unterhalten
        wir|uns
        fuer sie|dich da
        hinter ihnen|dir
        an ihrer|deiner seite
        loesung|loesungen|loesen|finden
    """,
    "self_critique": """
        ich|wir haette|haetten|habe .. sollen|muessen|koennen|versaeumt
        mein|unser fehler|versaeumnis
        meinerseits|selbstkritik|mitschuld|mitverantwortung
        auch ich|mir|mein
        nicht erreichbar
        tut mir|uns leid
        leid|entschuldig*
    """,
    "softener": """
        vielleicht|eventuell|eigentlich|etwas|gerne|gern|bitte|moeglicherweise|koennten|koennte|wuerde|wuerden|
            sollten|moechte|waere|waeren|gegebenenfalls
        bitte|wuerden sie|du
        in zukunft|kuenftig|zukuenftig|naechstes|naechsten mal?
    """,
    "well_meant": """
        gut|gute|guter|besten|bestes|richtig gemeint|absicht|absichten|gewissen|willen|gehandelt
        im sinne
        im interesse
        bemueht|bemuehen|bemuehung*|versucht|versuch|sinn der firma|menschlich
        fehler passieren|machen
        passieren|passiert|vorkommen
        nicht schlimm|tragisch
        keine schuld|sorge|sorgen|vorwurf|vorwuerfe
        kopf hoch
        vertrauen|zuversicht*|chance
    """,
    "threat": """
        abmahn*|kuendig*|konsequenz*|rechenschaft|disziplinar*|fristlos*|personalabteilung|schadenersatz|
            schadensersatz|haftbar|verwarnung|entlass*|strafe|personalakte
        arbeitsrechtlich*|schriftlich*
        letztes|letzte mal|warnung
    """,
    "accusation": """
        eigenmaechtig*|versto*|missacht*|untersag*|fahrlaessig*|inakzeptabel|unverantwortlich*|falsch|falsche|
            falsches|versagt|verschuldet|ausrede|ausreden|unfaehig*|widersetz*|ignorier*|gegen .. anweisung|
            vorschrift|absprache
        nicht akzeptieren|hinnehmen|tolerieren|dulden
        kann|darf nicht sein
        schaden|verlust|vertrauensbruch|lehre
        enttaeuscht von
        haetten|muessen|haben sie
        warum|wieso|weshalb
    """,
    "absolutes": """
        nie|niemals|immer|keinesfalls|ausschliesslich|lediglich|einfach|
            selbstverstaendlich|offensichtlich|natuerlich|definitiv
    """,
    "negation": """
        nicht|kein|keine|keinen|keiner|nichts
    """,
}
