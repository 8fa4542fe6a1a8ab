// Run time from server time. Pure: the caller says what the server's clock reads.

export function runMsAt({ clock }, wallMs, durationMs = Infinity) {
  if (clock.paused) return clock.run_ms;
  const elapsed = Math.max(0, wallMs - clock.wall_ms);
  return Math.min(durationMs, clock.run_ms + Math.floor((elapsed * clock.per_mille) / 1000));
}

// 65000 -> "1:05"; never negative.
export function formatSpan(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
