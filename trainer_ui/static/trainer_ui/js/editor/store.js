// What the editor's parts share: the text, its problems, its outline, and the ways to change it. Events: `text` when the text changed,
// `checked` when problems and outline are those of the text, `writable` when one may write now or no more, `cursor` when it moved.

export class EditorStore extends EventTarget {
  constructor({ text }) {
    super();
    Object.assign(this, { initial: text, view: null, problems: [], outline: null, isChecked: false, isKnown: false, mayWrite: false });
  }

  get text() {
    return this.view === null ? this.initial : this.view.read();
  }

  get writable() {
    return this.mayWrite;
  }

  set writable(mayWrite) {
    if (this.mayWrite === mayWrite) return;
    this.mayWrite = mayWrite;
    this.view?.setWritable(mayWrite);
    this.say("writable");
  }

  // Patches are [{from, to, insert}] in UTF-16 code units of `.text`: one step that can be undone. -> whether it was done
  apply(patches) {
    if (!this.mayWrite || this.view === null) return false;
    this.view.apply(patches);
    this.say("applied");
    return true;
  }

  // Another text altogether; one step too.
  replace(text) {
    this.view.replace(text);
  }

  // {line, column}, both from 1
  goTo(place) {
    this.say("going");
    this.view?.goTo(place);
  }

  // -> {line, column} of the cursor, from 1
  get cursor() {
    return this.view?.cursor ?? { line: 1, column: 1 };
  }

  noteText() {
    this.isChecked = this.isKnown = false;
    this.say("text");
  }

  // What a thorough check tells of model replies stays until the next one, unless there is an error, which comes first.
  takeQuick({ problems }) {
    const isSound = !problems.some(({ severity }) => severity === "error");
    this.show(isSound ? [...problems, ...this.problems.filter(({ code }) => code.startsWith("model-"))] : problems);
    this.say("problems");
  }

  take({ problems, outline }) {
    this.show(problems);
    Object.assign(this, { outline, isChecked: true });
    this.say("checked");
  }

  show(problems) {
    Object.assign(this, { problems, isKnown: true });
    this.view?.showProblems(problems);
  }

  get errors() {
    return this.problems.filter(({ severity }) => severity === "error").length;
  }

  say(name) {
    this.dispatchEvent(new Event(name));
  }
}
