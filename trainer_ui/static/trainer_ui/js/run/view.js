// Frames in, view out (docs/wire.md, "The view"). Pure: nothing of the old view is changed, a frame that is already in it
// changes nothing, and an unknown kind moves only `seq`. simulator/core/view.py does the same in Python; tests/vectors
// hold the two together.

import { assignThread, foldPresence } from "./team.js";
import { THREAD_FOLDS } from "./threads.js";

export function startView() {
  return {
    seq: 0,
    state: "running",
    at_ms: 0,
    per_mille: 1000,
    clock: { wall_ms: 0, run_ms: 0, per_mille: 1000, paused: false },
    halt: null,
    agent: "",
    heat: 0,
    moods: {},
    facts: [],
    notices: {},
    customers: {},
    whispers: [],
    moments: [],
    present: {},
    blocked: {},
    threads: {},
    order: [],
  };
}

// A presence frame is no event and comes whenever it comes.
export function foldFrame(view, frame) {
  if (frame.type === "presence") return foldPresence(view, frame);
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
  if (kind === "Skipped") moved.run_ms = data.to_ms;
  if (kind === "Paused" || kind === "Resumed") moved.paused = kind === "Paused";
  if (kind === "RunStarted") moved.per_mille = data.speed;
  if (kind === "SpeedChanged") moved.per_mille = data.per_mille;
  return moved;
}

function moveClock(view, frame) {
  const clock = foldClock(view.clock, frame);
  const state = frame.kind === "RunEnded" ? "ended" : clock.paused ? "paused" : "running";
  const { by = null, data: { reason = null } } = frame;
  const halt = frame.kind === "Paused" ? { by, reason } : state === "paused" ? view.halt : null;
  return { clock, per_mille: clock.per_mille, state, halt };
}

// Heat begins where the scenario says; MoodMoved tells only what moves it.
function startRun(view, frame) {
  const { agent, heat = 0 } = frame.data;
  return { ...moveClock(view, frame), agent, heat };
}

// A fact that a newer one replaces stays, and says so: people have been told it.
function releaseFact(view, { at_ms, data, words }) {
  const { fact, approved = null, kind = "information", replaces = null } = data;
  const before = view.facts.map((each) => (each.fact === replaces && !each.is_replaced ? { ...each, is_replaced: true, replaced_ms: at_ms } : each));
  return { facts: [...before, { fact, text: words ?? data.text, approved, at_ms, kind, is_replaced: false, replaced_ms: null, replaces }] };
}

// Of each person, the anger that was told last; nothing is known of whom nothing has moved yet.
function moveMood(view, { data }) {
  return { heat: data.heat, moods: { ...view.moods, ...data.moods } };
}

// Published or updated: the notice about a topic says what it said last.
function publishNotice(view, { data, at_ms, seq, words = null }) {
  const known = view.notices[data.topic];
  const { channel, published_ms } = known ?? { channel: data.channel, published_ms: at_ms };
  return { notices: { ...view.notices, [data.topic]: { channel, text: words, published_ms, at_ms, seq } } };
}

function identify(view, { data: { persona, thread, record, history = [] }, at_ms }) {
  return { customers: { ...view.customers, [persona]: { thread, record, history, at_ms } } };
}

// A coach's word to the trainee, or a note of a moment, which coaches alone are sent.
const keepAside = (list) => (view, { by = null, data: { thread = null }, words: text = null, at_ms, seq }) => ({
  [list]: [...view[list], { by, thread, text, at_ms, seq }],
});

const FOLDS = new Map([
  ["RunStarted", startRun],
  ["RunForked", moveClock],
  ["Paused", moveClock],
  ["Resumed", moveClock],
  ["SpeedChanged", moveClock],
  ["Skipped", moveClock],
  ["Interrupted", moveClock],
  ["RunEnded", moveClock],
  ["FactReleased", releaseFact],
  ["MoodMoved", moveMood],
  ["NoticePublished", publishNotice],
  ["NoticeUpdated", publishNotice],
  ["CustomerIdentified", identify],
  ["Whispered", keepAside("whispers")],
  ["MomentNoted", keepAside("moments")],
  ["Assigned", assignThread],
  ...THREAD_FOLDS,
]);
