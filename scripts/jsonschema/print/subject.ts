import { and, code, type Code, FALSE, join, literal, or, TRUE } from "../code.js";
import { jsonTypeOf } from "../../json/value.js";
import type { JsonType } from "../../json/value.js";

/** The value that a piece of generated code speaks of, and what is known of it at that point. */
export type Subject = {
  readonly text: Code;
  /** What earlier tests left; `undefined` when nothing is known. */
  readonly types: readonly JsonType[] | undefined;
  /** The same value, typed as a record, once it is known to be an object. */
  readonly fields: Code | undefined;
  /** Whether TypeScript has narrowed it to literals, so that another comparison would not compile. */
  readonly isNarrowed: boolean;
};

export function subject(text: Code): Subject {
  return { text, types: undefined, fields: undefined, isNarrowed: false };
}

const CHECKS = {
  null: (v) => code`${v} === null`,
  boolean: (v) => code`typeof ${v} === "boolean"`,
  string: (v) => code`typeof ${v} === "string"`,
  // JSON has no NaN and no Infinity (RFC 8259 §6); they would be sent as null.
  number: (v) => and(code`typeof ${v} === "number"`, code`Number.isFinite(${v})`),
  integer: (v) => and(code`typeof ${v} === "number"`, code`Number.isInteger(${v})`),
  array: (v) => code`Array.isArray(${v})`,
  object: (v) => and(code`typeof ${v} === "object"`, code`${v} !== null`, code`!Array.isArray(${v})`),
} as const satisfies Record<JsonType, (v: Code) => Code>;

/** Whether the instance has one of the types. */
export function hasType(types: readonly JsonType[], of: Subject): Code {
  const possible = of.types;
  if (possible?.length === 0) return FALSE;
  if (possible?.every((known) => types.some((type) => includes(type, known)))) return TRUE;
  if (possible && !types.some((type) => possible.some((known) => overlaps(type, known)))) return FALSE;
  const wanted = types.filter((type) => type !== "integer" || !types.includes("number"));
  return or(...wanted.map((type) => CHECKS[type](of.text)));
}

/** Whether keywords that speak of a type apply: any number counts, also one that JSON cannot hold. */
export function isKind(type: JsonType, of: Subject): Code {
  const known = hasType([type], of);
  return known.text === "true" || known.text === "false" || type !== "number"
    ? known
    : code`typeof ${of.text} === "number"`;
}

export function narrow(of: Subject, types: readonly JsonType[]): Subject {
  const left = of.types
    ? types
        .filter((type) => of.types?.some((known) => includes(known, type)))
        .concat(
          of.types.filter((known) => !types.includes(known) && types.some((type) => includes(type, known))),
        )
    : types;
  return { ...of, types: left };
}

function includes(type: JsonType, other: JsonType): boolean {
  return type === other || (type === "number" && other === "integer");
}

function overlaps(a: JsonType, b: JsonType): boolean {
  return includes(a, b) || includes(b, a);
}

/** How many values are compared one by one before a set is quicker. */
const CHAIN = 10;

/** Whether the comparison with the values is one that TypeScript learns from. */
export function isComparedOneByOne(values: readonly unknown[]): boolean {
  return values.length <= CHAIN && values.every(isPrimitive);
}

function isPrimitive(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

/** Whether the instance equals one of the values. */
export function equals(
  values: readonly unknown[],
  of: Subject,
  constant: (value: Code, name: string) => Code,
  isEqual: () => Code,
): Code {
  const possible = values.filter((value) => hasType([jsonTypeOf(value)], of).text !== "false");
  const text = of.isNarrowed ? code`(${of.text} as unknown)` : of.text;
  const simple = possible.filter(isPrimitive);
  const deep = possible.filter((value) => !isPrimitive(value));
  const set =
    simple.length > CHAIN ? constant(code`new Set<unknown>(${literal(simple)})`, "values") : undefined;
  return or(
    ...(set ? [code`${set}.has(${of.text})`] : simple.map((value) => code`${text} === ${literal(value)}`)),
    ...deep.map((value) =>
      join([code`${isEqual()}(${of.text}, `, constant(literal(value), "value"), code`)`], ""),
    ),
  );
}
