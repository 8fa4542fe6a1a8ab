// What no timer tells, and signing in again without leaving the page.
import assert from "node:assert/strict";
import test from "node:test";
import { signIn } from "../../trainer_ui/static/trainer_ui/js/wire/signing-in.js";
import { Vigil } from "../../trainer_ui/static/trainer_ui/js/wire/waking.js";

const HOUR = 3_600_000;

for (const [what, steady, wall, found] of [
  ["half a second of each clock is nothing", 500, 500, null],
  ["a tab in the background is woken once a minute", 60_000, 60_000, null],
  ["an hour that both clocks have counted was sleep", HOUR, HOUR, "slept"],
  ["an hour that only one of them has counted is for the server to explain", 500, HOUR, "set"],
  ["a clock that was set back was set", 500, -HOUR, "set"],
  ["a clock that is corrected a little at a time is not", 500, 900, null],
]) {
  test(what, () => {
    const now = { steady: 0, wall: 0 };
    const vigil = new Vigil({ steady: () => now.steady, wall: () => now.wall });
    Object.assign(now, { steady, wall });
    assert.deepEqual([vigil.look(), vigil.look()], [found, null]);
  });
}

const WAY = { page: "/login/", path: "/login/", fields: { login: "tia", password: "x y" } };
const FORM = { errors: ["Falsch."], fields: { login: { errors: [] }, password: { errors: ["Zu kurz."] } } };

async function attempt(answer) {
  const asked = [];
  const fetch = async (path, options) => {
    asked.push([path, options]);
    if (answer === undefined) throw new TypeError("no line");
    return answer;
  };
  const outcome = await signIn(WAY, { fetch, token: () => "abc" });
  return { asked, outcome };
}

test("the form of the sign-in page is sent with a token that the page has brought", async () => {
  const { asked, outcome } = await attempt({ ok: true });
  const [[page], [path, { method, headers, body }]] = asked;
  assert.deepEqual([page, path, method, headers["X-CSRFToken"], String(body)], ["/login/", "/login/", "POST", "abc", "login=tia&password=x+y"]);
  assert.deepEqual(outcome, { ok: true, message: null });
});

test("what the server has against it is told in its words", async () => {
  const { outcome } = await attempt({ ok: false, status: 400, json: async () => ({ form: FORM }) });
  assert.deepEqual(outcome, { ok: false, message: "Falsch. Zu kurz." });
});

for (const answer of [undefined, { ok: false, status: 403 }, { ok: false, status: 502 }]) {
  test(`an attempt that came to nothing (${answer?.status}) can be made again`, async () => {
    assert.deepEqual((await attempt(answer)).outcome, { ok: false, message: null });
  });
}
