"""The few sentences that an import adds of its own: impatient follow-ups, templates, title and brief."""

from collections.abc import Mapping

NUDGES: Mapping[str, tuple[str, ...]] = {
    "de": (
        "Liest hier eigentlich jemand mit?",
        "Hallo? Ich warte immer noch auf eine Antwort.",
        "Schade, dass man hier einfach nichts hört.",
        "Kommt da noch was von euch oder soll ich es woanders versuchen?",
        "Keine Antwort ist auch eine Antwort …",
        "Ich frag mal vorsichtig nach: Hat das jemand gesehen?",
        "Toller Service. Still ruht der See.",
        "Noch da? Ich bräuchte wirklich eine Rückmeldung.",
    ),
    "en": (
        "Is anyone actually reading this?",
        "Hello? Still waiting for an answer here.",
        "Nothing? Not even a quick reply?",
        "Should I try somewhere else, or is someone going to answer me?",
        "Guess no answer is an answer too…",
        "Just checking: did anybody see my message?",
        "Great service. Total silence.",
        "Still there? I could really do with a reply.",
    ),
}
"""First follow-ups of someone whose post nobody answers."""

LATER_NUDGES: Mapping[str, tuple[str, ...]] = {
    "de": (
        "Und jetzt? Eben wart ihr doch noch da.",
        "Und weiter? Ich hatte geantwortet.",
        "Erst nachfragen und dann verschwinden. Na super.",
        "Seid ihr noch dran?",
        "Ich warte noch …",
    ),
    "en": (
        "And now? You were here a minute ago.",
        "So what's next? I did reply.",
        "First you ask, then you vanish. Nice.",
        "Are you still with me?",
        "Still waiting…",
    ),
}
"""Follow-ups in a conversation that had begun."""

TEMPLATES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "de": {
        "pruefen": (
            "Wir prüfen das",
            "Hallo {name}, danke für deine Nachricht. Wir sehen uns das an und melden uns hier wieder. {agent}",
        ),
        "privat": (
            "Bitte privat",
            "Hallo {name}, das klären wir lieber nicht öffentlich. Schreib uns bitte eine Direktnachricht. {agent}",
        ),
        "dank": ("Dank", "Hallo {name}, vielen Dank für deine Rückmeldung, wir geben sie gern weiter. {agent}"),
    },
    "en": {
        "checking": (
            "We are checking",
            "Hi {name}, thanks for your message. We are looking into it and will get back to you here. {agent}",
        ),
        "private": (
            "Please go private",
            "Hi {name}, this is better not discussed in public. Please send us a direct message. {agent}",
        ),
        "thanks": ("Thanks", "Hi {name}, thank you for your feedback, we are happy to pass it on. {agent}"),
    },
}
"""Of the imported brand: key → (title, text)."""

CHANNELS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "microblog": "Kurznachrichten",
        "page": "Seite",
        "forum": "Forum",
        "press": "Nachrichtenseiten",
        "homepage": "Startseite",
    },
    "en": {
        "microblog": "Short messages",
        "page": "Page",
        "forum": "Forum",
        "press": "News sites",
        "homepage": "Home page",
    },
}

DESKS = {"de": "Fachstelle", "en": "Specialist desk"}
"""Whom a plan hands something over to, whatever its real name is."""

TITLES = {"de": "{brand}: echte Anfragen nachgespielt", "en": "{brand}: real enquiries replayed"}
BRIEFS = {
    "de": "Echten öffentlichen Gesprächen nachgebaut; Namen, Nummern und Unternehmen sind erfunden. "
    "{threads} Gespräche beginnen im Takt von {per_hour} je Stunde. Antworten Sie denen, die eine Antwort brauchen.",
    "en": "These threads follow real public conversations; names, numbers and the company are invented. "
    "{threads} threads start at a rate of {per_hour} an hour. Answer those who need an answer.",
}
