"""As what somebody stands to an object: whom it is about, somebody with a role in its cohort, or a stranger.

Who has several of these may what any of them may.
"""

ANONYMOUS = "anonymous"
OWNER = "owner"
"""Whom it is about: who played the run, tried to be certified, holds the certificate."""
COLLEAGUE = "colleague"
"""Another trainee of the cohort."""
COACH, MANAGER, AUDITOR, ADMINISTRATOR = "coach", "manager", "auditor", "administrator"
STRANGER = "stranger"
"""Signed in, with whatever role in another cohort."""

MEMBERS = frozenset({OWNER, COLLEAGUE, COACH, MANAGER, AUDITOR, ADMINISTRATOR})
SIGNED_IN = MEMBERS | {STRANGER}
ANYBODY = SIGNED_IN | {ANONYMOUS}
NOBODY: frozenset[str] = frozenset()
