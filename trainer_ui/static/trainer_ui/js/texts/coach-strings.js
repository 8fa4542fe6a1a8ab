// The sentences about what a coach does to a run under way; part of strings.js.

export const COACH_STRINGS = {
  de: {
    "halt.coach": "Ihr Coach hat angehalten.",
    "halt.connection": "Grund: die Verbindung.",
    "halt.device": "Grund: Ihr Arbeitsplatz.",
    "halt.platform": "Grund: der Dienst selbst.",
    "said.skipped": "Ihr Coach hat vorgespult.",
    "said.whisper": "Ihr Coach sagt: {text}",
    "whisper.title": "Von Ihrem Coach",
    "whisper.earlier.one": "1 früheres Wort",
    "whisper.earlier": "{count} frühere Worte",
    "whisper.open": "Gespräch öffnen",
  },
  en: {
    "halt.coach": "Your coach has paused the run.",
    "halt.connection": "Reason: the connection.",
    "halt.device": "Reason: your workplace.",
    "halt.platform": "Reason: the service itself.",
    "said.skipped": "Your coach has skipped ahead.",
    "said.whisper": "Your coach says: {text}",
    "whisper.title": "From your coach",
    "whisper.earlier.one": "1 earlier word",
    "whisper.earlier": "{count} earlier words",
    "whisper.open": "Open the thread",
  },
};
