"""A settled case is proposed as an article: words for the house, kept in the log of the run that they came from."""

from people.models import User
from simulator.core.events import actor_of
from simulator.services.acting import is_resolved
from simulator.services.commands import require_running, run_command
from simulator.services.refusals import Ack, Refused
from simulator.services.replying import check_text
from simulator.services.session import Session

LONGEST_TITLE, LONGEST_ARTICLE = 120, 1_200
"""As of a brand's articles (scenarios/core/schema/brand.py)."""


def propose_article(run_id: int, *, actor: User, cmd_id: str, thread: str, title: str, text: str) -> Ack:
    """Proposes what was learnt in `thread`. Its words are the title, an empty line, and the text; nobody judges them.

    Raises Refused: empty, bad_text, too_long, unknown_thread, not_resolved, paused, ended, forbidden, conflict,
    not_shown, unknown_run.
    """
    title = " ".join(title.split())
    check_text(title, longest=LONGEST_TITLE)
    check_text(text, longest=LONGEST_ARTICLE)

    def act(session: Session, body: str) -> int:
        require_running(session)
        if not is_resolved(session.state, thread):
            raise Refused("not_resolved")
        words = f"{title}\n\n{text.strip()}"
        data = {"thread": thread}
        event = session.add("ArticleProposed", data, actor=actor_of(actor.pk), words=words, cmd_id=cmd_id, body=body)
        session.follow_up()
        return event.seq

    said = {"type": "propose_article", "thread": thread, "title": title, "text": text}
    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body=said)


def split_proposal(words: str) -> tuple[str, str]:
    """(title, text) of the words of an ArticleProposed."""
    title, _, text = words.partition("\n\n")
    return title, text
