// The last reply was saved, and the list came next: what was typed for it need not be kept.

import { MarkDrafts } from "./drafts.js";

const saved = new URLSearchParams(location.search).get("saved");
if (saved) new MarkDrafts(localStorage).drop(saved);
