// A list that is being read keeps its order: each thread stays where it was drawn, and who is new is counted instead of pushed in.

const WAITING = ["open", "listening"];

export function keepOrder(sections) {
  return Object.fromEntries(Object.entries(sections).map(([name, threads]) => [name, threads.map(({ key }) => key)]));
}

// -> {sections: as they were drawn, with what is known of their threads now, news: how many wait that are not drawn as waiting}
export function holdOrder(kept, fresh) {
  const threads = new Map(Object.values(fresh).flat().map((thread) => [thread.key, thread]));
  const sections = Object.fromEntries(Object.entries(kept).map(([name, keys]) =>
    [name, keys.filter((key) => threads.has(key)).map((key) => threads.get(key))]));
  const drawn = new Set(WAITING.flatMap((name) => kept[name]));
  const news = WAITING.flatMap((name) => fresh[name]).filter(({ key }) => !drawn.has(key)).length;
  return { sections, news };
}
