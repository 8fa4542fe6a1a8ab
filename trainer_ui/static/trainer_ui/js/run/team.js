// Where several work in one run: who has a thread open beside oneself, and whose it is. The twin of simulator/core/view_team.py. Nothing of what
// somebody types is ever known here.

export function foldPresence(view, { actor, name, thread = null, gone = false }) {
  const { [actor]: left, ...others } = view.present;
  return { ...view, present: gone ? others : { ...others, [actor]: { name, thread } } };
}

export function assignThread(view, { data: { thread: key, to } }) {
  return { threads: { ...view.threads, [key]: { ...view.threads[key], assigned: to } } };
}

// -> [names] of the others who have the thread open
export function listOthers({ present }, thread, me) {
  return Object.entries(present).filter(([actor, one]) => actor !== me && one.thread === thread).map(([, { name }]) => name).sort();
}

// -> {isMine, name: null where it is not known any more}, or null where it is nobody's
export function readAssignee({ present, threads }, thread, me) {
  const { assigned } = threads[thread];
  return assigned === null ? null : { isMine: assigned === me, name: present[assigned]?.name ?? null };
}

// Whether anybody else is or was at work here: else nothing of this is drawn.
export function isTeam({ present, threads }, me) {
  return Object.keys(present).some((actor) => actor !== me) || Object.values(threads).some(({ assigned }) => assigned !== null && assigned !== me);
}
