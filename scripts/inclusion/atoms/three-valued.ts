/** Whether something holds; undefined where that is not known. */
export type Truth = boolean | undefined;

/** Whether all hold: one that does not settles it, whatever is unknown. */
export function everyHolds<T>(items: Iterable<T>, holds: (item: T) => Truth): Truth {
  let result: Truth = true;
  for (const item of items) {
    const truth = holds(item);
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
}

export function someHolds<T>(items: Iterable<T>, holds: (item: T) => Truth): Truth {
  return denied(everyHolds(items, (item) => denied(holds(item))));
}

export function denied(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

/** Whether at least so many hold. */
export function countHolds<T>(items: readonly T[], count: number, holds: (item: T) => Truth): Truth {
  const truths = items.map(holds);
  if (truths.filter((truth) => truth === true).length >= count) return true;
  return truths.filter((truth) => truth !== false).length >= count ? undefined : false;
}
