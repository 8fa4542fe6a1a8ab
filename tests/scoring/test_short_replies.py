"""What the rules say of very short replies (short_replies.yaml): a short answer to a plain question is good service."""

from pathlib import Path

import pytest
import yaml

from scenarios.core.vocabulary import LANGUAGES
from scoring.core.rules import RULES
from tests.scoring.replies import judge_text, rules_of

SHORT = yaml.safe_load(Path(__file__).with_name("short_replies.yaml").read_text(encoding="utf-8"))
SEEN = [(language, *pair) for language in LANGUAGES for pair in SHORT[language]["seen"]]
POOR = [(language, *pair) for language in LANGUAGES for pair in SHORT[language]["poor"]]
PLAIN = {"de": "Ist die Suppe vegan?", "en": "Is the soup vegan?"}
ANSWER = {"de": "Bis aufs Brot, das enthält Butter.", "en": "All but the bread, which contains butter."}
BARE = {"tone.cold", "tone.vague"}


def faults_of(post: str, text: str, language: str, **changes) -> set[str]:
    found = rules_of(judge_text(text, language=language, post_text=post, **changes))
    return {rule for rule in found if RULES[rule].points < 0}


@pytest.mark.parametrize(("language", "post", "text"), SEEN)
def test_a_short_and_right_reply_has_no_fault(language, post, text):
    assert faults_of(post, text, language) == set()


@pytest.mark.parametrize(("language", "post", "text"), POOR)
def test_a_short_and_empty_reply_has_one(language, post, text):
    assert faults_of(post, text, language)


@pytest.mark.parametrize("language", LANGUAGES)
class TestAShortAnswer:
    def test_to_a_plain_question_is_neither_vague_nor_cold(self, language):
        assert faults_of(PLAIN[language], ANSWER[language], language) == set()

    @pytest.mark.parametrize("change", ["!", "??", " und" * 26])
    def test_is_both_where_the_question_is_loud_or_long(self, language, change):
        assert faults_of(PLAIN[language] + change, ANSWER[language], language) == BARE

    def test_is_both_in_an_outage(self, language):
        assert faults_of(PLAIN[language], ANSWER[language], language, situation="outage") == BARE

    def test_is_both_where_the_question_says_it_all(self, language):
        assert faults_of(f"{ANSWER[language]} ?", ANSWER[language], language) == BARE

    def test_is_both_where_there_is_no_question(self, language):
        assert faults_of("", ANSWER[language], language) == BARE
