// How long to wait before the next attempt: doubling, capped, with jitter so that a class does not return in one instant.

const FIRST_MS = 500;
const CAP_MS = 15_000;

export function delayBefore(attempt, random = Math.random) {
  const ceiling = Math.min(CAP_MS, FIRST_MS * 2 ** attempt);
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}

// Whether a server closed that will be back: Daphne cannot say 1012, and says 1000.
export function isRestart(code) {
  return code === 1012 || code === 1000;
}

// What a close code asks for (docs/wire.md).
export function readClose(code) {
  if (code === 4401) return "signed_out";
  if (code === 4403) return "forbidden";
  return "again";
}
