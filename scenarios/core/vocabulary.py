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
    "impersonal",
    "nominal_style",
    "canned",
    "gushing",
    "overpromise",
    "advertising",
    "condescension",
    "accusation",
    "threat",
    "absolutes",
    "bare_regret",
    "irony",
    "shouting",
    "exclamation",
    "emoji",
    "cold",
    "vague",
    "rambling",
    "crowded",
    "forbidden",
    "address",
    "address_changed",
    "coarse",
    "insult",
)
"""Faults of tone that a reaction can wait for: scoring's rules of tone that speak against a reply."""

EMOJI = ("none", "sparing", "free")
GENDERING = ("neutral", "pairs", "colon", "star", "none")
"""How a house writes of people: nobody's sex, both forms, Kund:innen, Kund*innen, or as it comes."""

LEXICON = (
    "greeting",
    "feeling",
    "apology",
    "ownership",
    "thanks",
    "explanation",
    "next_step",
    "offer",
    "to_private",
    "sign_off",
    "concrete",
    "appreciation",
    "understanding",
    "agreement",
    "togetherness",
    "self_critique",
    "softener",
    "reassurance",
    "well_wish",
    "foresight",
    "ease",
    "guidance",
    "blame",
    "denial",
    "stalling",
    "officialese",
    "impersonal",
    "canned",
    "gushing",
    "overpromise",
    "advertising",
    "condescension",
    "accusation",
    "threat",
    "absolutes",
    "irony",
    "rambling",
    "forbidden",
)
"""Rules of tone that a brand may give phrases of its own. What is an insult is the same in every house."""

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
    "meter_number",
    "plate",
)
"""Kinds of personal data that must neither be asked for nor shown in public."""

SITUATIONS = ("normal", "outage", "storm", "high_stakes", "praise")
ROLES = ("customer", "critic", "leader", "advocate", "troll", "journalist", "moderator", "bystander")
CHANNEL_KINDS = ("microblog", "page", "forum", "homepage")
"""Public kinds of channel. Every channel also has a private side (direct message)."""

HELPS = ("guided", "hints", "alone")
"""How much help a run is begun with: it fades from the one to the next. `hints` come when they are asked for."""
HELPED = HELPS[:-1]
HINTED = ("tone", "individuality", "privacy")
"""What hints are about: what can be said of a draft by its words alone, not what is true or comes first."""

WAYS = ("callback", "call", "mail")
"""What a private reply may be beside a message: a call-back that is offered, what was said in a call, a mail."""
PROTOCOL = "call"
"""The way whose words are no prose to the customer but what was noted of a conversation."""
WAY_ENTRIES = {"call": ("phone", "mobile"), "mail": ("mail", "email")}
"""Way → entries of a customer's record of which it needs one. To be offered a call needs none."""

STYLES = ("du", "sie", "emoji", "typos", "lowercase", "shouting", "terse", "regional")
"""Ways in which a persona writes what it says by itself."""

FACT_KINDS = ("information", "right", "goodwill", "drawback")
MENTIONS = ("direct", "unasked", "noise")
"""Whether a thread speaks to the brand, about it, or of something else with the same word."""

PICTURES = ("board", "bill", "message", "photo")
TREATMENTS = ("leave", "hide", "report", "block")
"""What is right in place of an answer."""

TREATED = ("left_alone", "hidden", "reported", "blocked", "resolved")
"""What was done in place of an answer."""

LEFT_FOR = ("needs_nothing", "provocation", "not_about_us", "others_help", "settled")
AGAINST_RULES = ("insult", "threat", "hate", "personal_data", "self_harm", "spam")
REASONS = {"left_alone": LEFT_FOR, "hidden": AGAINST_RULES, "reported": AGAINST_RULES, "blocked": AGAINST_RULES}
"""Why a post is not answered, by what is done with it: anger alone is no reason to hide anything."""

TAGS = ("product_feedback",)
"""What a post can be marked as for others in the house, beside whatever is done with it."""

DANGERS = ("threat", "self_harm", "accident", "doxxing", "hate")
NOTICE_STATES = ("published", "updated", "stale")
PHASES = ("witnesses", "press", "flood", "morphing")
TEMPERS = ("asking", "angry", "weary", "eager")
"""How the crowd is disposed. A persona has a number for it."""

STAGE = (
    "queue",
    "listening",
    "thread",
    "composer",
    "facts",
    "templates",
    "card",
    "mood",
    "load",
    "notice",
    "desks",
    "treat",
    "notes",
    "revise",
)
"""Parts of the desk that a scenario may show."""

DEEDS_ABOUT_POSTS = (
    "opened",
    "templates",
    "answered",
    "answered_in_private",
    "handed_over",
    "left_alone",
    "hidden",
    "reported",
)
DEEDS = (*DEEDS_ABOUT_POSTS, "paused", "resumed", "ended")
"""What a step of a guide waits for: something done about a post, or with the run."""

GUIDE_PLACES = ("queue", "thread", "composer", "facts", "clock")
"""Where on the desk a step of a guide points."""

GUIDE_KEYS = (
    "next",
    "previous",
    "reply",
    "private",
    "note",
    "templates",
    "search",
    "escalate",
    "leave_alone",
    "aside",
    "notice",
    "actions",
    "macros",
    "help",
    "send",
)
"""What has a key on the desk, by the desk's own names (js/write/keymap.js), and sending."""

CLUSTERS = ("victim", "accidental", "preventable")
"""Who is to blame in a crisis, from nobody in the house to the house (Coombs 2007); a bad history moves one down."""
HISTORIES = ("clean", "bad")

ROBOTS = (
    "expert",
    "paraphraser",
    "absent",
    "slow",
    "spammer",
    "polite",
    "defensive",
    "overpromiser",
    "privacy_breaker",
    "answers_everything",
    "no_triage",
    "stuffer",
    "dumper",
    "parrot",
    "words",
    "echo",
    "brusher",
    "mover",
    "delegator",
    "hider",
    "picker",
)
"""Who plays a scenario in rehearsal (docs/rehearsal.md)."""

GENERAL_RULES = (
    "impatient",
    "ignored",
    "ignored_again",
    "advocate_helps",
    "answered_late",
    "early_apology",
    "moved_early",
    "empathy",
    "unexplained",
    "moved_wordless",
    "moved_answered",
    "solved_in_private",
    "defensive",
    "insulted",
    "tone_low",
    "template_reused",
    "same_sentence",
    "same_sentence_aloud",
    "personal_asked",
    "personal_shown",
    "goodwill_early",
    "right_stated",
    "overpromise",
    "promise_broken",
    "answered_well",
    "ping_pong",
    "notice_published",
    "notice_updated",
    "notice_stale",
    "notice_pointed",
    "rumour_unanswered",
    "rumour_corrected",
    "rumour_spread",
    "advertising",
    "found",
    "unwelcome",
    "intrusion",
    "troll_fed",
    "treated_well_early",
    "right_desk",
    "wrong_desk",
    "danger_stands",
    "hidden_wrongly",
    "blocked_wrongly",
    "resolved",
    "resolved_open",
)
"""What the public does by itself (scenarios/core/public_rules.py), in every scenario that does not say otherwise."""

DOUBTS = ("name", "number", "link", "handle")
"""What words may be that an import left standing and a person has to look at."""

TRIAGE = ("urgent", "normal", "leave")
VISIBILITIES = ("public", "private")
LANGUAGES = ("de", "en")
ADDRESSES = ("du", "sie", "you")
"""How the brand speaks to people. `you` is the English one."""
