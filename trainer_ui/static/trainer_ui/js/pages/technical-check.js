// Before a certification: whether the line that the desk needs can be opened from here, and brings something back.

const PATIENCE_MS = 8000;
const state = document.getElementById("check-state");

function check() {
  const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws/`);
  const timer = setTimeout(() => finish(false), PATIENCE_MS);
  // The server beats at once for who asks; a socket that only opens could be a proxy's.
  socket.addEventListener("open", () => socket.send(JSON.stringify({ type: "follow", run: 0, after: 0 })));
  socket.addEventListener("message", () => finish(true));
  socket.addEventListener("error", () => finish(false));

  function finish(works) {
    clearTimeout(timer);
    socket.close();
    document.getElementById("check-socket").value = works ? "ok" : "";
    state.textContent = works ? state.dataset.good : state.dataset.bad;
    state.classList.toggle("note-late", !works);
  }
}

if (state) check();
