// Dates and times are typed in the time of whoever types: the server is told which that is, and what it suggests is moved there.

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
const zone = document.querySelector("input[name=zone]");

// What was typed before, and came back with an error, is local already: then the zone is known, too.
if (!zone.value) {
  zone.value = timeZone;
  for (const input of document.querySelectorAll("input[type=datetime-local]")) input.value = moveHere(input.value);
}
document.getElementById("zone-name").textContent = zone.value;

// "2026-11-22T19:30" in UTC -> the same moment as this browser's clock shows it
function moveHere(text) {
  const moment = new Date(`${text}Z`);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
