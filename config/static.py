"""Static files under names that hold the hash of their content, in JavaScript's imports as well; joined where a page
would need many."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from servestatic.storage import CompressedManifestStaticFilesStorage

from trainer_ui.joining import join_modules, join_styles
from trainer_ui.modules import JOINED, STYLES, name_joined


class HashedFiles(CompressedManifestStaticFilesStorage):
    support_js_module_import_aggregation = True
    # A pass settles the names of one level of imports; Django gives up after five. Ours are about as deep.
    max_post_process_passes = 20

    def post_process(self, paths: dict[str, Any], *, dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if not dry_run:
            for name, text in self._join(set(paths)):
                self.delete(name)
                self.save(name, ContentFile(text.encode()))
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _join(self, there: set[str]) -> Iterator[tuple[str, str]]:
        """Name and text of whatever can be joined of the files that are `there`."""
        for entry in there.intersection(JOINED):
            yield name_joined(entry), join_modules(entry, read=self._read)
        for page, parts in STYLES.items():
            if there.issuperset(parts):
                yield name_joined(page), join_styles(parts, read=self._read)

    def _read(self, path: str) -> str:
        with self.open(path) as file:
            return bytes(file.read()).decode()
