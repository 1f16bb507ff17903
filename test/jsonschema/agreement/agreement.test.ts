import {
  registerSchema,
  unregisterSchema,
  validate as hyperjump,
} from "@hyperjump/json-schema/draft-2020-12";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compiled } from "../compiled.js";
import { instances, schemas } from "./schema-arbitrary.js";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** The same schemas and values on every run. */
const SEED = 20_260_105;

test("isX and validateX agree on every value, issues are in its order, and both agree with ajv and hyperjump wherever those two agree", async () => {
  let compared = 0;
  let serial = 0;
  await fc.assert(
    fc.asyncProperty(
      schemas,
      fc.array(instances, { minLength: 12, maxLength: 12 }),
      async (schema, values) => {
        const ours = await compiled(schema);
        const ajv = compileWithAjv(schema);
        const peer = await compileWithHyperjump(schema, serial++);
        for (const value of values) {
          const verdict = ours.is(value);
          const issues = ours.validate(value);
          expect({ value, isEmpty: issues.length === 0 }).toEqual({ value, isEmpty: verdict });
          expect({ value, order: issues.map(({ path }) => placeOf(path, value)) }).toEqual({
            value,
            order: issues.map(({ path }) => placeOf(path, value)).toSorted(comparePlaces),
          });
          const theirs = ajv?.(value);
          if (theirs === undefined || theirs !== peer?.(value)) continue;
          compared++;
          expect({ value, verdict }).toEqual({ value, verdict: theirs });
        }
      },
    ),
    { seed: SEED, numRuns: 200 },
  );
  // Two oracles that always disagreed, or never compiled, would prove nothing.
  expect(compared).toBeGreaterThan(1500);
});

/** A path as the numbers of its steps among the names of each object; a missing name comes after all. */
function placeOf(path: readonly (string | number)[], root: unknown): readonly number[] {
  let value = root;
  return path.map((step) => {
    const index = typeof step === "number" ? step : Object.keys(value as object).indexOf(step);
    value = (value as Readonly<Record<string, unknown>>)[step];
    return index < 0 ? Infinity : index;
  });
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((step, at) => step !== b[at]);
  const [x, y] = [a[i], b[i]];
  return x === undefined || y === undefined ? a.length - b.length : x - y;
}

/** `undefined` where an oracle has none: ajv throws on an object that has a property `toString`. */
type Verdict = (value: unknown) => boolean | undefined;

function compileWithAjv(schema: unknown): Verdict | undefined {
  const validate = attempt(() =>
    new Ajv2020({ strict: false, ownProperties: true, logger: false }).compile(schema as boolean),
  );
  return validate && ((value) => attempt(() => validate(value) === true));
}

async function compileWithHyperjump(schema: unknown, serial: number): Promise<Verdict | undefined> {
  const id = `https://schemas.test/${serial}`;
  try {
    registerSchema(schema as boolean, id, DIALECT);
    const validate = await hyperjump(id);
    return (value) => attempt(() => validate(value as boolean).valid);
  } catch {
    return undefined;
  } finally {
    unregisterSchema(id);
  }
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
