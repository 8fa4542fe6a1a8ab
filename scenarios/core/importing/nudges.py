"""What someone writes whom nobody answers: drawn from a few sentences of our own, never the same twice running."""

from scenarios.core.importing.phrases import LATER_NUDGES, NUDGES
from scenarios.core.importing.sketch import SketchChannel, SketchPost, SketchReaction
from scenarios.core.importing.stand_ins import draw_below


class Nudger:
    """Writes the silence reactions of one import."""

    def __init__(self, *, seed: int, language: str) -> None:
        self._seed = seed
        self._language = language
        self._last = ""

    def nudge(self, post: SketchPost, *, channel: SketchChannel, identity: str, is_later: bool) -> SketchReaction:
        """After one and a half times the channel's target without an answer, the author of `post` asks again."""
        target_s = channel.next_target_s if is_later else channel.first_target_s
        return SketchReaction(
            key=f"{post.key}-silence",
            to=post.key,
            wait_s=target_s + (target_s + 1) // 2,
            after_s=3 + draw_below(28, seed=self._seed, purpose="nudge pause", identity=identity),
            post=SketchPost(
                key=f"{post.key}-again",
                persona=post.persona,
                text=self._choose(identity, is_later=is_later),
                reply_to=post.key,
            ),
        )

    def _choose(self, identity: str, *, is_later: bool) -> str:
        texts = (LATER_NUDGES if is_later else NUDGES)[self._language]
        index = draw_below(len(texts), seed=self._seed, purpose="nudge", identity=identity)
        if texts[index] == self._last:
            index = (index + 1) % len(texts)
        self._last = texts[index]
        return self._last
