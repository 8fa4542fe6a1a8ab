// Frames in, view out (docs/wire.md, "The view"). Pure: nothing of the old view is changed, a frame that is already in it
// changes nothing, and an unknown kind moves only `seq`. simulator/core/view.py does the same in Python; tests/vectors
// hold the two together.

export function startView() {
  return {
    seq: 0,
    state: "running",
    at_ms: 0,
    per_mille: 1000,
    clock: { wall_ms: 0, run_ms: 0, per_mille: 1000, paused: false },
    agent: "",
    facts: [],
    threads: {},
    order: [],
  };
}

export function foldFrame(view, frame) {
  if (frame.seq <= view.seq) return view;
  const moved = { ...view, seq: frame.seq, at_ms: frame.at_ms };
  const fold = FOLDS.get(frame.kind);
  return fold ? { ...moved, ...fold(moved, frame) } : moved;
}

// Whether nothing is missing between the view and the frame. If not, the run has to be followed again.
export function isNext(view, frame) {
  return frame.after === view.seq;
}

function foldClock(clock, { kind, at_ms, data }) {
  if (kind === "RunEnded") return { ...clock, run_ms: at_ms, paused: true };
  const moved = { ...clock, wall_ms: kind === "Interrupted" ? data.to_ms : data.wall_ms, run_ms: at_ms };
  if (kind === "Paused" || kind === "Resumed") moved.paused = kind === "Paused";
  if (kind === "RunStarted") moved.per_mille = data.speed;
  if (kind === "SpeedChanged") moved.per_mille = data.per_mille;
  return moved;
}

function moveClock(view, frame) {
  const clock = foldClock(view.clock, frame);
  const state = frame.kind === "RunEnded" ? "ended" : clock.paused ? "paused" : "running";
  return { clock, per_mille: clock.per_mille, state };
}

function startRun(view, frame) {
  return { ...moveClock(view, frame), agent: frame.data.agent };
}

function releaseFact(view, { at_ms, data }) {
  return { facts: [...view.facts, { fact: data.fact, text: data.text, approved: data.approved ?? null, at_ms }] };
}

function showPost(view, frame) {
  const { thread: key, channel, post, persona, name, handle, text, reply_to, target_ms } = frame.data;
  const { at_ms, seq } = frame;
  const known = view.threads[key];
  const thread = known ?? { channel, posts: [], unanswered: [] };
  const entry = { kind: "post", post, persona, name, handle, text, at_ms, seq, reply_to, target_ms };
  const changed = changeThread(thread, frame, entry, [...thread.unanswered, post]);
  return { threads: { ...view.threads, [key]: changed }, order: known ? view.order : [...view.order, key] };
}

// A reply answers all posts of the same person in the thread that are there.
function showReply(view, frame) {
  const { thread: key, post, visibility } = frame.data;
  const thread = view.threads[key];
  const personas = new Map(thread.posts.map((entry) => [entry.post, entry.persona]));
  const entry = {
    kind: "reply", reply: frame.seq, name: view.agent, text: frame.words ?? null,
    at_ms: frame.at_ms, seq: frame.seq, reply_to: post, visibility,
  };
  const open = thread.unanswered.filter((other) => personas.get(other) !== personas.get(post));
  return { threads: { ...view.threads, [key]: changeThread(thread, frame, entry, open) } };
}

function changeThread(thread, frame, entry, unanswered) {
  const posts = [...thread.posts, entry];
  const targets = posts.filter((post) => unanswered.includes(post.post)).map((post) => post.target_ms);
  return {
    channel: thread.channel,
    posts,
    unanswered,
    due_ms: targets.length ? Math.min(...targets) : null,
    last_at_ms: frame.at_ms,
  };
}

const FOLDS = new Map([
  ["RunStarted", startRun],
  ["RunForked", moveClock],
  ["Paused", moveClock],
  ["Resumed", moveClock],
  ["SpeedChanged", moveClock],
  ["Interrupted", moveClock],
  ["RunEnded", moveClock],
  ["FactReleased", releaseFact],
  ["PostAppeared", showPost],
  ["ReplySent", showReply],
]);
