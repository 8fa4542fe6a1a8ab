// The sentences of the guide beside its steps, which the scenario brings, and the way to the handbook; part of strings.js.

export const GUIDE_STRINGS = {
  de: {
    "guide.title": "Führung",
    "guide.step": "Schritt {nth} von {count}",
    "guide.wait_first": "Gleich schreibt die erste Person.",
    "guide.wait": "Gut. Gleich schreibt die nächste Person.",
    "guide.skip": "Führung überspringen",
    "help.handbook": "Handbuch (in einem neuen Fenster)",
  },
  en: {
    "guide.title": "Guide",
    "guide.step": "Step {nth} of {count}",
    "guide.wait_first": "The first person will write in a moment.",
    "guide.wait": "Good. The next person will write in a moment.",
    "guide.skip": "Skip the guide",
    "help.handbook": "Handbook (in a new window)",
  },
};
