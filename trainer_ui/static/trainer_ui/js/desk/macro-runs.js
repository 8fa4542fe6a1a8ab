// Macros under way. Each step is an ordinary command with its own cmd_id, sent when the one before was acknowledged. One that is refused ends it there:
// what was done stays done, what was not is named, and can be gone on with. After a reload nothing of it is left; what went out stands.

import { wordsOf } from "../write/macros.js";

export class MacroRuns {
  constructor(store) {
    Object.assign(this, { store, runs: [] });
    store.addEventListener("answered", ({ detail }) => this.hear(detail));
  }

  // What is to be done is fixed now, whatever is chosen or typed meanwhile. `desk`: to whom it is handed over.
  start(macro, { desk = null } = {}) {
    const { store } = this;
    const draft = store.drafts.read(store.selected);
    const run = { id: store.makeId(), macro, desk, draft, thread: store.selected, post: store.addressed.post, name: store.addressed.name, at: -1, state: "running", message: null };
    this.runs = [...this.runs, run];
    this.goOn(run);
    return run;
  }

  find(id) {
    return this.runs.find((run) => run.id === id);
  }

  // The next step, until one has to be waited for, or none is left.
  goOn(run) {
    run.at += 1;
    const step = run.macro.steps[run.at];
    if (!step) this.drop(run);
    else if ((run.cmd_id = this.take(step, run)) === null) return this.goOn(run);
    return this.store.say("change");
  }

  // -> the cmd_id of what was sent, or null where nothing has to be waited for
  take(step, { thread, post, desk, draft }) {
    const { sender, asides, view, listing } = this.store;
    const words = wordsOf(step, draft);
    switch (step.do) {
      case "reply": return sender.reply(draft, { thread, post });
      case "note": return sender.note({ text: words }, { thread, isDraft: !step.text?.trim() });
      case "escalate": return sender.act("escalate", { thread, post, desk, note: words });
      case "leave_alone": return sender.act("treat", { thread, post, as: "left_alone", reason: step.reason ?? "needs_nothing" });
      case "resolve": return view.threads[thread].resolved ? null : sender.act("resolve", { thread });
      default:
        if (view.threads[thread].unanswered.length) asides.put(thread, { seq: view.seq });
        listing.release();
        return null;
    }
  }

  // message: null where the server has said yes. isBack: the reply was taken back before it went out; nobody wants the rest then.
  hear({ cmd_id, message = null, isBack = false }) {
    const run = this.runs.find((each) => each.cmd_id === cmd_id);
    if (!run) return this.hearLate(cmd_id, message);
    run.cmd_id = null;
    // It is said where the macro is.
    if (message !== null) this.store.problem = null;
    if (isBack) this.drop(run);
    else if (message === null) this.goOn(run);
    else Object.assign(run, { state: "stopped", message, refused: cmd_id });
    return this.store.say("change");
  }

  // What was refused has been sent again by hand: that step is done, the rest waits to be asked for.
  hearLate(cmdId, message) {
    const run = this.runs.find(({ refused }) => refused && refused === cmdId);
    if (!run || message !== null) return;
    Object.assign(run, { at: run.at + 1, refused: null, message: "" });
    if (!run.macro.steps[run.at]) this.drop(run);
  }

  // From the step that was refused: a reply is still there under its cmd_id, anything else is asked for anew.
  again(run) {
    const { store } = this;
    const { refused } = run;
    Object.assign(run, { state: "running", message: null, refused: null });
    if (store.outbox.find(refused)) {
      run.cmd_id = refused;
      return store.sender.retry(refused);
    }
    store.acts.settle(refused);
    run.at -= 1;
    return this.goOn(run);
  }

  // Whether what was refused is still there to be tried again: a reply that went back to the draft is somebody's text again.
  canGoOn({ macro, at, refused }) {
    return !refused || !["reply", "note"].includes(macro.steps[at].do) || Boolean(this.store.outbox.find(refused));
  }

  drop(run) {
    this.store.acts.settle(run.refused);
    this.runs = this.runs.filter((each) => each !== run);
    this.store.say("change");
  }

  close() {
    this.runs = [];
  }
}
