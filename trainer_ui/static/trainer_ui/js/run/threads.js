// The threads of the view: what was written in them, what waits, and what was done about it. The twin of
// simulator/core/view_threads.py and view_acts.py. Posts of the crowd never wait, a treated one waits no longer, in a
// thread that is closed only what is private does.

import { moveState, readStep } from "./states.js";

const NEW_THREAD = {
  state: "crowd", posts: [], unanswered: [], due_ms: null, crowd: 0, desks: {}, treated: {}, tags: {}, resolved: false, closed: null, assigned: null,
};

function showPost(view, frame) {
  const { data, at_ms, seq, words } = frame;
  const { thread: key, channel, post, persona, name, handle, reply_to, target_ms } = data;
  const { visibility = "public", reach = null, role = null, crowd = false, picture = null, mention = "direct", way = null } = data;
  const known = view.threads[key];
  const thread = known ?? { ...NEW_THREAD, channel, mention };
  const entry = {
    kind: "post", post, persona, name, handle, text: words ?? data.text, at_ms, seq, reply_to, target_ms,
    visibility, way, reach, role, crowd, picture,
  };
  const isSilent = crowd || persona in view.blocked || (thread.closed && visibility === "public");
  const changed = addEntry(thread, frame, entry, {
    unanswered: isSilent ? thread.unanswered : [...thread.unanswered, post],
    crowd: thread.crowd + Number(crowd),
    resolved: thread.resolved && crowd,
  });
  return { ...put(view, key, changed), order: known ? view.order : [...view.order, key] };
}

// A reply answers all posts of the same person in the thread that are there.
function showReply(view, frame) {
  const { thread: key, post, visibility, way = null } = frame.data;
  const thread = view.threads[key];
  const personas = new Map(thread.posts.map((entry) => [entry.post, entry.persona]));
  const entry = {
    kind: "reply", reply: frame.seq, by: frame.by ?? null, name: view.agent, text: frame.words ?? null,
    at_ms: frame.at_ms, seq: frame.seq, reply_to: post, visibility, way, earlier: [], deleted_ms: null,
  };
  const unanswered = thread.unanswered.filter((other) => personas.get(other) !== personas.get(post));
  return put(view, key, addEntry(thread, frame, entry, { unanswered }));
}

// The new words stand; the earlier ones stay on demand.
function correctReply(view, frame) {
  const { data, at_ms, words = null } = frame;
  const correct = (entry) => ({ ...entry, text: words, earlier: [...entry.earlier, { text: entry.text, until_ms: at_ms }] });
  return put(view, data.thread, changeReply(view.threads[data.thread], frame, correct));
}

// Whom it had answered waits again, unless another reply did as well, or something else was done.
function deleteReply(view, frame) {
  const { thread: key, reply } = frame.data;
  const thread = changeReply(view.threads[key], frame, (entry) => ({ ...entry, deleted_ms: frame.at_ms }));
  const deleted = thread.posts.find((entry) => entry.reply === reply);
  const { persona } = thread.posts.find(({ post }) => post === deleted.reply_to);
  const again = persona in view.blocked ? new Set() : listLeft(thread, persona, deleted.seq);
  return put(view, key, change(thread, frame, { unanswered: orderWaiting(thread, again), resolved: thread.resolved && !again.size }));
}

// Posts of `persona` up to event `before` that no reply that stands answers, and with which nothing was done. -> Set
function listLeft(thread, persona, before) {
  const people = new Map(thread.posts.filter(({ kind }) => kind === "post").map((entry) => [entry.post, entry]));
  const answers = thread.posts.filter(({ kind, deleted_ms }) => kind === "reply" && deleted_ms === null);
  const answeredSeq = Math.max(0, ...answers.flatMap((entry) => (people.get(entry.reply_to).persona === persona ? [entry.seq] : [])));
  const answered = new Set(answers.map(({ reply_to }) => reply_to));
  const isLeft = (post) => post.persona === persona && !post.crowd && answeredSeq < post.seq && post.seq < before
    && !answered.has(post.post) && !(post.post in thread.treated) && (!thread.closed || post.visibility === "private");
  return new Set([...people.values()].filter(isLeft).map(({ post }) => post));
}

// Who waits with those who wait `again`, in the order in which they wrote.
function orderWaiting({ posts, unanswered }, again) {
  return posts.flatMap(({ kind, post }) => (kind === "post" && (again.has(post) || unanswered.includes(post)) ? [post] : []));
}

function changeReply(thread, frame, make) {
  const posts = thread.posts.map((entry) => (entry.reply === frame.data.reply ? make(entry) : entry));
  return change(thread, frame, { posts });
}

// For colleagues only, a note or a proposed article: it answers nobody.
const write = (kind) => (view, frame) => {
  const { data: { thread }, at_ms, seq, words = null } = frame;
  return put(view, thread, addEntry(view.threads[thread], frame, { kind, by: frame.by ?? null, text: words, at_ms, seq }));
};

// What was handed over still waits for a word of the trainee's.
function handOver(view, frame) {
  const { data, at_ms, seq, words = null } = frame;
  const entry = { kind: "handover", by: frame.by ?? null, desk: data.desk, text: words, at_ms, seq, reply_to: data.post };
  return hearDesk(view, frame, entry, "asked");
}

function answerFromDesk(view, frame) {
  const { data, at_ms, seq } = frame;
  const entry = { kind: "desk", desk: data.desk, text: data.text, at_ms, seq, reply_to: data.post };
  return hearDesk(view, frame, entry, "answered");
}

function hearDesk(view, frame, entry, state) {
  const { thread: key, desk } = frame.data;
  const thread = view.threads[key];
  return put(view, key, addEntry(thread, frame, entry, { desks: { ...thread.desks, [desk]: state } }));
}

function treat(view, frame) {
  const { thread: key, post, as, reason } = frame.data;
  const thread = view.threads[key];
  const unanswered = thread.unanswered.filter((other) => other !== post);
  const before = as === "blocked" ? thread.treated[post] : undefined;
  const done = { as, reason, ...(before && { before }) };
  const treated = { ...view, ...put(view, key, change(thread, frame, { treated: { ...thread.treated, [post]: done }, unanswered })) };
  return as === "blocked" ? block(treated, frame) : treated;
}

// Nobody waits for a word to who was blocked, wherever they wrote; what they wrote stands.
function block(view, frame) {
  const { persona } = view.threads[frame.data.thread].posts.find(({ post }) => post === frame.data.post);
  const threads = Object.entries(view.threads).map(([key, thread]) => {
    const theirs = new Set(thread.posts.flatMap((entry) => (entry.kind === "post" && entry.persona === persona ? [entry.post] : [])));
    const unanswered = thread.unanswered.filter((post) => !theirs.has(post));
    return [key, unanswered.length < thread.unanswered.length ? change(thread, frame, { unanswered }) : thread];
  });
  return { ...view, threads: Object.fromEntries(threads), blocked: { ...view.blocked, [persona]: frame.seq } };
}

// Who was blocked waits again with what nobody has answered. What is settled stays so, and so does what else was done with a post.
function unblock(view, frame) {
  const { persona } = view.threads[frame.data.thread].posts.find(({ post }) => post === frame.data.post);
  const threads = Object.entries(view.threads).map(([key, thread]) => [key, openAgain(thread, frame, persona)]);
  const { [persona]: _, ...blocked } = view.blocked;
  return { ...view, threads: Object.fromEntries(threads), blocked };
}

function openAgain(thread, frame, persona) {
  const theirs = new Set(thread.posts.flatMap((entry) => (entry.kind === "post" && entry.persona === persona ? [entry.post] : [])));
  const isTakenBack = ([post, { as }]) => as === "blocked" && theirs.has(post);
  const kept = Object.entries(thread.treated).map((done) => (isTakenBack(done) ? [done[0], done[1].before] : done));
  const treated = Object.fromEntries(kept.filter(([, done]) => done));
  const again = thread.resolved ? new Set() : listLeft({ ...thread, treated }, persona, frame.seq);
  const unanswered = orderWaiting(thread, again);
  const isSame = unanswered.length === thread.unanswered.length && !Object.entries(thread.treated).some(isTakenBack);
  return isSame ? thread : change(thread, frame, { treated, unanswered });
}

const tagPost = (view, frame) => putTags(view, frame, (tags, tag) => [...tags, tag]);
const untagPost = (view, frame) => putTags(view, frame, (tags, tag) => tags.filter((other) => other !== tag));

// A tag moves nothing: the thread stands where it stood, as long as it did.
function putTags(view, { data }, changeTags) {
  const { thread: key, post, tag } = data;
  const thread = view.threads[key];
  const { [post]: known = [], ...others } = thread.tags;
  const tags = changeTags(known, tag);
  return put(view, key, { ...thread, tags: tags.length ? { ...others, [post]: tags } : others });
}

function resolve(view, frame) {
  const key = frame.data.thread;
  return put(view, key, change(view.threads[key], frame, { resolved: true, unanswered: [] }));
}

function closeThread(view, frame) {
  const { thread: key, reason: closed } = frame.data;
  const thread = view.threads[key];
  const isPrivate = (open) => thread.posts.some(({ post, visibility }) => post === open && visibility === "private");
  return put(view, key, change(thread, frame, { closed, unanswered: thread.unanswered.filter(isPrivate) }));
}

function addEntry(thread, frame, entry, more) {
  return change(thread, frame, { posts: [...thread.posts, entry], ...more });
}

function change(thread, frame, more) {
  const changed = { ...thread, ...more, last_at_ms: frame.at_ms };
  const waiting = new Set(changed.unanswered);
  const targets = changed.posts.flatMap(({ kind, post, target_ms }) =>
    kind === "post" && waiting.has(post) && target_ms !== null ? [target_ms] : []);
  const state = moveState(thread.state, readStep(frame, waiting.size > 0));
  return { ...changed, state, due_ms: targets.length ? Math.min(...targets) : null };
}

function put(view, key, thread) {
  return { threads: { ...view.threads, [key]: thread } };
}

export const THREAD_FOLDS = [
  ["PostAppeared", showPost],
  ["ReplySent", showReply],
  ["ReplyCorrected", correctReply],
  ["ReplyDeleted", deleteReply],
  ["NoteWritten", write("note")],
  ["ArticleProposed", write("proposal")],
  ["Escalated", handOver],
  ["DeskAnswered", answerFromDesk],
  ["Treated", treat],
  ["Unblocked", unblock],
  ["Resolved", resolve],
  ["Tagged", tagPost],
  ["Untagged", untagPost],
  ["ThreadClosed", closeThread],
];
