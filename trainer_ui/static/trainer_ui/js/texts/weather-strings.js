// The sentences about line, tab and device; part of strings.js.

export const WEATHER_STRINGS = {
  de: {
    "line.connecting": "Verbindung wird aufgebaut",
    "line.live": "Verbunden",
    "line.waiting": "Keine Verbindung – neuer Versuch läuft. Ihr Text bleibt erhalten.",
    "line.signed_out": "Sie sind abgemeldet. Ihr Text bleibt in diesem Browser erhalten.",
    "line.sign_in": "Wieder anmelden",
    "line.forbidden": "Diesen Lauf dürfen Sie nicht (mehr) sehen.",
    "pen.elsewhere": "Dieser Lauf ist noch in einem anderen Fenster offen, und dort wird geschrieben. Hier lesen Sie mit.",
    "pen.take": "Hier weiterschreiben",
  },
  en: {
    "line.connecting": "Connecting",
    "line.live": "Connected",
    "line.waiting": "No connection – trying again. Your text is kept.",
    "line.signed_out": "You are signed out. Your text is kept in this browser.",
    "line.sign_in": "Sign in again",
    "line.forbidden": "You may not see this run (any more).",
    "pen.elsewhere": "This run is open in another window too, and that is where replies are written. Here you are reading along.",
    "pen.take": "Write here instead",
  },
};
