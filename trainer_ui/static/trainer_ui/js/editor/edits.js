// Changes that a form or the time line makes: the server says how the text changes, one change after the other, each on the text as it
// stands by then. What could not be done is told to who asked for it.

const TRIES = 5;
const LATER_MS = 800;

export class Edits {
  // `ask({text, edit})` -> {status, patches, path} or {status, refused}; `store` has .text, .writable and .apply(patches)
  constructor({ ask, store, t, wait = () => new Promise((run) => setTimeout(run, LATER_MS)) }) {
    Object.assign(this, { ask, store, t, wait, last: Promise.resolve(), waiting: 0 });
  }

  // -> {path} where what was edited stands now, or {refused: why}
  make(edit) {
    this.waiting += 1;
    const done = this.last.then(() => this.attempt(edit)).finally(() => {
      this.waiting -= 1;
    });
    this.last = done.catch(() => null);
    return done;
  }

  async attempt(edit) {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (!this.store.writable) return { refused: this.t("edit.read_only") };
      const { text } = this.store;
      const answer = await this.ask({ text, edit });
      if (answer.refused) return { refused: answer.refused };
      if (answer.status === 429) {
        await this.wait();
        continue;
      }
      if (answer.status !== 200) return { refused: answer.message ?? this.t("edit.no_line") };
      // Somebody typed meanwhile: the places are those of another text.
      if (this.store.text !== text) continue;
      if (answer.patches.length && !this.store.apply(answer.patches)) return { refused: this.t("edit.read_only") };
      return { path: answer.path };
    }
    return { refused: this.t("edit.again") };
  }
}
