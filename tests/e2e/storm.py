"""A small storm to drive in a browser: a notice, desks, a picture, somebody to meet in private, noise and a crowd."""

from pathlib import Path

TITLE = {"de": "Sturm im Kleinen", "en": "A storm in small"}

BRAND = """\
format: 1
key: seenbahn
language: de
name: Seenbahn
handle: "@seenbahn"
address: sie
sign_off: initials
service_name: Ihr Team der Seenbahn
private_addresses: [hilfe@seenbahn.example]
channels:
  kurz: {name: Kurznachrichten, kind: microblog, limit: 280, first_target: 2:00, next_target: 3:00}
  forum: {name: Pendlerforum, kind: forum, first_target: 4:00, next_target: 4:00}
  seite: {name: Unsere Seite, kind: homepage, first_target: 4:00, next_target: 4:00}
templates:
  dank: {title: Dank, text: "Hallo {name}, danke! {agent}"}
desks:
  leitstelle: {name: Leitstelle, about: Züge und Störungen}
  erstattung: {name: Erstattung, about: Geld zurück}
"""

SCENARIO = """\
format: 1
key: small-storm
language: de
brand: seenbahn.yaml
title: {de: Sturm im Kleinen, en: A storm in small}
brief: {de: Ein Signal ist gestört., en: A signal has failed.}
duration: 10:00
situation: storm
rubric: {weights: {speed: 1, tone: 1, individuality: 1}}
notice: {topics: [Signalstörung], facts: [lage], stale_after: 3:00}
crowd:
  most_per_minute: 60
  branching: 600
  tires_after: 100
  heat: 45
  authors: 30
  phases: [{at: 0:00, per_hour: 900, kind: flood}]
  places: [Altenried, Gleis 3, Moosbach, Seefeld]
  things: [der RE 4, mein Anschluss, die S 4]
  voices:
    steht:
      topic: Signalstörung
      channel: kurz
      weight: 1
      bodies:
        - in {place} steht {thing} rum
        - "{place}: nichts geht mehr, keiner sagt was"
        - warte in {place} auf {thing}, seit einer Stunde
        - "{thing} fällt wohl aus"
        - wer weiß was über {thing}?
        - wieder mal {place}, wieder mal niemand da
        - ich laufe jetzt von {place} heim
        - das war's dann mit {thing}
personas:
  jana:
    {role: customer, reach: 180, temper: 3, gender: f, name: Jana Vogt, record: {customer_number: K-4711}}
  ole: {role: leader, reach: 12400, temper: 4, gender: m}
  rudi: {role: troll, reach: 40, temper: 5, gender: m}
  mia: {role: bystander, reach: 90, temper: 1, gender: f}
facts:
  lage: {at: 0:00, text: Am Signal in Altenried wird gearbeitet., topic: Signalstörung}
  neu:
    {at: 0:40, text: Ab 19:45 Uhr fahren wieder Züge., replaces: lage, topic: Signalstörung,
     approved: Ab 19:45 Uhr fahren wir wieder.}
  recht: {at: 0:01, text: Ab 60 Minuten gibt es ein Viertel des Preises zurück., kind: right, topic: Geld}
threads:
  tafel:
    channel: kurz
    topic: Signalstörung
    posts:
      tafel-1:
        at: 0:00
        by: jana
        text: "Ich stehe in Altenried, und das ist alles, was ich sehe. Was ist los?"
        picture:
          kind: board
          title: Altenried · Abfahrt
          alt: "Eine Abfahrtstafel: RE 4 nach Quellberg fällt aus, S 4 nach Moosbach 45 Minuten später."
          rows: [["18:04", RE 4, Quellberg, fällt aus], ["18:12", S 4, Moosbach, + 45 Min.]]
        needs:
          answer: true
          facts: [lage]
          private: true
          desk: leitstelle
          model: >-
            Guten Abend {name}, das Warten tut mir leid. Am Signal in Altenried wird gearbeitet. Schreiben Sie mir
            privat, dann schaue ich nach Ihrer Verbindung. {agent}
  rechnung:
    channel: seite
    topic: Geld
    posts:
      rechnung-1:
        at: 0:01
        by: ole
        text: "Und dafür zahle ich das hier?"
        picture:
          kind: bill
          title: Abo November
          alt: "Eine Rechnung der Seenbahn: Abo 89,00 Euro."
          rows: [[Abo Seenland, "89,00 €"], [Summe, "89,00 €"]]
        needs:
          answer: true
          facts: [recht]
          model: "Guten Abend {name}, ab 60 Minuten gibt es ein Viertel des Preises zurück. {agent}"
  wut:
    channel: kurz
    topic: Wut
    posts:
      wut-1:
        {at: 0:01, by: rudi, text: "SAFTLADEN!!! Euch braucht kein Mensch!", needs: {answer: false, treatment: leave}}
  park:
    channel: kurz
    topic: Park
    mention: noise
    posts:
      park-1:
        {at: 0:01, by: mia, text: Die Seenbahn im Freizeitpark fährt Boot an Boot. Wie schön!, needs: {answer: false}}
"""


def write_storm(folder: Path) -> Path:
    """The scenario's file, with its brand beside it."""
    (folder / "seenbahn.yaml").write_text(BRAND, encoding="utf-8")
    path = folder / "small-storm.de.yaml"
    path.write_text(SCENARIO, encoding="utf-8")
    return path
