// Who has come, begun and ended, while the coach looks: every few seconds, for as long as anybody can see the page.

const EVERY_MS = 3000;
const members = document.getElementById("members");

async function look() {
  if (!document.hidden) await read().catch(() => {});
  setTimeout(look, EVERY_MS);
}

// A page whose runs have changed shows other links: it is loaded anew, as nobody types on it.
async function read() {
  const response = await fetch(members.dataset.address, { cache: "no-store", redirect: "error" });
  if (!response.ok) return;
  for (const { person, state } of (await response.json()).members) {
    const cell = members.querySelector(`[data-person="${person}"] .member-state`);
    if (!cell) return location.reload();
    if (cell.textContent !== state) cell.textContent = state;
  }
}

if (members) look();
