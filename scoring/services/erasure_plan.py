"""What becomes of every link to a person, and of every column of text, when that person is erased.

A test holds this to the models: a new foreign key to a person, or a new column that may hold what a person wrote, fails
until it stands here. Read it as docs/erasure.md tells it.
"""

from collections.abc import Mapping

GONE = "gone"
"""The row is deleted."""
EMPTIED = "emptied"
"""The row stays, its text is empty."""
NAMELESS = "nameless"
"""The link stays: it leads to an account without name, address and password."""
WORK = "work"
"""Made for the cohort, as part of somebody's work there: it stays, and names nobody who wrote it."""
CODES = "codes"
"""Codes, digests and numbers that the product writes; no words of a person."""

LINKS: Mapping[str, str] = {
    "account.EmailAddress.user": GONE,
    "people.User_groups.user": GONE,
    "people.User_user_permissions.user": GONE,
    "people.DeskSetting.owner": GONE,
    "people.Membership.user": GONE,
    "scenarios.ScenarioVersion.published_by": NAMELESS,
    "scenarios.Draft.saved_by": NAMELESS,
    "scenarios.Draft.held_by": NAMELESS,
    "scenarios.Revision.by": NAMELESS,
    "scenarios.ProfileVersion.by": NAMELESS,
    "scenarios.ImportMapping.saved_by": NAMELESS,
    "simulator.Exercise_people.user": GONE,
    "simulator.Exercise.set_by": NAMELESS,
    "simulator.Exercise.people": GONE,
    "simulator.Arrival.person": GONE,
    "simulator.Run.trainee": NAMELESS,
    "simulator.Draft.author": GONE,
    "simulator.OwnTemplate.owner": GONE,
    "scoring.ProgrammeVersion.made_by": NAMELESS,
    "scoring.Attempt.trainee": NAMELESS,
    "scoring.CriticalReview.by": NAMELESS,
    "scoring.Ruling.by": NAMELESS,
    "scoring.Certificate.holder": NAMELESS,
    "scoring.Certificate.revoked_by": NAMELESS,
    "scoring.DraftRehearsal.by": NAMELESS,
    "scoring.Mark.coach": NAMELESS,
    "scoring.Calibration.made_by": NAMELESS,
}
"""Link to a person → what becomes of it."""

TEXTS: Mapping[str, str] = {
    **dict.fromkeys(("sessions.Session.session_key", "sessions.Session.session_data"), GONE),
    **dict.fromkeys(("account.EmailAddress.email", "account.EmailConfirmation.key"), GONE),
    **dict.fromkeys(
        (f"people.User.{name}" for name in ("password", "username", "first_name", "last_name", "email", "signature")),
        EMPTIED,
    ),
    "people.User.language": CODES,
    **dict.fromkeys(("people.DeskSetting.name", "people.DeskSetting.value"), GONE),
    "people.Cohort.name": WORK,
    "people.Membership.role": GONE,
    **dict.fromkeys((f"people.AuditEntry.{name}" for name in ("verb", "data", "digest")), CODES),
    **dict.fromkeys(("people.AuditHead.digest", "people.AuditHead.cut_digest"), CODES),
    **dict.fromkeys(("scenarios.Scenario.key", "scenarios.Scenario.language"), WORK),
    **dict.fromkeys(
        (f"scenarios.ScenarioVersion.{name}" for name in ("digest", "source", "brand_source", "timeline_json")), WORK
    ),
    "scenarios.ModelReplyAssessments.data": CODES,
    **dict.fromkeys(
        (f"scenarios.Draft.{name}" for name in ("key", "title", "language", "text", "brand_source", "what", "detail")),
        WORK,
    ),
    **dict.fromkeys((f"scenarios.Revision.{name}" for name in ("what", "detail", "text")), WORK),
    "scenarios.VersionNote.text": WORK,
    **dict.fromkeys(("scenarios.HouseProfile.language", "scenarios.HouseProfile.name"), WORK),
    **dict.fromkeys(("scenarios.ProfileVersion.text", "scenarios.ProfileVersion.notes"), WORK),
    "scenarios.ImportMapping.columns": WORK,
    **dict.fromkeys(("simulator.Exercise.mode", "simulator.Exercise.help_stage"), CODES),
    "simulator.Exercise.message": EMPTIED,
    **dict.fromkeys(("simulator.Run.mode", "simulator.Run.head_digest"), CODES),
    **dict.fromkeys(("simulator.Words.text", "simulator.Words.salt"), EMPTIED),
    **dict.fromkeys(
        (
            f"simulator.RunEvent.{name}"
            for name in ("kind", "actor", "data", "words_mac", "cmd_id", "cmd_hash", "digest")
        ),
        CODES,
    ),
    **dict.fromkeys((f"simulator.Draft.{name}" for name in ("thread", "text", "visibility", "post")), GONE),
    **dict.fromkeys((f"simulator.OwnTemplate.{name}" for name in ("language", "title", "text")), GONE),
    "simulator.ShareLink.digest": GONE,
    "scoring.Programme.name": WORK,
    **dict.fromkeys(("scoring.ProgrammeVersion.terms", "scoring.ProgrammeVersion.digest"), CODES),
    **dict.fromkeys(("scoring.Attempt.drawn", "scoring.Attempt.verdict"), CODES),
    "scoring.Attempt.checked": EMPTIED,
    "scoring.CriticalReview.rule": CODES,
    "scoring.CriticalReview.reason": EMPTIED,
    **dict.fromkeys(("scoring.Proposal.data", "scoring.Proposal.digest"), CODES),
    **dict.fromkeys(("scoring.Ruling.role", "scoring.Ruling.verdict", "scoring.Remark.kind"), CODES),
    **dict.fromkeys(("scoring.Ruling.reason", "scoring.Remark.text"), EMPTIED),
    "scoring.Certificate.public_id": CODES,
    **dict.fromkeys(("scoring.Certificate.payload", "scoring.Certificate.revoked_because"), EMPTIED),
    **dict.fromkeys((f"scoring.DraftRehearsal.{name}" for name in ("digest", "state", "data")), CODES),
    "scoring.DraftRehearsal.timeline_json": WORK,
    **dict.fromkeys(
        (f"scoring.Scorecard.{name}" for name in ("rubric_digest", "log_digest", "data", "assessments", "digest")),
        CODES,
    ),
    **dict.fromkeys(
        (f"scoring.{model}.{name}" for model in ("Rehearsal", "Twins") for name in ("data", "digest")), CODES
    ),
    **dict.fromkeys((f"scoring.Objection.{name}" for name in ("rule", "params", "spans", "reason")), GONE),
    **dict.fromkeys(("scoring.Mark.rubric_digest", "scoring.Mark.steps"), CODES),
    **dict.fromkeys(("scoring.Mark.remark", "scoring.MarginNote.text", "scoring.Override.reason"), EMPTIED),
    **dict.fromkeys((f"scoring.Override.{name}" for name in ("rule", "params", "verdict")), CODES),
    "scoring.Calibration.name": WORK,
}
"""Column of text → what becomes of what is in it about the person. What somebody wrote about others as their coach or
manager (marks, reasons, whispers) is theirs in any of these columns: it goes with them."""
