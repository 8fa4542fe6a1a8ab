"""A scenario on its way from text to timeline: all that is sound so far, and where each part stands.

A post, reaction or persona that lacks something essential is not in the draft (its absence was reported), but its key
and place are, so that references to it are no second problem.
"""

from dataclasses import dataclass, field

from scenarios.core.phrases import WrittenPhrase
from scenarios.core.problems import Place, Report
from scenarios.core.public import Public, Reaction
from scenarios.core.records import Record
from scenarios.core.timeline import Brand, Channel, Fact, Persona, Post, Template, Thread


@dataclass(slots=True)
class Draft:
    """`source` is the decoded text; `records` holds the elements by (kind, key). `phrases` are the brand's own."""

    scenario: Record
    report: Report
    source: str
    brand: Brand | None = None
    phrases: tuple[WrittenPhrase, ...] = ()
    channels: dict[str, Channel] = field(default_factory=dict)
    personas: dict[str, Persona] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    templates: dict[str, Template] = field(default_factory=dict)
    threads: dict[str, Thread] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    reactions: dict[str, Reaction] = field(default_factory=dict)
    public: Public = field(default_factory=Public)
    records: dict[tuple[str, str], Record] = field(default_factory=dict)
    threads_of_posts: dict[str, str] = field(default_factory=dict)

    @property
    def duration_ms(self) -> int | None:
        return self.scenario.whole("duration")

    def channel_of(self, thread: str) -> Channel | None:
        """The channel that `thread` is on, if both are sound."""
        return self.channels.get(self.threads[thread].channel) if thread in self.threads else None

    def tells_needs(self, post: str) -> bool:
        """Whether what is known of the needs of `post` is what its author meant."""
        needs = self.records["post", post].record("needs")
        return needs is None or needs.has("answer")

    def place(self, kind: str, key: str, name: str | None = None) -> Place:
        """Where the element stands, or its field `name`."""
        record = self.records[kind, key]
        return record.place_of(name) if name else record.place

    def needs_place(self, post: str, name: str) -> Place:
        """Where field `name` of what `post` needs stands."""
        needs = self.records["post", post].record("needs")
        return needs.place_of(name) if needs else self.place("post", post)
