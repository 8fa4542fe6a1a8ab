"""A scenario that uses every field of the format there is, and its brand; tests change it line by line."""

from tests.scenarios.samples import BRAND, SCENARIO, change

STORM_BRAND = (
    BRAND.replace("next_target: 9:00}", "next_target: 9:00, closing_target: 9:00, worthless_after: 48:00}")
    + "emoji: sparing\n"
    + "gendering: colon\n"
    + "desks:\n"
    + "  operations: {name: Leitstelle, about: Züge und Störungen}\n"
    + "  press: {name: Pressestelle, about: Journalistinnen und Journalisten}\n"
    + "articles:\n"
    + "  rad: {title: Fahrräder im Zug, text: 'Fahrräder fahren im letzten Wagen mit, sie brauchen eine Karte.'}\n"
    + "lexicon:\n"
    + "  greeting: [ahoi]\n"
    + '  officialese: ["! fahrpreisnacherhebung"]\n'
    + "  forbidden: [beförderungsfall|beförderungsfälle]\n"
)

_HEAD = """\
goal: {de: Erst das Dringende., en: The urgent first.}
stage: [queue, listening, thread, composer, facts, notice, desks, treat]
undo: true
guide:
  - text: {de: Öffnen Sie den Beitrag., en: Open the post.}
    until: opened
    of: rucksack-1
    at: queue
    keys: [next, reply]
  - {text: {de: Und jetzt die Uhr., en: And now the clock.}, until: paused}
difficulty: 3
drill: speed
rehearsal: {pass: [expert, paraphraser], fail: [absent, spammer], last: absent}
rumours:
  crash: {topic: fundsache, claim: Zwei Züge sind zusammengestoßen., says: ['zusammen(ge)?sto', crash], facts: [sicher]}
notice: {topics: [fundsache], facts: [fundbuero], stale_after: 3:00}
crisis: {cluster: accidental, topics: [fundsache], known_from: fundbuero, history: bad}
crowd:
  most_per_minute: 30
  branching: 600
  tires_after: 200
  heat: 25
  half_life: 4:00
  authors: 40
  phases: [{at: 0:00, per_hour: 20, kind: witnesses}, {at: 3:00, per_hour: 60, kind: flood}]
  places: [Altenried, Gleis 3]
  things: [der RE 4, mein Anschluss]
  openers: ["", "Boah,"]
  closers: ["", Danke für nichts., Und jetzt?, Mir reicht es., Sagt doch was., Ich gehe heim.,
    Es regnet auch noch., Bin bedient., Gute Nacht.]
  voices:
    stuck:
      topic: fundsache
      channel: microblog
      weight: 3
      joins: [rucksack]
      from: 1:00
      until: 9:00
      rumour: crash
      tempers: [asking, weary]
      bodies:
        - in {place} steht {thing} rum
        - "{brand} schweigt, und wir frieren in {place}"
        - keiner weiß, wann {thing} endlich fährt
        - die Tafel in {place} ist seit einer Stunde leer
        - ich laufe jetzt nach {place}
        - wer holt uns hier ab?
        - auf {thing} warte ich seit Mittag
        - meine Kinder schlafen schon auf dem Boden ein
public:
  ignored: {heat: 2, crowd: 0, after: 0:30, mood: 5}
  impatient: {off: true}
constants:
  post_heat: 300
  heat_share: 400
  most_weight: 6000
  mood_per_temper: 12
  most_swing: 120
  least_topic: 200
  most_topic: 1500
  joining: 600
  author_offset: 3
  crowd_reach: 80
  rumour_doubles: 4:00
  rumour_most: 2500
  polite: 300
  lowercase: 200
  emoji: 150
  typos: 100
  terse: 90
  regional: 80
  shouting: 40
  template_likeness: 650
  full_weight: 7000
  least_calm: 250
"""

_THREADS = """\
  zug:
    channel: forum
    topic: zug
    mention: unasked
    posts:
      zug-1:
        at: 0:40
        by: omar
        text: Seht euch diese Tafel an.
        visibility: public
        picture:
          kind: board
          title: Abfahrt
          alt: Alle Züge fallen aus.
          rows: [[RE 4, Quellberg, fällt aus], [S 4, "", ""]]
        needs: {answer: false, treatment: hide, danger: hate, desk: operations}
    reactions:
      zug-ton:
        when:
          any:
            - {reply: zug-1, tone_below: 40, lacks: [feeling], against: [blame]}
            - all:
                - {reply: any, visibility: public, says: 'selber? schuld', repeats: 2}
                - not: {notice: stale, topic: fundsache}
        at_most: 3
        after: 0:10
        heat: 4
        crowd: -20
        mood: {of: omar, by: 15}
reactions:
  gemeldet:
    when: {escalated: rucksack-1, desk: operations, right: true}
    after: 1:00
    fact: sicher
  privat:
    when: {moved_to_private: rucksack-1, public_word: false}
    post: {key: privat-1, by: jana, visibility: private, text: Hier bin ich.}
  werbung:
    when: {reply: any, does: [offer], personal: shown, spreads: any, advertises: true}
    heat: 3
  heiss:
    when: {heat_above: 60, heat_below: 90}
    at_most: each
    calm: 100
  presse:
    when: {ignored: jana, times: 1}
    post: {key: presse-1, thread: zug, by: omar, reply_to: zug-1, text: Ich schreibe das auf.}
  steht:
    when: {stands_for: 2:00, to: zug-1}
    heat: 2
  gut:
    when:
      all:
        - {reply: rucksack-1, states: sicher, released: true, corrects: crash, template: false, overpromises: false}
        - {known: sicher}
        - {no_answer_for: target, to: rucksack-1}
        - {treated: zug-1, as: hidden}
        - {answered: any, late: true}
    mood: {by: -20}
"""

STORM = SCENARIO
for _old, _new in (
    ("personas:\n", _HEAD + "personas:\n"),
    ("individuality: 1}}\n", "individuality: 1}, pass: 70}\n"),
    (
        "temper: 3, gender: f}",
        "temper: 3, gender: f, record: {number: A7}, patience: 2:30, style: [du, typos], vindictive: true,"
        " linked: true}",
    ),
    (
        "approved: ab neun Uhr}\n",
        "approved: ab neun Uhr, topic: fundsache, kind: right, says: ['ab neun', '0?9 uhr']}\n"
        "  sicher: {text: Alle Züge stehen sicher., replaces: fundbuero}\n",
    ),
    (
        "          triage: urgent\n",
        "          triage: urgent\n          desk: operations\n          private: false\n"
        "          paraphrase: Frag ab neun Uhr.\n          then: Um neun.\n",
    ),
):
    STORM = change(_old, _new, text=STORM)
STORM += _THREADS
