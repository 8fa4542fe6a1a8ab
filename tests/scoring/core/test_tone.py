"""Each rule of tone, in German and English: a reply that it finds something in, and a near one that it does not."""

import pytest

from scenarios.core.vocabulary import ACTS, FAULTS, LANGUAGES, SITUATIONS
from scoring.core.lexicon.files import read_rules
from scoring.core.rules import BY_SITUATION, RULES
from tests.scoring.replies import judge_text, marked, rules_of

CASES = {
    "de": {
        "greeting": ("Guten Morgen Frau Sommer", "Der Zug am Morgen"),
        "feeling": ("Das ist ärgerlich.", "Der Bus kommt gleich."),
        "apology": ("Es tut uns leid.", "Das ist keine Entschuldigung."),
        "ownership": ("Das war unser Fehler.", "Das war nicht unser Fehler."),
        "thanks": ("Danke für das Foto!", "Gott sei Dank hält er."),
        "question": ("Welcher Zug war es?", "Sag mir den Zug."),
        "explanation": ("Er hält nicht, weil ein Baum liegt.", "Er hält nicht."),
        "next_step": ("Ich melde mich bis 17 Uhr.", "Du hörst von uns."),
        "offer": ("Das Taxi geht auf uns.", "Nimm ein Taxi."),
        "to_private": ("Schreib uns bitte per DM.", "Schreib uns bitte."),
        "sign_off": ("Bis zum Bahnsteig. ^TB", "Bis zum Bahnsteig."),
        "concrete": ("Gleis 4, 17:30 Uhr.", "Bald am Bahnsteig."),
        "answer": ("Ja, das geht.", "Das geht ja."),
        "first_person": ("Ich schaue nach.", "Wir schauen nach."),
        "blame": ("Da hätten Sie früher buchen müssen.", "Da haben Sie früh gebucht."),
        "denial": ("Uns ist kein Fehler bekannt.", "Den Fehler kennen wir."),
        "stalling": ("Wir haben es an die Fachabteilung gegeben.", "Ich frage die Werkstatt."),
        "officialese": ("Die Prüfung obliegt gemäß Ziffer 8 dem Personal.", "Der Schaffner prüft das."),
        "nominal_style": (
            "Die Bearbeitung der Beschwerde unterliegt der Prüfung der Zuständigkeit.",
            "Wir prüfen, wer für die Beschwerde da ist, und melden uns dann.",
        ),
        "canned": ("Wir entschuldigen uns für die entstandenen Unannehmlichkeiten.", "Der Ausfall ärgert uns auch."),
        "gushing": ("Das tut uns unendlich leid!", "Das tut uns leid!"),
        "overpromise": ("Das kommt garantiert nie wieder vor.", "Versprechen kann ich das nicht."),
        "advertising": ("Bewerte uns auch im App-Store!", "Im Laden gibt es Kaffee."),
        "condescension": ("Das dürfte inzwischen bekannt sein.", "Das wissen wir seit heute."),
        "bare_regret": ("Das geht leider nicht.", "Das geht leider nicht, weil der Zug voll ist."),
        "irony": ("Na bravo, der Bus kommt.", "Bravo an das Team im Bus!"),
        "shouting": ("Das geht NIEMALS so.", "Das geht im RE 14 der SBB so."),
        "exclamation": ("Super! Toll!", "Super!"),
        "emoji": ("Der Bus kommt 😂", "Der Bus kommt ;)"),
        "vague": ("Wir sehen uns das alles sehr gern einmal an.", "Nein, der Bus fährt heute nicht mehr."),
        "insult": ("Du bist ein Vollidiot.", "Die Technische Universität, klassisch."),
    },
    "en": {
        "greeting": ("Good morning Ms Summer", "The train left early"),
        "feeling": ("That is so frustrating.", "The bus is coming."),
        "apology": ("We apologise for that.", "The signals were red."),
        "ownership": ("That was our mistake.", "That was not our mistake."),
        "thanks": ("Thanks for the photo!", "Here is the photo."),
        "question": ("Which train was it?", "Tell me the train."),
        "explanation": ("It stops because a tree fell.", "It stops here."),
        "next_step": ("I'll write again by 5 pm.", "You will hear more."),
        "offer": ("The taxi is on us.", "Take a taxi."),
        "to_private": ("Send us a DM please.", "Send us a word please."),
        "sign_off": ("See you at the platform. ^TB", "See you at the platform."),
        "concrete": ("Platform 4 at 17:30.", "Soon at the platform."),
        "answer": ("Yes, you can.", "You can, yes."),
        "first_person": ("I have asked them.", "We have asked them."),
        "blame": ("You should have booked earlier.", "You have booked early."),
        "denial": ("We are not aware of that.", "We know of that."),
        "stalling": ("Your case has been forwarded.", "I asked the workshop."),
        "officialese": ("Please be advised that this is subject to review.", "The guard checks this."),
        "nominal_style": (
            "Consideration of compensation requires verification.",
            "We check your claim and then we pay you.",
        ),
        "canned": ("Thank you for reaching out to us.", "Thank you for the photo."),
        "gushing": ("We are so incredibly sorry!", "We are sorry!"),
        "overpromise": ("This will never happen again, guaranteed.", "I cannot promise that."),
        "advertising": ("Leave us a 5-star review!", "Leave the train at Elm."),
        "condescension": ("There we are, not so hard!", "There is the bus."),
        "bare_regret": ("Unfortunately that fails.", "Unfortunately that fails, because the train is full."),
        "irony": ("What a surprise, it is late.", "That was no surprise."),
        "shouting": ("That will NEVER work.", "The NHS and the BBC work."),
        "exclamation": ("Great! Super!", "Great!"),
        "emoji": ("The bus is coming 😂", "The bus is coming ;)"),
        "vague": ("We always do enjoy hearing from every customer.", "No, the bus is not going."),
        "insult": ("You are an idiot.", "The classic Scunthorpe assessment."),
    },
}


@pytest.mark.parametrize(("language", "rule"), [(language, rule) for language in CASES for rule in CASES[language]])
def test_a_rule_finds_its_own_and_leaves_its_neighbour(language, rule):
    with_it, without_it = (judge_text(text, language=language) for text in CASES[language][rule])

    assert (f"tone.{rule}" in rules_of(with_it), f"tone.{rule}" in rules_of(without_it)) == (True, False)


def test_every_rule_of_tone_is_tested_in_both_languages():
    elsewhere = {"tone.specifics", "tone.address", "tone.rambling"}
    rules = {rule for rule in RULES if rule.startswith("tone.")} - elsewhere

    assert [{f"tone.{rule}" for rule in CASES[language]} for language in ("de", "en")] == [rules, rules]


def test_the_lexicons_perform_exactly_the_acts_that_scenarios_name():
    assert [{*read_rules(language, "acts"), "question"} for language in LANGUAGES] == [set(ACTS), set(ACTS)]


def test_the_faults_that_scenarios_name_are_the_rules_that_speak_against_a_reply():
    hints = {"tone.irony"}
    against = {name for name, rule in RULES.items() if name.startswith("tone.") and rule.points < 0}

    assert {f"tone.{fault}" for fault in FAULTS} == against | hints


def test_both_languages_have_the_same_rules():
    assert set(read_rules("de", "against")) == set(read_rules("en", "against"))


def test_only_situations_that_scenarios_name_move_points():
    assert set(BY_SITUATION) <= set(SITUATIONS)
    assert all(set(points) <= set(RULES) for points in BY_SITUATION.values())


def test_a_finding_marks_the_words():
    text = "Hallo Jana, das tut uns leid."

    assert marked(text, judge_text(text), "tone.apology") == ["tut uns leid"]


def test_taking_up_the_customers_words_is_found_once_each():
    text = "Der Rucksack liegt im Fundbüro, den Rucksack gibt es bis 18 Uhr."

    judged = judge_text(text, post_text="Mein Rucksack ist weg!")

    assert marked(text, judged, "tone.specifics") == ["Rucksack"]


@pytest.mark.parametrize(
    ("address", "text", "wrong"),
    [
        ("du", "Haben Sie Ihr Ticket?", True),
        ("du", "Hast du dein Ticket?", False),
        ("sie", "Hast du dein Ticket?", True),
        ("sie", "Das geht.", False),
        ("sie", "Haben Sie dein Ticket?", True),
    ],
)
def test_the_brand_decides_on_du_or_sie(address, text, wrong):
    assert ("tone.address" in rules_of(judge_text(text, address=address))) == wrong


def test_an_act_inside_a_set_phrase_does_not_count_as_one():
    assert rules_of(judge_text("Vielen Dank für Ihre Nachricht.")) & {"tone.thanks", "tone.canned"} == {"tone.canned"}


def test_a_long_story_is_too_long():
    story = "Dann kam der Bus und hielt an. " * 14

    assert "tone.rambling" in rules_of(judge_text(story))


def test_what_a_rule_finds_beyond_its_most_has_no_points():
    judged = judge_text("Ab 8:30, ab 9:30, ab 10:30, ab 11:30.")

    points = [finding.points for finding in judged.findings if finding.rule == "tone.concrete"]

    assert points == [60, 60, 60, 0]


def test_the_criterion_is_the_base_and_the_points():
    judged = judge_text("Hallo Jana, Gleis 4.")

    tone = [finding.points for finding in judged.findings if finding.criterion == "tone"]

    assert judged.criteria["tone"] == 340 + sum(tone)


def test_the_situation_moves_the_target():
    praise, normal = (judge_text("Danke!", situation=situation).criteria["tone"] for situation in ("praise", "normal"))

    assert (praise, normal) == (400, 250)
