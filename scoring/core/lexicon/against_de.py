"""What speaks against a reply, German, and what hedges a refusal. One pattern per line."""

AGAINST = {
    "blame": """
        haetten|haettest sie|du .. sollen|muessen|koennen
        selbst|selber schuld|verantwortlich
        eigenes|eigene|eigener verschulden|schuld|fehler
        ihr|dein fehler
        wurde einfach|nicht beachtet|angeklickt|gelesen
        muessen|musst sie|du .. schon|eben|halt
        sie|du haben|hast .. nicht beachtet|gelesen|angegeben|beantragt|gemeldet|reagiert|uebersehen|versaeumt
        bevor du|sie .. schreibst|schreiben|postest|posten|meckerst|schimpfst|beschwerst|beschweren
        fuer .. ist|sind .. verantwortlich|zustaendig
        sache|aufgabe|angelegenheit des|der|von
        liegt am|beim|bei .. nicht
        liegt .. nicht an|bei uns
        nicht an|bei uns
        nicht wir
        nicht von uns
        nicht unser*
        ausserhalb unseres|unserer
        keinen|keine einfluss|schuld
        der kollege|kollegen .. falsch|vergessen|geschlampt
        haben .. unterschrieben|akzeptiert|zugestimmt
        wer .. lesen kann
        steht .. in den agb|bedingungen
        einfach mal|nur .. lesen|nachlesen|nachsehen
        leidtragenden
        muessen .. selbst
        gehoert nicht zu uns
        wurde .. hingewiesen|informiert
        lag|liegt damit|somit bei ihnen|dir
        nichts dafuer
        sind wir raus
        nicht auf unser konto
        hoehere gewalt
        mit dem|der|den .. klaeren|klaere
        klaere|klaeren das|sie .. direkt mit
        einmal nachsehen
        rechtzeitig anzeigen|melden
        wer .. nicht zahlt|vorsorgt|liest
        anbieter|betreiber|hersteller|hausverwaltung|kunden|nutzer wenden|zustaendig|verantwortlich
        die|den meisten kunden|leute|leuten
        eigentlich|normalerweise selbsterklaerend|bekannt|klar
    """,
    "denial": """
        kann|koennen nicht .. sein|stimmen
        ist|liegt|sind .. kein|keine .. bekannt|stoerung|problem|fehler
        liegen uns .. keine
        nicht .. bekannt
        unsere|die systeme|technik .. einwandfrei|fehlerfrei|stabil
        ohne beanstandung
        falschmeldung|falschmeldungen|geruecht|geruechte|unterstellung|unterstellungen|verleumdung
        weisen .. zurueck
        entbehrt .. grundlage
        nicht nachvollziehen|bestaetigen
        trifft nicht zu
        kein grund|anlass
        rechtliche schritte
        keinen zugriff|anspruch
        kein|keinen anspruch
        nicht zustaendig
        da koennen|kann wir|ich .. nichts|nicht
        ausgeschlossen
    """,
    "stalling": """
        geduld
        bitten um verstaendnis|nachsicht
        haben|hab sie? .. verstaendnis|geduld
        verstaendnis .. dass
        fachabteilung|fachabteilungen|fachbereich|fachkollegen|zustaendigen|zustaendige
        weitergeleitet|weitergegeben|aufgenommen|zur kenntnis genommen
        geben .. mal? weiter
        leiten .. weiter
        sobald .. moeglich|neuigkeiten|naeheres|mehr
        so schnell wie moeglich
        schnellstmoeglich|zeitnah|umgehend|baldmoeglichst|demnaechst|irgendwann
        zu gegebener zeit
        in bearbeitung
        in der regel
        auf dem laufenden
        am ball
        arbeiten .. mit hochdruck
        arbeiten .. daran
        wird|werden .. geprueft
        wie bereits erwaehnt|gesagt|mitgeteilt|geschrieben
        von rueckfragen .. abzusehen
        wenden .. an|sich
        unsere|unserer|unseren homepage|webseite|website|hotline|faq|faqs
        die hotline
        derzeit|momentan .. keine|nicht
        werktage|werktagen
        haelt .. auf
        schauen|schau .. mal
        den rest erklaert
    """,
    "officialese": """
        infolge|gemaess|hinsichtlich|bezueglich|seitens|mittels|zwecks|anlaesslich|vorgenannt*|diesbezueglich*|
            sukzessive|ordnungsgemaess|massgabe
        nach massgabe
        bezug nehmend
        geltend zu machen
        konnte|kann|wird|werden nicht .. werden|erfolgen
        zu veranlassen|erfolgen
        vorgenommen|veranlasst|gegeben|beruecksichtigung|folglich|fassung|sofern|beziehungsweise
        zulasten|zugunsten|unsererseits|seinerzeit
        in rede stehend*
        im rahmen
        im zuge
        ist|sind|war .. zu beachten|erfolgen|richten|machen|entrichten|entnehmen|stellen
        erfolgt|erfolgen|erfolgte|obliegt|unterliegt|bedarf|verweisen|unterbreiten
        kenntnis|kenntnisnahme|vorgang|anliegen|sachverhalt|angelegenheit|beeintraechtigung*|unannehmlichkeiten|
            gegebenheiten|verfuegung|inanspruchnahme|bestimmungen|geschaeftsbedingungen|befoerderungsbedingungen|
            voraussetzungen
        ziffer|absatz|paragraf|§|abs|agb
        teilen .. mit
        bitten .. abzusehen
        glaubhaft|zulaessig|vorgesehen|unberuehrt|massgeblich|anderweitig*|etwaig*|betreffend*|entsprechend*
        mitteilung|bearbeitung|pruefung|eingang|vorlage|unterlagen|rueckmeldung|feststellung|entgegennahme|
            weiterleitung|antragstellung
        ihr|ihrem|ihres|unser|unserem|dieses|diesem|vorliegendes|obiges schreiben|schreibens
    """,
    "canned": """
        vielen? dank|danke fuer deine|ihre|eure|die nachricht|anfrage|rueckmeldung|feedback|hinweis|mitteilung|worte|
            beitrag|kommentar|geduld|verstaendnis
        entstanden* unannehmlichkeiten
        unannehmlichkeiten|umstaende
        jederzeit gern|gerne
        freuen .. auf
        fuer weitere fragen
        bei weiteren fragen
        anspruch .. an uns
        stetig|staendig|kontinuierlich
        nehmen .. ernst
        wichtig fuer uns|ist
        liegt uns am herzen
        bedauern .. sehr|ausserordentlich|zutiefst|wirklich
        dein|ihr|deine|ihre feedback|anliegen
        wir verstehen .. total|voll|dass|wie|deinen|ihren
        verstehen .. sehr gut
        groesstes|vollstes verstaendnis
        verstaendnis
        so soll|sollte .. nicht
        nicht .. unser|unserem anspruch
        wir wuenschen|hoffen
        uns wichtig
        besten haenden
        freut uns riesig|sehr
        mittelpunkt
        bleiben sie|bleib neugierig|dran
        viel kraft|freude|spass weiterhin
        zusammenarbeit
        -- what is sold or asked for instead of help
    """,
    "gushing": """
        unendlich|aufrichtig*|zutiefst|ausserordentlich|herzlichst|untroestlich|tausendmal
        von herzen
        von ganzem|tiefstem herzen
        wirklich|so wahnsinnig|unglaublich|sehr sehr leid
        so sehr leid
        mega|krass|yeah*|omg|wow|hammer|knaller|liebsten|drueckerchen
        fuehl dich gedrueckt
        bist|seid|sind .. der|die beste|besten|held|heldin
    """,
    "overpromise": """
        garantiert|garantieren|garantie|versprochen|versprechen|hundertprozentig
        nie wieder
        kein|keine problem|thema|sorge|sorgen
        alles kein
        selbstverstaendlich
        mein wort
        gar keine sorgen
        chefsache
        auf jedem|jeder|wirklich jedem
        wir regeln das
        ganz bestimmt|sicher
        wir lassen niemanden
        in fuenf|zwei|wenigen|paar minuten
        sofort
        auf jeden fall
        ruckzuck|blitzschnell|im handumdrehen
        saemtliche|alle kosten|schaeden
        jeden cent
        macht's moeglich
        ! nicht versprechen|garantieren
        ! kann|koennen .. nicht versprechen|garantieren
        ! versprechen|garantieren kann|koennen .. nicht
    """,
    "condescension": """
        wie .. bekannt sein|ist
        duerfte .. bekannt|herumgesprochen
        fuer laien
        ganz einfach eigentlich
        einfach mal|nur
        schau|schauen sie? doch mal? .. nach|bevor|in
        doch mal
        nicht ganz|richtig verstanden
        wer so etwas|sowas wohl|ausdenkt
        bekanntlich|zugegebenermassen|offenbar|offensichtlich|wohl|angeblich
        kein hexenwerk
        kleiner|kleine tipp|nachhilfe
        na also|bitte|ja
        war doch|das|ja .. nicht so? schwer
        beruhigen|beruhige sie|dich
        regen|reg sie|dich .. auf
        kann ja|jedem mal? passieren
        spass beiseite
        sieh's|sehen|sieh mal? so
        andere kunden
        beim naechsten mal
        naechstes mal
        kuenftig|zukuenftig
        freut sich .. bestimmt
        wir koennen ja|auch nichts|nicht
        hoert sich .. uebertrieben|dramatisch
        klingt .. uebertrieben|dramatisch
        nicht so schlimm
        schwamm drueber
        man muss ja nicht
        vielleicht waere .. ueberlegung
        nun einmal|mal
        erfahrungsgemaess
        kleiner hinweis|tipp
        chill|digga|kopf hoch
        immerhin
        immer die
        haette .. genuegt|gereicht
        wie jeder|man weiss
        in ruhe erklaeren
        andere .. da schon
        keine panik
        gar keine
        halb so wild
    """,
    "irony": """
        na bravo|super|toll|danke|herzlichen|prima
        tolle wurst
        schoenen dank auch
        herzlichen glueckwunsch zu|zur|zum
        welch|was eine? ueberraschung
        wer haette das gedacht
        mir kommen die traenen
        ganz grosses kino
        willkommen in der realitaet|wirklichkeit
    """,
    "advertising": """
        treueangebot|angebot|sonderangebot|aktion|rabatt|premium|sportpaket|gutscheincode|newsletter
        bewerte|bewerten|bewertung|umfrage|app-store|empfiehl|empfehlen
        antworten sie|antworte einfach mit
        zum halben preis
        schon unser|unsere|unseren .. entdeckt|kennengelernt
        hatten|haben|hast sie|du schon
    """,
    "insult": """
        idiot*|vollidiot*|trottel*|depp|deppen|dummkopf|dummkoepfe|dummbatz*|vollpfosten|vollhorst|hohlkopf|
            hohlkoepfe|schwachkopf|schwachkoepfe|schwachmat*|schwachsinnig*|hirnlos*|gehirnamputiert*|hirnamputiert*|
            kretin|analphabet*|nulltipper|nichtskoenner|versager*|spinner|spinnern
        *idiot|*idioten|*trottel|*deppen
        dumme|dummes|dummen|strohdumm*|saudumm*|duemmste*|daemlich*|bescheuert*|geisteskrank*|behinderte*
        arsch*|scheiss*|*scheisse|klugscheiss*|drecks*|dreckig*|dreckspack|kotz*|verpiss*|wichs*|fick*|hure*|fotze*|
            schlampe*|schwuchtel*|missgeburt*|bastard*|spast|spasti|spasten|mistkerl*|mistkroete|miststueck
        abschaum|gesindel|schmarotz*|parasit*|ungeziefer|asozial*|lumpen*|schmierfink*|muschpoke|kanack*|kanake*|
            nafri*
        dieses|so|elendes|dreckiges|rotes|linkes|rechtes pack
        pack
        ! ich|wir|jetzt|dann|ihn|sie|es|das|bitte pack
        ! pack .. ein|aus|an|es|ihn|sie|das|den|die|dein|deine
        *enpack|*npack|*enbrut|*gesindel|*nbande
        verlogen*|luegner*|luegenpresse|luegenpack|heuchler*|volksverraeter*|vasall*|invasor*
        versifft*|*versifft|*versiffte|*versifften|linksversifft*
        widerlich*|erbaermlich*|ekelhaft*|armselig*
        schwein|schweine|dreckschwein*|ratten
        bloede|bloeder|dumme kuh|sau|ziege|affe|gans
        gelaber|labert|gesuelze
        kein|null|ohne|wenig|mehr hirn|gehirn|verstand
        halt|haltet die|deine|eure klappe|fresse|schnauze|maul
        fresse|schnauze
        *scheissen|querulant*|noergler*
        """,
}

HEDGES = {
    "regret": """
        leider|bedauerlicherweise
    """,
    "relief": """
        weil|denn|da|naemlich|deshalb|grund|sonst
        aber|dafuer|stattdessen|trotzdem|doch|jedoch|alternativ
        bis dahin
        was .. geht
        kannst|koennen|kann du|sie|ich|wir
    """,
}
