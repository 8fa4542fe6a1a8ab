// The way of drafts to the server and back: plain requests beside the socket, so that they also go while that is down, and once more
// when the page is left.

// -> what Copies writes to
export function openDraftLine(path) {
  return { load: () => load(path), keep: (draft, isLeaving) => keep(path, draft, isLeaving) };
}

// A page to sign in at is no answer.
async function load(path) {
  try {
    const response = await fetch(path, { redirect: "manual", cache: "no-store" });
    return response.ok ? (await response.json()).drafts : null;
  } catch {
    return null;
  }
}

async function keep(path, draft, isLeaving) {
  try {
    const response = await fetch(path, {
      method: "POST", redirect: "manual", keepalive: isLeaving, body: JSON.stringify(draft),
      headers: { "Content-Type": "application/json", "X-CSRFToken": readToken() },
    });
    return { ...(response.ok ? await response.json() : {}), status: response.status };
  } catch {
    return { status: 0 };
  }
}

// It changes when somebody signs in again: asked for each time.
export function readToken() {
  return /(?:^|; )csrftoken=([^;]*)/u.exec(document.cookie)?.[1] ?? "";
}
