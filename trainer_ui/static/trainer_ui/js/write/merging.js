// Which draft of a thread stands where two devices have written: the newest. What it takes the place of is handed back, so that
// nothing is lost.

// mine: this browser's draft. known: {revision: what it last heard of the server's, edited_ms: when it was changed since (the server's time), or
// null}. theirs: the server's, with revision and saved_at. -> {stands: "mine" | "theirs", isNews, lost: the text that does not stand, or null}
export function mergeDraft(mine, known, theirs) {
  if (theirs.revision <= known.revision) return { stands: "mine", isNews: false, lost: null };
  if (mine.text === theirs.text) return { stands: "theirs", isNews: false, lost: null };
  if (known.edited_ms === null) return { stands: "theirs", isNews: true, lost: null };
  const stands = known.edited_ms >= theirs.saved_at ? "mine" : "theirs";
  const lost = stands === "mine" ? theirs.text : mine.text;
  return { stands, isNews: stands === "theirs" || lost !== "", lost: lost || null };
}
