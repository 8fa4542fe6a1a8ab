"""Static files under names that hold the hash of their content, in JavaScript's imports as well."""

from servestatic.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    support_js_module_import_aggregation = True
    # A pass settles the names of one level of imports; Django gives up after five. Ours are about as deep.
    max_post_process_passes = 20
