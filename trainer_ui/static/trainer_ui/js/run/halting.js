// Why a run stands still, where it was not oneself who paused it.

// -> the name of a sentence; null where nobody else did. A run has one trainee today: anybody else is a coach.
export function readHalt(halt, me) {
  return halt?.by && halt.by !== me ? "halt.coach" : null;
}
