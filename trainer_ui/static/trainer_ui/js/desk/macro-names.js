// What macros and their steps are called.

export function nameMacro({ key, name }, t) {
  return name ?? t(`macro.house_${key}`);
}

export function nameSteps(steps, t) {
  return steps.map((step) => t(`macro.step_${step.do}`)).join(" → ");
}
