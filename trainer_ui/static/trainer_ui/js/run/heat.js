// The public's heat in words: five steps, each from so many points on.

export const LEVELS = [["calm", 0], ["tense", 20], ["heated", 40], ["boiling", 60], ["storm", 80]];

// -> {level, step: 1..5}
export function readHeat(points) {
  const step = LEVELS.findLastIndex(([, from]) => points >= from);
  return { level: LEVELS[step][0], step: step + 1 };
}
