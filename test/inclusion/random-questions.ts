import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { decide, type Decision } from "../../scripts/inclusion/index.js";
import { instances, schemas } from "../jsonschema/agreement/schema-arbitrary.js";
import { judgeOf, type Judge } from "./hyperjump.js";

/** Is every value of `a` a value of `b`? The values are small ones, of which some may tell. */
type RandomQuestion = {
  readonly a: unknown;
  readonly b: unknown;
  readonly values: readonly unknown[];
};

/** Pairs of schemas that have something to do with each other, so that neither answer is rare. */
function randomQuestions(values: number): fc.Arbitrary<RandomQuestion> {
  return fc
    .tuple(schemas, schemas, fc.constantFrom(...Object.values(SHAPES)), fc.boolean(), samples(values))
    .map(([x, y, shape, isTurned, list]) => {
      const [a, b] = shape(x, y);
      return isTurned ? { a: b, b: a, values: list } : { a, b, values: list };
    });
}

type Shape = (x: unknown, y: unknown) => readonly [a: unknown, b: unknown];

const SHAPES: Readonly<Record<string, Shape>> = {
  unrelated: (x, y) => [x, y],
  conjunction: (x, y) => [{ allOf: [x, y] }, y],
  disjunction: (x, y) => [x, { anyOf: [y, x] }],
  exclusive: (x, y) => [{ oneOf: [x, y] }, { anyOf: [x, y] }],
  conditional: (x, y) => [{ if: x, then: y }, { anyOf: [{ not: x }, y] }],
  contradiction: (x, y) => [{ allOf: [x, y, { not: x }] }, false],
  fewerKeywords: (x) => [x, withoutFirstKeyword(x)],
  moreKeywords: (x) => [withoutFirstKeyword(x), x],
  insideProperty: (x, y) => [
    { type: "object", properties: { a: x }, required: ["a"] },
    { properties: { a: { anyOf: [x, y] } }, minProperties: 1 },
  ],
  insideItems: (x, y) => [
    { type: "array", items: { allOf: [x, y] }, minItems: 1 },
    { contains: x, items: y },
  ],
};

function withoutFirstKeyword(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).slice(1));
}

function samples(count: number): fc.Arbitrary<readonly unknown[]> {
  return fc.array(instances, { minLength: count, maxLength: count });
}

/** What came of many questions. */
export type RandomResult = {
  readonly counts: Readonly<Record<Decision["kind"], number>>;
  /** Answers that hyperjump refutes; where it is silent, ajv. */
  readonly wrong: readonly { readonly a: unknown; readonly b: unknown; readonly decision: Decision }[];
};

type Runs = {
  readonly runs: number;
  /** Values that each inclusion is held to. */
  readonly values: number;
  readonly seed: number;
};

/** ajv is quick and sometimes wrong, so what it objects to is put to hyperjump, which has the last word. */
export async function checkRandomQuestions({ runs, values, seed }: Runs): Promise<RandomResult> {
  const counts = { included: 0, witness: 0, undecided: 0 };
  const wrong: RandomResult["wrong"][number][] = [];
  const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false, addUsedSchema: false });
  for (const { a, b, values: list } of fc.sample(randomQuestions(values), { numRuns: runs, seed })) {
    const decision = decide(a, b);
    counts[decision.kind]++;
    const isIncluded = decision.kind === "included";
    const suspects = decision.kind === "witness" ? [decision.value] : isIncluded ? list : [];
    const [first, second] = [judgeWithAjv(ajv, a), judgeWithAjv(ajv, b)];
    const open = suspects.filter((value) => isConsistent(isIncluded, first(value), second(value)) !== true);
    // One question at a time: hyperjump keeps what is under way in one place.
    // oxlint-disable-next-line no-await-in-loop
    if (open.length > 0 && !(await isConfirmed(isIncluded, open, a, b, [first, second])))
      wrong.push({ a, b, decision });
  }
  return { counts, wrong };
}

async function isConfirmed(
  isIncluded: boolean,
  values: readonly unknown[],
  a: unknown,
  b: unknown,
  [first, second]: readonly [Judge, Judge],
): Promise<boolean> {
  const [judgeA, judgeB] = [await judgeOf(a), await judgeOf(b)];
  return values.every(
    (value) =>
      isConsistent(isIncluded, judgeA(value) ?? first(value), judgeB(value) ?? second(value)) === true,
  );
}

/** Whether a value agrees with the answer; undefined where a judge is silent. */
function isConsistent(isIncluded: boolean, isOfA?: boolean, isOfB?: boolean): boolean | undefined {
  if (isIncluded) return isOfA === false || isOfB === true || (isOfA && isOfB === false ? false : undefined);
  if (isOfA === undefined || isOfB === undefined) return undefined;
  return isOfA && !isOfB;
}

function judgeWithAjv(ajv: Ajv2020, schema: unknown): Judge {
  try {
    // Boolean or object: ajv takes both.
    const validate = ajv.compile(schema as object);
    return (value) => {
      try {
        return validate(value);
      } catch {
        return undefined;
      }
    };
  } catch {
    return () => undefined;
  }
}
