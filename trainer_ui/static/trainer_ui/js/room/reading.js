// What a coach is told of each trainee, read from the view of their run. Pure.

import { runMsAt } from "../run/clock.js";
import { readDeadline } from "../run/deadlines.js";

// Heartbeats come every ten seconds, and the server looks every five: who was not heard of for longer is not there.
export const AWAY_MS = 20_000;

// -> {waiting, soon, late: how many threads of each, heat, last: the last reply sent, or null, run_ms}
export function readRun(view, serverNow, { duration_ms, channels }) {
  const run_ms = view.seq === 0 ? 0 : runMsAt(view, serverNow, duration_ms);
  const counts = { waiting: 0, soon: 0, late: 0 };
  let last = null;
  for (const thread of Object.values(view.threads)) {
    const { state } = readDeadline(thread, run_ms, channels[thread.channel]);
    if (thread.unanswered.length && state !== "found") counts.waiting += 1;
    if (Object.hasOwn(counts, state) && state !== "waiting") counts[state] += 1;
    const sent = thread.posts.findLast(({ kind }) => kind === "reply");
    if (sent && (last === null || sent.seq > last.seq)) last = sent;
  }
  return { ...counts, heat: view.heat, last, run_ms };
}

// -> for how long nothing was heard of the desk, in ms; null where it is there, or nothing of it is expected
export function readAway({ state, seen_ms }) {
  return state === "plays" && seen_ms !== null && seen_ms > AWAY_MS ? seen_ms : null;
}

// Who needs help stands first: whose desk is gone, then who has most that is overdue, then due soon, then the hotter public.
export function sortMembers(members, readings) {
  const rank = (member) => {
    const { late = 0, soon = 0, heat = 0 } = readings.get(member.run) ?? {};
    const isPlaying = member.state === "plays";
    return [isPlaying ? 0 : 1, readAway(member) === null ? 1 : 0, -late, -soon, -heat];
  };
  const ranked = members.map((member) => ({ member, rank: rank(member) }));
  const differ = (a, b) => a.rank.findIndex((value, at) => value !== b.rank[at]);
  return ranked
    .sort((a, b) => {
      const at = differ(a, b);
      return at < 0 ? a.member.name.localeCompare(b.member.name) : a.rank[at] - b.rank[at];
    })
    .map(({ member }) => member);
}
