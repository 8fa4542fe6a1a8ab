"""Stock lines in German (`scenarios.core.stock.lines`). People say ihr or Sie to a brand; each kind has both.

Long because it is a list and nothing else: kind → who speaks → lines. One table for each language, so that whoever adds
a line sees all that the public can say in it.
"""

from collections.abc import Mapping

LINES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "waiting": {
        "mild": (
            "Hallo? Liest hier jemand mit?",
            "Ich wollte nur kurz nachfragen, ob das hier gesehen wurde.",
            "Guckt da noch wer drauf? Danke schon mal.",
            "Könnten Sie mir kurz sagen, ob das bei Ihnen angekommen ist?",
        ),
        "firm": (
            "Ich warte immer noch auf eine Antwort.",
            "Wie lange dauert das hier normalerweise, bis einer was sagt?",
            "Wann darf ich mit einer Antwort von Ihnen rechnen?",
            "Kommt da noch was von euch?",
        ),
        "angry": (
            "Hallo?? Antwortet hier mal jemand?",
            "Ich steh hier und von euch kommt nichts.",
            "Schläft da einer bei {brand} oder was?",
            "Sie lesen das doch. Also bitte, antworten Sie.",
        ),
        "journalist": (
            "Ich hätte dazu gern noch eine Aussage, mein Text geht bald raus.",
            "Bekomme ich dazu heute noch eine Stellungnahme?",
        ),
    },
    "ignored": {
        "mild": (
            "Schade, dass hier keiner antwortet.",
            "Hm, vielleicht ist meine Frage untergegangen? Ich bräuchte wirklich eine Antwort.",
            "Ich versuch's noch mal: kann mir jemand von {brand} helfen?",
            "Kann sich bitte jemand von Ihnen das ansehen? Ich weiß sonst nicht weiter.",
        ),
        "firm": (
            "Keine Antwort ist auch eine Antwort. Trotzdem hätte ich gern eine richtige.",
            "Wozu gibt's diesen Kanal, wenn hier niemand reagiert?",
            "Das dauert jetzt schon viel zu lang. Wer ist bei euch denn zuständig?",
            "Ich habe Ihnen eine einfache Frage gestellt und warte immer noch.",
        ),
        "angry": (
            "Ganz toll, einfach ignorieren. Klappt bestimmt.",
            "Also Geld nehmen könnt ihr, antworten nicht.",
            "Ist das euer Ernst? Seit Ewigkeiten keine Reaktion!",
            "Wenn Sie glauben, dass ich von allein verschwinde, haben Sie sich geschnitten.",
            "Bei {brand} sitzt wohl keiner am Rechner. Unfassbar.",
        ),
        "troll": (
            "Haha, nix. Keiner da. {brand} wie man sie kennt",
            "Der Praktikant hat wohl Mittagspause",
        ),
        "critic": (
            "Auf konkrete Fragen reagiert {brand} nicht. Merke ich mir für den nächsten Beitrag.",
            "Keine Antwort. Genau das kritisiere ich seit Monaten.",
        ),
        "leader": (
            "Ich frag für ein paar tausend Leute, die hier mitlesen: kommt da noch was, {brand}?",
            "Interessant, wie lange man bei {brand} auf eine Antwort wartet. Wir schauen alle zu.",
        ),
        "journalist": (
            "Dann schreibe ich: Das Unternehmen reagierte auf Nachfrage zunächst nicht.",
            "Bis jetzt keine Reaktion. Ich gehe mit dem, was ich habe.",
        ),
        "advocate": (
            "Normalerweise seid ihr doch flotter? Bin gerade etwas enttäuscht.",
            "Ich verteidige euch ja gern, aber so wird das schwer. Sagt doch kurz was.",
        ),
    },
    "ignored_again": {
        "mild": (
            "Jetzt schreibe ich schon wieder und es passiert nichts. So macht das keinen Spaß.",
            "Noch ein Versuch. Wenn wieder nichts kommt, rufe ich halt irgendwo an.",
            "Langsam komme ich mir vergessen vor.",
            "Muss ich mich erst beschweren, damit Sie reagieren?",
        ),
        "firm": (
            "Zweimal gefragt, zweimal nichts. So verliert man Kunden.",
            "Gut, dann suche ich mir die Antwort woanders. Und den Anbieter vielleicht auch.",
            "Ihr lasst einen hier komplett hängen.",
            "Zum wiederholten Mal: Ich erwarte eine Antwort von Ihnen.",
        ),
        "angry": (
            "Zum wievielten Mal soll ich noch fragen??",
            "Ok, das war's. Ich teile das jetzt überall.",
            "Ihr seid das Letzte, echt. Nicht mal ein Lebenszeichen.",
            "Schämen Sie sich eigentlich gar nicht? Ein Satz hätte gereicht.",
            "Kündigung ist raus, sobald ich zu Hause bin. Glückwunsch, {brand}.",
        ),
        "leader": (
            "Zweite Nachfrage, wieder Schweigen. Screenshot ist gemacht.",
            "Leute, falls ihr überlegt, zu {brand} zu gehen: lest einfach diesen Verlauf.",
        ),
        "critic": (
            "Wieder nichts. Das ist kein Versehen mehr, das ist eine Haltung.",
            "Man kann Kritik auch aussitzen, {brand} macht's gerade vor.",
        ),
        "journalist": ("Auch die zweite Anfrage blieb offen. Steht dann so im Artikel.",),
        "troll": ("Immer noch nix, ich lach mich weg", "Wetten, die haben den Account verkauft?"),
    },
    "advocate": {
        "anybody": (
            "Ich bin nicht von {brand}, aber mir haben die bisher immer geantwortet. Gib ihnen noch einen Moment.",
            "Bei mir hat es neulich auch gedauert, gekommen ist dann aber eine vernünftige Antwort.",
            "Soweit ich sehe, ist bei denen gerade ziemlich viel los. Offiziell weiß ich aber auch nix.",
            "Schreib gleich dazu, worum es genau geht, nur bitte keine Kundennummer. Dann geht's meist schneller.",
        ),
    },
    "late": {
        "mild": ("Ah, doch noch jemand da. Danke trotzdem.", "Spät, aber immerhin."),
        "firm": ("Na endlich.", "Das hätte auch schneller gehen können, finde ich."),
        "angry": (
            "Wow, nur eine halbe Ewigkeit gebraucht.",
            "Hat sich inzwischen fast von selbst erledigt, so lange wie das gedauert hat.",
        ),
        "journalist": ("Danke, für die erste Fassung kam das leider zu spät.",),
    },
    "private": {
        "mild": (
            "Hallo, hier bin ich. {first}, wie gewünscht. Meine Daten habt ihr ja, oder braucht ihr noch etwas?",
            "So, jetzt unter uns. Hier ist {first} von eben. Können Sie nachsehen, was da los ist?",
            "Hi, ich sollte hier schreiben. Was kann ich euch noch schicken?",
        ),
        "firm": (
            "Hier {first} von eben. Bitte schauen Sie jetzt in meinen Vorgang.",
            "So, bin hier. Und jetzt? Ich hoffe, das war nicht nur zum Abwimmeln.",
            "Ok, hier meine Nachricht. Wie geht es weiter?",
        ),
        "angry": (
            "So. Privat, wie ihr wolltet. Und jetzt will ich eine Lösung.",
            "Da bin ich. Wenn Sie mich hier auch wieder hängen lassen, schreibe ich es öffentlich.",
            "Hier {first}. Ich hab das alles schon zweimal erzählt, ich hoffe, ihr habt's notiert.",
        ),
    },
    "solved": {
        "mild": (
            "Kurzes Update: {brand} hat mir privat geholfen, alles gut jetzt. Danke!",
            "Hat sich geklärt, ging dann doch fix. Danke an {agent}.",
        ),
        "firm": (
            "Für alle, die mitlesen: wurde gelöst. Geht doch.",
            "Fairerweise: man hat sich gekümmert, das Problem ist weg.",
        ),
        "angry": (
            "Ok, ist gelöst. Warum nicht gleich so?",
            "Nachtrag: hat am Ende geklappt. Der Weg dahin war trotzdem unnötig.",
        ),
        "critic": ("Ich meckere ja viel, also auch das: die Sache ist sauber gelöst worden.",),
        "leader": ("Update für alle, die gefragt haben: {brand} hat das ordentlich gelöst.",),
    },
    "defended": {
        "mild": (
            "Hm, das klingt jetzt, als wäre ich selbst schuld. Bin ich aber nicht.",
            "Ich wollte eigentlich nur Hilfe, keine Rechtfertigung.",
            "Schade, dass Sie die Schuld woanders suchen.",
        ),
        "firm": (
            "Mir ist egal, wer schuld ist. Mein Vertrag ist mit euch.",
            "Das beantwortet meine Frage nicht, das schiebt sie nur weg.",
            "Sie reden sich raus. Was machen Sie jetzt konkret?",
        ),
        "angry": (
            "Ach, jetzt bin ICH schuld? Wird ja immer besser.",
            "Ausreden kann ich mir selber ausdenken!",
            "Immer die anderen, gell. Wie armselig.",
            "Das ist eine Frechheit, was Sie mir da unterstellen.",
        ),
        "troll": ("Gleich kommt noch das Wetter dran, wetten?", "Mimimi, die anderen waren's"),
    },
    "insulted": {
        "mild": ("Wie bitte? So muss ich mir das nicht anhören.", "Das war jetzt wirklich unter der Gürtellinie."),
        "firm": (
            "Haben Sie das gerade ernsthaft geschrieben? Ich möchte Ihre Vorgesetzte sprechen.",
            "So redet ihr mit Kunden? Gut zu wissen.",
        ),
        "angry": (
            "Screenshot ist gemacht, viel Spaß damit morgen.",
            "Leute, schaut euch an, wie {brand} mit Kunden umgeht!",
        ),
    },
    "canned": {
        "mild": ("Das klingt ein bisschen nach Textbaustein, oder?", "Das passt leider nicht so ganz zu meiner Frage."),
        "firm": (
            "Das ist doch kopiert. Hat meinen Beitrag überhaupt jemand gelesen?",
            "Standardtext, danke. Und jetzt bitte zu meinem Fall.",
            "Haben Sie meine Frage gelesen oder nur eine Vorlage eingefügt?",
        ),
        "angry": (
            "Spart euch die Textbausteine!",
            "Antwortet da ein Roboter? Passt null zu dem, was ich schrieb.",
            "Copy & Paste kann ich auch. Ich will mit einem Menschen reden.",
        ),
        "critic": ("Vorlage Nummer drei, wenn ich richtig mitzähle. Individuell geht anders.",),
        "troll": ("Bitte wählen Sie: 1 für Floskel, 2 für Floskel",),
    },
    "copied": {
        "anybody": (
            "Fällt das nur mir auf? Ihr schreibt jedem exakt denselben Satz.",
            "Viermal dieselbe Antwort gezählt. Ist da überhaupt jemand?",
            "Scrollt mal hoch, das steht da wortgleich schon ein paar Mal.",
            "Liest {brand} das noch oder läuft da nur ein Band?",
            "Sie antworten allen dasselbe, haben Sie das gemerkt?",
        ),
    },
    "not_here": {
        "mild": (
            "Das möchte ich hier ungern öffentlich schreiben, geht das auch anders?",
            "Hier vor allen? Lieber nicht.",
        ),
        "firm": (
            "Sie fragen das jetzt nicht wirklich öffentlich ab, oder?",
            "Das poste ich hier bestimmt nicht, da lesen alle mit.",
        ),
        "angry": (
            "Klar, soll ich meine PIN auch gleich dazuschreiben??",
            "Datenschutz schon mal gehört, {brand}?",
        ),
    },
    "exposed": {
        "mild": (
            "Moment, das sind doch meine Daten! Bitte löscht das sofort wieder.",
            "Oh nein, können Sie das bitte rausnehmen? Das muss nicht jeder lesen.",
        ),
        "firm": (
            "Sie haben gerade meine Daten öffentlich gepostet. Bitte sofort entfernen.",
            "Das gehört nicht in die Öffentlichkeit. Löschen, jetzt.",
        ),
        "angry": (
            "SPINNT IHR? Das sind meine privaten Daten! Weg damit!",
            "Das geht an den Datenschutzbeauftragten, das schwör ich euch.",
        ),
    },
    "broken": {
        "mild": (
            "Sie hatten mir doch etwas anderes gesagt. Stimmt das jetzt nicht mehr?",
            "Hm, angekündigt war das aber anders.",
        ),
        "firm": (
            "Vorhin hieß es noch, das klappt. Wonach soll ich mich jetzt richten?",
            "Das war aber anders versprochen. Auf welche Aussage kann ich mich verlassen?",
        ),
        "angry": (
            "Versprochen und nicht gehalten. Wie immer.",
            "Warum versprecht ihr Sachen, die ihr gar nicht wisst??",
            "Sie haben mir das zugesagt! Schwarz auf weiß!",
        ),
        "journalist": ("Vorhin hat Ihr Team das noch anders dargestellt. Was gilt denn nun?",),
    },
    "thanks": {
        "mild": (
            "Super, danke für die klare Auskunft!",
            "Ah ok, damit kann ich was anfangen. Danke {agent}!",
            "Perfekt, vielen Dank für die schnelle Hilfe.",
            "Danke Ihnen, das hilft mir weiter.",
        ),
        "firm": (
            "Ok, danke. Das war die Info, die ich brauchte.",
            "Alles klar, dann weiß ich Bescheid.",
            "Gut. Danke für die ehrliche Antwort.",
        ),
        "angry": (
            "Na also, geht doch. Danke.",
            "Begeistert bin ich nicht, aber wenigstens weiß ich jetzt, woran ich bin.",
            "Ok. Ärgerlich bleibt's, aber danke für die Antwort.",
        ),
        "critic": ("Sachlich und konkret, so wünsche ich mir das öfter.",),
        "troll": ("Huch, eine richtige Antwort. Langweilig",),
        "leader": ("Danke, das gebe ich so weiter.",),
        "journalist": ("Danke, das übernehme ich so.",),
        "advocate": ("Genau deshalb bin ich bei {brand}. Danke!",),
        "moderator": ("Danke für die Info, ich pinne das oben an.",),
        "bystander": ("Gut zu wissen, die Frage hatte ich auch.",),
    },
    "stale": {
        "anybody": (
            "Euer Hinweis oben ist auch nicht mehr aktuell, oder?",
            "Da steht immer noch der alte Stand. Was gilt denn jetzt?",
            "Die Meldung von vorhin stimmt nicht mehr. Aktualisiert das mal jemand?",
            "Wann schreiben Sie mal was Neues in Ihre Meldung? Das ist längst überholt.",
        ),
    },
    "thrown_out": {
        "moderator": (
            "Moderation: keine Werbung, steht in den Regeln. Ich mache für {brand} an dieser Stelle zu.",
            "So nicht. Ein Forum von Nutzern für Nutzer ist keine Werbefläche. Schreibrechte im Thema sind weg.",
            "Für Reklame bitte einen eigenen Laden suchen. Thema ist für Firmenkonten gesperrt.",
        ),
    },
    "found": {
        "mild": (
            "Oh, ihr lest hier mit? Das ist ja nett.",
            "Damit habe ich gar nicht gerechnet, ich hatte euch ja nicht einmal erwähnt.",
        ),
        "firm": ("Ach, {brand} liest mit. Gut zu wissen.", "Ich hatte euch gar nicht gefragt. Umso besser."),
        "angry": ("Von selbst gemeldet? Hätte ich euch nicht zugetraut.", "Sieh an, zuhören könnt ihr also."),
        "troll": ("Big Brother liest mit, hallihallo",),
    },
    "unwelcome": {
        "mild": (
            "Lieb gemeint, aber das machen wir hier unter uns aus.",
            "Danke, aber nach {brand} hatte hier eigentlich niemand gerufen.",
        ),
        "firm": ("Wir unterhalten uns hier. Ohne Firma, bitte.", "Das war ein Gespräch unter uns."),
        "angry": ("Könnt ihr einen nicht einmal hier in Ruhe lassen?", "Eingeladen hat euch keiner."),
    },
    "not_you": {
        "anybody": (
            "Äh, wer hat euch denn gefragt? Es ging gar nicht um {brand}.",
            "Falsche Baustelle, ich meinte was ganz anderes.",
            "Lest ihr hier etwa alles mit? Gruselig.",
            "Ich glaube, Sie verwechseln da was. Mit Ihnen hat das nichts zu tun.",
        ),
    },
    "fed": {
        "anybody": (
            "Oh, er hat angebissen. Schreib ruhig noch mehr!",
            "Danke fürs Mitspielen, ich hab den ganzen Tag Zeit",
            "Und nochmal mit Gefühl bitte",
            "Läuft bei euch, ihr diskutiert ja echt mit mir",
        ),
    },
    "speaks_up": {
        "critic": (
            "Ich bin selten nett zu {brand}, aber mir haben sie vorhin vernünftig geantwortet. Gehört auch gesagt.",
            "Kurz zur Fairness: bei mir kam heute eine ehrliche Antwort.",
        ),
        "advocate": (
            "Also mir wurde vorhin schnell geholfen. Vielleicht mal durchatmen, Leute.",
            "Die Leute am Account können am wenigsten dafür und geben sich Mühe, war bei mir so.",
        ),
        "leader": (
            "Habe vorhin mit dem Team von {brand} geschrieben: die sind dran und reden Klartext.",
            "Zur Einordnung, weil viele fragen: mir gegenüber war {brand} heute offen und flott.",
        ),
    },
    "hidden": {
        "mild": (
            "Ist mein Beitrag weg? Da stand doch gar nichts Schlimmes drin.",
            "Warum wurde mein Kommentar ausgeblendet?",
        ),
        "firm": (
            "Kritik einfach ausblenden. Das merken die Leute.",
            "Mein Beitrag ist verschwunden. Haben Sie dafür einen Grund?",
        ),
        "angry": (
            "Ihr versteckt Kommentare?! Gut, dass ich ein Bild davon habe.",
            "Zensur, wenn's unbequem wird. Jetzt erst recht.",
        ),
        "troll": ("Löscht ruhig, ich hab's noch fünfmal in der Zwischenablage",),
    },
    "blocked": {
        "mild": (
            "Ich kann hier wohl nicht mehr schreiben. Was habe ich denn falsch gemacht?",
            "Bin ich gesperrt? Ich habe doch nur gefragt.",
        ),
        "firm": (
            "Gesperrt, weil ich nachgefragt habe. Dann eben über ein anderes Konto.",
            "Wer fragt, wird ausgesperrt. So geht man nicht mit Kunden um.",
        ),
        "angry": (
            "Ihr sperrt mich?! Mein Bildschirmfoto macht gerade die Runde.",
            "Kritiker aussperren, statt zu antworten. Jetzt erst recht.",
        ),
        "troll": ("Erstes Konto gesperrt, zweites schon da",),
    },
    "not_solved": {
        "mild": ("Erledigt? Bei mir ist noch gar nichts erledigt.", "Moment, meine Frage ist noch offen."),
        "firm": (
            "Sie haben das als gelöst markiert. Ist es aber nicht.",
            "Wieso zugemacht? Da fehlt noch eine Antwort.",
        ),
        "angry": ("Gelöst?? Für euch vielleicht!", "Einfach abhaken und weg, so stellt ihr euch das vor."),
    },
    "desk_right": {
        "desk": (
            "Danke, ist bei uns richtig. Wir nehmen das auf und melden uns, sobald wir mehr wissen.",
            "Angekommen. Wir kümmern uns, bitte der Person kurz Bescheid geben, dass es in Arbeit ist.",
            "Übernommen. Neues dazu kommt von uns auf diesem Weg.",
        ),
    },
    "desk_wrong": {
        "desk": (
            "{desk}: Das ist kein Fall für uns. Bitte noch einmal schauen, wer dafür zuständig ist.",
            "{desk} hier. Falsch bei uns, damit können wir nichts anfangen. Geht zurück an euch.",
            "{desk}: nicht unsere Zuständigkeit. Bitte an die richtige Stelle geben, wir haben nichts veranlasst.",
        ),
    },
}
