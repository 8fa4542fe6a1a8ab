// Where everything stands on the time line, in CSS pixels. Pure, and quick enough to be asked at every frame.

export const CARD = { width: 148, height: 54, gap: 6 };
export const HEAD = 150;
export const STEP_MS = 5000;
const LANE_PAD = 6;

export const xOf = (ms, pxPerS) => (ms / 1000) * pxPerS;

// To the nearest five seconds within the run.
export function snap(ms, duration_ms) {
  const last = duration_ms ? Math.max(0, duration_ms - STEP_MS) : Infinity;
  return Math.min(Math.max(0, Math.round(ms / STEP_MS) * STEP_MS), last);
}

export function showTime(ms) {
  if (ms === null) return "";
  const seconds = Math.round(ms / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, String(seconds % 60).padStart(2, "0")];
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

// Cards that would lie on each other stand below each other. `moves`: post -> its moment while it is being moved.
// -> {width, height, lanes: [{key, top, height, cards: [{post, at_ms, left, top}]}], cards: Map}
export function layOut(line, { pxPerS, moves = new Map() }) {
  const byThread = new Map(line.lanes.map(({ key }) => [key, []]));
  for (const post of line.posts) {
    const at_ms = moves.get(post.key) ?? post.at_ms;
    byThread.get(post.thread)?.push({ post, at_ms, left: HEAD + xOf(at_ms ?? 0, pxPerS) });
  }
  const cards = new Map();
  let top = 0;
  let end = HEAD + xOf(line.duration_ms ?? 0, pxPerS);
  const lanes = line.lanes.map((lane) => {
    const rows = [];
    const placed = byThread.get(lane.key).sort((one, other) => one.left - other.left || one.post.key.localeCompare(other.post.key));
    for (const card of placed) {
      let row = rows.findIndex((until) => until <= card.left);
      if (row < 0) row = rows.push(0) - 1;
      rows[row] = card.left + CARD.width + CARD.gap;
      card.top = top + LANE_PAD + row * (CARD.height + CARD.gap);
      cards.set(card.post.key, card);
      end = Math.max(end, card.left + CARD.width);
    }
    const height = 2 * LANE_PAD + Math.max(1, rows.length) * (CARD.height + CARD.gap) - CARD.gap;
    const drawn = { ...lane, top, height, cards: placed };
    top += height;
    return drawn;
  });
  return { width: end + CARD.gap, height: top, lanes, cards };
}

// What can be seen of it: lanes and cards within {left, top, width, height}, and a little around.
export function cutOut({ lanes }, { left, top, width, height }, margin = 200) {
  const shown = lanes.filter((lane) => lane.top < top + height + margin && lane.top + lane.height > top - margin);
  const isIn = (card) => card.left < left + width + margin && card.left + CARD.width > left - margin;
  return shown.map((lane) => ({ ...lane, cards: lane.cards.filter(isIn) }));
}

// Reactions as arcs between the cards of `shown` -> [{key, d}]
export function bow(line, { cards }, shown) {
  const seen = new Set(shown.flatMap((lane) => lane.cards.map(({ post }) => post.key)));
  return line.reactions.flatMap(({ key, from, post }) =>
    from.filter((each) => post && cards.has(each) && cards.has(post) && (seen.has(each) || seen.has(post))).map((each) => ({ key, d: arc(cards.get(each), cards.get(post)) })));
}

function arc(from, to) {
  const [x1, y1] = [from.left + CARD.width, from.top + CARD.height / 2];
  const [x2, y2] = [to.left, to.top + CARD.height / 2];
  const reach = Math.max(24, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + reach} ${y1} ${x2 - reach} ${y2} ${x2} ${y2}`;
}

// Which index among its thread's scripted posts one has at another moment.
export function findPlace(line, key, at_ms) {
  const { thread } = line.posts.find((post) => post.key === key);
  const others = line.posts.filter((post) => post.thread === thread && post.scripted && post.key !== key);
  const later = others.findIndex((post) => (post.at_ms ?? 0) > at_ms);
  return later < 0 ? others.length : later;
}

// Facts that would lie on each other are one mark.
export function groupFacts(facts, pxPerS) {
  const groups = [];
  for (const fact of facts.filter(({ at_ms }) => at_ms !== null).sort((one, other) => one.at_ms - other.at_ms)) {
    const last = groups.at(-1);
    if (last && xOf(fact.at_ms - last[0].at_ms, pxPerS) < CARD.width) last.push(fact);
    else groups.push([fact]);
  }
  return groups;
}
