// What lies with the account: a storage whose changes reach the server, one after the other, and again where they did not.
import assert from "node:assert/strict";
import test from "node:test";
import { Account } from "../../trainer_ui/static/trainer_ui/js/write/account.js";
import { Macros } from "../../trainer_ui/static/trainer_ui/js/write/macros.js";
import { Records } from "../../trainer_ui/static/trainer_ui/js/write/storage.js";
import { FakeStorage } from "./fakes.js";

const OWN = { key: "own-1", name: "Eigenes", steps: [{ do: "note" }, { do: "resolve" }] };
const settle = () => new Promise((resolve) => { setImmediate(resolve); });

// A line that answers what it is told to, and the next thing only when it is let.
function openLine(...answers) {
  const heard = [];
  return { heard, keep: async (name, value) => { heard.push([name, value]); return answers.shift() ?? 204; } };
}

test("what came with the page is there, and what is changed is sent under its name", async () => {
  const [account, line] = [new Account({ keys: '{"next":"ö"}' }), openLine()];
  account.start(line);
  account.setItem("single-keys-off", "true");
  account.removeItem("keys");
  await settle();
  assert.deepEqual(line.heard, [["single-keys-off", "true"], ["keys", null]]);
  assert.deepEqual([account.getItem("keys"), account.getItem("single-keys-off"), Object.keys(account)], [null, "true", ["single-keys-off"]]);
});

test("what found no server is sent when the line is back, as it is by then; what was refused is not", async () => {
  const [account, line] = [new Account(), openLine(0, 503, 429, 409)];
  account.start(line);
  account.setItem("keys", "1");
  await settle();
  account.setItem("keys", "2");
  await settle();
  for (let round = 0; round < 4; round += 1) await account.flush();
  assert.deepEqual(line.heard, [["keys", "1"], ["keys", "2"], ["keys", "2"], ["keys", "2"]]);
});

test("without a line nothing is sent, and nothing breaks: a replay sets nothing for anybody", async () => {
  const account = new Account();
  account.setItem("keys", "1");
  await account.flush();
  assert.equal(account.getItem("keys"), "1");
});

test("macros are records of their own: those of another tab stay", async () => {
  const [account, line] = [new Account(), openLine()];
  account.start(line);
  new Macros(account).keep(OWN);
  new Macros(account).drop("own-2");
  await settle();
  assert.deepEqual(line.heard, [["macro:own-1", JSON.stringify(OWN)], ["macro:own-2", null]]);
});

test("what cannot be read, or is no macro, is as if it were not there", () => {
  const broken = { "macro:a": "{corrupt", "macro:b": "null", "macro:c": "[]", "macro:d": JSON.stringify(OWN) };
  assert.deepEqual(new Macros(new Account(broken)).own, [OWN]);
  const storage = new FakeStorage();
  storage.setItem("gp:x", "{corrupt");
  assert.equal(new Records(storage, "gp:").read("x"), null);
});
