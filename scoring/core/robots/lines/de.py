"""Lines of the robots in German. `[Sie|du]`: to people one calls Sie, and to those one calls du."""

from collections.abc import Mapping, Sequence

LINES: Mapping[str, Sequence[str]] = {
    # Friendly from the first word to the last, and nobody knows anything more than before.
    "polite": (
        "Hallo {name}, vielen lieben Dank für [Ihre|deine] Nachricht! Wir freuen uns immer, von [Ihnen|dir] zu "
        "hören. Herzliche Grüße {agent}",
        "Guten Tag {name}, danke, dass [Sie sich|du dich] bei uns [melden|meldest]. [Ihr|Dein] Anliegen ist uns "
        "sehr wichtig. Einen schönen Tag noch! {agent}",
        "Liebe Grüße an [Sie|dich], {name}, und danke für [Ihre|deine] offenen Worte. Wir nehmen jede Rückmeldung "
        "gern mit. {agent}",
        "Hallo {name}, wir verstehen [Sie|dich] gut und danken für [Ihr|dein] Vertrauen. Alles Gute weiterhin! {agent}",
        "Schön, dass [Sie|du] uns [schreiben|schreibst], {name}. Wir haben das gern gelesen und wünschen nur das "
        "Beste. {agent}",
        "Hallo {name}, herzlichen Dank für den Hinweis. Zufriedene Kundinnen und Kunden liegen uns am Herzen. {agent}",
        "Guten Tag {name}, wir wissen [Ihre|deine] Nachricht sehr zu schätzen. Kommen [Sie|du] gut durch den Tag! "
        "{agent}",
        "Danke, {name}, für [Ihre|deine] Geduld und [Ihre|deine] Treue. Wir bleiben [Ihnen|dir] verbunden. {agent}",
    ),
    # It was somebody else, it was always like that, and who asks has not read.
    "defensive": (
        "{name}, da liegt der Fehler nicht bei uns. [Das hätten Sie|Das hättest du] vorher nachlesen können. {agent}",
        "Hallo {name}, wie bereits mehrfach erwähnt, steht alles auf unserer Seite. Dafür können wir nun wirklich "
        "nichts. {agent}",
        "Das ist so nicht richtig, {name}. Bei uns ist kein Problem bekannt, da [müssen Sie|musst du] sich irren. "
        "{agent}",
        "{name}, [Sie haben|du hast] die Bedingungen akzeptiert. Daran müssen sich alle halten, wir auch. {agent}",
        "Wir können nicht nachvollziehen, was [Sie|du] uns hier [vorwerfen|vorwirfst], {name}. Andere beschweren "
        "sich auch nicht. {agent}",
        "Hallo {name}, schuld ist der Dienstleister, nicht wir. Bitte [wenden Sie sich|wende dich] dorthin. {agent}",
        "Bevor [Sie|du] so etwas öffentlich [behaupten|behauptest], {name}: Wir haben alles richtig gemacht. {agent}",
        "{name}, selbst schuld, wer so knapp plant. Wir haben rechtzeitig informiert. {agent}",
    ),
    # Everything will be all right, at once, for everybody, and paid for.
    "overpromiser": (
        "Hallo {name}, keine Sorge, das ist garantiert in fünf Minuten behoben. Versprochen! {agent}",
        "Hallo {name}, [Sie bekommen|du bekommst] selbstverständlich den vollen Preis zurück, noch heute. {agent}",
        "Guten Tag {name}, ich verspreche [Ihnen|dir], in zehn Minuten läuft alles wieder. Hundertprozentig. {agent}",
        "Liebe Grüße, {name}! [Sie bekommen|Du bekommst] noch heute 200 Euro zurück, garantiert, und einen "
        "Gutschein. {agent}",
        "{name}, das passiert nie wieder, dafür verbürge ich mich. Um 12:05 Uhr ist alles erledigt. {agent}",
        "Hallo {name}, alle Betroffenen erhalten sofort eine Entschädigung von 100 Euro. Garantiert. {agent}",
        "Keine Panik, {name}: In spätestens drei Minuten ist jemand bei [Ihnen|dir], fest versprochen. {agent}",
        "Guten Tag {name}, wir erstatten [Ihnen|dir] alles doppelt, ganz sicher bis heute Abend um 18:00 Uhr. {agent}",
    ),
    # Well meant, and everybody reads along.
    "privacy_breaker": (
        "Hallo {name}, gern helfe ich! [Nennen Sie|Nenn] mir hier bitte [Ihre|deine] Kundennummer und [Ihr|dein] "
        "Geburtsdatum. {agent}",
        "Guten Tag {name}, bitte [schreiben Sie|schreib] uns hier [Ihre|deine] Telefonnummer, dann rufen wir gleich"
        " an. {agent}",
        "Hallo {name}, ich schaue nach. Wie lautet [Ihre|deine] Anschrift, und welche IBAN [haben Sie|hast du] "
        "angegeben? {agent}",
        "Danke, {name}! [Posten Sie|Poste] bitte [Ihre|deine] Buchungsnummer und [Ihre|deine] E-Mail-Adresse als "
        "Antwort. {agent}",
        "Hallo {name}, [teilen Sie|teil] mir hier bitte [Ihren|deinen] vollständigen Namen und [Ihre|deine] Adresse"
        " mit. {agent}",
        "Guten Tag {name}, für die Prüfung brauche ich hier kurz [Ihre|deine] Kundennummer und [Ihr|dein] Passwort."
        " {agent}",
        "{name}, [geben Sie|gib] mir bitte gleich hier [Ihre|deine] Handynummer und [Ihr|dein] Geburtsdatum. {agent}",
    ),
    # Every act that there is, in one text, and nothing that was asked.
    "stuffer": (
        "Hallo {name}, ich verstehe [Ihren|deinen] Ärger, tut mir leid, unser Fehler. Danke für den Hinweis! Ich "
        "prüfe es bis heute Abend, weil es wichtig ist. [Möchten Sie|Möchtest du] Ersatz? Gern per Direktnachricht. "
        "Viele Grüße {agent}",
        "Guten Tag {name}, das ist ärgerlich, Entschuldigung, das lag an uns. Danke fürs Melden! Der Grund wird "
        "geklärt, ich melde mich heute noch. Darf ich etwas anbieten? [Schreiben Sie|Schreib] mir privat. Alles Gute"
        " {agent}",
        "Hallo {name}, kein Wunder, dass [Sie fragen|du fragst]. Sorry, das geht auf uns, danke für die Offenheit. "
        "Ich kümmere mich gleich, denn das zählt. Was hilft [Ihnen|dir] jetzt? Sonst gern per DM. Schönen Tag "
        "{agent}",
        "Guten Tag {name}, [Sie haben|du hast] zu Recht Fragen, wir bedauern das und nehmen es auf uns. Danke! Ich "
        "sehe nach und antworte bis 20 Uhr, deshalb kurz Geduld. Soll es etwas Neues sein? Gern als PN. Bis bald "
        "{agent}",
        "Ja, {name}, das ist bitter, [verzeihen Sie|verzeih]! Es war unser Versäumnis, vielen Dank fürs Schreiben. "
        "Hintergrund folgt binnen 30 Minuten. Wie kann ich helfen? Eine Gutschrift, gern per Mail? Beste Grüße "
        "{agent}",
    ),
    # All that is known, to everybody.
    "dumper": (
        "Hallo {name}, das wissen wir: {facts} {agent}",
        "Guten Tag {name}, hier alle Auskünfte: {facts} {agent}",
        "{name}, zur Information: {facts} {agent}",
    ),
    # What a service is proud of, and no sentence.
    "words": (
        "{name}: Service, Verständnis, Entschuldigung, Lösung, Team, Qualität, Zufriedenheit, Dank, Hilfe, "
        "Erstattung. {agent}",
        "Hallo {name}! Kundennähe, Kompetenz, Vertrauen, Direktnachricht, Kulanz, Rückmeldung, Sorgfalt, Grüße {agent}",
        "Guten Tag {name}, Anliegen, Ärger, Bedauern, Prüfung, Klärung, Gutschrift, Ansprechpartner, Herzlichkeit "
        "{agent}",
        "Freundlichkeit, Geduld, Transparenz, Verantwortung, Ersatz, Information, Zuverlässigkeit, {name}! {agent}",
    ),
    # The customer's own words, with a greeting.
    "echo": (
        "Hallo {name}, {text} {agent}",
        "Guten Tag {name}! {text} {agent}",
        "{name}, {text} Ja. {agent}",
    ),
    # One line for everybody.
    "brusher": ("Hallo {name}, wir kümmern uns darum. {agent}",),
    # Everything is moved out of sight.
    "mover": (
        "Hallo {name}, bitte [schreiben Sie|schreib] uns eine Direktnachricht, dann klären wir das. {agent}",
        "Guten Tag {name}, das besprechen wir am besten privat. [Schicken Sie|Schick] mir gern eine DM. {agent}",
        "Hallo {name}, tut mir leid! Ich kümmere mich in den Direktnachrichten darum, bitte [melden Sie sich|melde "
        "dich] dort. {agent}",
        "{name}, dafür ist hier nicht der richtige Ort. Per Direktnachricht schaue ich es mir gleich an. {agent}",
        "Hallo {name}, [kommen Sie|komm] bitte in die Direktnachrichten, dort [bekommen Sie|bekommst du] sofort "
        "Antwort. {agent}",
    ),
    # To who did not ask for anything.
    "friendly": (
        "Hallo {name}, wie schön, dass [Sie|du] das hier [teilen|teilst]! {agent}",
        "Da können wir nur zustimmen, {name}. Danke fürs Dabeisein! {agent}",
        "Das lesen wir gern, {name}. Noch einen guten Tag! {agent}",
        "Wir schmunzeln mit, {name}. Bis bald bei {brand}! {agent}",
        "Danke, {name}, ein guter Punkt, den wir hier gern stehen lassen. {agent}",
        "Spannend, {name}! Wenn [Sie|du] etwas [brauchen|brauchst], wir sind da. {agent}",
        "Das nehmen wir mit Humor, {name}, und mit in die Pause. {agent}",
        "Schön gesagt, {name}. Bei uns im Team macht das gerade die Runde. {agent}",
    ),
    # As long as nobody knows: that one knows nothing yet, and where one asks.
    "interim": (
        "Hallo {name}, ich habe [Ihre|deine] Frage gelesen und hake gerade nach. Noch weiß ich nichts Sicheres, ich"
        " melde mich hier. {agent}",
        "Guten Tag {name}, eine ehrliche Zwischenmeldung: Die Antwort fehlt mir noch. Ich frage intern nach und "
        "schreibe [Ihnen|dir] wieder. {agent}",
        "Ich sehe, dass [Sie|du] [warten|wartest], {name}, das tut mir leid. Sobald mir jemand Bescheid gibt, steht"
        " es hier. {agent}",
        "Hallo {name}, bevor ich etwas Falsches sage: Ich kläre das und komme mit einer Auskunft zurück. {agent}",
        "{name}, [Ihre|deine] Frage liegt bei den Kollegen, die es wissen müssen. Ich melde mich, wenn sie "
        "antworten. {agent}",
    ),
    # To who had to ask again, in public.
    "again": (
        "Hallo {name}, [Sie haben|du hast] recht, das hat gedauert, bitte [entschuldigen Sie|entschuldige]. {facts}"
        " {agent}",
        "Guten Tag {name}, tut mir leid, dass [Sie|du] noch einmal [nachfragen mussten|nachfragen musstest]. "
        "{facts} {agent}",
        "{name}, [Ihr|dein] Ärger ist verständlich, wir waren zu langsam, das tut mir leid. {facts} {agent}",
        "Entschuldigung für die Warterei, {name}! {facts} {agent}",
        "Hallo {name}, ich verstehe gut, dass [Sie|du] sauer [sind|bist], und bitte um Entschuldigung. {facts} {agent}",
        "Da haben wir [Sie|dich] hängen lassen, {name}, das bedaure ich sehr. {facts} {agent}",
    ),
    # Among four eyes.
    "private": (
        "Hallo {name}, danke, dass [Sie|du] mir hier [schreiben|schreibst]. Ich habe den Vorgang vor mir und "
        "kümmere mich selbst darum. {facts} {agent}",
        "Guten Tag {name}, gut, dass wir das hier in Ruhe besprechen können. {facts} Was brauchen [Sie|du] sonst "
        "noch von mir? {agent}",
        "Hallo {name}, ich habe [Ihre|deine] Angaben, vielen Dank. {facts} Fehlt noch etwas, melde ich mich hier "
        "bei [Ihnen|dir]. {agent}",
        "Danke für [Ihr|dein] Vertrauen, {name}. Ich gehe [Ihren|deinen] Fall jetzt Schritt für Schritt durch. "
        "{facts} {agent}",
    ),
    "note": (
        "Bitte übernehmen: {name} ({handle}), {channel}, „{text}“ Was darf ich antworten?",
        "{name} ({handle}) auf {channel}: „{text}“ Was ist gesichert, und wann wisst ihr mehr?",
        "Zur Prüfung: „{text}“ ({name}, {handle}, {channel}) Ich halte solange den Faden.",
    ),
    "alarm": (
        "Dringend, bitte sofort übernehmen: {name} ({handle}), {channel}, „{text}“ Was darf ich bis dahin sagen?",
        "Gefahr, jetzt: {name} ({handle}) auf {channel}: „{text}“ Wer kümmert sich, und was darf ich nicht sagen?",
        "Bitte sofort handeln: „{text}“ ({name}, {handle}, {channel}) Ich bleibe so lange im Gespräch.",
    ),
    "notice": (
        "Was wir wissen: {facts} Wir schreiben hier weiter, sobald es Neues gibt. {agent}",
        "Zum Stand der Dinge: {facts} Neues steht zuerst hier. {agent}",
    ),
}
