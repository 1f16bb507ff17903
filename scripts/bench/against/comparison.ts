import { median } from "../validators/runner.js";

/** One thing that is measured of both revisions, in turns; of today's code twice, of which the second is the control. */
export type Comparison = {
  readonly title: string;
  /** Costs by round: the lower the better. */
  readonly now: readonly number[];
  readonly before: readonly number[];
  readonly control: readonly number[];
};

export type Verdict = "better" | "alike" | "regression" | "drifted";

/** A control that differs by more has been disturbed, or the measure is too rough to tell anything. */
const MAX_DRIFT = 0.05;
const MAX_REGRESSION = 0.1;

/** How many times the cost of the earlier revision, round by round. */
export function ratioOf({ now, before }: Comparison): number {
  return compare(now, before);
}

export function driftOf({ now, control }: Comparison): number {
  return compare(control, now);
}

export function judge(comparison: Comparison): Verdict {
  if (!(Math.abs(driftOf(comparison) - 1) <= MAX_DRIFT)) return "drifted";
  const ratio = ratioOf(comparison);
  if (ratio > 1 + MAX_REGRESSION) return "regression";
  return ratio < 1 - MAX_REGRESSION ? "better" : "alike";
}

function compare(costs: readonly number[], others: readonly number[]): number {
  return median(costs.map((cost, i) => cost / (others[i] ?? NaN)));
}
