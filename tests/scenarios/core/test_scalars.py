import pytest

from scenarios.core.scalars import is_key, is_name, read_duration, read_flag, read_whole, show_duration


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("0:00", 0),
        ("0:20", 20_000),
        ("3:00", 180_000),
        ("10:00", 600_000),
        ("90:00", 5_400_000),
        ("1:00:00", 3_600_000),
        ("45s", 45_000),
        ("3m", 180_000),
        ("1h", 3_600_000),
    ],
)
def test_durations_are_read_as_people_write_them(text: str, ms: int) -> None:
    assert read_duration(text) == ms


@pytest.mark.parametrize(
    "text",
    ["", "20", "1:60", "1:5", "1:60:00", "-1:00", "3 m", "3min", "1.5h", "٣:٠٠", "1:00:00:00", "9999999s", "1e3s"],
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    assert read_duration(text) is None


@pytest.mark.parametrize(("ms", "text"), [(0, "0:00"), (20_999, "0:20"), (600_000, "10:00"), (3_661_000, "1:01:01")])
def test_durations_are_shown_as_they_are_written(ms: int, text: str) -> None:
    assert show_duration(ms) == text


@pytest.mark.parametrize(("text", "whole"), [("0", 0), ("-12", -12), ("007", 7), ("999999999", 999_999_999)])
def test_whole_numbers_are_read(text: str, whole: int) -> None:
    assert read_whole(text) == whole


@pytest.mark.parametrize("text", ["", "1.0", "1_000", "0x10", "1e3", "٣", "9" * 10, "9" * 100_000, "+1", " 1"])
def test_what_is_no_small_whole_number_is_refused(text: str) -> None:
    assert read_whole(text) is None


def test_only_true_and_false_are_truths() -> None:
    assert {text: read_flag(text) for text in ("true", "false", "yes", "no", "on", "True", "1", "")} == {
        "true": True,
        "false": False,
        **dict.fromkeys(("yes", "no", "on", "True", "1", "")),
    }


def test_keys_and_names_of_record_entries_differ_in_their_joint() -> None:
    assert [text for text in ("a", "a-1", "a_1", "-a", "1a", "ä", "A", "a" * 65, "") if is_key(text)] == [
        "a",
        "a-1",
        "1a",
    ]
    assert [text for text in ("a", "a-1", "a_1", "_a", "1a", "A", "") if is_name(text)] == ["a", "a_1"]
