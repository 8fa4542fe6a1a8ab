// One socket that comes back. It knows nothing of runs: frames go up, messages go down, its state is announced.
//
// States: connecting · live · waiting (a retry is due) · signed_out · forbidden (these two stop).
// A server that is silent for DEAD_MS is gone, whatever the socket says: some outages leave it open.

import { delayBefore, readClose } from "./backoff.js";

export const DEAD_MS = 25_000;

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
    socket.onopen = () => socket === this.socket && this.setState("live");
    socket.onmessage = ({ data }) => socket === this.socket && this.receive(JSON.parse(data));
    socket.onclose = ({ code }) => socket === this.socket && this.lose(code);
  }

  // -> whether it went onto the line
  send(message) {
    if (this.state !== "live") return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  receive(frame) {
    this.attempt = 0;
    this.feed();
    this.onFrame(frame);
  }

  feed() {
    this.timers.clearTimeout(this.watchdog);
    this.watchdog = this.timers.setTimeout(() => this.abandon(), DEAD_MS);
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
    const next = readClose(code);
    if (next !== "again") return this.setState(next);
    this.setState("waiting");
    this.retry = this.timers.setTimeout(() => this.open(), delayBefore(this.attempt++, this.random));
  }

  // Someone came back to the tab, or the network did: do not wait for the retry.
  hurry() {
    if (this.state === "waiting") this.open();
  }

  setState(state) {
    this.state = state;
    this.onState(state);
  }
}
