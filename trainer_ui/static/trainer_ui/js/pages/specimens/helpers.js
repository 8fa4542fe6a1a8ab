// What helps while one works: hints, who comes next, a coach's word, macros, and who else is there, in every state.

import { HOUSE_MACROS } from "../../write/macros.js";
import { tellQueue } from "./log.js";
import { select } from "./parts.js";

const [REPLY_RESOLVE, HAND_OVER] = HOUSE_MACROS;

export function showHelpers(stage) {
  const { t, texts } = stage;
  const open = (more = {}, thread = "late") => select(stage.open(tellQueue, more), thread);
  const inside = "panel";
  const guided = { help: "guided", actor: "u1" };
  stage.show("somebody else is overdue", "gp-side-line", open(guided, "soon"), { inside });
  stage.show("open here", "gp-side-line", open(guided), { inside });
  stage.show("nobody waits", "gp-side-line", stage.open(undefined, guided), { inside });
  const led = open({ actor: "u1" });
  led.view = { ...led.view, whispers: [{ text: texts.note, thread: null }, { text: texts.sorry, thread: "soon" }].map((said, at) => ({ ...said, by: "u9", at_ms: 60_000 * (at + 1), seq: at })) };
  stage.show("two words of a coach", "gp-whisper", led, { inside });
  const found = { criterion: t("record.name"), is_critical: true, title: texts.sorry, why: texts.board, advice: texts.note, words: [texts.sorry.slice(0, 10)] };
  for (const [name, shown] of [
    ["hints, asked", { isAsked: true }], ["hints, found", { findings: [found, { ...found, is_critical: false }], good: [texts.told] }],
    ["hints, nothing", { findings: [], good: [] }], ["hints, no answer", { message: null }],
  ]) {
    const store = open(guided);
    store.drafts.put("late", { text: texts.sorry, visibility: "public", signed: true, post: null });
    stage.show(name, "gp-composer", store, { then: (composer) => composer.hints.show({ text: shown.findings ? texts.better : texts.sorry, ...shown }) });
  }
  const busy = open();
  const run = { thread: "late", name: texts.waiting.slice(0, 12), cmd_id: "c9" };
  busy.macroRuns.runs = [
    { ...run, id: "a", macro: REPLY_RESOLVE, at: 0, state: "running" },
    { ...run, id: "b", macro: HAND_OVER, at: 1, state: "stopped", message: texts.problem, cmd_id: null },
  ];
  stage.show("running, stopped", "gp-macro-strip", busy);
  stage.show("choice", "gp-macros", open({}, "drafted"), { then: (element) => element.open() });
  stage.show("one's own", "gp-macros", open(), { then: async (element) => { await element.open(); await element.edit(null); } });
  const team = open({ actor: "u1" });
  for (const [actor, name] of [["u2", "Theo Lindner"], ["u3", "Ada Brandt"]]) team.receiver.receive({ type: "presence", run: team.pack.run, actor, name, thread: "late" });
  team.view = { ...team.view, threads: { ...team.view.threads, late: { ...team.view.threads.late, assigned: "u2" } } };
  stage.show("two others, assigned", "gp-team", team, { inside });
}
