import {
  registerSchema,
  unregisterSchema,
  validate,
  type SchemaObject,
} from "@hyperjump/json-schema/draft-2020-12";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** Validates with a reference implementation; undefined where that cannot read the schema or fails on the value. */
export type Judge = (value: unknown) => boolean | undefined;

let serial = 0;

/** A schema is known under an address of its own for as long as it is compiled, so that one never answers for another. */
export async function judgeOf(schema: unknown): Promise<Judge> {
  const address = `https://judge.example/${serial++}`;
  try {
    // The types of the package know no boolean schema; the package does.
    registerSchema(schema as SchemaObject, address, DIALECT);
    const validator = await validate(address);
    return (value) => attempt(() => validator(value as boolean).valid);
  } catch {
    return () => undefined;
  } finally {
    unregisterSchema(address);
  }
}

function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
