// The sentences of second thoughts about one's own replies; part of strings.js.

export const OWN_STRINGS = {
  de: {
    "own.correct": "Korrigieren",
    "own.delete": "Löschen",
    "own.corrected": "Korrigiert bei {time} – vorher stand da",
    "own.deleted": "Gelöscht bei {time}.",
    "own.show_deleted": "Was da stand",
    "own.text": "Ihre Antwort",
    "own.correct_title": "Antwort korrigieren",
    "own.correct_hint": "Alle sehen, dass Sie korrigiert haben, und können lesen, was vorher da stand. Gewertet wird, was am Ende dasteht; was niemals öffentlich hätte werden dürfen, bleibt ein Fehler.",
    "own.correct_do": "Korrigieren",
    "own.delete_title": "Antwort löschen?",
    "own.delete_hint": "Alle sehen, dass Sie etwas gelöscht haben. Wem Sie damit geantwortet hatten, wartet wieder, und was gelesen wurde, ist gelesen.",
    "own.delete_do": "Löschen",
  },
  en: {
    "own.correct": "Correct",
    "own.delete": "Delete",
    "own.corrected": "Corrected at {time} – it said before",
    "own.deleted": "Deleted at {time}.",
    "own.show_deleted": "What stood there",
    "own.text": "Your reply",
    "own.correct_title": "Correct the reply",
    "own.correct_hint": "Everybody sees that you corrected it, and can read what it said before. What stands at the end is scored; what should never have been public stays an error.",
    "own.correct_do": "Correct",
    "own.delete_title": "Delete the reply?",
    "own.delete_hint": "Everybody sees that you deleted something. Whom you had answered waits again, and what was read was read.",
    "own.delete_do": "Delete",
  },
};
