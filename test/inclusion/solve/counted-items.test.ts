import { expect, test } from "vitest";
import { decide } from "../../../scripts/inclusion/index.js";

const COUNTED = { type: "string" } as const;
const UPTO_4 = [0, 1, 2, 3, 4] as const;

/** How many items are counted, and how many are not, behind a first one that is. */
type Numbers = { readonly counted: number; readonly other: number };

type Row = readonly [claim: string, schema: object, isPossible: (numbers: Numbers) => boolean];

const ROWS: readonly Row[] = [
  ["of any type", {}, () => true],
  ["of which all are counted", { items: { type: "string" } }, ({ other }) => other === 0],
  ["of which none is counted", { items: { type: "null" } }, ({ counted }) => counted === 0],
  [
    "behind one that is counted",
    { prefixItems: [{ type: "string" }], items: { type: "null" } },
    ({ counted, other }) => counted === 1 || counted + other === 0,
  ],
];

/** By trying all arrays that are as long as any that the limits below ask for. */
function canBe({ limits, isPossible }: { readonly limits: Limits; readonly isPossible: Row[2] }): boolean {
  const { minContains, maxContains, minItems, maxItems } = limits;
  return Array.from({ length: 100 }, (_, i) => ({ counted: Math.trunc(i / 10), other: i % 10 })).some(
    ({ counted, other }) =>
      isPossible({ counted, other }) &&
      counted >= minContains &&
      counted <= maxContains &&
      counted + other >= minItems &&
      counted + other <= maxItems,
  );
}

type Limits = Readonly<Record<"minContains" | "maxContains" | "minItems" | "maxItems", number>>;

const LIMITS: readonly Limits[] = UPTO_4.flatMap((minContains) =>
  UPTO_4.flatMap((maxContains) =>
    UPTO_4.flatMap((minItems) =>
      UPTO_4.map((maxItems) => ({ minContains, maxContains, minItems, maxItems })),
    ),
  ),
);

test.each(ROWS)("counted items %s are found wherever there can be some", (_, schema, isPossible) => {
  const wrong = LIMITS.filter((limits) => {
    const { kind } = decide({ type: "array", contains: COUNTED, ...limits, ...schema }, false);
    return kind !== (canBe({ limits, isPossible }) ? "witness" : "included");
  });
  expect(wrong).toEqual([]);
});

test("items that are counted, and those that are not counted as well, are found wherever there can be both", () => {
  const found: [string, string][] = [];
  for (const length of [3, 15, 40])
    for (const counted of [0, 2, 5])
      for (const other of [0, 2, length - 6, length - 1]) {
        const both = [
          { contains: COUNTED, minContains: counted, maxContains: counted + 1 },
          { contains: { not: COUNTED }, minContains: Math.max(0, other), maxContains: other + 20 },
        ];
        const schema = { type: "array", minItems: length, maxItems: length, allOf: both };
        const isPossible = [counted, counted + 1].some(
          (own) => own <= length && length - own >= other && length - own <= other + 20,
        );
        const claim = JSON.stringify([length, counted, other]);
        found.push([
          `${claim} ${decide(schema, false).kind}`,
          `${claim} ${isPossible ? "witness" : "included"}`,
        ]);
      }
  expect(found.map(([kind]) => kind)).toEqual(found.map(([, expected]) => expected));
});
