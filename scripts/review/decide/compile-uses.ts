/** Validators for both sides of some uses. */
import type { SchemaUse } from "../differ/facts.js";
import type { Document, Place, Sides } from "../document/document.js";
import { acceptingSide } from "./inclusion.js";
import {
  compileSchemas,
  createPatternJudge,
  SchemaError,
  type Checker,
  type JudgePatterns,
  type SchemaRoot,
} from "./compile-schemas.js";

/** What checks the values of a use; an error where no validator can be made of its schema. */
export type CheckersOf = (use: SchemaUse) => Sides<Checker | SchemaError>;

/** Where no schema stands every value is taken. */
const ANYTHING: Checker = { accepts: () => true, issues: () => [] };

export async function compileUses(
  uses: readonly SchemaUse[],
  { base, head }: Sides<Document>,
): Promise<CheckersOf> {
  // The patterns of the two sides are mostly the same, and their values few.
  const judge = createPatternJudge({ seeksSpeed: false });
  const [old, now] = await Promise.all([compileSide(base, uses, judge), compileSide(head, uses, judge)]);
  return (use) => ({ base: old.get(use) ?? ANYTHING, head: now.get(use) ?? ANYTHING });
}

type Compiled = ReadonlyMap<SchemaUse, Checker | SchemaError>;

async function compileSide(
  document: Document,
  uses: readonly SchemaUse[],
  judge: JudgePatterns,
): Promise<Compiled> {
  const roots = uses.flatMap((use) =>
    use[document.side].slice(0, 1).map((place) => ({ use, root: toRoot(place, use) })),
  );
  try {
    const checkers = await compileSchemas(
      document,
      roots.map(({ root }) => root),
      judge,
    );
    return new Map(
      roots.flatMap(({ use }, index) => {
        const checker = checkers[index];
        return checker === undefined ? [] : [[use, checker] as const];
      }),
    );
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    const [only, ...others] = roots;
    if (only === undefined || others.length === 0) return new Map(only && [[only.use, error]]);
    // One of them keeps none of the others from being compiled.
    const halves = [uses.slice(0, uses.length >> 1), uses.slice(uses.length >> 1)];
    const compiled = await Promise.all(halves.map((half) => compileSide(document, half, judge)));
    return new Map(compiled.flatMap((each) => [...each]));
  }
}

/** Whoever sends a value is asked for nothing else than whether it is one. */
function toRoot(place: Place, { direction }: SchemaUse): SchemaRoot {
  return { place, direction, isTestAlone: place.document.side === acceptingSide(direction) };
}
