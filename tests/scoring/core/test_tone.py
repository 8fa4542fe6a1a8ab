"""Each rule of tone, in German and English: a reply that it finds something in, and a near one that it does not."""

import pytest

from scenarios.core.vocabulary import ACTS, FAULTS, LANGUAGES, SITUATIONS
from scoring.core.lexicon.files import read_rules
from scoring.core.rules import RULES
from scoring.core.tone_rules import BASE, FACTORS, NORMAL, SUBSCORES, TONE, WEIGHTS, share_points
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
        "appreciation": ("Ihr Einsatz ist großartig.", "Der Bus hat uns überholt."),
        "understanding": ("Das ist eine schwierige Zeit.", "Das ist eine neue Zeit."),
        "agreement": ("Da stimme ich Ihnen zu.", "Das stimmt nicht."),
        "togetherness": ("Das lösen wir gemeinsam.", "Das fährt weiter."),
        "self_critique": ("Ich hätte früher schreiben sollen.", "Ich schreibe früher."),
        "softener": ("Könnten Sie die Nummer nennen?", "Nennen Sie die Nummer."),
        "reassurance": ("Machen Sie sich keine Vorwürfe.", "Machen Sie sich fertig."),
        "well_wish": ("Wir drücken die Daumen.", "Wir drücken den Knopf."),
        "foresight": ("Falls der Bus ausfällt, fährt die Bahn.", "Der Bus fährt."),
        "ease": ("Das geht ohne Antrag.", "Das geht mit Antrag."),
        "guidance": ("Bitte rufen Sie den Fahrer.", "Der Fahrer ruft."),
        "structure": ("So geht es weiter: Der Bus hält am Markt.", "So geht es weiter: ja."),
        "impersonal": ("Fahrgäste haben zu warten.", "Sie haben das gut gemacht."),
        "accusation": ("Ihr Verhalten ist inakzeptabel.", "Ihr Verhalten ist klar."),
        "threat": ("Sonst müssen wir den Anschluss sperren.", "Sonst nehmen wir den Bus."),
        "absolutes": ("Das ist grundsätzlich so.", "Das ist so."),
        "cold": ("Der Bus fährt nicht.", "Hallo, der Bus fährt nicht."),
        "vague": ("Wir sehen uns das alles sehr gern einmal an.", "Nein, der Bus fährt heute nicht mehr."),
        "crowded": (
            "Entschuldigung, unser Fehler, ich verstehe Ihren Ärger. Danke! Ich prüfe es heute, weil es eilt. Ja?",
            "Entschuldigung, unser Fehler, ich verstehe Ihren Ärger. Danke! Ich prüfe es heute, weil es eilt.",
        ),
        "rambling": ("Meine Oma kennt das auch.", "Ihre Oma kennt das auch."),
        "coarse": ("Das ist beschissen gelaufen.", "Das ist schlecht gelaufen."),
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
        "appreciation": ("That was a great idea.", "That was not great."),
        "understanding": ("I recognise that.", "I wrote that."),
        "agreement": ("I agree with that.", "I don't agree."),
        "togetherness": ("Let's do that.", "Do that."),
        "self_critique": ("I was wrong about that.", "I was there."),
        "softener": ("Perhaps it rains.", "It rains."),
        "reassurance": ("It was not your fault.", "It was a bus."),
        "well_wish": ("All the best with the move.", "The move is best."),
        "foresight": ("If it rains, the bus is late.", "The bus is late."),
        "ease": ("No form to fill in, it comes automatically.", "There is a form to fill in."),
        "guidance": ("Ask for Petra at the desk.", "Petra is at the desk."),
        "structure": ("This is next: the bus stops at Elm.", "This is next: yes."),
        "impersonal": ("Passengers have to wait.", "You have to wait."),
        "accusation": ("That is nonsense.", "That is a bus."),
        "threat": ("Take it or leave it.", "Take it."),
        "absolutes": ("It is obviously so.", "It is so."),
        "cold": ("The bus is off.", "Hello, the bus is off."),
        "vague": ("We always do enjoy hearing from every customer.", "No, the bus is not going."),
        "crowded": (
            "Sorry, our mistake, I understand your frustration. Thanks! I'll check it today because it's urgent. Why?",
            "Sorry, our mistake, I understand your frustration. Thanks! I'll check it today because it's urgent.",
        ),
        "rambling": ("My nan has one too.", "Your nan has one too."),
        "coarse": ("That went to shit.", "That went badly."),
        "insult": ("You are an idiot.", "The classic Scunthorpe assessment."),
    },
}


@pytest.mark.parametrize(("language", "rule"), [(language, rule) for language in CASES for rule in CASES[language]])
def test_a_rule_finds_its_own_and_leaves_its_neighbour(language, rule):
    with_it, without_it = (judge_text(text, language=language) for text in CASES[language][rule])

    assert (f"tone.{rule}" in rules_of(with_it), f"tone.{rule}" in rules_of(without_it)) == (True, False)


def test_every_rule_of_tone_is_tested_in_both_languages():
    elsewhere = {"tone.specifics", "tone.address", "tone.address_changed", "tone.plain", "tone.forbidden"}
    rules = {rule for rule in RULES if rule.startswith("tone.")} - elsewhere

    assert [{f"tone.{rule}" for rule in CASES[language]} for language in ("de", "en")] == [rules, rules]


def test_the_lexicons_perform_exactly_the_acts_that_scenarios_name():
    assert [{*read_rules(language, "acts"), "question"} for language in LANGUAGES] == [set(ACTS), set(ACTS)]


def test_the_faults_that_scenarios_name_are_the_rules_that_speak_against_a_reply():
    hints = {"tone.irony"}

    by_parts = {name for name, rule in TONE.items() if any(points < 0 for points in rule.parts.values())}

    assert {f"tone.{fault}" for fault in FAULTS} == by_parts | hints


@pytest.mark.parametrize("group", ["acts", "against", "hedges", "cues"])
def test_both_languages_have_the_same_rules(group):
    assert set(read_rules("de", group)) == set(read_rules("en", group))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_of_the_lexicon_is_explained_and_belongs_to_a_rule(language):
    for group in ("acts", "against", "hedges", "cues"):
        for rule, lines in read_rules(language, group).items():
            assert lines.lstrip().startswith("-- "), rule
            assert rule in {"regret", "relief"} or f"tone.{rule}" in TONE


def test_only_situations_that_scenarios_name_move_points():
    assert set(WEIGHTS) == set(SITUATIONS)
    assert {tuple(weights) for weights in WEIGHTS.values()} == {SUBSCORES}
    assert set(FACTORS) <= set(SITUATIONS)
    assert all(set(points) <= set(TONE) for points in FACTORS.values())


def test_every_rule_adds_to_one_or_two_subscores_and_in_one_direction():
    for name, rule in TONE.items():
        if name != "tone.irony":
            assert 1 <= len(rule.parts) <= 2, name
            assert len({points > 0 for points in rule.parts.values()}) == 1, name
            assert all(points % 10 == 0 for points in rule.parts.values()), name


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


def test_what_a_rule_finds_beyond_its_most_is_no_finding():
    judged = judge_text("Ab 8:30, ab 9:30, ab 10:30, ab 11:30, ab 12:30, ab 13:30.")

    points = [finding.points for finding in judged.findings if finding.rule == "tone.concrete"]

    assert points == [RULES["tone.concrete"].points] * TONE["tone.concrete"].most


def test_the_criterion_is_the_base_and_the_points():
    judged = judge_text("Hallo Jana, der Bus hält heute an Gleis 4.")

    tone = [finding.points for finding in judged.findings if finding.criterion == "tone"]

    assert judged.criteria["tone"] == share_points(BASE, NORMAL) + sum(tone)


def test_a_subscore_is_its_base_and_what_the_findings_name():
    judged = judge_text("Hallo Jana, der Bus hält heute an Gleis 4. Viele Grüße")

    for name in ("empathy", "courtesy", "openness", "plain_language"):
        added = sum(f.params.get(name, 0) for f in judged.findings if f.criterion == "tone")
        assert judged.signals[name] == BASE[name] + added


def test_the_points_are_what_the_situation_makes_of_the_parts():
    for situation in SITUATIONS:
        judged = judge_text("Tut mir leid, der Bus kommt 😀.", situation=situation)
        weights = {name: weight for name, weight in WEIGHTS[situation].items() if name not in ("formality",)}
        if "plain_language" not in judged.signals:
            del weights["plain_language"]

        assert [f.points for f in judged.findings if f.criterion == "tone"] == [
            share_points(f.params, weights) for f in judged.findings if f.criterion == "tone"
        ]


def test_an_insult_leaves_nothing_of_the_tone():
    judged = judge_text("Guten Morgen Jana, ich melde mich bis 17 Uhr, das war unser Fehler, du Vollidiot.")

    assert judged.criteria["tone"] == 0


def test_the_situation_moves_the_target():
    thanks, emoji = "Danke!", "Das kommt 😀"
    praise, normal = (judge_text(thanks, situation=situation).criteria["tone"] for situation in ("praise", "normal"))
    storm, calm = (judge_text(emoji, situation=situation) for situation in ("storm", "normal"))

    assert praise > normal
    assert [f.params["courtesy"] for f in storm.findings if f.rule == "tone.emoji"] == [
        2 * f.params["courtesy"] for f in calm.findings if f.rule == "tone.emoji"
    ]


@pytest.mark.parametrize(
    ("language", "text", "found", "not_found"),
    [
        ("de", "Das ist kein Fehler von uns.", "tone.denial", "tone.ownership"),
        ("de", "Das ist nicht Ihre Schuld.", "tone.reassurance", "tone.blame"),
        ("de", "Das war unser Fehler.", "tone.ownership", "tone.denial"),
        ("en", "That is not our fault.", "tone.denial", "tone.ownership"),
        ("en", "That is not your fault.", "tone.reassurance", "tone.blame"),
        ("en", "I will write again in ten minutes.", "tone.next_step", "tone.stalling"),
        ("de", "Ich schreibe in zehn Minuten wieder.", "tone.next_step", "tone.stalling"),
    ],
)
def test_negation_and_numbers_in_words_are_understood(language, text, found, not_found):
    rules = rules_of(judge_text(text, language=language))

    assert (found in rules, not_found in rules) == (True, False)


@pytest.mark.parametrize(
    "word",
    ["Auspacken", "Gehirnerschütterung", "Packstation", "behinderte Fahrgäste", "dumme Frage", "dreckige Toilette"],
)
def test_harmless_words_are_no_insults(word):
    assert "tone.insult" not in rules_of(judge_text(f"Das war die {word} von gestern."))


def test_a_form_of_address_that_changes_along_the_thread_is_found():
    changed = judge_text("Hast du dein Ticket?", form_before="sie")
    kept = judge_text("Haben Sie Ihr Ticket?", form_before="sie")

    assert ("tone.address_changed" in rules_of(changed), "tone.address_changed" in rules_of(kept)) == (True, False)
    assert (changed.signals["formality_kept"], kept.signals["formality_kept"]) == (500, 1000)


def test_where_nobody_chose_a_form_of_address_there_is_none_to_keep():
    assert "formality_kept" not in judge_text("Hast du dein Ticket?").signals


RICH = {
    "de": """Hallo Frau Sommer, danke fürs Bescheidsagen! Das ist ärgerlich, und es tut uns leid: Das war unser Fehler.
        Der RE 4 fährt um 17:30 Uhr von Gleis 4, ich melde mich bis 17 Uhr wieder. Das Taxi geht auf uns. ^TB""",
    "en": """Hi Ms Summer, thank you for telling us! That's frustrating, and we're sorry: that was our mistake.
        The RE 4 leaves at 5:30 pm from platform 4, and I'll be in touch by 5 pm. The taxi is on us. ^TB""",
}
FAULT = {"de": " Da hätten Sie früher buchen müssen.", "en": " You should have booked earlier."}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fault_costs_in_the_richest_reply_too(language):
    rich = judge_text(RICH[language], language=language)
    worse = judge_text(RICH[language] + FAULT[language], language=language)

    blame = next(finding for finding in worse.findings if finding.rule == "tone.blame")
    assert rich.criteria["tone"] > 900
    assert worse.criteria["tone"] <= 1000 + blame.points < 1000


@pytest.mark.parametrize(
    ("text", "rule"),
    [("Das können wir gut nachvollziehen.", "tone.feeling"), ("Das können wir nicht nachvollziehen.", "tone.denial")],
)
def test_not_to_understand_names_no_feeling(text, rule):
    assert rules_of(judge_text(text)) & {"tone.feeling", "tone.denial"} == {rule}


def test_what_went_wrong_accuses_nobody():
    assert "tone.accusation" not in rules_of(judge_text("I am finding out what went wrong.", language="en"))
    assert "tone.accusation" in rules_of(judge_text("That is simply wrong.", language="en"))
