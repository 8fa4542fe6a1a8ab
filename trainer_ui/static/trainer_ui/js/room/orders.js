// What a coach has ordered and the server has not acknowledged yet: sent again, under the same id, when the line is back.

export class Orders {
  constructor({ makeId = () => crypto.randomUUID() } = {}) {
    this.makeId = makeId;
    this.waiting = new Map();
    this.given = new Map();
    this.said = null;
  }

  // One command for each of `runs`, with what `tell` says of it -> the messages
  give(type, runs, tell = () => ({})) {
    const given = runs.map((run) => ({ type, cmd_id: this.makeId(), run, ...tell(run) }));
    this.said = { type, of: given.length, done: 0, refused: null };
    for (const message of given) {
      this.waiting.set(message.cmd_id, message);
      this.given.set(message.cmd_id, this.said);
    }
    return given;
  }

  // Whatever was ordered since, an answer counts for the order that it is about; of an earlier one only a refusal is told.
  // -> whether it was one of ours
  settle({ cmd_id, message = null }) {
    if (!this.waiting.delete(cmd_id)) return false;
    const order = this.given.get(cmd_id);
    this.given.delete(cmd_id);
    if (message === null) order.done += 1;
    else {
      order.refused = message;
      this.said = order;
    }
    return true;
  }
}
