// Where a thread stands, as a machine that is data (docs/desk.md, "The queue"). The twin of simulator/core/view_states.py.
// A state and what happened give a state; what a state does not name leaves it as it is. What is done about one of several
// who wait is no step, only what is done about the last of them.

const DONE = { left_alone: "left_alone", hidden: "hidden", reported: "reported", blocked: "blocked", resolved: "resolved" };
const ASKED = { written: "new", handed_over: "escalated" };
const ENDED = { closed: "closed" };

export const MOVES = {
  crowd: { ...ASKED, ...DONE, ...ENDED, answered: "waiting" },
  new: { ...ASKED, ...DONE, ...ENDED, answered: "waiting" },
  escalated: { ...ASKED, ...DONE, ...ENDED, answered: "waiting", returned: "new", noted: "waiting" },
  waiting: { ...ASKED, ...DONE, ...ENDED },
  resolved: { ...ASKED, ...ENDED },
  left_alone: { ...ASKED, ...DONE, ...ENDED, answered: "waiting" },
  hidden: { ...ASKED, ...DONE, ...ENDED, answered: "waiting" },
  reported: { ...ASKED, ...DONE, ...ENDED, answered: "waiting" },
  blocked: { ...ASKED, ...DONE, ...ENDED, answered: "waiting", unblocked: "waiting" },
  closed: { ...ASKED, resolved: "resolved" },
};

const ALWAYS = {
  PostAppeared: ({ crowd = false }, waits) => (waits && !crowd ? "written" : null),
  Escalated: () => "handed_over",
  ReplyDeleted: (data, waits) => (waits ? "written" : null),
  Unblocked: (data, waits) => (waits ? "written" : "unblocked"),
  DeskAnswered: (data, waits) => (waits ? "returned" : "noted"),
};
const OF_THE_LAST = {
  ReplySent: () => "answered",
  Treated: (data) => data.as,
  Resolved: () => "resolved",
  ThreadClosed: () => "closed",
};

// What an event means to its thread's state; `waits`: whether somebody waits there after it. -> a step, or null
export function readStep({ kind, data }, waits) {
  if (Object.hasOwn(ALWAYS, kind)) return ALWAYS[kind](data, waits);
  return !waits && Object.hasOwn(OF_THE_LAST, kind) ? OF_THE_LAST[kind](data) : null;
}

export function moveState(state, step) {
  return MOVES[state][step] ?? state;
}
