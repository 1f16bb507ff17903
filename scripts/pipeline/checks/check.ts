import type { JsonRecord } from "../../json/pointer.js";
import type { ReadPattern } from "../../pattern/language/index.js";
import type { PointedProblem } from "../problem.js";

/**
 * Looks for one kind of fault in a bundled document; pointers lead into it. What the rules in `asked` find is left out,
 * because the linter has told it. `readLanguage` is for what asks for the texts of a pattern.
 */
export type Check = (
  document: { readonly root: JsonRecord },
  asked: ReadonlySet<string>,
  readLanguage?: ReadPattern,
) => Iterable<PointedProblem>;
