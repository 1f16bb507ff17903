/**
 * Counts work; throws when the budget is used up, and the throw passes through everything in this room. One step is
 * about one state looked at on one class of characters.
 */
export type Spend = (steps: number) => void;

/** Thrown by `within` alone, and caught there. */
class OutOfSteps extends Error {
  override readonly name = "OutOfSteps";
}

/** What `build` hands back; undefined when it would take more than `limit` steps. */
export function within<T>(limit: number, build: (spend: Spend) => T): T | undefined {
  const out = new OutOfSteps();
  let left = limit;
  try {
    return build((steps) => {
      left -= steps;
      if (left < 0) throw out;
    });
  } catch (error) {
    if (error === out) return undefined;
    throw error;
  }
}
