// The sentences about what a coach does to a run under way; part of strings.js.

export const COACH_STRINGS = {
  de: {
    "halt.coach": "Ihr Coach hat angehalten.",
    "halt.connection": "Grund: die Verbindung.",
    "halt.device": "Grund: Ihr Arbeitsplatz.",
    "halt.platform": "Grund: der Dienst selbst.",
    "said.skipped": "Ihr Coach hat vorgespult.",
  },
  en: {
    "halt.coach": "Your coach has paused the run.",
    "halt.connection": "Reason: the connection.",
    "halt.device": "Reason: your workplace.",
    "halt.platform": "Reason: the service itself.",
    "said.skipped": "Your coach has skipped ahead.",
  },
};
