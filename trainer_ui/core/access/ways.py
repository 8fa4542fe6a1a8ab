"""By which way in an object is reached: pages, forms, files, commands of the socket, commands of the server.

A page is (object or family, verb of GET, verb of POST); None where it takes no such request.
"""

from collections.abc import Mapping

Page = tuple[str, str | None, str | None]

PAGES: Mapping[str, Page] = {
    "home": ("own_data", "read", None),
    "decline_guide": ("own_data", None, "change"),
    "progress": ("own_data", "read", None),
    "proposals": ("own_data", "read", None),
    "own_json": ("own_data", "read", None),
    "own_csv": ("own_data", "read", None),
    "keep_setting": ("own_data", None, "change"),
    "templates": ("own_data", "read", "change"),
    "templates_delete": ("own_data", None, "change"),
    "templates_csv": ("own_data", "read", None),
    "template": ("own_template", None, "change"),
    "who_sees": ("own_data", "read", None),
    "own_certifications": ("own_data", "read", None),
    "handbook_start": ("handbook", "read", None),
    "handbook": ("handbook", "read", None),
    "set_language": ("sign_in", None, "change"),
    "brief": ("cohort_scenario", "read", "play"),
    "desk": ("run", "read", None),
    "drafts": ("run", "work", "work"),
    "hints": ("run", None, "work"),
    "debrief": ("run", "read", None),
    "reply": ("run", "read", None),
    "weights": ("run", "read", None),
    "replay": ("run", "read", None),
    "frames": ("run", "read", None),
    "pdf": ("run", "read", None),
    "picture": ("run", "read", None),
    "delete": ("run", None, "delete"),
    "again": ("run", None, "again"),
    "links": ("run", "share", "share"),
    "revoke": ("run", None, "share"),
    "object": ("run", None, "object"),
    "shared": ("shared_debrief", "read", None),
    "exercises": ("coach_room", "read", None),
    "add_exercise": ("coach_room", "read", "write"),
    "exercise": ("exercise", "read", "call_off"),
    "members": ("exercise", "read", None),
    "room": ("exercise", "watch", None),
    "room_state": ("exercise", "watch", None),
    "group_debrief": ("exercise", "watch", None),
    "join": ("exercise", "play", "play"),
    "wait": ("exercise", None, "play"),
    "invitation": ("exercise", "invite", None),
    "objections": ("coach_room", "read", None),
    "marking": ("coach_room", "read", None),
    "mark_post": ("class_run", "mark", None),
    "agreement": ("coach_room", "read", None),
    "calibrations": ("coach_room", "read", "write"),
    "calibration": ("calibration", "read", None),
    "mark_calibrated": ("calibration", "mark", None),
    "certifications": ("certified_room", "read", None),
    "certifications_table": ("certified_room", "read", None),
    "quality": ("certified_room", "read", None),
    "quality_table": ("certified_room", "read", None),
    "add_programme": ("manager_room", "read", "write"),
    "programme": ("programme", "read", "change"),
    "begin_attempt": ("programme", "begin", "begin"),
    "attempt": ("attempt", "read", None),
    "certificate": ("certificate", "read", None),
    "certificate_shown": ("certificate", None, "show"),
    "certificate_revoke": ("certificate", None, "revoke"),
    "check": ("check_page", "read", None),
    "drafts_of_scenarios": ("coach_room", "read", None),
    "add_draft": ("coach_room", None, "write"),
    "editor": ("draft", "read", None),
    "delete_draft": ("draft", "read", "write"),
    "editor_forms": ("draft", "read", None),
    "editor_history": ("draft", "read", None),
    "editor_revision": ("draft", "read", None),
    "editor_state": ("draft", "read", None),
    **{
        f"editor_{name}": ("draft", None, "write")
        for name in ("check", "patch", "save", "pen", "aside", "restore", "play", "rehearse", "stop", "publish")
    },
    "import": ("coach_room", "read", "write"),
    "import_review": ("draft", "read", "write"),
    "library": ("coach_room", "read", "write"),
    "book": ("cohort_scenario", "take", None),
    "bundle": ("cohort_scenario", "take", None),
    "profiles": ("coach_room", "read", None),
    "add_profile": ("coach_room", "read", "write"),
    "add_profile_text": ("coach_room", "read", "write"),
    "profile": ("profile", "read", "write"),
    "profile_text": ("profile", "read", "write"),
    "profile_file": ("profile", "read", None),
    "profile_use": ("profile", "read", None),
    "profile_dress": ("profile", "read", "write"),
    "components": ("workshop", "read", None),
    "component_picture": ("workshop", "read", None),
}
"""Every address of the product's pages, by name."""

ACTIONS: Mapping[str, str] = {
    "play": "play", "repeat": "repeat", "review": "review", "rule": "rule", "remark": "remark",
}  # fmt: skip
"""What the forms on an attempt's page do → verb on the attempt."""

SIGNING_IN = frozenset({
    "demo_sign_in", "account_login", "account_logout", "account_inactive", "account_signup", "account_reauthenticate",
    "account_change_password", "account_set_password", "account_reset_password_from_key",
    "account_reset_password_from_key_done", "account_reset_password", "account_reset_password_done",
})  # fmt: skip
"""Addresses that are about whoever asks, signed in or not, and lead to nobody's object."""

COMMANDS: Mapping[str, str] = {
    **dict.fromkeys(("follow", "unfollow", "heartbeat"), "read"),
    **dict.fromkeys(
        (
            "look", "reply", "correct", "delete", "note", "assign", "escalate", "publish_notice", "update_notice",
            "treat", "unblock", "resolve", "propose_article", "tag", "untag",
        ),
        "work",
    ),
    **dict.fromkeys(("pause", "resume"), "halt"),
    "speed": "pace",
    "end": "end",
    **dict.fromkeys(
        ("skip", "inject_post", "inject_fact", "raise_wave", "turn_heat", "whisper", "note_moment"), "direct"
    ),
}  # fmt: skip
"""Every message that a browser can send over the socket → verb on the run it names."""

SERVER: Mapping[str, str] = {
    "create_person": "own_data",
    "verify_audit": "audit",
    "erase_person": "own_data",
    "verify_erasure": "audit",
    "lint_scenario": "nothing",
    "scenario_schema": "nothing",
    "import_threads": "nothing",
    "review_import": "nothing",
    "publish_scenario": "cohort_scenario",
    "publish_scenarios": "shipped_scenario",
    "play": "nothing",
    "sweep": "run",
    "make_certificate_key": "nothing",
    "rehearse": "nothing",
    "rehearse_draft": "draft",
    "rehearse_versions": "shipped_scenario",
    "rescore": "run",
    "score_replies": "nothing",
    "verify_certificate": "certificate",
    "nightly_certifications": "certificate",
    "purge_expired": "run",
    "who_sees_what": "nothing",
    "demo": "nothing",
}
"""Commands for whoever works on the server, who sees the database anyway → what they touch."""
