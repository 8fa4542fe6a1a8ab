"""Personal data, German: its kinds (`data.<kind>`), how one asks, how one points to a private place, how one shows."""

PRIVACY = {
    "data.name": """
        vor- und? nachname|nachnamen|zuname
        vorname|vornamen|nachname|nachnamen|klarname|klarnamen
        deinen|ihren|dein|ihr|eueren|euren vollen|vollstaendigen? namen|name
        name und|+|, anschrift|adresse|buchungsnummer|kundennummer|geburtsdatum|auftragsnummer
        auf welchen namen
        namen und
    """,
    "data.customer_number": """
        kundennummer|kundennr|kundenr|kdnummer|kundennummern|vertragsnummer|vertragskontonummer|vertragsnr|
            vertragskonto|mitgliedsnummer|anschlussnummer|kundendaten|vertragsdaten
        kunden-nr|kunden-nummer|kd-nr|kdnr
        unter|zu welcher nummer .. vertrag|anschluss|konto
        ihre|deine daten|angaben
    """,
    "data.order_number": """
        auftragsnummer|bestellnummer|buchungsnummer|buchungscode|ticketnummer|auftragsnr|bestellnr|vorgangsnummer|
            rechnungsnummer|auftragsnummern|fahrkartennummer|bahncardnummer|bahncard-nummer|abonummer|abo-nummer
        screenshot|foto|bild .. rechnung
        rechnung mit allen
    """,
    "data.phone": """
        telefonnummer|handynummer|rufnummer|mobilnummer|rueckrufnummer|handynr|telefonnr
        unter welcher .. erreichen|erreichbar
        deine|ihre nummer
    """,
    "data.mail": """
        e-mail-adresse|mailadresse|emailadresse|email-adresse|kontomail|mail-adresse
        deine|ihre mail|e-mail|email
    """,
    "data.address": """
        anschrift|wohnadresse|lieferadresse|hausnummer|strasse
        deine|ihre|genaue|vollstaendige|eure adresse|strasse
        adresse
    """,
    "data.birth_date": """
        geburtsdatum|geburtstag|geburtsjahr
        wann .. geboren
        geboren
    """,
    "data.bank": """
        iban|bankverbindung|kontonummer|kontodaten|bankdaten|kreditkartennummer|kreditkarte|bic
    """,
    "data.password": """
        passwort|kennwort|kundenkennwort|pin|tan|zugangsdaten|sicherheitsfrage
    """,
    "data.meter_number": """
        zaehlernummer|zaehlernummern|zaehlernr|zaehlerdaten|zaehlpunktnummer|marktlokation
        nummer vom|des|ihres|deines zaehler|zaehlers
    """,
    "data.plate": """
        kennzeichen|autokennzeichen|nummernschild|kfz-kennzeichen
        ! besonderes|besondere|kein kennzeichen
    """,
    "ask": """
        ?
        bitte
        schick|schicke|schicken|schickt|sende|senden|sendet|send
        nenn|nenne|nennen|nennt
        gib|geben|gebt .. mir|uns|durch|an
        gib mir|uns
        sag|sage|sagen|sagt mir|uns
        schreib|schreibe|schreiben|schreibt mir|uns|hier|kurz|einfach
        poste|posten|postet|post
        abtippen|durchgeben|mitteilen|verraten|angeben|hinterlassen|reinschreiben|ergaenzen
        brauche|brauchen|brauch|benoetige|benoetigen|braeuchte|braeuchten ich|wir
        wir|ich brauchen|benoetigen|brauche|benoetige|braeuchten|braeuchte
        fehlt|fehlen mir|uns|noch|nur
        fehlt|fehlen .. noch
        hilfreich|noetig|erforderlich
        reicht|reichen|genuegt|genuegen
        wie lautet|lauten|heisst
        her mit|damit
        dann ruft|rufen|schaut|meldet|klaert|geht|klappt|schicken|schicke|buche|buchen|sehe|kann|koennen
        erstmal|dafuer noch
        ohne .. nicht|kommen|bin|blind|geht
        magst|moechtest|koenntest|koennten|wuerdest|wuerden
        dann .. schau|schaue|schauen|setz|setze|suche|pruefe|pruefen
    """,
    "pronoun_ask": """
        magst|moegen|kannst|koennen|koenntest|koennten du|sie sie|ihn|es|die .. abtippen|schicken|nennen|durchgeben|
            posten|mitteilen|schreiben|angeben
    """,
    "mention": """
        nie|niemals
        brauche|brauchen|benoetige|benoetigen .. nicht|keine|keinen
        nicht .. noetig|erforderlich|brauchen|noch einmal|mehr
        keine|keinen nummern|daten|angaben|nummer|kundennummer
        finden|findest|steht|stehen sie|du? .. rechnung|vertrag|app|konto
        brauchst|brauchen|benoetigen|benoetigst du|sie
        sie|du brauchen|brauchst .. beim|fuer|in
        benoetigt|braucht man
        loesch|loeschen|geloescht|loesche|entfern|entfernen|entferne
        haben|habe .. bekommen|erhalten|vorliegen
        habe ich alle
        aendern
        kann niemand
        unsere adresse
        stimmt|stimmen .. ueberein
        liegen|liegt .. vor
        angekommen
    """,
    "private": """
        dm|dms|pn|pns|pm|direktnachricht|direktnachrichten|privatnachricht|privatchat|postfach|kundenkonto|
            kontaktformular|formular|privat|chat
        private|privater|privaten nachricht|nachrichten|chat|weg|wege
        unter vier augen
        <mail>
        per|via mail|e-mail|email|telefon
        eine mail|e-mail|email
        rufen|ruf|anrufen|ruft uns|an|gern|bitte
        rufen sie uns|mich|an|gern|bitte
        rufe|rufen .. zurueck
        rueckruf*
        unter # .. an|erreichbar|erreichst|erreichen
        halten|halte|halt .. bereit
        in|ueber der|die|unserer|unsere? app
        hier sieht|liest .. niemand|keiner
        dorthin
        antworten|antworte dort
    """,
    "here": """
        hier unter|drunter|drinnen|oeffentlich
        hier? in die|den kommentare|kommentaren
        unter|in diesen|diesem|den|dem beitrag|post|tweet|kommentar|thread
        als antwort unter|hier
        gern|gerne|einfach|ausnahmsweise hier
        hier oder
        oder hier
        klappt|geht|funktioniert .. nicht .. hier
    """,
    "not_here": """
        nicht|keinesfalls|niemals|nie .. hier|oeffentlich
        ! nicht .. ausnahmsweise hier
        ! nicht .. hier unter|drunter
        nicht .. unter|in diesen|diesem|den|dem beitrag|post|kommentar|kommentare|kommentaren
        hier .. nicht|keine
        statt|anstatt hier
    """,
    "show": """
        geboren am|: #
        endung #
        auf den namen
        kundennummer|vertragsnummer|zaehlernummer|auftragsnummer|buchungsnummer|bestellnummer|vertragskontonummer|
            kundennr|buchung|vertrag|auftrag|bestellung #
        laut system|vertrag|konto|unterlagen
        in ihrem|deinem konto|vertrag|profil|kundenkonto sehe|steht|ist|sind
        ihre|deine rechnungen|rechnung|raten|beitraege .. .. offen|ueberfaellig|unbezahlt
        sie|du haben|hast .. .. gekuendigt|gutschrift|verbraucht|ueberzogen|angemahnt|storniert|gemahnt
        haben|hast sie|du .. .. gekuendigt|gutschrift|verbraucht|ueberzogen|storniert
        vertrag|vertraege .. endet|enden|laeuft|laufen .. bis|am|zum|#
        bei ihnen|dir .. .. hinterlegt|gespeichert|eingetragen
        ihr|dein|ihrem|deinem tarif|vertrag .. von|seit|bis #
        ratenzahlung .. genehmigt
        ihre|deine .. mahnung|mahnungen|zahlungsrueckstand|rueckstand|lastschrift
        in den letzten|diesem|im letzten .. monat|jahr .. verbraucht|bekommen|angerufen
        aus nummer #
    """,
}
