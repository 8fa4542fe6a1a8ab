// The page of components: every element of the desk in every state, drawn by the elements themselves. For whoever changes their look,
// and for pictures to compare.

import "../desk/desk.js";
import { tellFacts, tellQueue } from "./specimens/log.js";
import { showHelpers } from "./specimens/helpers.js";
import { select, showBar, showEnd, showFacts, showWeather } from "./specimens/parts.js";
import { Stage } from "./specimens/stage.js";
import { showComposer, showQueue, showThreads, showWindows } from "./specimens/work.js";

// Windows stand in the page here, all of them at once.
HTMLDialogElement.prototype.showModal = function show() { this.open = true; };

const pack = JSON.parse(document.getElementById("pack").textContent);
const stage = new Stage({ pack, language: document.documentElement.lang, main: document.querySelector(".specimens-desk") });
const { t, texts } = stage;
await stage.dress();

stage.section(t("clock.label"));
showBar(stage);
stage.section(t("line.waiting"));
showWeather(stage);
stage.section(t("queue.title"));
showQueue(stage);
stage.section(t("thread.title"));
showThreads(stage);
stage.section(t("composer.title"));
showComposer(stage);
showHelpers(stage);
stage.section(t("facts.title"));
showFacts(stage);
stage.section(t("act.menu"));
showWindows(stage);
showEnd(stage);
const guide = [{ text: texts.guide, until: "opened:none", post: "", place: "queue", keys: ["next", "send"] }];
stage.show("with its guide", "gp-desk", select(stage.open((log) => tellFacts(tellQueue(log)), { guide }), "late"), { isWide: true });

await Promise.all(stage.under_way);
// What was opened has taken the focus in turn.
document.activeElement?.blur();
// And the page went along with it: a picture begins at its top.
scrollTo(0, 0);
document.documentElement.dataset.drawn = "";
