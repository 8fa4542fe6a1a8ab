"""A fault needs its object: what blames the customer is none when it is said of a tree, a swindler or ourselves."""

import pytest

from scoring.core.rules import RULES
from tests.scoring.replies import judge_text, marked, rules_of

CASES = {
    "de": [
        ("accusation", "Sie haben einfach nicht gelesen.", "Bringen Sie einfach einen Kanister mit."),
        ("accusation", "Das haben Sie falsch verstanden.", "Da kann ich Sie beruhigen, das ist falsch."),
        ("accusation", "Sie sollten sich schämen, das sollten Sie lassen.", "Sollten Sie Fragen haben, rufen Sie an."),
        ("accusation", "Das hätten Sie wissen müssen.", "Das hätten Sie von uns hören müssen."),
        ("blame", "Das hätten Sie früher melden müssen.", "Das hätten Sie von uns erfahren müssen."),
        ("blame", "Schuld ist der Betreiber.", "Schuld war eine Tür an unserem Zug."),
        ("blame", "Das waren nicht wir, sondern die Baufirma.", "Diese SMS ist Betrug, das sind nicht wir."),
        ("impersonal", "Da muss man eben warten.", "Solche Sätze hört man gern."),
        ("impersonal", "Es ist ein Formular zu nutzen.", "Es ist ein Baum."),
        ("impersonal", "Reisende nutzen den Bus.", "Der Zug fährt, weil 300 Reisende umsteigen."),
        ("absolutes", "Das geht grundsätzlich nie.", "Wir fragen nie nach einer TAN."),
        ("advertising", "Haben Sie schon unsere App entdeckt?", "Haben Sie schon etwas eingegeben?"),
        ("advertising", "Sichern Sie sich den Rabatt!", "Den Rabatt gibt es nicht mehr."),
        ("gushing", "Das tut uns sooo leid.", "Die Notfallleitstelle und die Schifffahrt wissen es."),
        ("gushing", "Wahnsinnig, wirklich suuuper!", "Der Bus hält an Halle III."),
        ("denial", "Da können wir nichts machen.", "Da kann ich nichts schönreden."),
        ("blame", "Wie Sie der Seite hätten entnehmen können, war Streik.", "Wie Sie wissen, war Streik."),
        ("condescension", "Lesen hilft.", "Es hilft, den Aushang zu lesen."),
        ("absolutes", "Das ist natürlich nicht möglich.", "Das ist natürlich ärgerlich."),
        ("impersonal", "Da muss man warten.", "200 Euro zu viel, da darf man sauer sein."),
        ("blame", "Es muss an Ihnen liegen.", "Es kann nicht an Ihnen liegen, das sehe ich."),
        ("blame", "Haben Sie denn überhaupt neu gestartet?", "Haben Sie denn Zeit für einen Anruf?"),
        ("stalling", "Wurde aufgenommen.", "Ihr Fall wurde weitergeleitet, heute kommt Antwort."),
        ("stalling", "Wie bereits mehrfach mitgeteilt, gilt das.", "Sie haben es schon mehrfach gesagt, das stimmt."),
        ("stalling", "Wir bitten, auf weitere Anfragen zu verzichten.", "Auf die Gebühr wollen wir gern verzichten."),
        ("stalling", "Sie werden rechtzeitig informiert.", "Sie kommen rechtzeitig an."),
        ("stalling", "Das sagt Ihnen unsere Hotline.", "Unsere Hotline ist bis Montag überlastet."),
        ("condescension", "Pech gehabt, so ist das.", "Da haben Sie wirklich Pech gehabt."),
        ("bare_regret", "Leider können wir Ihnen da nicht helfen.", "Leider fällt er aus. Nehmen Sie den 18:12."),
    ],
    "en": [
        ("accusation", "Stop lying to us.", "A tree is lying on the track."),
        ("accusation", "You're lying.", "It's a scam, and they are lying."),
        ("accusation", "You are simply wrong.", "I can reassure you, that's wrong."),
        ("accusation", "You ask too much.", "Three answers is two too many."),
        ("blame", "You were told in advance.", "You were told half the story."),
        ("blame", "If you don't read your letters, it happens.", "If you don't get it, tell me."),
        ("absolutes", "Everybody knows that.", "Nobody should stand in the rain."),
        ("absolutes", "That is just how it is.", "The remote has just six buttons."),
        ("stalling", "All of it is on our app.", "It's our app, not you."),
        ("stalling", "You'll find it on our website.", "Our website is wrong about this."),
        ("stalling", "Please contact the billing team.", "Please call the welfare team on 105."),
        ("threat", "I won't go higher.", "The 18:04 can't go, the driver is ill."),
        ("threat", "We won't go to £50.", "The £180 won't go out on Friday."),
        ("threat", "We'll hand it to debt collectors.", "£4 of that is old debt."),
        ("condescension", "To be honest, you could know that.", "I have to be honest: it is too late."),
        ("condescension", "Well done. You can read.", "Two kids and a sprint, well done!"),
        ("condescension", "It's winter, look it up.", "I'll look it up for you."),
        ("condescension", "As stated many times, no.", "You stated it many times, sorry."),
        ("blame", "That is not something we control.", "That is something we control."),
        ("blame", "We can't be held responsible.", "We are responsible."),
        ("blame", "You need to be more careful.", "We should have been more careful."),
        ("bare_regret", "I'm afraid there's nothing we can do.", "I'm afraid it's off. Take the 18:12."),
        ("impersonal", "Customers must wait.", "It leaves because 300 passengers change."),
        ("condescension", "Don't talk like that.", "You can't work like that."),
        ("condescension", "It's really very simple.", "Very simple: send it by text."),
        ("condescension", "That's just an excuse.", "It was a long night, and that's not an excuse."),
        ("denial", "There's nothing wrong with it.", "There's nothing to get rid of."),
        ("denial", "These are false claims.", "The number is false and it's our fault."),
        ("overpromise", "We'll have it back straight away.", "I'll look at the payment straight away."),
        ("threat", "We will take legal action.", "The legal side is with our press desk."),
        ("stalling", "We'll write as soon as possible.", "As soon as there's a forecast I'll write to you."),
        ("gushing", "That is sooo good.", "The bus stops at hall III."),
        ("denial", "There's nothing more we can say.", "There's nothing more to pay."),
        ("overpromise", "No problem, you'll be home for tea.", "No problem, that's done."),
        ("stalling", "Please keep an eye on our website.", "I'll keep an eye on yours."),
        ("agreement", "That's a valid point.", "Your ticket's valid until noon."),
        ("cold", "It goes on Sunday.", "You've made our chef's day!"),
    ],
}


@pytest.mark.parametrize(
    ("language", "rule", "wrong", "right"), [(language, *case) for language in CASES for case in CASES[language]]
)
def test_a_fault_is_found_about_its_object_only(language: str, rule: str, wrong: str, right: str) -> None:
    rules = [rules_of(judge_text(text, language=language)) for text in (wrong, right)]

    assert [f"tone.{rule}" in each for each in rules] == [True, False]


@pytest.mark.parametrize(
    ("language", "cold", "warm"),
    [
        ("de", "Die Karte ist gesperrt.", "Herr Falk, die Karte ist gesperrt."),
        ("de", "Liebe auf den ersten Blick.", "Liebe Jana, die Karte ist gesperrt."),
        ("en", "The card is frozen.", "No, Fiona, the card is frozen."),
        ("en", "Oh dear is what it says.", "Dear Fiona, the card is frozen."),
    ],
)
def test_who_is_called_by_name_is_not_treated_coldly(language: str, cold: str, warm: str) -> None:
    rules = [rules_of(judge_text(text, language=language)) for text in (cold, warm)]

    assert ["tone.cold" in each for each in rules] == [True, False]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Bus fährt nicht, weil der Baum noch liegt."),
        ("de", "Tom, der Bus fährt nicht."),
        ("de", "Ich habe nachgesehen, der Bus fährt nicht."),
        ("en", "The bus is off, because the tree is still there."),
        ("en", "Tom, the bus is off."),
        ("en", "I checked, the bus is off."),
        ("en", "Oh no, the bus is off."),
    ],
)
def test_a_reason_a_name_or_somebody_who_speaks_is_not_cold(language: str, text: str) -> None:
    assert "tone.cold" not in rules_of(judge_text(text, language=language))


@pytest.mark.parametrize(
    ("language", "text"), [("de", "Leider, der Bus fährt nicht."), ("en", "Unfortunately, the bus is off.")]
)
def test_a_word_in_front_is_not_yet_a_name(language: str, text: str) -> None:
    assert "tone.cold" in rules_of(judge_text(text, language=language))


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_name_in_front_greets_where_it_is_known(language: str) -> None:
    text = {"de": "Hanna Berg, der Bus fährt um 9:08.", "en": "Hanna Berg, the bus leaves at 9:08."}[language]
    names = frozenset({"hanna", "berg"})
    told = text.replace(",", "")

    assert marked(text, judge_text(text, language=language, names=names), "tone.greeting") == ["Hanna Berg"]
    assert marked(text, judge_text(text, language=language), "tone.greeting") == []
    assert marked(told, judge_text(told, language=language, names=names), "tone.greeting") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Leider ist der Platz belegt. Soll ich einen im 9:20 für Sie buchen?"),
        ("en", "I’m afraid it is full. Shall I book the 9:20 for you?"),
        ("en", "I’m afraid it is full, that’s because of the holiday."),
    ],
)
def test_regret_is_not_bare_beside_an_offer_or_a_reason(language: str, text: str) -> None:
    assert "tone.bare_regret" not in rules_of(judge_text(text, language=language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You’ll get a coffee on us in coach C."),
        ("en", "I’d go via Selby tonight."),
        ("en", "That’s a fair moan."),
        ("en", "The hole is on the list for Thursday."),
        ("en", "Priya can add it in two minutes."),
        ("de", "Ich brauche eine Sache von Ihnen, die Nummer am Gerät."),
        ("de", "Priya trägt es in zwei Minuten ein."),
    ],
)
def test_what_only_sounds_like_a_fault_is_none(language: str, text: str) -> None:
    faults = {rule for rule in rules_of(judge_text(text, language=language)) if RULES[rule].points < 0}

    assert faults - {"tone.cold", "tone.vague"} == set()


@pytest.mark.parametrize(
    ("language", "refused", "offered"),
    [("de", "Da können wir Ihnen nichts bieten.", "Da können wir Ihnen etwas bieten.")],
)
def test_what_is_refused_is_no_offer(language: str, refused: str, offered: str) -> None:
    rules = [rules_of(judge_text(text, language=language)) for text in (refused, offered)]

    assert ["tone.offer" in each for each in rules] == [False, True]
