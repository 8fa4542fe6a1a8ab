# ruff: noqa: E501  lines of a scenario
"""A night in which everything happens that the public can do, written as authors write; tests play it by services."""

from scenarios.core.compiler import compile_scenario
from scenarios.core.timeline import Timeline

BRAND = """\
format: 1
key: seenbahn
language: de
name: Seenbahn
handle: "@seenbahn"
address: sie
sign_off: initials
service_name: Team Seenbahn
private_addresses: [service@seenbahn.example]
channels:
  microblog: {name: Zwitscher, kind: microblog, limit: 280, first_target: 2:00, next_target: 2:00}
  forum: {name: Forum, kind: forum, first_target: 3:00, next_target: 3:00}
desks:
  operations: {name: Leitstelle, about: Züge}
  security: {name: Sicherheit, about: Gefahr}
  press: {name: Presse, about: Zeitungen}
templates:
  warten: {title: Warten, text: "Hallo {name}, wir bitten Sie um etwas Geduld und sehen gerade für Sie nach. {agent}"}
"""

NIGHT = """\
format: 1
key: rough-night
language: de
title: {de: Eine raue Nacht, en: A rough night}
brief: {de: Sie haben Dienst., en: You are on duty.}
brand: brands/seenbahn.de.yaml
situation: outage
duration: 14:00
personas:
  jana: {role: customer, reach: 140, temper: 2, gender: f, record: {customer_number: "4711"}, style: [du]}
  omar: {role: critic, reach: 9000, temper: 3}
  ada: {role: advocate, reach: 300, temper: 1}
  mara: {role: moderator, reach: 500, temper: 2}
  tom: {role: troll, reach: 40, temper: 5, vindictive: true}
  kim: {role: bystander, reach: 90, temper: 2}
  ivo: {role: customer, reach: 120, temper: 2}
  lea: {role: leader, reach: 4000, temper: 1, record: {customer_number: "4712"}, linked: true}
  ben: {role: customer, reach: 60, temper: 1, patience: 1:00}
  uwe: {role: troll, reach: 70, temper: 5}
  rex: {role: customer, reach: 200, temper: 4}
facts:
  signal: {at: 0:00, topic: Ausfall, text: In Altenried ist ein Signal gestört., says: ['signal']}
  eta: {at: 0:00, topic: Ausfall, text: Es geht um 18:00 Uhr weiter., says: ['18[:.]00|18 uhr']}
  eta-new:
    topic: Ausfall
    text: Es geht erst um 19:45 Uhr weiter.
    replaces: eta
    approved: Die Weiterfahrt ist für 19:45 Uhr vorgesehen.
    says: ['19[:.]45']
  safe: {at: 0:00, topic: Ausfall, text: "Alle Züge stehen sicher, es gab keinen Zusammenstoß.", says: ['kein\\w* zusammensto']}
  refund:
    at: 0:00
    kind: right
    topic: Geld
    text: Ab 60 Minuten Verspätung gibt es ein Viertel des Fahrpreises zurück.
    says: ['viertel des fahrpreis']
  bus: {at: 9:00, topic: Ausfall, text: Um 20:10 Uhr fährt ein Bus ab Altenried., says: ['20[:.]10']}
  safe-home: {text: "Sicherheit: Eine Streife ist unterwegs.", says: ['streife']}
rumours:
  crash: {topic: Ausfall, claim: Zwei Züge sind zusammengestoßen., says: ['zusammengesto'], facts: [safe]}
notice: {topics: [Ausfall], facts: [eta, eta-new], stale_after: 1:00}
crowd:
  phases: [{at: 0:00, per_hour: 120, kind: flood}]
  heat: 30
  places: [Altenried, Gleis 3]
  things: [der RE 4, mein Anschluss]
  voices:
    stuck:
      topic: Ausfall
      channel: forum
      bodies: ["in {place} steht {thing} rum", "keiner sagt uns in {place} was", "ich laufe jetzt zu Fuß nach {place}"]
public:
  tone_low: {off: true}
  same_sentence: {heat: 2}
threads:
  train:
    channel: forum
    topic: Ausfall
    posts:
      train-1:
        at: 0:10
        by: omar
        text: Wann geht es denn nun weiter, {brand}?
        needs:
          answer: true
          facts: [eta]
          desk: operations
          model: "Guten Abend {name}, der Zug fährt um 18:00 Uhr weiter. {agent}"
      train-2: {at: 0:40, by: ada, text: "Soweit ich weiß, sind da zwei Züge zusammengestoßen."}
    reactions:
      train-desk:
        when: {escalated: train-1, right: true}
        after: 0:30
        fact: eta-new
      train-early:
        when: {reply: any, visibility: public, states: bus, released: false}
        post: {key: train-3, by: omar, text: Woher wissen Sie das denn jetzt schon?}
  bag:
    channel: microblog
    topic: Fundsache
    posts:
      bag-1:
        at: 0:05
        by: jana
        text: Mein Rucksack ist weg, {brand}!
        needs: {answer: true, private: true, model: "Hallo {name}, schreiben Sie uns bitte privat. {agent}"}
    reactions:
      bag-private:
        when: {moved_to_private: bag-1, public_word: true}
        after: 0:20
        post:
          key: bag-2
          by: jana
          visibility: private
          text: Hier bin ich. Es ist ein roter Rucksack.
          needs: {answer: true, model: "Hallo {name}, wir suchen ihn. {agent}"}
      bag-private-silence:
        when: {no_answer_for: 1:00, to: bag-2}
        post: {key: bag-3, by: jana, visibility: private, text: Lesen Sie das noch?}
      bag-private-answered:
        when: {answered: bag-2}
        after: 0:30
        post: {key: bag-4, by: jana, text: "Mir wurde geholfen, danke!"}
  tip:
    channel: forum
    topic: Geld
    mention: unasked
    posts:
      tip-1:
        at: 0:20
        by: ivo
        text: Weiß wer, ob man bei zwei Stunden Verspätung etwas wiederbekommt?
        needs: {answer: true, facts: [refund], model: "Guten Abend {name}, ja: ein Viertel des Fahrpreises. {agent}"}
  chat:
    channel: forum
    topic: Plausch
    mention: unasked
    posts:
      chat-1: {at: 0:25, by: lea, text: "Jule, nimmst du jetzt die Bahn oder nicht?", needs: {answer: false, triage: leave}}
  noise:
    channel: microblog
    topic: Segeln
    mention: noise
    posts:
      noise-1: {at: 0:30, by: kim, text: Die Seenbahn im Freizeitpark ist toll.}
  probe:
    channel: microblog
    topic: Person
    posts:
      probe-1: {at: 0:35, by: tom, text: "Wer bist du eigentlich wirklich, {agent}? Name, Straße?", needs: {answer: false, triage: leave}}
    reactions:
      probe-told:
        when: {reply: probe-1, says: '(ich hei(ss|ß)e|mein name ist)'}
        after: 0:10
        heat: 5
        post: {key: probe-2, by: tom, text: Danke. Bis bald in der Wirklichkeit.}
  menace:
    channel: microblog
    topic: Drohung
    posts:
      menace-1:
        at: 0:45
        by: uwe
        text: Montag komme ich an den Schalter, dann knallt es.
        needs: {answer: false, triage: urgent, treatment: report, danger: threat}
  bench:
    channel: microblog
    topic: Bank
    posts:
      bench-1:
        at: 0:50
        by: ben
        text: Ich weiß nicht mehr, wozu ich noch irgendwo ankommen soll.
        needs:
          answer: true
          triage: urgent
          desk: security
          danger: self_harm
          model: "Guten Abend {name}, ich bin da. Schreiben Sie mir bitte privat. {agent}"
    reactions:
      bench-desk:
        when: {all: [{escalated: bench-1, desk: security}, {known: bus}]}
        after: 0:20
        fact: safe-home
      bench-stands:
        when: {stands_for: 3:00, to: bench-1}
        heat: 10
        post: {key: bench-2, by: kim, text: "Lest ihr das hier eigentlich, {brand}?"}
  home:
    channel: microblog
    topic: Adresse
    posts:
      home-1:
        at: 0:55
        by: rex
        text: Euer Kontrolleur wohnt im Ahornweg 14. Und mein Geld will ich zurück!
        needs:
          answer: true
          facts: [refund]
          treatment: hide
          desk: security
          danger: doxxing
          model: "Guten Abend {name}, ein Viertel des Fahrpreises bekommen Sie zurück. Adressen bleiben hier weg. {agent}"
    reactions:
      home-left:
        when: {all: [{known: bus}, {not: {treated: home-1, as: hidden}}]}
        post: {key: home-2, by: kim, text: Die Adresse steht da immer noch.}
reactions:
  same-sentence-aloud:
    when: {reply: any, visibility: public, repeats: 3}
    at_most: each
    post: {key: aloud-1, thread: train, by: kim, text: Den Satz kenne ich jetzt auswendig.}
  hot-or-press:
    when:
      all:
        - any: [{heat_above: 45}, {treated: any, as: reported}]
        - not: {notice: published}
    at_most: 2
    crowd: 10
    mood: {of: lea, by: 7}
"""


def make_night() -> Timeline:
    """The night, compiled; it has no errors."""
    file = "brands/seenbahn.de.yaml"
    timeline, problems = compile_scenario(NIGHT, file="night.yaml", brands=lambda _: (file, BRAND))
    assert timeline is not None, problems
    return timeline
