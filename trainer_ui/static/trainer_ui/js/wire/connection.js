// One socket that comes back. It knows nothing of runs: frames go up, messages go down, its state is announced.
//
// States: connecting · live · silent (the socket is open and nothing comes) · restarting, waiting (a retry is due) · signed_out ·
// forbidden (these two stop). A server that is silent for DEAD_MS is gone, whatever the socket says: some outages leave it open.

import { delayBefore, isRestart, readClose } from "./backoff.js";

export const DEAD_MS = 25_000;
// Heartbeats come every ten seconds; whoever has asked for something waits less long for a word.
export const QUIET_MS = 13_000;
export const UNANSWERED_MS = 4_000;
// So many attempts long, about half a minute, a server that said it would be back is still about to be.
const RESTART_ATTEMPTS = 6;
// A server stops half a second after it has said so: who is back sooner finds the old one.
const STOPPING_MS = 1_500;
export const STOPPED = ["signed_out", "forbidden"];

export class Connection {
  constructor({ url, onFrame, onState, Socket = WebSocket, timers = globalThis, random = Math.random }) {
    Object.assign(this, { url, onFrame, onState, Socket, timers, random });
    this.attempt = 0;
    this.state = null;
  }

  open() {
    this.timers.clearTimeout(this.retry);
    if (this.socket) return;
    this.setState("connecting");
    const socket = new this.Socket(this.url);
    this.socket = socket;
    this.feed();
    this.wonder(UNANSWERED_MS);
    socket.onopen = () => socket === this.socket && this.setState("live");
    socket.onmessage = ({ data }) => socket === this.socket && this.receive(JSON.parse(data));
    socket.onclose = ({ code }) => socket === this.socket && this.lose(code);
  }

  // -> whether it went onto the line
  send(message) {
    if (this.state !== "live") return false;
    this.socket.send(JSON.stringify(message));
    if (message.type !== "heartbeat" && !this.isAsking) this.wonder(UNANSWERED_MS);
    return true;
  }

  receive(frame) {
    this.attempt = 0;
    this.isRestarting = false;
    this.feed();
    if (this.state === "silent") this.setState("live");
    this.onFrame(frame);
  }

  feed() {
    this.timers.clearTimeout(this.watchdog);
    this.watchdog = this.timers.setTimeout(() => this.abandon(), DEAD_MS);
    this.wonder(QUIET_MS);
  }

  // Hearing nothing for so long is said before the line counts as dead.
  wonder(ms) {
    this.isAsking = ms === UNANSWERED_MS;
    this.timers.clearTimeout(this.doubt);
    this.doubt = this.timers.setTimeout(() => this.setState("silent"), ms);
  }

  // The line is dead though the socket is open: closing may take minutes, so it is not waited for.
  abandon() {
    const { socket } = this;
    this.lose(1006);
    socket?.close();
  }

  lose(code) {
    this.socket = null;
    this.timers.clearTimeout(this.watchdog);
    this.timers.clearTimeout(this.doubt);
    const next = readClose(code);
    if (next !== "again") return this.setState(next);
    this.isRestarting ||= isRestart(code);
    const least = isRestart(code) ? STOPPING_MS : 0;
    this.setState(this.isRestarting && this.attempt < RESTART_ATTEMPTS ? "restarting" : "waiting");
    this.retry = this.timers.setTimeout(() => this.open(), least + delayBefore(this.attempt++, this.random));
  }

  // The device says that it has no network. It may be wrong: if there is a line, it is back in a moment.
  doubtLine() {
    if (this.socket) this.abandon();
  }

  // For good, or until it is opened again.
  stop(state) {
    const { socket } = this;
    this.socket = null;
    socket?.close();
    this.timers.clearTimeout(this.watchdog);
    this.timers.clearTimeout(this.doubt);
    this.setState(state);
  }

  // Nobody knows what has become of the line: to make a new one is quicker than to find out.
  renew() {
    if (STOPPED.includes(this.state)) return;
    const { socket } = this;
    this.socket = null;
    this.attempt = 0;
    socket?.close();
    this.open();
  }

  // Someone came back to the tab, or the network did: do not wait for the retry.
  hurry() {
    if (this.state === "waiting" || this.state === "restarting") this.open();
  }

  setState(state) {
    this.state = state;
    this.onState(state);
  }
}
