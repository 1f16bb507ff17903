import type { Comparison } from "./comparison.js";

/** Where the sources of the two revisions are. */
export type Projects = { readonly now: string; readonly before: string };

/** A row of the comparison, which is measured when it is asked for, again where it has drifted. */
export type Measure = () => Promise<Comparison>;

/** Measures the revisions round by round, and today's twice in each. */
export function inTurns(
  title: string,
  { now, before }: Projects,
  rounds: number,
  measure: (project: string) => number | Promise<number>,
): Measure {
  return async () => {
    const costs = { now: [] as number[], before: [] as number[], control: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      for (const [key, project] of [
        ["now", now],
        ["before", before],
        ["control", now],
      ] as const) {
        costs[key].push(await measure(project));
      }
    }
    return { title, ...costs };
  };
}
