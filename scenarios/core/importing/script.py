"""A planned conversation in words: personas for authors, masked texts, reactions for what waits on the trainee."""

from collections.abc import Mapping

from scenarios.core.importing.cast import Cast, guess_temper
from scenarios.core.importing.conversations import Conversation
from scenarios.core.importing.lengths import LONGEST_WORDS, fit_text
from scenarios.core.importing.masking import Masker
from scenarios.core.importing.name_search import collect_names
from scenarios.core.importing.names import Spoken, split_name
from scenarios.core.importing.nudges import Nudger
from scenarios.core.importing.plan import Plan, Planned
from scenarios.core.importing.rows import Message
from scenarios.core.importing.sketch import SketchChannel, SketchPersona, SketchPost, SketchReaction, SketchThread
from scenarios.core.importing.stand_ins import Person, StandIns

TOPIC = "service"


class Scriptwriter:
    """Writes the threads of one import; all of them share masker, cast and nudger."""

    def __init__(
        self, *, stand_ins: StandIns, masker: Masker, cast: Cast, nudger: Nudger, channel: SketchChannel
    ) -> None:
        self._stand_ins = stand_ins
        self._masker = masker
        self._cast = cast
        self._nudger = nudger
        self._channel = channel

    def write_thread(self, conversation: Conversation, *, plan: Plan, key: str, start_s: int) -> SketchThread:
        """The thread of a plan that has posts, from `start_s` of the run on."""
        keys = {planned.message.id: f"{key}-{number}" for number, planned in enumerate(plan.posts, start=1)}
        personas = {planned.message.id: self._find_persona(planned.message) for planned in plan.posts}
        names = self._collect_names(conversation, plan)
        posts: list[SketchPost] = []
        reactions: list[SketchReaction] = []
        for planned in plan.posts:
            post = self._write_post(
                planned, plan, keys=keys, persona=personas[planned.message.id], names=names, start_s=start_s
            )
            if planned.gate is None:
                posts.append(post)
            else:
                gate = keys[planned.gate]
                reactions.append(SketchReaction(f"{post.key}-next", gate, None, planned.wait_s, post))
            if self._is_nudged(planned, plan):
                is_later = planned.gate is not None
                reactions.append(
                    self._nudger.nudge(post, channel=self._channel, identity=str(planned.message.id), is_later=is_later)
                )
        return SketchThread(
            key=key,
            channel=self._channel.key,
            topic=TOPIC,
            posts=tuple(posts),
            reactions=tuple(reactions),
            personas=tuple({persona.key: persona for persona in personas.values()}.values()),
            ends_s=self._find_end(posts, reactions),
        )

    def _is_nudged(self, planned: Planned, plan: Plan) -> bool:
        """Who opened a thread asks again, and so does everyone whose next post waits on an answer."""
        waited_on = any(other.gate == planned.message.id for other in plan.posts)
        return waited_on or (planned is plan.posts[0] and planned.message.id in plan.answers)

    def _find_persona(self, message: Message) -> SketchPersona:
        role = "customer" if message.inbound else "bystander"
        return self._cast.find_persona(
            message.author.lower(), role=role, temper=guess_temper(message.text, base=2), reach=message.reach
        )

    def _collect_names(self, conversation: Conversation, plan: Plan) -> dict[str, str]:
        greeted: dict[int, Person] = {}
        for planned in plan.posts:
            for answer in plan.answers.get(planned.message.id, ()):
                greeted[answer.id] = self._masker.find_person(planned.message.author)
        spoken = [Spoken(m.text, not m.inbound, greeted.get(m.id)) for m in conversation.messages]
        known: dict[str, str] = {}
        for message in conversation.messages:
            known |= split_name(message.name, person=self._masker.find_person(message.author)) if message.name else {}
        return collect_names(spoken, stand_ins=self._stand_ins, known=known)

    def _write_post(
        self,
        planned: Planned,
        plan: Plan,
        *,
        keys: Mapping[int, str],
        persona: SketchPersona,
        names: Mapping[str, str],
        start_s: int,
    ) -> SketchPost:
        message = planned.message
        then = [
            self._masker.mask(answer.text, identity=str(answer.id), names=names, by_agent=True)
            for answer in plan.answers.get(message.id, ())
        ]
        text = self._masker.mask(message.text, identity=str(message.id), names=names, by_agent=not message.inbound)
        return SketchPost(
            key=keys[message.id],
            persona=persona.key,
            text=fit_text(text, limit=self._channel.limit),
            at_s=start_s + planned.wait_s if planned.gate is None else None,
            reply_to=None if planned.reply_to is None else keys[planned.reply_to],
            answer=(bool(then) or message.asks) and message.inbound,
            then="\n".join(then)[:LONGEST_WORDS] or None,
            alt=self._masker.mask(message.alt, identity=f"{message.id} alt", names=names, by_agent=False)[:500]
            if message.alt
            else None,
        )

    def _find_end(self, posts: list[SketchPost], reactions: list[SketchReaction]) -> int:
        appears = {post.key: post.at_s or 0 for post in posts}
        for reaction in reactions:
            target_s = max(self._channel.first_target_s, self._channel.next_target_s)
            wait_s = target_s if reaction.wait_s is None else reaction.wait_s
            appears[reaction.post.key] = appears[reaction.to] + wait_s + reaction.after_s
        return max(appears.values())
