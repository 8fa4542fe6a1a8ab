// The sentences of a replay, German and English side by side, beside those of the desk that it shows.

export const REPLAY_STRINGS = {
  de: {
    "replay.time": "Laufzeit",
    "replay.now": "{time} von {end}, {load}, Stimmung {mood}",
    "replay.load.one": "1 Gespräch wartet",
    "replay.load": "{count} Gespräche warten",
    "replay.load_late.one": "1 Gespräch wartet, überfällig",
    "replay.load_late": "{count} Gespräche warten, {late} davon überfällig",
    "replay.play": "Abspielen",
    "replay.pause": "Anhalten",
    "replay.speed": "Tempo",
    "replay.before": "Vorige Antwort",
    "replay.after": "Nächste Antwort",
    "replay.follow": "Dem folgen, was getan wurde",
  },
  en: {
    "replay.time": "Run time",
    "replay.now": "{time} of {end}, {load}, mood {mood}",
    "replay.load.one": "1 thread is waiting",
    "replay.load": "{count} threads are waiting",
    "replay.load_late.one": "1 thread is waiting, overdue",
    "replay.load_late": "{count} threads are waiting, {late} of them overdue",
    "replay.play": "Play",
    "replay.pause": "Pause",
    "replay.speed": "Speed",
    "replay.before": "Reply before",
    "replay.after": "Next reply",
    "replay.follow": "Follow what was done",
  },
};
