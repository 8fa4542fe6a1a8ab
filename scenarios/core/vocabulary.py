"""The words that scenarios and the score share. A test holds `scoring.core` to exactly these."""

CRITERIA = ("speed", "tone", "individuality", "substance", "privacy", "triage")
"""What a run is scored on (docs/scoring.md); the first three are the headline."""

ACTS = (
    "greeting",
    "feeling",
    "apology",
    "ownership",
    "thanks",
    "question",
    "explanation",
    "next_step",
    "offer",
    "to_private",
    "sign_off",
)
"""Communicative acts that a reply can perform and a post can need."""

FAULTS = (
    "blame",
    "denial",
    "stalling",
    "officialese",
    "nominal_style",
    "canned",
    "gushing",
    "overpromise",
    "advertising",
    "condescension",
    "bare_regret",
    "irony",
    "shouting",
    "exclamation",
    "emoji",
    "vague",
    "rambling",
    "address",
    "insult",
)
"""Faults of tone that a reaction can wait for: scoring's rules of tone that speak against a reply."""

PERSONAL_DATA = (
    "name",
    "customer_number",
    "order_number",
    "phone",
    "mail",
    "address",
    "birth_date",
    "bank",
    "password",
)
"""Kinds of personal data that must neither be asked for nor shown in public."""

SITUATIONS = ("normal", "outage", "storm", "high_stakes", "praise")
ROLES = ("customer", "critic", "leader", "advocate", "troll", "journalist", "moderator", "bystander")
CHANNEL_KINDS = ("microblog", "page", "forum", "homepage")
"""Public kinds of channel. Every channel also has a private side (direct message)."""

TRIAGE = ("urgent", "normal", "leave")
VISIBILITIES = ("public", "private")
LANGUAGES = ("de", "en")
ADDRESSES = ("du", "sie", "you")
"""How the brand speaks to people. `you` is the English one."""
