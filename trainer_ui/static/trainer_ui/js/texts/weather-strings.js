// The sentences about line, tab and device; part of strings.js.

export const WEATHER_STRINGS = {
  de: {
    "line.connecting": "Verbindung wird aufgebaut",
    "line.live": "Verbunden",
    "line.waiting": "Keine Verbindung – neuer Versuch läuft. Ihr Text bleibt erhalten.",
    "line.offline": "Dieses Gerät ist offline. Schreiben Sie ruhig weiter: Was Sie senden, geht hinaus, sobald das Netz wieder da ist.",
    "line.silent": "Der Server antwortet gerade nicht. Schreiben Sie ruhig weiter: Was Sie senden, geht hinaus, sobald er wieder da ist.",
    "line.restarting": "Der Server startet neu und ist gleich wieder da. Ihr Text bleibt erhalten.",
    "line.hurry": "Jetzt versuchen",
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
    "line.offline": "This device is offline. Do go on writing: what you send goes out as soon as the network is back.",
    "line.silent": "The server is not answering. Do go on writing: what you send goes out as soon as it is back.",
    "line.restarting": "The server is restarting and will be right back. Your text is kept.",
    "line.hurry": "Try now",
    "line.signed_out": "You are signed out. Your text is kept in this browser.",
    "line.sign_in": "Sign in again",
    "line.forbidden": "You may not see this run (any more).",
    "pen.elsewhere": "This run is open in another window too, and that is where replies are written. Here you are reading along.",
    "pen.take": "Write here instead",
  },
};
