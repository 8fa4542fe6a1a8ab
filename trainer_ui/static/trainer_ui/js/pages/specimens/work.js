// What the work is done with, in every state: queue, thread, composer, and the windows of acts.

import { NOW_MS, tellFacts, tellQueue, tellThread } from "./log.js";
import { select } from "./parts.js";

const pause = (log) => log.tell("Paused", NOW_MS, { wall_ms: 0 });

export function showQueue(stage) {
  const panel = { inside: "panel" };
  const store = stage.open(tellQueue);
  store.drafts.put("drafted", { text: stage.texts.sorry, visibility: "public", signed: true, post: null });
  store.asides.put("aside", { seq: 99 });
  store.asides.put("snoozed", { seq: 99, until_ms: NOW_MS + 60_000 });
  for (const thread of ["late", "soon", "answered", "closed"]) store.reads.mark(thread, 99);
  stage.show("every state", "gp-queue", select(store, "soon"), { ...panel, then: (queue) => { queue.isUnfolded = true; } });
  const ticked = stage.open((log) => pause(tellQueue(log)));
  ticked.listing.startTicking(true);
  for (const thread of ["late", "answered"]) ticked.listing.tick(thread, true);
  ticked.listing.change({ order: "reach", filter: { ...ticked.listing.filter, channel: "micro" }, listening: { house: false, terms: ["Rheinbahn"] } });
  stage.show("paused, narrowed, by reach, several ticked", "gp-queue", ticked, { ...panel, then: openFolds });
  stage.show("nobody has written yet", "gp-queue", stage.open(), panel);
  stage.show("no line yet", "gp-queue", Object.assign(stage.open(), { view: { ...stage.open().view, seq: 0 } }), panel);
}

const openFolds = (element) => element.querySelectorAll("details").forEach((fold) => { fold.open = true; });

export function showThreads(stage) {
  const inside = "panel desk-thread";
  for (const channel of ["micro", "page", "forum", "home"]) {
    stage.show(channel, "gp-thread", select(stage.open((log) => tellThread(log, { channel })), "t"), { inside, then: (thread) => { openFolds(thread); thread.querySelector(".snooze")?.removeAttribute("open"); } });
  }
  stage.show("on its way", "gp-thread", withOutbox(stage), { inside });
  stage.show("unread, folded", "gp-thread", withMany(stage), { inside });
  stage.show("closed by moderators", "gp-thread", select(stage.open(tellQueue), "closed"), { inside });
  stage.show("resolved", "gp-thread", select(stage.open(tellQueue), "resolved"), { inside });
  stage.show("what can be done", "gp-thread", select(stage.open(tellQueue), "late"), { inside, then: (thread) => { thread.querySelector("gp-acts").isOpen = true; } });
  stage.show("paused", "gp-thread", select(stage.open((log) => pause(tellQueue(log))), "late"), { inside });
  const halted = select(stage.open((log) => pause(tellQueue(log)), { actor: "u1" }), "late");
  halted.view = { ...halted.view, halt: { by: "u9", reason: "connection" } };
  stage.show("paused by a coach", "gp-thread", halted, { inside });
  stage.show("none chosen", "gp-thread", stage.open(tellQueue), { inside });
}

function withOutbox(stage) {
  const store = select(stage.open(tellQueue, { undo: true }), "late");
  for (const status of ["held", "queued", "sent", "accepted", "refused"]) {
    store.outbox.add({ type: "reply", cmd_id: status, thread: "late", post: store.addressed.post, visibility: "public", text: stage.texts.sorry, seen_seq: 99, born: 1 }, { until: Infinity });
    store.outbox.mark(status, { status, message: stage.texts.problem });
  }
  return store;
}

function withMany(stage) {
  const store = stage.open((log) => {
    for (let number = 0; number < 32; number += 1) log.post("long", "kofi", "voice", { crowd: true, left_ms: null });
    log.post("long", "jana", "waiting");
  });
  store.reads.mark("long", 31);
  return select(store, "long");
}

export function showComposer(stage) {
  const { texts } = stage;
  const open = (thread = "late", draft = {}, more = {}) => {
    const store = stage.open(more.tell ?? ((log) => tellQueue(log).tell("CustomerIdentified", 1, { persona: "jana", thread: "late", record: { phone: "0151 4711", email: "jana@example.org" } })));
    if (draft.text) store.drafts.put(thread, { visibility: "public", signed: true, post: null, ...draft });
    return select(store, thread);
  };
  stage.show("empty", "gp-composer", open());
  for (const visibility of ["public", "private", "callback", "call", "mail", "note"]) {
    stage.show(visibility, "gp-composer", open("late", { text: visibility === "mail" ? `${texts.board}\n${texts.better}` : texts.better, visibility }));
  }
  stage.show("too long", "gp-composer", open("late", { text: `${texts.better} `.repeat(4) }));
  stage.show("gaps, sent once", "gp-composer", open("late", { text: texts.gaps }), { then: (composer) => { composer.confirming = true; } });
  stage.show("templates", "gp-composer", open(), { then: (composer) => { composer.slash = { start: 0, query: "" }; } });
  const other = open("late", { text: texts.better });
  other.copies.others.set("late", { stands: "theirs", text: texts.sorry });
  stage.show("another device", "gp-composer", other, { then: openFolds });
  stage.show("paused", "gp-composer", open("late", { text: texts.better }, { tell: (log) => pause(tellQueue(log)) }));
  stage.show("closed by moderators", "gp-composer", open("closed", { text: texts.better }));
}

export function showWindows(stage) {
  const begin = (name) => (element) => element.store.say(name);
  const acts = (tell = tellQueue) => select(stage.open(tell), "late");
  stage.show("hand over", "gp-acts", acts(), { then: begin("escalate") });
  stage.show("leave alone", "gp-acts", acts(), { then: begin("leave_alone") });
  stage.show("hide, refused", "gp-acts", acts(), { then: refuse });
  stage.show("report, no line", "gp-acts", Object.assign(acts(), { line: "waiting" }), { then: (element) => element.begin("report") });
  stage.show("publish", "gp-notice", stage.open(tellFacts), { then: begin("notice") });
  const [, corrected] = stage.open(tellThread).view.threads.t.posts;
  for (const act of ["correct", "delete"]) {
    stage.show(act, "gp-revise", select(stage.open(tellThread), "t"), { then: (element) => element.begin({ act, entry: corrected }) });
  }
  stage.show("keys and tastes", "gp-help", stage.open(), { isWide: true, then: begin("help") });
  stage.show("signed out", "gp-sign-in", stage.open(), { then: (element) => { element.open(); element.objection = null; } });
  stage.show("end", "gp-clock", stage.open(), { then: (element) => element.askEnd() });
}

async function refuse(element) {
  await element.begin("hide");
  element.do("treat", { thread: "late" });
  element.store.acts.refuse(element.sent, element.store.t("act.no_line"));
  element.requestUpdate();
}
