/** What the two sides take at one spot of a value: whether the changes inside of it change anything. */
import type { Direction } from "../../json/direction.js";
import type { ChangedSchema } from "../differ/index.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import type { Sides } from "../document/document.js";
import { REVERSED, type Comparison } from "../keywords/index.js";
import { nodeKey, type Schemas } from "../schema/flatten.js";
import type { Inclusions } from "./inclusion.js";

export type Spots = {
  /** What head accepts at the spot of a change, beside what base does. */
  readonly compare: (change: SchemaChange, direction: Direction) => Comparison;
  /** The changes of a use, where those that cancel out are one rewrite, shown where the first of them stands. */
  readonly collapse: (changed: ChangedSchema) => readonly SchemaChange[];
};

type Spot = Sides<Schemas>;

/** Of one spot both sides are asked once, however many uses lead through it. */
export function createSpots(inclusions: Inclusions): Spots {
  const isSame = askOnce((spot, direction) => inclusions.isSame({ ...spot, direction, isPart: true }));
  const compare = askOnce((spot, direction): Comparison => {
    const keeps = inclusions.keeps({ ...spot, direction, isPart: true }).kind === "included";
    const keepsBack = inclusions.keepsBack({ ...spot, direction, isPart: true });
    if (keeps && keepsBack) return "same";
    if (!keeps && !keepsBack) return "incomparable";
    const effect = keeps ? "wider" : "narrower";
    return direction === "request" ? effect : REVERSED[effect];
  });
  return {
    compare: ({ trail }, direction) => {
      const spot = trail.at(-1);
      return spot !== undefined && isSingle(spot) ? compare(spot, direction) : "incomparable";
    },
    collapse: ({ use, changes }) => {
      const rewrites = new Set<string>();
      return changes.flatMap((change) => {
        const spot =
          change.kind === "assertion"
            ? change.trail.find((each) => isSingle(each) && isSame(each, use.direction))
            : undefined;
        if (spot === undefined) return [change];
        if (rewrites.has(nameSpot(spot))) return [];
        rewrites.add(nameSpot(spot));
        return [{ ...change, kind: "rewrite", comparison: "same" } as const];
      });
    },
  };
}

/** Several schemas at one spot have no place of their own that could be asked about. */
function isSingle({ base, head }: Spot): boolean {
  return base.length <= 1 && head.length <= 1;
}

function nameSpot({ base, head }: Spot): string {
  return `${nodeKey(base)} -> ${nodeKey(head)}`;
}

function askOnce<T>(ask: (spot: Spot, direction: Direction) => T): (spot: Spot, direction: Direction) => T {
  const known = new Map<string, T>();
  return (spot, direction) => {
    const key = `${direction} ${nameSpot(spot)}`;
    const answer = known.get(key) ?? ask(spot, direction);
    known.set(key, answer);
    return answer;
  };
}
