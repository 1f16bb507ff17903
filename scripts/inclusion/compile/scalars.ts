import { numberAtom } from "../atoms/number.js";
import { maxLength, minLength, pattern } from "../atoms/string.js";
import { toDecimal } from "../node/decimal.js";
import type { Node, NumberAtom } from "../node/node.js";
import { ARRAY, BOOLEAN, NULL, NUMBER, OBJECT, STRING, type Types } from "../node/types.js";
import { isCount, type Context, type Keyword, type KeywordRows } from "./keyword.js";

const TYPES: Readonly<Record<string, Types>> = {
  null: NULL,
  boolean: BOOLEAN,
  number: NUMBER,
  integer: NUMBER,
  string: STRING,
  array: ARRAY,
  object: OBJECT,
};

/** Keywords of any type, of numbers and of strings (JSON Schema Validation §6.1 to §6.3). */
export const SCALARS: KeywordRows = {
  type: { build: buildType },
  enum: { build: (value, { space }) => (Array.isArray(value) ? space.oneOf(value) : undefined) },
  const: { build: (value, { space }) => space.oneOf([value]) },
  minimum: numberLimit("minimum"),
  maximum: numberLimit("maximum"),
  exclusiveMinimum: numberLimit("exclusive-minimum"),
  exclusiveMaximum: numberLimit("exclusive-maximum"),
  multipleOf: numberLimit("multiple"),
  minLength: { build: (value, { space }) => (isCount(value) ? minLength(space, value) : undefined) },
  maxLength: { build: (value, { space }) => (isCount(value) ? maxLength(space, value) : undefined) },
  pattern: { build: (value, { space }) => (typeof value === "string" ? pattern(space, value) : undefined) },
  format: { build: (value, { format }) => (typeof value === "string" ? format(value) : undefined) },
};

function buildType(value: unknown, { space }: Context): Node | undefined {
  const types = typesOfKeyword(value);
  if (types === undefined) return undefined;
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isWhole = names.includes("integer") && !names.includes("number");
  return space.and(
    space.types(types),
    isWhole ? numberAtom(space, "multiple", toDecimal(1)) : space.everything,
  );
}

/** The types that `type` names; undefined where it names none. */
export function typesOfKeyword(value: unknown): Types | undefined {
  let types = 0;
  for (const name of Array.isArray(value) ? value : [value]) {
    if (typeof name !== "string" || !Object.hasOwn(TYPES, name)) return undefined;
    types |= TYPES[name] ?? 0;
  }
  return types;
}

function numberLimit(kind: NumberAtom["kind"]): Keyword {
  return {
    build: (value, { space }) =>
      typeof value === "number" && Number.isFinite(value) && (kind !== "multiple" || value > 0)
        ? numberAtom(space, kind, toDecimal(value))
        : undefined,
  };
}
