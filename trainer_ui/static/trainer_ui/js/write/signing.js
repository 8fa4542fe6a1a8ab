// The agent signs with initials or a service name, once, at the end; a text that is signed already is left alone.

export function isSigned(text, agent) {
  return !agent || text.trimEnd().toLowerCase().endsWith(agent.toLowerCase());
}

export function signText(text, agent, wanted) {
  const body = text.trim();
  return !body || !wanted || isSigned(body, agent) ? body : `${body} ${agent}`;
}
