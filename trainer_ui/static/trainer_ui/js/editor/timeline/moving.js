// Cards on the move: by the pointer and by keys. The text changes when the pointer lets go, or when the keys rest.

import { findPlace, snap, STEP_MS, showTime } from "./layout.js";

export const REST_MS = 500;
// What the pointer may tremble and still have clicked.
const TREMBLE = 4;

export class Moving {
  // `line()` -> the time line; `tell()` when something is to be drawn; `say(sentence)` what was done
  constructor({ edits, line, tell, say, setTimer = (run, ms) => setTimeout(run, ms), clearTimer = (timer) => clearTimeout(timer) }) {
    Object.assign(this, { edits, line, tell, say, setTimer, clearTimer, moves: new Map(), drag: null, timer: null });
  }

  momentOf(post) {
    return this.moves.get(post.key) ?? post.at_ms ?? 0;
  }

  begin(post, x) {
    this.drag = { post, x, from: this.momentOf(post), isMoving: false };
  }

  follow(x, pxPerS) {
    const { drag } = this;
    if (!drag || (!drag.isMoving && Math.abs(x - drag.x) < TREMBLE)) return;
    drag.isMoving = true;
    this.put(drag.post, drag.from + ((x - drag.x) / pxPerS) * 1000);
  }

  // -> whether it was a move and no click
  drop() {
    const { drag } = this;
    this.drag = null;
    if (drag?.isMoving) this.finish(drag.post);
    return Boolean(drag?.isMoving);
  }

  cancel() {
    if (this.drag) this.moves.delete(this.drag.post.key);
    this.drag = null;
    this.tell();
  }

  nudge(post, steps) {
    this.put(post, this.momentOf(post) + steps * STEP_MS);
    this.clearTimer(this.timer);
    if (this.nudged && this.nudged !== post.key) this.finishNudged();
    this.nudged = post.key;
    this.timer = this.setTimer(() => this.finishNudged(), REST_MS);
  }

  // The keys rest, or another card has the focus.
  finishNudged() {
    this.clearTimer(this.timer);
    const post = this.line()?.posts.find(({ key }) => key === this.nudged);
    this.nudged = null;
    return post ? this.finish(post) : null;
  }

  put(post, ms) {
    this.moves.set(post.key, snap(ms, this.line().duration_ms));
    this.tell();
  }

  // Into the text: the moment, and the place among the posts of the thread, which answer each other in their order.
  async finish(post) {
    const at_ms = this.moves.get(post.key);
    if (at_ms === undefined || at_ms === post.at_ms) {
      this.moves.delete(post.key);
      return;
    }
    const path = ["threads", post.thread, "posts", post.key];
    const scripted = this.line().posts.filter(({ thread, scripted: is }) => is && thread === post.thread);
    const [was, is] = [scripted.findIndex(({ key }) => key === post.key), findPlace(this.line(), post.key, at_ms)];
    let { refused } = await this.edits.make({ do: "set", path: [...path, "at"], value: showTime(at_ms) });
    if (!refused && was !== is) ({ refused } = await this.edits.make({ do: "move", path, index: is }));
    if (refused) this.moves.delete(post.key);
    this.say(refused ?? null, { key: post.key, time: showTime(at_ms) });
    this.tell();
  }

  // The text was read again: what it says is where the cards stand.
  settle() {
    for (const key of this.moves.keys()) if (key !== this.drag?.post.key && key !== this.nudged) this.moves.delete(key);
  }
}
