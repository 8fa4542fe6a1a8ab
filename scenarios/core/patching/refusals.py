"""Why an edit of the text is not made."""


class PatchRefused(Exception):
    """`code` is unreadable, no-place, taken, not-a-key, not-writable or not-an-edit; `params` fill its sentence."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
