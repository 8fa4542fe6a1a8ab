// What the people of the page of components write, in both languages.

const TEXTS = {
  waiting: ["Ich stehe seit 40 Minuten an Gleis 3, und niemand sagt, wann es weitergeht.", "I have been standing on platform 3 for 40 minutes, and nobody says when we will move on."],
  again: ["Und wann ist „gleich“? Hier wird es kalt.", "And when is \"soon\"? It is getting cold here."],
  refund: ["Bekomme ich mein Geld zurück, wenn ich jetzt ein Taxi nehme?", "Do I get my money back if I take a taxi now?"],
  rumour: ["Stimmt es, dass heute gar nichts mehr fährt?", "Is it true that nothing runs any more today?"],
  press: ["Wir senden um 18 Uhr: Was ist die Ursache, und wie viele Züge sind betroffen?", "We are on air at 6 p.m.: what is the cause, and how many trains are affected?"],
  number: ["Meine Kundennummer ist K-4711, bitte sehen Sie nach.", "My customer number is K-4711, please look it up."],
  praise: ["Danke, so schnell hat mir noch niemand geholfen!", "Thank you, nobody has ever helped me this fast!"],
  unasked: ["Typisch Rheinbahn. Nie wieder ohne Auto.", "Typical Rheinbahn. Never again without a car."],
  troll: ["Ihr könnt doch alle nichts. Haha.", "None of you can do anything. Haha."],
  spam: ["Günstige Uhren! Klick hier.", "Cheap watches! Click here."],
  insult: ["Unverschämtes Pack.", "Shameless lot."],
  voice: ["Geht mir genauso.", "Same here."],
  sorry: ["Guten Abend, das Warten tut uns leid. Wir fragen nach. ^TB", "Good evening, we are sorry that you have to wait. We are asking. ^TB"],
  better: ["Guten Abend Frau Vogt, das Warten tut uns leid. Um 18:20 Uhr melden wir uns hier wieder. ^TB", "Good evening Ms Vogt, we are sorry that you have to wait. We will be back here at 6:20 p.m. ^TB"],
  thanks: ["Vielen Dank, das freut uns sehr! ^TB", "Thank you, we are glad to hear that! ^TB"],
  wrong: ["Ab 18 Uhr fährt alles wieder. ^TB", "Everything runs again from 6 p.m. ^TB"],
  note: ["Frau Vogt steht in Altenried. Noch nichts zugesagt.", "Ms Vogt is stuck in Altenried. Nothing promised yet."],
  told: ["Der Ersatzbus fährt um 18:10 Uhr ab.", "The replacement coach leaves at 6:10 p.m."],
  board: ["Eine Abfahrtstafel, auf der alle Züge ausfallen", "A departure board on which all trains are cancelled"],
  notice: ["Am Signal in Altenried wird gearbeitet. Um 18:30 Uhr melden wir uns hier wieder.", "Work is going on at the signal in Altenried. We will be back here at 6:30 p.m."],
  fact_start: ["Zwischen Altenried und Heimbach fährt kein Zug.", "No train runs between Altenried and Heimbach."],
  fact_old: ["Die Störung dauert bis etwa 18 Uhr.", "The disruption lasts until about 6 p.m."],
  fact_new: ["Die Störung dauert bis etwa 19 Uhr.", "The disruption lasts until about 7 p.m."],
  fact_right: ["Ab 60 Minuten Verspätung werden 25 % des Preises erstattet.", "From a delay of 60 minutes on, 25 % of the fare is refunded."],
  approved: ["Wir rechnen bis 19 Uhr mit Einschränkungen.", "We expect restrictions until 7 p.m."],
  gaps: ["Guten Abend {name}, wir melden uns um XXX Uhr.", "Good evening {name}, we will be back at XXX."],
  problem: ["Der Lauf ist schon zu Ende.", "The run has ended already."],
  guide: ["Das ist die Schlange. Öffnen Sie das oberste Gespräch.", "This is the queue. Open the topmost thread."],
};

export function readTexts(language) {
  return Object.fromEntries(Object.entries(TEXTS).map(([key, [german, english]]) => [key, language === "de" ? german : english]));
}
