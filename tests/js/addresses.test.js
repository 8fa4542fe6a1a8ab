// Addresses break where a person would break them, and nowhere else.
import assert from "node:assert/strict";
import test from "node:test";
import { cutAddresses } from "../../trainer_ui/static/trainer_ui/js/texts/addresses.js";

test("an address may break after a slash or an at sign and before a dot", () => {
  assert.deepEqual(
    cutAddresses("Antrag: querlandbahn.example/fahrgastrechte oder presse@querlandbahn.example."),
    ["Antrag: querlandbahn", ".example/", "fahrgastrechte oder presse@", "querlandbahn", ".example."],
  );
});

test("prose, handles, times and figures stay in one piece, and nothing is lost", () => {
  for (const text of ["Um 17.52 Uhr, z. B. mit @querlandbahn … 3/4", ""]) assert.deepEqual(cutAddresses(text), [text]);
  const text = "a/b/c d@e.fg\nx";
  assert.equal(cutAddresses(text).join(""), text);
});
