// Keeps one run's frames in order. What was seen is dropped; a gap is closed by following again from where we stand.

import { isNext } from "../run/view.js";

export function placeFrame(view, frame) {
  if (frame.seq <= view.seq) return "seen";
  return isNext(view, frame) ? "next" : "gap";
}

// Whether the server's heartbeat knows more of the run than we do.
export function isBehind(view, heartbeat, run) {
  return (heartbeat.runs?.[run]?.head_seq ?? 0) > view.seq;
}
