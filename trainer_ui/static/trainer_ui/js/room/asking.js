// What a coach can let happen: from what stands in the form to what is sent for a run. Pure.

export const KINDS = ["post", "fact", "wave", "heat", "whisper", "moment"];
const TYPES = { post: "inject_post", fact: "inject_fact", wave: "raise_wave", heat: "turn_heat", whisper: "whisper", moment: "note_moment" };
const MILLI_PER_POINT = 1000;

// The kinds that this class knows.
export function listKinds({ crowd, whisper }) {
  const there = { post: true, fact: true, wave: crowd, heat: crowd, whisper, moment: true };
  return KINDS.filter((kind) => there[kind]);
}

// `given`: the fields of the form, as text -> {type, tell: run_ms -> what is sent beside type, id and run}
export function readForm(given) {
  const due = Number(given.in_s ?? 0) * 1000;
  const tell = (run_ms) => ({ ...ASKED[given.kind](given), ...(due && !["whisper", "moment"].includes(given.kind) ? { due_ms: run_ms + due } : {}) });
  return { type: TYPES[given.kind], tell };
}

const ASKED = {
  post: ({ text, answer, persona, name, place, visibility }) => ({
    text, answer: answer === "on", ...(persona ? { persona } : { name }), ...readPlace(place, visibility),
  }),
  fact: ({ fact, text }) => (fact ? { fact } : { text }),
  wave: ({ posts, seconds }) => ({ posts: Number(posts), seconds: Number(seconds) }),
  heat: ({ points }) => ({ milli: Number(points) * MILLI_PER_POINT }),
  whisper: ({ text }) => ({ text }),
  moment: ({ text }) => ({ text: text ?? "" }),
};

// Who can speak in this place: the scenario's people; and in one run, for names differ between runs, the strangers whom
// a coach brought, and in a thread the crowd's authors who wrote there. For all, a drawn name is that of one run only: the
// author's word for that person stands beside it -> [{key, name}]
export function listSpeakers(personas, view, place, isOne) {
  const written = Object.entries(view?.threads ?? {}).flatMap(([thread, { posts }]) =>
    posts.flatMap(({ kind, persona, name, crowd }) => (kind === "post" ? [{ key: persona, name, isHere: !crowd || place === `thread:${thread}` }] : [])),
  );
  const names = new Map(written.map(({ key, name }) => [key, name]));
  const people = new Map(personas.map(({ key, name }) => [key, callPerson(key, names.get(key) ?? name ?? key, { isOne: isOne || Boolean(name) })]));
  for (const { key, name, isHere } of isOne ? written : []) if (isHere && !people.has(key)) people.set(key, name);
  return [...people].map(([key, name]) => ({ key, name }));
}

function callPerson(key, name, { isOne }) {
  return isOne || name === key ? name : `${name} (${key})`;
}

// "thread:KEY" or "channel:KEY"; where somebody begins to write, everybody reads it.
function readPlace(place, visibility) {
  const [what, key] = [place.slice(0, place.indexOf(":")), place.slice(place.indexOf(":") + 1)];
  return what === "thread" ? { thread: key, visibility } : { channel: key };
}
