// Who comes next, and why: overdue before not, then whoever far more depends on (how many read how cross a person), then the earliest target. What
// it says of them is so: nobody has less time left than who is named for their target.

import { readDeadline } from "./deadlines.js";
import { readThreadHeat } from "./ordering.js";
import { summarise } from "./summary.js";

// Somebody stands out on whom four times as much depends as on the one whose target passes first. How cross a stranger is, nobody knows yet.
const STANDS_OUT = 4;

// `threads`: those who wait, each with its key. -> {key, name, why: "late" | "heat" | "target", left_ms, target_ms: what the channel promises, reach,
// isPrivate}, or null where nobody waits
export function findNext(threads, { runMs, channels, moods = {} }) {
  const waiting = threads.map((thread) => ({ thread, ...readDeadline(thread, runMs, channels[thread.channel]), heat: readThreadHeat(thread, moods) }));
  const late = waiting.filter(({ state }) => state === "late");
  const field = late.length ? late : waiting;
  if (!field.length) return null;
  const byDue = (a, b) => (a.thread.due_ms ?? Infinity) - (b.thread.due_ms ?? Infinity);
  const [soonest] = [...field].sort((a, b) => byDue(a, b) || b.heat - a.heat);
  const [hottest] = [...field].sort((a, b) => b.heat - a.heat || byDue(a, b));
  const isOutstanding = hottest.heat >= STANDS_OUT * soonest.heat;
  const { thread, left_ms } = late.length || isOutstanding ? hottest : soonest;
  const { shown, reach, replied, isPrivate } = summarise(thread);
  const channel = channels[thread.channel];
  return {
    key: thread.key, name: shown.name, left_ms, reach, isPrivate,
    why: late.length ? "late" : isOutstanding ? "heat" : "target",
    target_ms: (replied ? channel?.next_target_ms : channel?.first_target_ms) ?? null,
  };
}
