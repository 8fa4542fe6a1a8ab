// Acts beside answering that are on their way: handing over, a notice, a treatment. Each is sent again under its cmd_id after
// an outage, until the server has said yes or no; whoever wrote words keeps them on the screen until then.

export class Acts {
  constructor() {
    this.items = new Map();
  }

  add(command) {
    this.items.set(command.cmd_id, { command, status: "sent", message: null });
  }

  find(cmdId) {
    return this.items.get(cmdId);
  }

  settle(cmdId) {
    return this.items.delete(cmdId);
  }

  refuse(cmdId, message) {
    const { command } = this.items.get(cmdId);
    this.items.set(cmdId, { command, status: "refused", message });
  }

  pending() {
    return [...this.items.values()].filter(({ status }) => status === "sent").map(({ command }) => command);
  }
}
