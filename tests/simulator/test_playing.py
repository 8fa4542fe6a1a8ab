from scenarios.core.timeline import Timeline
from simulator.playing import Step, play
from simulator.playing_text import TEXTS, Narrator
from tests.scenarios.samples import SCENARIO, change, compile_text

HIDDEN = ("MoodMoved", "ReplyAssessed")


def compiled(text: str = SCENARIO) -> Timeline:
    timeline, _ = compile_text(text)
    assert timeline is not None
    return timeline


def list_steps(*, answers: bool, text: str = SCENARIO) -> list[tuple[int, str, str]]:
    def name(step: Step) -> str:
        return str(step.event.data.get("post") or step.event.data.get("fact") or "")

    steps = play(compiled(text), seed=1, answers=answers)
    return [(step.event.at_ms, step.event.kind, name(step)) for step in steps if step.event.kind not in HIDDEN]


def test_with_silence_the_scripted_posts_and_the_silence_reaction_come() -> None:
    assert list_steps(answers=False) == [
        (0, "RunStarted", ""),
        (20_000, "PostAppeared", "rucksack-1"),
        (30_000, "FactReleased", "fundbuero"),
        (60_000, "PostAppeared", "rucksack-2"),
        (200_000, "ReactionFired", "rucksack-1"),
        (220_000, "PostAppeared", "rucksack-3"),
        (260_000, "ReactionFired", "rucksack-1"),
        (600_000, "RunEnded", ""),
    ]


def test_the_agent_reads_thinks_and_types_and_the_thanks_follow() -> None:
    """Eight words to read (2.4 s), 15 s to think, sixteen to type (27.428 s)."""
    assert list_steps(answers=True) == [
        (0, "RunStarted", ""),
        (20_000, "PostAppeared", "rucksack-1"),
        (30_000, "FactReleased", "fundbuero"),
        (60_000, "PostAppeared", "rucksack-2"),
        (64_828, "ReplySent", "rucksack-1"),
        (64_828, "ReactionFired", "rucksack-1"),
        (104_828, "PostAppeared", "rucksack-4"),
        (600_000, "RunEnded", ""),
    ]


def test_the_agent_answers_one_after_the_other() -> None:
    text = change("text: Typisch.", "text: Typisch.\n        needs: {answer: true, model: Leider ja.}")
    text = change("at: 1:00", "at: 0:30", text=text)

    replies = [(at, post) for at, kind, post in list_steps(answers=True, text=text) if kind == "ReplySent"]
    assert replies == [(64_828, "rucksack-1"), (64_828 + 300 + 15_000 + 3_428, "rucksack-2")]


def test_the_same_seed_is_the_same_cast() -> None:
    def cast(seed: int) -> object:
        return next(play(compiled(), seed=seed, answers=False)).event.data["cast"]

    assert cast(1) == cast(1)
    assert cast(1) != cast(2)


def narrate(*, answers: bool, language: str) -> list[str]:
    narrator = Narrator(compiled(), language=language)
    return [line for step in play(compiled(), seed=1, answers=answers) for line in narrator.tell(step)]


def test_a_play_reads_well() -> None:
    first = next(play(compiled(), seed=1, answers=True)).event.data["cast"]["jana"]
    jana = f"{first['name']} {first['handle']}"

    assert narrate(answers=True, language="de") == [
        "Ein ruhiger Morgen · Seenbahn · 10:00 · seed 1",
        "Sie haben Dienst.",
        f"   0:20  Zwitscher · rucksack · {jana} · rucksack-1",
        "         Mein Rucksack 🎒 fährt ohne mich weiter, @Seenbahn!",
        "         → braucht zuerst eine Antwort · feeling, next_step · «fundbuero»",
        "   0:30  bekannt wird «fundbuero»",
        "         Das Fundbüro öffnet um neun.",
        "         «ab neun Uhr»",
        "   1:00  Zwitscher · rucksack · Omar Yildiz @omar · rucksack-2",
        "         Typisch.",
        "   1:04  Antwort auf «rucksack-1» nach 0:44 (Ziel 4:00)",
        f"         Hallo {first['name']}, wie ärgerlich! Ich suche Ihren Rucksack, das Fundbüro hat ab neun Uhr",
        "         offen. ^GP",
        f"   1:44  Zwitscher · rucksack · {jana} · rucksack-4 (weil «rucksack-1» beantwortet ist)",
        "         Danke!",
        "         → in Ruhe zu lassen",
        "  10:00  Ende: 3 Posts, 1 brauchten eine Antwort, 1 bekamen eine, 0 davon zu spät",
    ]


def test_silence_is_counted_in_english_too() -> None:
    lines = narrate(answers=False, language="en")

    assert lines[0] == "A quiet morning · Seenbahn · 10:00 · seed 1"
    assert lines[-1] == "  10:00  end: 3 posts, 1 needed an answer, 0 got one, 0 of them too late"
    assert sum("(because “rucksack-1” is unanswered)" in line for line in lines) == 1


def test_both_languages_tell_the_same() -> None:
    assert set(TEXTS["de"]) == set(TEXTS["en"])
