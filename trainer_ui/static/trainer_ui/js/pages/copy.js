// A button that copies what stands in the field before it. Where the browser lets nobody write to the clipboard, as without TLS, the words are
// chosen, so that the person's own keys copy them.

for (const button of document.querySelectorAll("button[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const said = document.getElementById(button.getAttribute("aria-describedby"));
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = button.dataset.done;
    } catch {
      field.focus();
      said.textContent = button.dataset.failed;
    }
  });
}
