// A long list of which only what is near the eye is drawn. It is cut into chunks; an IntersectionObserver says which are near, the
// others keep their height, so that the scroll bar is honest. A chunk that has the focus, or what is chosen, stays drawn.

import { html, nothing, repeat } from "../../vendor/lit.js";

const CHUNK = 10;
const NEAR = "400px 0px";
const USUAL_PX = 110;

export class Windowed {
  // `host`: the element that draws the list, inside of what scrolls.
  constructor(host) {
    Object.assign(this, { host, near: new Set(), watched: new Set(), away: new Map(), item_px: USUAL_PX });
  }

  // `held`: the keys that stay drawn; `drawItem(thread, place, count)`.
  draw(name, threads, { held, drawItem }) {
    const chunks = [];
    for (let from = 0; from < threads.length; from += CHUNK) {
      const part = threads.slice(from, from + CHUNK);
      const id = `${name}:${from / CHUNK}`;
      const isFirstOfAll = from === 0 && !this.watched.has(id);
      const isDrawn = isFirstOfAll || this.near.has(id) || part.some(({ key }) => held.includes(key));
      chunks.push({ id, part, from, isDrawn });
    }
    this.away.set(name, chunks.every(({ isDrawn }) => !isDrawn));
    return repeat(chunks, ({ id }) => id, ({ id, part, from, isDrawn }) => html`<div class="queue-chunk" data-chunk=${id} data-count=${part.length}
      ?data-drawn=${isDrawn}>${isDrawn
        ? repeat(part, ({ key }) => key, (thread, index) => drawItem(thread, from + index + 1, threads.length))
        : nothing}</div>`);
  }

  // After each drawing: new chunks are watched, those that are away keep their height.
  update(root) {
    this.observer ??= new IntersectionObserver((entries) => this.hear(entries), { root, rootMargin: NEAR });
    const there = new Set();
    for (const chunk of this.host.querySelectorAll(".queue-chunk")) {
      there.add(chunk.dataset.chunk);
      const height = "drawn" in chunk.dataset ? "" : `${Number(chunk.dataset.count) * this.item_px}px`;
      if (chunk.height !== height) chunk.style.blockSize = chunk.height = height;
      if (chunk.isWatched) continue;
      chunk.isWatched = true;
      this.observer.observe(chunk);
    }
    this.watched = there;
  }

  // The layout is done when the observer speaks: asking for a height then costs nothing.
  hear(entries) {
    this.item_px = this.host.querySelector(".queue-entry")?.offsetHeight || this.item_px;
    for (const { target, isIntersecting } of entries) {
      if (!target.isConnected) this.observer.unobserve(target);
      if (isIntersecting && target.isConnected) this.near.add(target.dataset.chunk);
      else this.near.delete(target.dataset.chunk);
    }
    this.host.requestUpdate();
  }
}
