"""Static files under names that hold the hash of their content, in JavaScript's imports as well."""

from servestatic.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    support_js_module_import_aggregation = True
