// What is left of a response target, as a state that has words and a shape, not only a colour.

import { summarise } from "./summary.js";

const SOON_MS = 60_000;

// -> {state: "plenty" | "soon" | "late" | "found" | the thread's own state, left_ms, share: 0..1 of the target that is left}. What nobody
// addressed to the brand was found by listening: it has no countdown, only an age, left_ms then being that.
export function readDeadline(thread, runMs, channel) {
  if (!thread.unanswered.length) return { state: thread.state, left_ms: null, share: 0 };
  if (thread.mention !== "direct" || thread.due_ms === null) {
    return { state: "found", left_ms: runMs - thread.posts[0].at_ms, share: 0 };
  }
  const left_ms = thread.due_ms - runMs;
  const { replied } = summarise(thread);
  const target = (replied ? channel?.next_target_ms : channel?.first_target_ms) || SOON_MS;
  const share = Math.min(1, Math.max(0, left_ms / target));
  if (left_ms < 0) return { state: "late", left_ms, share: 0 };
  return { state: left_ms <= Math.max(SOON_MS, target / 4) ? "soon" : "plenty", left_ms, share };
}

// "new": nobody answered yet; "again": the customer came back; "answered": it is the customer's turn.
export function readTurn(thread) {
  if (!thread.unanswered.length) return "answered";
  return thread.posts.some((post) => post.kind === "reply") ? "again" : "new";
}
