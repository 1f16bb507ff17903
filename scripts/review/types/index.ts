/** What callers who compile against the new types lose: the TypeScript compiler is asked. */
import type { ChangedSchema, Delta } from "../differ/index.js";
import type { Sides } from "../document/document.js";
import { readKeyword } from "../keywords/index.js";
import type { TypeVerdicts } from "./check-types.js";
import type { Asked } from "./excerpt.js";

export { excerptDocument } from "./excerpt.js";
export type { TypeVerdict, TypeVerdicts } from "./check-types.js";

/**
 * The compiler takes longer to load than all else: it is left out where the text of schema.ts stays the same, and where
 * nothing has changed that it could tell. `renderSides` gives that text for each side, of what is asked about at least.
 */
export async function compareTypes(
  delta: Pick<Delta, "facts" | "schemas">,
  renderSides: (asked: Asked) => Sides<string>,
): Promise<TypeVerdicts> {
  const schemas = delta.schemas.filter(isShown);
  const facts = delta.facts.filter(({ thing }) => !UNTYPED.has(thing));
  if (schemas.length === 0 && facts.length === 0) return NOTHING_ASKED;
  const sides = renderSides({ uses: schemas.map(({ use }) => use), facts });
  if (stripComments(sides.base) === stripComments(sides.head)) return NOTHING_ASKED;
  const { checkTypes } = await import("./check-types.js");
  return checkTypes(sides, { schemas, facts });
}

const NOTHING_ASKED: TypeVerdicts = { schemas: new Map(), facts: new Map() };

/** Differences that cancel out may still show: they are called by the first of them. */
function isShown({ changes }: ChangedSchema): boolean {
  return changes.some(({ kind, keyword }) => kind === "rewrite" || readKeyword(keyword).inTypes !== "hidden");
}

/** Facts that schema.ts says nothing of. */
const UNTYPED: ReadonlySet<string> = new Set(["document", "text", "security", "server", "encoding"]);

function stripComments(text: string): string {
  return text.replaceAll(/\/\*\*[\s\S]*?\*\//g, "");
}
