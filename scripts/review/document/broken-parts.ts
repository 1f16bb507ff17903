/** What of the two sides cannot be read: a change cannot mend its base, and is refused for errors of its own alone. */
import type { Problem } from "../../pipeline/problem.js";
import type { Sides } from "./document.js";
import { BrokenSide } from "./broken-side.js";
import type { Side } from "./side.js";

/**
 * The errors of base, which those of head have to be among.
 * @throws BrokenSide when head has others.
 */
export function findBrokenParts({ base, head }: Sides<Side>): readonly Problem[] {
  const known = new Set(base.problems.map((problem) => nameProblem(base, problem)));
  const own = head.problems.filter((problem) => !known.has(nameProblem(head, problem)));
  if (own.length > 0) throw new BrokenSide("head", head.source, own);
  return base.problems;
}

/** Equal for the same error of two documents, wherever it has moved to. */
function nameProblem({ files }: Side, { rule, message, file, line }: Problem): string {
  const text = files.get(file)?.split("\n")[line - 1]?.trim();
  return JSON.stringify([rule, message, text]);
}
