// A link into something folded opens it, whatever browser this is; and a folded reply gets its body from its own page when
// it is opened, so that a long debrief is as quick as a short one.

function unfold() {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  let folded = target?.closest("details");
  if (!folded) return;
  for (; folded; folded = folded.parentElement.closest("details")) folded.open = true;
  target.scrollIntoView();
}

// The browser parses the page as a document of its own, in which nothing runs.
function fetchPage(path) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", path);
    request.responseType = "document";
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject(new Error(path)));
    request.onerror = () => reject(new Error(path));
    request.send();
  });
}

// What stands there until then is a link to the page; it stays where the page does not come.
async function fill(folded) {
  const { page } = folded.dataset;
  delete folded.dataset.page;
  folded.setAttribute("aria-busy", "true");
  try {
    const body = (await fetchPage(page)).querySelector(".moment-body");
    if (body) folded.querySelector(".moment-body").replaceWith(document.importNode(body, true));
  } catch {
    folded.dataset.page = page;
  }
  folded.removeAttribute("aria-busy");
}

for (const folded of document.querySelectorAll("details[data-page]")) {
  folded.addEventListener("toggle", () => {
    if (folded.open && folded.dataset.page) fill(folded);
  });
}
addEventListener("hashchange", unfold);
unfold();
