"""What masking finds of people planted in generated threads, before anybody looks at the rest (docs/import.md)."""

from tests.bench.figures import Report
from tests.scenarios.masking_figures import measure_masking


def measure_recall(report: Report, *, seeds: int) -> None:
    """Per cent; one repetition is a thread of every template, with people of its own."""
    for language in ("de", "en"):
        found = [measure_masking(language, seeds=range(seed, seed + 1)) for seed in range(100, 100 + seeds)]
        numbers = [100 * each.recall(names=False) for each in found]
        names = [100 * each.recall(names=True) for each in found]
        touched = [100 * each.touched / each.harmless for each in found]
        report.add(f"masking: numbers found ({language})", numbers, "%", 100, at_least=True)
        report.add(f"masking: names found ({language})", names, "%", 95, at_least=True)
        report.add(f"masking: harmless words touched ({language})", touched, "%", 2)
