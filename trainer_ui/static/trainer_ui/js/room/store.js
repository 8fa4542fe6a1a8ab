// What the control room knows: who it is for, the view of each run, the line, and what was ordered. One socket follows all runs.

import { startView, foldFrame } from "../run/view.js";
import { isBehind, placeFrame } from "../wire/follower.js";
import { Orders } from "./orders.js";
import { readRun, sortMembers } from "./reading.js";

// Why a certification may stand still; the coach chooses one, for all and for one.
export const REASONS = ["connection", "device", "platform"];
const readSteadyClock = () => performance.timeOrigin + performance.now();

export class RoomStore extends EventTarget {
  constructor({ room, orders = new Orders(), wallClock = readSteadyClock }) {
    super();
    Object.assign(this, { room, orders, wallClock, line: "connecting", skew_ms: 0, views: new Map(), order: [], reason: REASONS[0] });
    this.takeMembers(room);
  }

  get serverNow() {
    return this.wallClock() + this.skew_ms;
  }

  // The runs that can still be steered.
  get running() {
    return this.members.flatMap(({ run, state }) => (run !== null && state === "plays" ? [run] : []));
  }

  takeMembers({ members, waits }) {
    Object.assign(this, { members, waits });
    for (const { run } of members) {
      if (run === null || this.views.has(run)) continue;
      this.views.set(run, startView());
      this.follow(run);
    }
    this.sort();
  }

  read(run) {
    return readRun(this.views.get(run), this.serverNow, this.room);
  }

  // People change places only when nobody is about to press something.
  sort() {
    if (this.isHeld) return;
    const readings = new Map([...this.views.keys()].map((run) => [run, this.read(run)]));
    this.order = sortMembers(this.members, readings).map(({ person }) => person);
    this.say();
  }

  setLine(line) {
    this.line = line;
    if (line === "live") {
      for (const run of this.views.keys()) this.follow(run);
      for (const message of this.orders.waiting.values()) this.connection.send(message);
    }
    this.say();
  }

  follow(run) {
    this.connection?.send({ type: "follow", run, after: this.views.get(run).seq });
  }

  receive(frame) {
    if (frame.type === "heartbeat") this.answer(frame);
    else if (frame.type === "following") this.skew_ms = frame.server_now - this.wallClock();
    else if (frame.type === "event") this.fold(frame);
    else if (frame.type === "ack" || frame.type === "refused") this.orders.settle(frame);
    this.say();
  }

  answer(frame) {
    this.skew_ms = frame.server_now - this.wallClock();
    this.connection.send({ type: "heartbeat", seen: Object.fromEntries([...this.views].map(([run, { seq }]) => [run, seq])) });
    for (const [run, view] of this.views) if (isBehind(view, frame, run)) this.follow(run);
  }

  fold(frame) {
    const view = this.views.get(frame.run);
    if (view === undefined) return;
    const place = placeFrame(view, frame);
    if (place === "gap") this.follow(frame.run);
    if (place !== "next") return;
    this.views.set(frame.run, foldFrame(view, frame));
    if (frame.kind === "RunEnded") this.members = this.members.map((each) => (each.run === frame.run ? { ...each, state: "ended" } : each));
  }

  command(type, runs, tell) {
    for (const message of this.orders.give(type, runs, tell)) this.connection.send(message);
    this.say();
  }

  // A certification stands still for a technical reason only.
  pause(runs) {
    this.command("pause", runs, () => (this.room.mode === "certification" ? { reason: this.reason } : {}));
  }

  say() {
    this.dispatchEvent(new Event("change"));
  }
}
