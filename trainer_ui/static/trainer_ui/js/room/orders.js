// What a coach has ordered and the server has not acknowledged yet: sent again, under the same id, when the line is back.

export class Orders {
  constructor({ makeId = () => crypto.randomUUID() } = {}) {
    this.makeId = makeId;
    this.waiting = new Map();
    this.said = null;
  }

  // One command for each of `runs`, with what `tell` says of it -> the messages
  give(type, runs, tell = () => ({})) {
    const given = runs.map((run) => ({ type, cmd_id: this.makeId(), run, ...tell(run) }));
    for (const message of given) this.waiting.set(message.cmd_id, message);
    this.said = { type, of: given.length, done: 0, refused: null };
    return given;
  }

  // -> whether it was one of ours
  settle({ cmd_id, message = null }) {
    if (!this.waiting.delete(cmd_id)) return false;
    if (message === null) this.said.done += 1;
    else this.said.refused = message;
    return true;
  }
}
