/** Counts work. A step is about one item of an expression looked at; never a clock, so that every answer is the same again. */
export type Budget = {
  /** @throws BudgetSpent when more was spent than allowed. */
  readonly spend: (steps: number) => void;
  /** Steps spent so far, over all questions. */
  readonly spent: () => number;
  /** Runs a task that may spend `steps` at most, and no more than what is left outside of it. */
  readonly allow: <T>(steps: number, task: () => T) => T;
};

/** The steps that were allowed are used up. */
export class BudgetSpent extends Error {
  override readonly name = "BudgetSpent";
  constructor(allowed: number) {
    super(`no answer within ${allowed} steps`);
  }
}

/** A budget that allows nothing yet: work is done within `allow`. */
export function createBudget(): Budget {
  let spent = 0;
  let end = 0;
  let allowed = 0;
  return {
    spend: (steps) => {
      spent += steps;
      if (spent > end) throw new BudgetSpent(allowed);
    },
    spent: () => spent,
    allow: (steps, task) => {
      const outer = { end, allowed };
      end = outer.allowed === 0 ? spent + steps : Math.min(outer.end, spent + steps);
      allowed = steps;
      try {
        return task();
      } finally {
        ({ end, allowed } = outer);
      }
    },
  };
}
