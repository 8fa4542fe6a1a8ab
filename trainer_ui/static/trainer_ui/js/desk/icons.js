// Small drawings; each stands beside a word and is silent to screen readers.

import { svg, html } from "../../vendor/lit.js";

const draw = (shape) => html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${shape}</svg>`;
const line = (path) =>
  draw(svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"></path>`);

export const ICONS = {
  public: line("M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M2 8h12M8 2c2.4 2 2.4 10 0 12M8 2c-2.4 2-2.4 10 0 12"),
  private: line("M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5"),
  call: line("M4.2 2.5l2 .6.7 2.9-1.6 1.4a8 8 0 0 0 3.3 3.3l1.4-1.6 2.9.7.6 2a1.6 1.6 0 0 1-1.7 1.7A10.2 10.2 0 0 1 2.5 4.2a1.6 1.6 0 0 1 1.7-1.7z"),
  callback: line("M4.2 2.5l2 .6.7 2.9-1.6 1.4a8 8 0 0 0 3.3 3.3l1.4-1.6 2.9.7.6 2a1.6 1.6 0 0 1-1.7 1.7A10.2 10.2 0 0 1 2.5 4.2a1.6 1.6 0 0 1 1.7-1.7z"),
  mail: line("M2 3.8h12v8.4H2zM2 4.2l6 4.6 6-4.6"),
  person: line("M8 8a2.6 2.6 0 1 0-.01 0M3.5 13.5c.4-4.4 8.6-4.4 9 0"),
  hint: line("M6 13.5h4M6 11.5c0-2-2-2.4-2-5a4 4 0 0 1 8 0c0 2.6-2 3-2 5z"),
  macro: line("M3 4h6M3 8h6M3 12h6M11.5 5.5L14 8l-2.5 2.5"),
  macros: line("M3 4h6M3 8h6M3 12h6M11.5 5.5L14 8l-2.5 2.5"),
  pause: line("M5.5 3.5v9M10.5 3.5v9"),
  resume: line("M5 3.2v9.6l7.5-4.8z"),
  aside: line("M3 4.5h10M5 8h6M7 11.5h2"),
  waiting: line("M3 8.5l3.2 3.2L13 4.8"),
  check: line("M3 8.5l3.2 3.2L13 4.8"),
  toward: line("M3.5 3v5a2 2 0 0 0 2 2h7M9.8 7.2L12.6 10l-2.8 2.8"),
  drop: line("M4 4l8 8M12 4l-8 8"),
  snoozed: line("M8 2.2a5.8 5.8 0 1 0 .01 0M8 5v3.2l2 1.6"),
  warn: line("M8 2.5L14.5 13.5h-13zM8 7v3M8 11.8v.2"),
  acts: line("M3.5 8h.01M8 8h.01M12.5 8h.01"),
  escalate: line("M3 13V9.5a3 3 0 0 1 3-3h7M9.8 3.3L13 6.5 9.8 9.7"),
  escalated: line("M3 13V9.5a3 3 0 0 1 3-3h7M9.8 3.3L13 6.5 9.8 9.7"),
  handover: line("M3 13V9.5a3 3 0 0 1 3-3h7M9.8 3.3L13 6.5 9.8 9.7"),
  desk: line("M13 13V9.5a3 3 0 0 0-3-3H3M6.2 3.3L3 6.5l3.2 3.2"),
  leave: line("M2.5 8h11"),
  left_alone: line("M2.5 8h11"),
  hide: line("M2 8c3-4.6 9-4.6 12 0-3 4.6-9 4.6-12 0M3 13L13 3"),
  hidden: line("M2 8c3-4.6 9-4.6 12 0-3 4.6-9 4.6-12 0M3 13L13 3"),
  report: line("M4 14V3h8l-2 3 2 3H4"),
  reported: line("M4 14V3h8l-2 3 2 3H4"),
  block: line("M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M4.2 4.2l7.6 7.6"),
  unblock: line("M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M5.4 8.2l1.8 1.8 3.4-3.8"),
  blocked: line("M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M4.2 4.2l7.6 7.6"),
  resolve: line("M3 8.5l3.2 3.2L13 4.8"),
  resolved: line("M3 8.5l3.2 3.2L13 4.8"),
  tag: line("M2.8 2.8h5l5.6 5.6-5 5-5.6-5.6zM5.6 5.6h.01"),
  untag: line("M2.8 2.8h5l5.6 5.6-5 5-5.6-5.6zM5.6 5.6h.01"),
  propose: line("M3 2.8h10v10.4H3zM5.5 5.6h5M8 8v4M6 10h4"),
  proposal: line("M3 2.8h10v10.4H3zM5.5 5.6h5M8 8v4M6 10h4"),
  note: line("M3 2.8h10v7l-3.2 3.4H3zM13 9.8H9.8v3.4M5.5 6h5M5.5 8.6h2.5"),
  corrected: line("M3 13l.6-2.6L10.8 3.2l2 2L5.6 12.4zM9.4 4.6l2 2"),
  deleted: line("M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5"),
  closed: line("M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5"),
  found: line("M7 2.8a4.2 4.2 0 1 0 .01 0M10 10l3.6 3.6"),
  notice: line("M3 6.5v3h2.5L11 13V3L5.5 6.5zM13.2 6.5v3"),
  crowd: line("M5.5 7.5a2 2 0 1 0-.01 0M10.8 7.5a2 2 0 1 0-.01 0M2 13c.3-3.6 6.7-3.6 7 0M9.5 10.6c2-.9 4.3.2 4.5 2.4"),
  offline: line("M2 6.5c3.6-3.3 8.4-3.3 12 0M4.8 9.3c2-1.7 4.4-1.7 6.4 0M8 12.6h.01M3 13.5L13 2.5"),
  silent: line("M3 4h10M3 12h10M5 4c0 4 6 4 6 8M11 4c0 4-6 4-6 8"),
  restarting: line("M13 8a5 5 0 1 1-1.6-3.7M13.2 2.2v2.8h-2.8"),
  signed_out: line("M9.5 3H3.5v10h6M7 8h6.5M11 5.5L13.5 8 11 10.5"),
  slept: line("M12.8 9.8A5.4 5.4 0 0 1 6.2 3.2a5.4 5.4 0 1 0 6.6 6.6z"),
  set: line("M8 2.2a5.8 5.8 0 1 0 .01 0M8 5v3.2l2 1.6"),
  tabs: line("M2.5 5.5h8v8h-8zM5.5 5.5v-3h8v8h-3"),
  cloud: line("M8 2.2a5.8 5.8 0 1 0 .01 0M8 5v3.2l2 1.6"),
  microblog: line("M5.5 2.5l-1 11M11.5 2.5l-1 11M2.5 5.7h11.5M2 10.3h11.5"),
  page: line("M2.5 3h11v8h-6l-3 2.5V11h-2z"),
  forum: line("M2.5 3.5h8v5.5h-4.5L3.5 11V9h-1zM12.5 6.5h1v5.5h-1.5v1.8L9.5 12H6.5"),
  homepage: line("M2.5 7.5L8 2.8l5.5 4.7M4 6.5v6.7h8V6.5"),
};

// What is left of a target, as a disc that empties; a full square when it is overdue, else what stands for its state.
export function drawDeadline({ state, share }) {
  if (Object.hasOwn(ICONS, state)) return ICONS[state];
  if (state === "late") return draw(svg`<path d="M2 2h12v12H2z" fill="currentColor"></path>`);
  const length = 2 * Math.PI * 3;
  return draw(svg`
    <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.4"></circle>
    <circle cx="8" cy="8" r="3" fill="none" stroke="currentColor" stroke-width="6" transform="rotate(-90 8 8)"
      stroke-dasharray="${(share * length).toFixed(1)} ${length.toFixed(1)}"></circle>`);
}
