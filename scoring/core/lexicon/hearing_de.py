"""What the public hears, German: promises, causes, denials, ways into private, offers, rights, advertising."""

PROMISES = {
    "certain": """
        garantier*
        versproch*|verspreche|versprechen
        ! nicht|nichts .. versprechen|garantieren|verspreche|garantiere|garantiert|versprochen
        ! versprechen|garantieren|verspreche|garantiere|versprochen|garantiert .. nicht|nichts|kein|keine
        ! haben|habe|hatten wir|ich .. versprochen
        hundertprozentig|todsicher
        auf jeden fall
        mit sicherheit
        ganz|absolut bestimmt|sicher
        nie wieder
        nicht|nie wieder|mehr vorkommen|passieren
        kommt nicht|nie wieder|mehr vor
        ! darf|duerfte|soll|sollte|haette .. nicht|nie
        mein wort
        gebe .. wort
        unter garantie
        definitiv
    """,
    "at_once": """
        sofort|umgehend|unverzueglich|augenblicklich|postwendend
        jeden moment|augenblick
        im handumdrehen
    """,
    "outcome": """
        faehrt|fahren|rollt|rollen|laeuft|laufen|funktioniert|funktionieren|klappt|startet|starten|kommt|kommen
        behoben|repariert|geloest|erledigt|fertig|freigeschaltet|entstoert|verfuegbar|ausgeliefert|zugestellt|geliefert|
            beendet|vorbei|geoeffnet|gesperrt|ausgetauscht|ersetzt|umgebucht
        geht .. wieder
        wieder da|online|frei|ok|okay|gut|normal|stabil
        ist|sind|wird|werden|haben|hast|habt .. wieder
        weitergehen|weitergeht|weiterfahren|weiterfaehrt|ankommen|eintreffen|losfahren|losgeht
        geht's|geht es .. weiter|los
        trifft|treffen .. ein
        kommst|kommen .. an
    """,
    "refund": """
        erstatten|erstattet|erstatte|erstattung|zurueckerstatt*|zurueckzahl*|rueckerstattung
        bekommen|bekommst|bekommt|erhalten|erhaeltst|kriegst|kriegen .. geld|zurueck
        geld zurueck
        ersetzen|ersetze .. schaden|kosten|taxi|hotel
        uebernehmen|uebernehme .. kosten
        entschaedigen|entschaedigt
        ! erstattung .. beantragen|pruefen
        ! erstattung beantragen|pruefen
    """,
    "pay": """
        bekomm*|bekommst|erhalt*|erhaeltst|kriegst|kriegen|erstatt*|zurueck|zusteh*|steht|zahlen|zahlt|gutschrift|
            gutgeschrieben|entschaedig*|rabatt|nachlass
    """,
    "cause": """
        ursache|grund ist|war|sind|dafuer
        verursacht|ausgeloest durch|von
        liegt|lag|liegen am|an
        schuld ist|war|sind|daran
        wegen|aufgrund|durch .. *stoerung|*ausfall|*defekt|*unfall|*schaden|*bruch|*fehler|*angriff|*arbeiten|*einsatz|
            stoerung|ausfall|defekt|unfall|sabotage|sturm|blitz|streik|personal|personalmangel|weiche|update|wartung|
            hacker|bagger|kabel
        ! liegt|lag|liegen an|bei uns|mir
        ! schuld ist|sind wir
    """,
    "own_step": """
        ich|wir melde|melden|schreibe|schreiben|rufe|rufen|antworte|antworten|pruefe|pruefen|schaue|schauen|schau|sehe|
            klaere|klaeren|kuemmere|kuemmern|frage|fragen|sage|sagen|informiere|informieren|hake|haken|suche|suchen
        melde|melden|schreibe|schreiben|rufe|rufen|antworte|antworten|pruefe|pruefen|schaue|schauen|schau|sehe|klaere|
            klaeren|kuemmere|kuemmern|frage|fragen|sage|sagen|informiere|informieren|hake|haken ich|wir|mich|uns|nach|
            dir|ihnen|bescheid
        melde|melden .. mich|uns|ich|wir
        gebe|geben .. bescheid|weiter
        hoeren|hoerst|hoert .. von mir|uns
        von mir|uns hoeren|hoerst|hoert
        ich|wir|mich|uns .. melde|melden|schreibe|kuemmere|kuemmern|pruefe|pruefen|nachfrage|nachfragen|nachhake
        ich bin .. da|zurueck|bei
        sobald .. bescheid|weiss|hier
        richte|richten|leite|leiten|reiche|reichen ich|wir .. aus|weiter
        richten|richte .. aus
        schreiben|schicken|senden|melden|loeschen|schreib|schick|sende|melde|loesche sie|du|mir|uns|dich|sich|bitte
        bitte .. schreiben|schicken|senden|melden|loeschen
        antwort kommt|folgt
    """,
}

HEARD = {
    "denies": """
        geruecht|geruechte|falschmeldung|fake|unwahr|erfunden
        stimmt|stimmen .. nicht
        nichts dran
        nichts .. dran
        trifft nicht zu
        ist|sind falsch|unzutreffend
        irrt|irren|irrtum|taeuscht
        keine rede
    """,
    "advertising": """
        jetzt|gleich|hier|direkt buchen|bestellen|sichern|kaufen|abschliessen|wechseln|upgraden|zugreifen
        unser|unsere|unserem|unseren|unserer tolles|tolle|tollen|super|neues|neue|neuen|bestes|beste|besten|guenstiges|
            guenstige|guenstigen|attraktives|attraktive|attraktiven|exklusives|exklusive|exklusiven angebot|angebote|
            angeboten|tarif|tarife|tarifen|produkt|produkte|netz|app|paket|pakete|aktion|shop
        im|unser|unserem|unseren|unsere online-shop|onlineshop|webshop|shop|neukundenangebot|premium-paket|premiumpaket
        schnellste|schnellsten|beste|besten|guenstigste|guenstigsten|modernste|modernsten netz|tarif|tarife|anbieter|
            preise|preis|zuege|service .. land|markt|deutschland|region
        marktfuehrer|testsieger|preissieger
        nur noch heute|bis|kurze
        sonderangebot|sonderpreis|schnaeppchen|gutscheincode|rabattcode|neukundenrabatt
        % rabatt
        bei uns .. besser|guenstiger|schneller|richtig
        ueberzeugen sie sich
        ueberzeug dich
    """,
    "offer": """
        gutschein|gutscheine|gutschrift|freimonat|gratismonat|freifahrt
        kulanz|kulanzweise|kulanterweise
        als .. entschaedigung|wiedergutmachung|dankeschoen|entschuldigung|ausgleich
        schenken|schenke|spendieren|spendiere wir|ich|ihnen|dir|euch
        erlassen|erlasse|streichen wir|ich|ihnen|dir
        geht auf uns|mich
        auf unsere kosten
        kleines dankeschoen|trostpflaster|extra
        ! das geht auf uns
    """,
    "right": """
        steht|stehen ihnen|dir|euch? .. zu
        zustehen|zusteht
        recht auf
        anspruch auf
        fahrgastrecht*|kundenrecht*|verbraucherrecht*|widerrufsrecht*|gewaehrleistung*|gesetzlich*
        ! kein|keinen|keinerlei anspruch|recht
    """,
    "notice": """
        statusmeldung|statushinweis|statuspost|statusbeitrag|stoerungsmeldung|stoerungshinweis|infopost|sammelbeitrag|
            sammelmeldung
        angeheftet*|angepinnt*
        unser|unsere|unserem|unseren|unserer aktuelle|aktuellen|aktueller? hinweis|hinweise|meldung|mitteilung
        hinweis|meldung|mitteilung ganz|dort|hier? oben
    """,
    "not_known": """
        weiss|wissen .. noch? nicht|nichts|selbst|selber
        noch nicht|nichts bekannt|klar|sicher|fest|entschieden|genaues|genau
        steht|ist|bleibt noch? nicht fest|offen|unklar
        noch unklar|offen|ungewiss
        kann|koennen .. noch nicht|nichts sagen
        keine ahnung
    """,
    "way.message": """
        dm|dms|pn|pns|pm|direktnachricht|direktnachrichten|privatnachricht|privatchat
        private|privater|privaten nachricht|nachrichten
        schreib|schreiben|schick|schicken|sende|senden .. privat
    """,
    "way.call": """
        rueckruf|anruf|hotline|telefonisch
        rufe|rufen|ruf .. an|zurueck
        per telefon
    """,
    "way.mail": """
        <mail>
        per|via|eine? mail|e-mail|email
    """,
    "way.form": """
        formular|kontaktformular|onlineformular|online-formular|rueckrufformular
    """,
}

FILLER = """
    grund ursache schuld liegt stoerung problem vorfall ausfall leider derzeit durch aufgrund
    unklar unbekannt offen gesucht suchen pruefen geprueft untersucht klaeren geklaert wissen bekannt
"""
"""Words in a clause about a cause that name none."""
