// The way of what somebody sets for themselves to their account. `owner` is whose desk this is: by now somebody else may be signed in.

import { readToken } from "./draft-line.js";

// -> what Account writes to
export function openSettingsLine(path, owner) {
  return { keep: (name, value) => keep(path, { owner, name, value }) };
}

async function keep(path, setting) {
  try {
    const response = await fetch(path, {
      method: "POST", redirect: "manual", keepalive: true, body: JSON.stringify(setting),
      headers: { "Content-Type": "application/json", "X-CSRFToken": readToken() },
    });
    return response.status;
  } catch {
    return 0;
  }
}
