// What of a long thread is shown: its opening, who waits (of many those who have waited longest, and who is answered), and the
// newer part; what lies between is folded and counted.

export const TAIL = 20;
export const MORE = 40;
export const WAITING = 20;
// So many more than the tail may have grown under somebody who reads along.
const GROWN = 12;
// Folding fewer would take more room than it saves.
const FEWEST = 3;
// What the trainee has written is no news.
const OWN = ["reply", "handover", "note", "proposal"];

// The seq from which a thread is shown when it is opened.
export function findTail(posts, length = TAIL) {
  return posts.at(Math.max(0, posts.length - length)).seq;
}

// What has grown under somebody who reads along at the end is folded again, a few at a time, or later where earlier ones were asked for;
// and where less is there than was (a replay that goes back), as much is shown as at first.
export function trimTail(posts, from, { atEnd, isUnfolded = false }) {
  const first = posts.findIndex(({ seq }) => seq >= from);
  const shown = first < 0 ? 0 : posts.length - first;
  const isShort = shown < Math.min(TAIL, posts.length);
  return isShort || (atEnd && shown > TAIL + (isUnfolded ? MORE : GROWN)) ? findTail(posts) : from;
}

// The seq from which it is shown once `MORE` earlier ones were asked for.
export function findEarlier(posts, from) {
  return posts.at(Math.max(0, posts.findIndex(({ seq }) => seq >= from) - MORE)).seq;
}

// `addressed`: the post that is answered. -> [{entry} | {folded: how many, before: the seq of what follows}], in order
export function foldEntries({ posts, unanswered }, from, addressed = null) {
  const waits = new Set([...unanswered.slice(0, WAITING), addressed]);
  const parts = [];
  let gap = [];
  const close = (before) => {
    parts.push(...(gap.length < FEWEST ? gap.map((entry) => ({ entry })) : [{ folded: gap.length, before }]));
    gap = [];
  };
  posts.forEach((entry, index) => {
    if (index > 0 && entry.seq < from && !(entry.post && waits.has(entry.post))) return gap.push(entry);
    close(entry.seq);
    return parts.push({ entry });
  });
  return parts;
}

// The first post that was not there when the thread was last looked at, or null: nobody needs to be told that all is new.
export function findUnread(posts, upTo) {
  if (!upTo) return null;
  return posts.find(({ kind, seq }) => seq > upTo && !OWN.includes(kind))?.seq ?? null;
}

// Whom an entry answers, where that is not plain from what stands just above it. -> the entry that is answered, or null
export function findAddressee(entry, posts, above) {
  if (!entry.reply_to || above?.post === entry.reply_to) return null;
  return posts.find(({ post }) => post !== undefined && post === entry.reply_to) ?? null;
}
