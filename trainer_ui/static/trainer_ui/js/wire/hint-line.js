// Asking for a hint: a plain request beside the socket, as for drafts. Nothing of what is asked about is kept anywhere.

import { readToken } from "./draft-line.js";

// -> {findings: [{criterion, is_critical, title, why, advice, words}], good: [titles]}, or {message} where there is none; message null: no answer
export async function askHint(path, asked) {
  try {
    const response = await fetch(path, {
      method: "POST", redirect: "manual", body: JSON.stringify(asked),
      headers: { "Content-Type": "application/json", "X-CSRFToken": readToken() },
    });
    const answer = await response.json();
    return response.ok ? answer : { message: answer.message ?? null, isTooOften: response.status === 429 };
  } catch {
    return { message: null };
  }
}
