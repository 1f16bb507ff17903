import type { JsonRecord } from "../../json/pointer.js";
import type { PointedProblem } from "../problem.js";

/**
 * Looks for one kind of fault in a bundled document; pointers lead into it. What the rules in `asked` find is left out,
 * because the linter has told it.
 */
export type Check = (
  document: { readonly root: JsonRecord },
  asked: ReadonlySet<string>,
) => Iterable<PointedProblem>;
