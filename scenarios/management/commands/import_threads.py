"""`manage.py import_threads FILE…`: public conversations, plans and scripts into a scenario (docs/import.md)."""

import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from scenarios.core.importing.convert import Imported, Makers, convert_sources
from scenarios.core.importing.problems import ImportRefused
from scenarios.core.importing.wishes import Wishes
from scenarios.core.problems import ERROR, WARNING
from scenarios.core.scalars import is_key
from scenarios.importing.arguments import add_arguments
from scenarios.importing.columns_file import read_columns, write_columns
from scenarios.importing.fake_people import FakePeople, name_company
from scenarios.importing.sentences import explain_refusal, report_import, say_report, say_written
from scenarios.importing.source_files import read_source
from scenarios.services.files import compile_file


class Command(BaseCommand):
    help = "Writes a scenario from public conversations, a plan or a script. Names and numbers are replaced."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        language = options["language"]
        try:
            output = options["output"] or Path(_make_key(options) + ".yaml")
            brand_file = output.with_name(f"{output.stem}-brand.yaml")
            imported = _convert(options, key=_check_key(output), brand_file=brand_file.name)
            for path, text in ((brand_file, imported.brand), (output, imported.scenario)):
                _check_free(path, text, force=options["force"])
            for path, text in ((brand_file, imported.brand), (output, imported.scenario)):
                _write(path, text)
            warnings = _count_warnings(output)
            kept = _keep_mapping(options, imported, language=language)
        except ImportRefused as refused:
            reason = explain_refusal(refused, language=language)
            if options["delete_source"]:
                reason += "\n" + say_report("not_deleted", file=_name_files(options), language=language)
            raise CommandError(reason) from refused
        for line in kept:
            self.stdout.write(line)
        chosen, skip = options["brand"] is not None, options["skip"]
        for line in report_import(imported.ledger, brand_was_chosen=chosen, skip=skip, language=language):
            self.stdout.write(line)
        for line in say_written(
            output, brand_file=brand_file, warnings=warnings, doubts=imported.doubts, language=language
        ):
            self.stdout.write(line)
        if not options["delete_source"]:
            self.stdout.write(say_report("kept", file=_name_files(options), language=language))
            return
        for file in _list_files(options):
            try:
                _delete(file)  # only now: all that was to be kept of it is written
            except OSError as error:
                refused = ImportRefused("cannot_delete", file=str(file), reason=error.strerror or "")
                raise CommandError(explain_refusal(refused, language=language)) from error
            self.stdout.write(say_report("deleted", file=str(file), language=language))


def _convert(options: dict[str, Any], *, key: str, brand_file: str) -> Imported:
    wishes = Wishes(
        key=key,
        brand=options["brand"],
        brand_name=options["brand_name"],
        aliases=tuple(alias for alias in options["alias"] if alias.strip()),
        skip=options["skip"],
        limit=options["limit"],
        per_hour=options["per_hour"],
        seed=options["seed"],
        gap_cap_s=options["gap_cap"],
        first_target_s=options["first_target"],
        language=options["scenario_language"],
        title=options["title"],
    )
    mapping: Path | None = options["mapping"]
    try:
        columns = read_columns(mapping) if mapping and mapping.is_file() else None
    except OSError as error:
        raise ImportRefused("file_missing", file=str(mapping)) from error
    return convert_sources(
        [read_source(file) for file in _list_files(options)],
        kind=options["kind"],
        columns=columns,
        wishes=wishes,
        brand_file=brand_file,
        makers=Makers(
            stand_ins_for=lambda spoken: FakePeople(seed=wishes.seed, language=spoken),
            name_company=lambda name, spoken: name_company(name, language=spoken),
        ),
    )


def _list_files(options: dict[str, Any]) -> list[Path]:
    return [*options["file"], *((options["context"],) if options["context"] else ())]


def _name_files(options: dict[str, Any]) -> str:
    return ", ".join(str(file) for file in _list_files(options))


def _delete(file: Path) -> None:
    """The file, and where it is a link, what it leads to."""
    real = file.resolve()
    file.unlink(missing_ok=True)
    real.unlink(missing_ok=True)


def _keep_mapping(options: dict[str, Any], imported: Imported, *, language: str) -> list[str]:
    """Writes the guessed columns of a plan beside the first use; one that is there stays a person's own."""
    mapping: Path | None = options["mapping"]
    if mapping is None or imported.columns is None:
        return []
    if not mapping.exists():
        _write(mapping, write_columns(imported.columns))
    return [say_report("mapping", file=str(mapping), language=language)]


def _make_key(options: dict[str, Any]) -> str:
    return "imported-" + _fold(options["file"][0].stem)


def _check_key(output: Path) -> str:
    """The scenario's key is its file's name without language and ending."""
    key = _fold(output.name.split(".")[0])
    if not is_key(key):
        raise ImportRefused("bad_key", name=output.name)
    return key


def _fold(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:50]


def _check_free(path: Path, text: str, *, force: bool) -> None:
    try:
        if path.exists() and not force and path.read_bytes() != text.encode():
            raise ImportRefused("would_overwrite", file=str(path))
    except OSError as error:
        raise ImportRefused("cannot_write", file=str(path), reason=error.strerror or "") from error


def _write(path: Path, text: str) -> None:
    try:
        path.write_bytes(text.encode())
    except OSError as error:
        raise ImportRefused("cannot_write", file=str(path), reason=error.strerror or "") from error


def _count_warnings(output: Path) -> int:
    problems = compile_file(output)[1]
    errors = sum(problem.severity == ERROR for problem in problems)
    if errors:
        raise ImportRefused("does_not_lint", file=str(output), errors=errors)
    return sum(problem.severity == WARNING for problem in problems)
