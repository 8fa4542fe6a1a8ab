// Where somebody is in a guide (docs/desk.md, "The guide"): at the first step that is not done. Most of what was done stands in the
// view; what does not (a thread was opened, templates were looked through, the run was paused) is a deed that is noted down.

const OWN_WORK = ["opened", "templates"];
const RUNS = { Paused: "paused", Resumed: "resumed", RunEnded: "ended" };

// What an event means to a guide, or undefined.
export function readDeed({ kind }) {
  return RUNS[kind];
}

export function nameDeed(deed, thread) {
  return `${deed}:${thread}`;
}

// -> {nth, from 1; step; waits: its post is not there yet} | null, once all is done
export function findPlace(steps, { view, deeds }) {
  const index = steps.findIndex((step) => !isDone(step, { view, deeds }));
  if (index < 0) return null;
  const step = steps[index];
  return { nth: index + 1, step, waits: step.post !== "" && !findThread(view, step.post) };
}

// A post that nobody waits for an answer to any more was dealt with, in this way or another: its steps are over.
function isDone({ until, post }, { view, deeds }) {
  if (!post) return deeds.has(until);
  const found = findThread(view, post);
  if (!found) return false;
  const [key, thread] = found;
  if (!thread.unanswered.includes(post)) return true;
  if (OWN_WORK.includes(until)) return deeds.has(nameDeed(until, key));
  return until === "handed_over" && thread.posts.some((entry) => entry.kind === "handover" && entry.reply_to === post);
}

function findThread(view, post) {
  return Object.entries(view.threads).find(([, { posts }]) => posts.some((entry) => entry.post === post));
}
