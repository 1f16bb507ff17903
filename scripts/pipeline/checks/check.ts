import type { JsonRecord } from "../../json/pointer.js";
import type { PointedProblem } from "../problem.js";

/** Looks for one kind of fault in a bundled document; pointers lead into it. */
export type Check = (document: { readonly root: JsonRecord }) => Iterable<PointedProblem>;
