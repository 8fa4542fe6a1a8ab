// The small parts of the desk in every state: the bar, the strips of bad weather, facts, notice, customer, the end.

import { NOW_MS } from "./log.js";
import { tellFacts, tellQueue, tellThread } from "./log.js";

const LINES = ["waiting", "offline", "silent", "restarting", "signed_out", "forbidden"];
const HEATS = [5, 30, 50, 70, 90];
const BAR = { inside: "bar desk-bar" };

export function showBar(stage) {
  const paused = (log) => log.tell("Paused", NOW_MS, { wall_ms: 0 });
  stage.show("running", "gp-clock", stage.open(), { ...BAR, isWide: true });
  stage.show("paused", "gp-clock", stage.open(paused), { ...BAR, isWide: true });
  stage.show("guessed", "gp-clock", Object.assign(stage.open(), { trouble: "waiting", line: "waiting" }), { ...BAR, isWide: true });
  stage.show("certification", "gp-clock", stage.open(null, { mode: "certification" }), { ...BAR, isWide: true });
  for (const heat of HEATS) stage.show(`${heat} of 100`, "gp-heat", stage.open((log) => log.tell("MoodMoved", 1, { heat, moods: {} })), BAR);
  stage.show("live", "gp-status", stage.open(), { ...BAR, isWide: true });
  stage.show("unsent, drafts here only", "gp-status", withUnsent(stage), { ...BAR, isWide: true });
}

function withUnsent(stage) {
  const store = Object.assign(stage.open(tellQueue), { line: "waiting" });
  store.outbox.add({ type: "note", cmd_id: "u", thread: "late", text: "…", born: 1 });
  store.drafts.put("late", { text: "…", visibility: "public", signed: true, post: null });
  store.copies.isFailing = true;
  return store;
}

export function showWeather(stage) {
  for (const trouble of LINES) stage.show(trouble, "gp-trouble", Object.assign(stage.open(), { trouble }), { isWide: true });
  stage.show("another tab writes", "gp-trouble", Object.assign(stage.open(), { hasPen: false }), { isWide: true });
  stage.show("refused", "gp-trouble", Object.assign(stage.open(), { problem: stage.texts.problem }), { isWide: true });
  for (const kind of ["slept", "set"]) {
    const store = stage.open(tellQueue);
    store.waking.note = { kind, before_ms: 60_000, now_ms: NOW_MS, seq: 20 };
    stage.show(kind, "gp-trouble", store, { isWide: true });
  }
}

export function showFacts(stage) {
  const publish = (log) => log.tell("NoticePublished", 200_000, { topic: "Altenried", channel: "page" }, log.texts.notice);
  const known = (log) => tellThread(log).tell("CustomerIdentified", 300_000, { persona: "radio", thread: "t", record: { name: "Rosa Altmann", customer_number: "K-4711" } });
  const side = { inside: "panel" };
  stage.show("none yet", "gp-facts", stage.open(), side);
  stage.show("new, replaced, right", "gp-facts", stage.open(tellFacts), side);
  stage.show("none, and one that is old", "gp-notice", stage.open((log) => tellFacts(publish(log))), side);
  stage.show("unknown", "gp-customer", select(stage.open(tellThread), "t"), side);
  stage.show("known", "gp-customer", select(stage.open(known), "t"), side);
}

export function showEnd(stage) {
  const end = (log) => tellQueue(log).tell("RunEnded", NOW_MS, { reason: "asked" });
  stage.show("with what was not sent", "gp-ended", Object.assign(stage.open(end), { leftovers: [stage.texts.gaps] }));
  stage.show("folded", "gp-ended", stage.open(end), { then: (element) => { element.folded = true; } });
}

export function select(store, thread) {
  store.select(thread);
  return store;
}
