// The ways a text can go from the composer, and which of them are open to whom. What a draft calls its visibility is one of these;
// on the wire and in the log it is public or private, and the way beside it. The twin of simulator/core/ways.py.

const PRIVATE_WAYS = ["callback", "call", "mail"];
export const LONGEST_SUBJECT = 120;

// public, private and note are colours of their own; a call-back offered and a call are two sides of the telephone.
export function readKind(visibility) {
  return visibility === "callback" ? "call" : visibility;
}

export function isPrivate(visibility) {
  return visibility === "private" || PRIVATE_WAYS.includes(visibility);
}

// What was noted of a call, or for colleagues, is not sent to anybody: no signature, no templates, no gaps.
export function isProse(visibility) {
  return visibility !== "call" && visibility !== "note";
}

// Who writes in private is answered there, and who came by telephone or mail in the same way.
export function wayOf(post) {
  if (post?.visibility !== "private") return "public";
  return PRIVATE_WAYS.includes(post.way) ? post.way : "private";
}

// -> {visibility, way?}: as the server knows them
export function toCommand(visibility) {
  return PRIVATE_WAYS.includes(visibility) ? { visibility: "private", way: visibility } : { visibility };
}

// Nobody is called or written to at a number or an address that is not known. `entries`: way -> entries of a record.
export function canReach({ customers, threads }, persona, way, entries) {
  if (!(way in entries)) return true;
  const record = customers[persona]?.record ?? {};
  return entries[way].some((entry) => entry in record) || listComers(threads).has(nameComer(persona, way));
}

const known = new WeakMap();
const nameComer = (persona, way) => `${way} ${persona}`;

// Who has come by which way, read once of all threads and of each: what changes is another object.
function listComers(threads) {
  if (!known.has(threads)) known.set(threads, new Set(Object.values(threads).map(readComers).filter(({ length }) => length).flat()));
  return known.get(threads);
}

function readComers(thread) {
  if (!known.has(thread)) known.set(thread, thread.posts.flatMap(({ persona, way }) => (way ? [nameComer(persona, way)] : [])));
  return known.get(thread);
}

// A mail's first line is its subject, so that a draft stays one text.
export function splitMail(text) {
  const at = text.indexOf("\n");
  return at < 0 ? { subject: text, body: "" } : { subject: text.slice(0, at), body: text.slice(at + 1) };
}

export function joinMail({ subject, body }) {
  return `${subject.replaceAll("\n", " ")}\n${body}`;
}

// The same words under another way: nothing of them is lost.
export function turnText(text, from, to) {
  if ((from === "mail") === (to === "mail") || !text) return text;
  if (to === "mail") return joinMail({ subject: "", body: text });
  const { subject, body } = splitMail(text);
  return subject.trim() ? `${subject}\n\n${body}` : body;
}
