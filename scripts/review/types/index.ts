/** What callers who compile against the new types lose: the TypeScript compiler is asked. */
import type { Delta } from "../differ/index.js";
import type { Sides } from "../document/document.js";
import { readKeyword } from "../keywords/index.js";
import type { TypeVerdicts } from "./check-types.js";

export type { TypeVerdict, TypeVerdicts } from "./check-types.js";

/**
 * The compiler takes longer to load than all else: it is left out where the text of schema.ts stays the same, and where
 * nothing has changed that it could tell. `renderSides` gives that text for each side.
 */
export async function compareTypes(
  delta: Pick<Delta, "facts" | "schemas">,
  renderSides: () => Sides<string>,
): Promise<TypeVerdicts> {
  if (!isSeen(delta)) return NOTHING_ASKED;
  const sides = renderSides();
  if (stripComments(sides.base) === stripComments(sides.head)) return NOTHING_ASKED;
  const { checkTypes } = await import("./check-types.js");
  return checkTypes(sides, delta);
}

const NOTHING_ASKED: TypeVerdicts = { schemas: new Map(), facts: new Map() };

/** Differences that cancel out may still show: they are called by the first of them. */
function isSeen({ facts, schemas }: Pick<Delta, "facts" | "schemas">): boolean {
  const isShown = schemas.some(({ changes }) =>
    changes.some(({ kind, keyword }) => kind === "rewrite" || readKeyword(keyword).inTypes !== "hidden"),
  );
  return isShown || facts.some(({ thing }) => !UNTYPED.has(thing));
}

/** Facts that schema.ts says nothing of. */
const UNTYPED: ReadonlySet<string> = new Set(["document", "text", "security", "server", "encoding"]);

function stripComments(text: string): string {
  return text.replaceAll(/\/\*\*[\s\S]*?\*\//g, "");
}
