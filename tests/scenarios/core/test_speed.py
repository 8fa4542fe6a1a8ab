import time

from tests.scenarios.samples import compile_text, generate_scenario


def measure_lint(text: bytes, *, times: int = 5) -> float:
    """The best of several compilations, in seconds of this process, so that a busy machine counts less."""
    best = float("inf")
    for _ in range(times):
        started = time.process_time()
        compile_text(text)
        best = min(best, time.process_time() - started)
    return best


def test_a_large_scenario_is_read_whole_and_without_a_problem() -> None:
    timeline, problems = compile_text(generate_scenario(bytes_wanted=160_000).encode())

    assert timeline is not None
    assert (problems, len(timeline.posts) > 500) == ([], True)


def test_the_cost_of_lint_grows_with_the_size_only() -> None:
    small = measure_lint(generate_scenario(bytes_wanted=50_000).encode())
    large = measure_lint(generate_scenario(bytes_wanted=200_000).encode())

    assert large < 8 * small
