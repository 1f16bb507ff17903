import { sortProblems, type Problem } from "../../pipeline/problem.js";
import type { SideName } from "./document.js";

/** One side cannot be read, or not without errors of its own. */
export class BrokenSide extends Error {
  override readonly name = "BrokenSide";
  readonly problems: readonly Problem[];

  constructor(side: SideName, source: string, problems: readonly Problem[]) {
    super(`The ${side} (${source}) cannot be reviewed.`);
    this.problems = sortProblems(problems.filter(({ severity }) => severity === "error"));
  }
}
