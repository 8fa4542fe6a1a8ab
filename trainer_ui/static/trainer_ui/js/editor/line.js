// What the editor asks the server beside no socket: every answer is {status, …}, 0 where there is no way to it and 401 where somebody
// signed out.

import { readToken } from "../wire/draft-line.js";

// What a browser lets through while a page goes away.
const MOST_LEAVING = 60_000;

export function openEditorLine(paths) {
  return {
    check: (text, quick, signal) => post(paths.check, { text, quick }, false, signal),
    save: (text, base, isLeaving = false) => post(paths.save, { text, base }, isLeaving),
    pen: (want, base, isLeaving = false) => post(paths.pen, { want, base }, isLeaving),
    aside: (text) => post(paths.aside, { text }),
    restore: (number, base) => post(paths.restore, { number, base }),
    post: (name, sent) => post(paths[name], sent),
  };
}

export function post(path, sent, isLeaving = false, signal = undefined) {
  const body = JSON.stringify(sent);
  return fetchAnswer(path, {
    method: "POST", signal, keepalive: isLeaving && body.length < MOST_LEAVING, body, headers: { "Content-Type": "application/json", "X-CSRFToken": readToken() },
  });
}

export function ask(path) {
  return fetchAnswer(path, {});
}

async function fetchAnswer(path, asked) {
  try {
    const response = await fetch(path, { redirect: "manual", cache: "no-store", ...asked });
    if (response.type === "opaqueredirect") return { status: 401 };
    const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
    return { ...(isJson ? await response.json() : {}), status: response.status };
  } catch {
    return { status: 0 };
  }
}
