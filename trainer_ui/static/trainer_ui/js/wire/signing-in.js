// Signs somebody in again without leaving the page, by the same addresses as the sign-in page.

import { readToken } from "./draft-line.js";

const FAILED = { ok: false, message: null };

// `fields` are those of the form behind `path`; `page` is where a token comes from. -> {ok, message}: what the server has against it, in
// its own words, or null where it had none.
export async function signIn({ page, path, fields }, { fetch = globalThis.fetch, token = readToken } = {}) {
  try {
    // Whoever was signed out may have no token any more.
    await fetch(page);
    const headers = { "X-CSRFToken": token(), "X-Requested-With": "XMLHttpRequest" };
    const answer = await fetch(path, { method: "POST", headers, body: new URLSearchParams(fields) });
    if (answer.ok) return { ok: true, message: null };
    return answer.status === 400 ? { ok: false, message: readObjections((await answer.json()).form) } : FAILED;
  } catch {
    return FAILED;
  }
}

function readObjections({ errors, fields }) {
  return [...errors, ...Object.values(fields).flatMap((field) => field.errors)].join(" ");
}
