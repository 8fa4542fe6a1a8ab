// The agent signs with initials or a service name, once, at the end; a text that is signed already is left alone.

export function isSigned(text, agent) {
  return !agent || text.trimEnd().toLowerCase().endsWith(agent.toLowerCase());
}

// Where the words of a text end, before what it is signed with: whoever goes on writing does so there.
export function endWords(text, agent) {
  const end = text.trimEnd();
  return agent && isSigned(end, agent) ? end.slice(0, -agent.length).trimEnd().length : text.length;
}

export function signText(text, agent, wanted) {
  const body = text.trim();
  return !body || !wanted || isSigned(body, agent) ? body : `${body} ${agent}`;
}
