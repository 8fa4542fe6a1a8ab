// What of the queue is shown. An empty filter shows all; each part that is set narrows it.

import { readDeadline } from "./deadlines.js";
import { hasWords } from "./searching.js";
import { readHaystack, summarise } from "./summary.js";

export const NO_FILTER = Object.freeze({ query: "", channel: "", state: "", due: "", isPrivate: false, isDrafted: false, isTagged: false });

// What can be chosen as `state`, each for those of the machine (states.js) that are meant by it.
export const SHOWN_STATES = {
  new: ["new"],
  escalated: ["escalated"],
  waiting: ["waiting"],
  resolved: ["resolved"],
  left_alone: ["left_alone"],
  hidden: ["hidden", "reported", "blocked"],
  closed: ["closed"],
};

export function isFiltered(filter) {
  return Object.keys(NO_FILTER).some((part) => filter[part] !== NO_FILTER[part]);
}

// How many parts narrow it beside the words looked for.
export function countFilters(filter) {
  return Object.keys(NO_FILTER).filter((part) => part !== "query" && filter[part] !== NO_FILTER[part]).length;
}

export const hasTags = ({ tags }) => Object.keys(tags).length > 0;

// `drafted`: the set of threads with a draft; `due`: "" | "soon" (late counts as soon) | "late".
export function isShownBy(filter, thread, { runMs, channels, drafted }) {
  if (filter.channel && thread.channel !== filter.channel) return false;
  if (filter.state && !SHOWN_STATES[filter.state].includes(thread.state)) return false;
  if (filter.isPrivate && !summarise(thread).isPrivate) return false;
  if (filter.isDrafted && !drafted.has(thread.key)) return false;
  if (filter.isTagged && !hasTags(thread)) return false;
  if (filter.query && !hasWords(readHaystack(thread), filter.query)) return false;
  if (!filter.due) return true;
  const { state } = readDeadline(thread, runMs, channels[thread.channel]);
  return state === "late" || (filter.due === "soon" && state === "soon");
}
