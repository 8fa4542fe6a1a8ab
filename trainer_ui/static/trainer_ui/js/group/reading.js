// What a run looked like in one minute. Pure.

// `minute` counts from 1 -> {isOver, heat, waiting, late, replies: those that were sent in it}
export function readMinute(run, minute, ends) {
  const until = ends[minute - 1];
  const since = minute > 1 ? ends[minute - 2] : -1;
  return {
    isOver: run.ended_ms <= since,
    heat: run.heat[minute - 1],
    waiting: run.waiting[minute - 1],
    late: run.late[minute - 1],
    replies: run.replies.filter(({ at_ms }) => at_ms > since && at_ms <= until),
  };
}

// The minute in which most was sent, by whomever: the one to begin with.
export function findBusiest(runs, ends) {
  const counts = ends.map((_, index) => runs.reduce((sum, run) => sum + readMinute(run, index + 1, ends).replies.length, 0));
  return counts.indexOf(Math.max(...counts)) + 1;
}
