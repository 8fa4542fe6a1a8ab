"""Communicative acts, German. One pattern per line; docs/scoring.md says what each rule is for."""

ACTS = {
    "greeting": """
        hallo|hi|hey|hej|moin|servus|gruezi
        gruess gott|dich|euch
        grias di
        guten|schoenen tag|morgen|abend
        sehr geehrte|geehrter|geehrtes
        liebe|lieber <handle>
        liebe|lieber frau|herr
    """,
    "feeling": """
        aergerlich|frustrierend|nervig|unangenehm|bitter|mist|bloed|fies|doof|zermuerbend|beunruhigend|unheimlich
        verstehe|verstehen ich|wir .. aerger|frust|sorge|sorgen|enttaeuschung|wut|unmut
        kann|koennen .. nachvollziehen|verstehen|nachfuehlen
        verstehe|verstehen .. gut|dass|warum|wie
        dein|deine|deinen|ihr|ihre|ihren|euer|euren aerger|frust|sorge|sorgen|enttaeuschung|wut|angst|aufregung
        kein wunder
        schade um
        das|sowas nervt
        das|sowas tut weh
        das|sowas macht keinen spass
        das|sowas geht gar? nicht
        zu recht
        voellig|absolut recht
        recht haben|hast|habt
        haben|hast|habt .. recht
        mitgefuehl
        gut|schlimm|hart|schwer genug
        angst|sorgen .. machen|macht|machst
        das klingt|hoert sich .. an
        freut mich|uns
        wie schoen|schade|lieb
        gute frage
        gut dass
        danke fuer die|deine|ihre geduld
    """,
    "apology": """
        tut mir|uns .. leid
        tut's mir|uns? .. leid
        es? tut mir|uns leid
        entschuldig*
        verzeih*
        sorry
        pardon
        bedauer*
        um verzeihung|nachsicht
        ! keine entschuldigung
        ! entschuldigt nicht|nichts
    """,
    "ownership": """
        unser|unsere|mein|unserer|unserem fehler|patzer|versaeumnis|schuld|verschulden|panne
        fehler von uns|mir|unserer
        lag|liegt an uns|mir
        auf unserer seite
        haette .. nicht .. passieren|sein duerfen
        haetten .. nicht .. duerfen
        haetten|haette wir|ich .. muessen|sollen
        darf|durfte .. nicht .. passieren|sein|vorkommen|dein|ihr
        wir haben|hatten .. uebersehen|vergessen|verbockt|verschlafen|versaeumt|verschlampt
        das nehme|nehmen ich|wir auf uns|mich
        das geht|ging auf uns
        verantwort*
        da will|moechte ich nichts beschoenigen
        das war falsch|unfair|daneben|nicht in ordnung|zu wenig|zu spaet
        war falsch|schlecht|daneben
        geht auf uns|unsere kappe
        haben|hast|habt zu? lange gewartet
        ! fuer .. sind|ist .. nicht verantwortlich
        ! nicht verantwort*
        ! nicht unser|unsere fehler|schuld
        ! keine verantwortung
        ! liegt nicht an uns
    """,
    "thanks": """
        danke|dankeschoen|dank
        ! gott sei dank
    """,
    "explanation": """
        weil|denn|naemlich|deshalb|deswegen|daher
        der|die grund|ursache
        grund|ursache ist|war|dafuer
        liegt|lag daran|am|an
        wegen|aufgrund
        durch ein|einen|eine
        hintergrund
        das heisst
        ! grund zur
        ! daher bitten
    """,
    "next_step": """
        ich|wir .. bis|ab|um|gegen|heute|morgen|spaetestens|gleich|sofort|jetzt|eben
        melde|melden|schreibe|schreiben|rufe|rufen|antworte|schicke|schicken|pruefe|pruefen .. mich|uns|dich|dir|
            ihnen|sie .. bis|ab|um|heute|morgen|gleich|spaetestens
        schaue|schau|schauen|pruefe|pruefen|klaere|klaeren|kuemmere|kuemmern|buche|buchen|setze|erstatte|erstatten|
            nehme|stelle|sorge ich|wir
        ich schaue|schau|sehe|pruefe|klaere|kuemmere|rufe|schicke|schreibe|melde|buche|setze|erstatte|nehme|stelle|
            sorge|habe|frage|gebe|hole|bleibe|halte|aktiviere|lege|trage|suche|leite|sage
        spaetestens|voraussichtlich bis|um|ab|am|gegen|heute|morgen|#
        bis <time>|heute|morgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|spaetestens|mittag|abend
        bis #
        um|ab|gegen|zwischen <time>
        innerhalb|binnen|in von? #
        heute noch
        noch heute
        sobald .. melde|melden|schreibe|rufe|sage
    """,
    "offer": """
        bieten|biete .. an
        kann|koennen ich|wir dir|ihnen|euch
        moechtest|moechten|magst|moegen|wollen|willst|soll|sollen du|sie|ich|wir .. ?
        wenn|falls du|sie moechtest|moechten|magst|moegen|wollen|willst
        stattdessen|alternativ|alternative|ersatzweise
        was .. geht|hilft
        auf unsere|meine kosten
        geht auf uns
        ! das geht auf uns
        uebernehmen|uebernehme|erstatten|erstatte|ersetzen|schenken|spendieren wir|ich|dir|ihnen
        kostenlos|kostenfrei|gratis
        steht|stehen|bekommst|bekommen|erhaelst|erhalten .. entschaedigung|erstattung|gutschrift|zurueck|ersatz
        gutschrift|entschaedigung|erstattung|ersatzgeraet
        gern|gerne
    """,
    "to_private": """
        dm|dms|pn|pm
        direktnachricht|direktnachrichten|privatnachricht
        private|privater|privaten nachricht|nachrichten
        privat schreiben|schreib|melden|weiter
        schreib|schreiben|schick|schicken|sende|senden .. privat
        unter vier augen
        per mail|e-mail
    """,
    "sign_off": """
        <initials>
        viele|liebe|beste|freundliche|herzliche|schoene|sonnige|lg|vg gruesse|gruess
        mit freundlichen|besten|herzlichen gruessen
        freundliche|beste|liebe gruesse
        gruss|gruesse
        schoenen|schoenes|schoene|guten|gute|angenehmen abend|tag|feierabend|wochenende|fahrt|reise|nacht|woche
        alles gute|liebe
        bis bald|dann|morgen|gleich
        ! guten|schoenen tag|morgen|abend <handle>
    """,
}
