// The sentences of working in one run together; part of strings.js.

export const TEAM_STRINGS = {
  de: {
    "team.others.one": "{names} hat dieses Gespräch auch offen.",
    "team.others": "{names} haben dieses Gespräch auch offen.",
    "team.nobody": "Niemandem zugewiesen",
    "team.mine": "Ihnen zugewiesen",
    "team.theirs": "Zugewiesen an {name}",
    "team.somebody": "jemand anderen",
    "team.take": "Übernehmen",
    "team.give_up": "Abgeben",
  },
  en: {
    "team.others.one": "{names} has this thread open, too.",
    "team.others": "{names} have this thread open, too.",
    "team.nobody": "Assigned to nobody",
    "team.mine": "Assigned to you",
    "team.theirs": "Assigned to {name}",
    "team.somebody": "somebody else",
    "team.take": "Take over",
    "team.give_up": "Give up",
  },
};
