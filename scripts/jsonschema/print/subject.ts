import { call, code, identifier, literal, type Code } from "../code/code.js";
import { and, equal, FALSE, not, or, TRUE, unequal } from "../code/condition.js";
import { jsonTypeOf, type JsonType } from "../../json/value.js";
import { intersect, kindsOf, kindsOfFailing, kindsOfPassing, type Kinds } from "../plan/outcome-types.js";
import type { Plan, Tools } from "../plan/plan.js";

/** The value that a piece of generated code speaks of, and what is known of it at that point. */
export type Subject = {
  readonly expression: Code;
  /** The steps that lead to it from the function's own value. */
  readonly path: readonly Code[];
  /** The same from a step that has been put together already, for the functions that are called. */
  readonly link: { readonly at: Code; readonly steps: readonly Code[] };
  /** Where its schema is, as an expression, when the code serves several schemas; the pointer is that of one of them. */
  readonly place: { readonly pointer: string; readonly code: Code } | undefined;
  /** What earlier tests left; `undefined` when nothing is known. */
  readonly types: readonly JsonType[] | undefined;
  /** What it can be after what was asked before, also where TypeScript has not seen it: all others are ruled out. */
  readonly possible: Kinds;
  /** The same value, typed as a record, once it is known to be an object. */
  readonly fields: Code | undefined;
  /** Whether TypeScript has narrowed it to literals, so that another comparison would not compile. */
  readonly isNarrowed: boolean;
};

export function createSubject(expression: Code, path: readonly Code[] = []): Subject {
  return {
    expression,
    path,
    link: { at: AT, steps: path },
    place: undefined,
    types: undefined,
    possible: undefined,
    fields: undefined,
    isNarrowed: false,
  };
}

/** The parameter that holds the step to a function's own value. */
export const AT = identifier("at");

/** A part of a subject, one step further down. */
export function partOf({ path, link, place }: Subject, expression: Code, step: Code): Subject {
  const { at, steps } = link;
  return { ...createSubject(expression, [...path, step]), link: { at, steps: [...steps, step] }, place };
}

/** The step that leads to a subject, as an expression. */
export function stepTo({ link: { at, steps } }: Pick<Subject, "link">, { runtime }: Tools): Code {
  return steps.reduce((above, key) => call(runtime("step"), above, key), at);
}

const NULL = literal(null);
const typeOf = (v: Code, type: string): Code => equal(code`typeof ${v}`, literal(type));
const isArray = (v: Code): Code => call(code`Array.isArray`, v);

const CHECKS = {
  null: (v) => equal(v, NULL),
  boolean: (v) => typeOf(v, "boolean"),
  string: (v) => typeOf(v, "string"),
  // JSON has no NaN and no Infinity (RFC 8259 §6); they would be sent as null.
  number: (v) => and(typeOf(v, "number"), call(code`Number.isFinite`, v)),
  integer: (v) => and(typeOf(v, "number"), call(code`Number.isInteger`, v)),
  array: isArray,
  object: (v) => and(typeOf(v, "object"), unequal(v, NULL), not(isArray(v))),
} as const satisfies Record<JsonType, (v: Code) => Code>;

/** Whether the instance has one of the types. */
export function hasType(types: readonly JsonType[], { types: known, possible, expression }: Subject): Code {
  if (known?.length === 0 || intersect(kindsOf(types), possible)?.length === 0) return FALSE;
  if (known?.every((own) => types.some((type) => includes(type, own)))) return TRUE;
  if (known && !types.some((type) => known.some((own) => overlaps(type, own)))) return FALSE;
  const wanted = types.filter((type) => type !== "integer" || !types.includes("number"));
  return or(...wanted.map((type) => CHECKS[type](expression)));
}

/** Whether keywords that speak of a type apply: any number counts, also one that JSON cannot hold. */
export function isKind(type: JsonType, subject: Subject): Code {
  const known = hasType([type], subject);
  return known === TRUE || known === FALSE || type !== "number"
    ? known
    : typeOf(subject.expression, "number");
}

export function narrow(subject: Subject, types: readonly JsonType[]): Subject {
  const { types: known } = subject;
  if (!known) return { ...subject, types };
  const kept = types.filter((type) => known.some((other) => includes(other, type)));
  const within = known.filter(
    (other) => !types.includes(other) && types.some((type) => includes(type, other)),
  );
  return { ...subject, types: [...kept, ...within] };
}

/** What is ruled out once the instance has passed a plan. */
export function passing(plan: Plan, subject: Subject): Subject {
  return { ...subject, possible: intersect(subject.possible, kindsOfPassing(plan)) };
}

/** What is ruled out once it has not. */
export function failing(plan: Plan, subject: Subject): Subject {
  return { ...subject, possible: intersect(subject.possible, kindsOfFailing(plan)) };
}

/** What is known of the instance once it has passed a plan. */
export function after(plan: Plan, subject: Subject): Subject {
  return passing(plan, learn(plan, subject));
}

/** What TypeScript knows then. */
function learn(plan: Plan, subject: Subject): Subject {
  if (plan.kind === "type") return narrow(subject, plan.types);
  // A comparison that TypeScript was kept from learning of tells it no type.
  if (plan.kind === "equal" && isComparedOneByOne(plan.values) && !subject.isNarrowed) {
    return { ...narrow(subject, plan.values.map(jsonTypeOf)), isNarrowed: true };
  }
  const isChoice =
    plan.kind === "equal" || plan.kind === "alternatives" || plan.kind === "not" || plan.kind === "if";
  return isChoice ? { ...subject, isNarrowed: true } : subject;
}

function includes(type: JsonType, other: JsonType): boolean {
  return type === other || (type === "number" && other === "integer");
}

function overlaps(a: JsonType, b: JsonType): boolean {
  return includes(a, b) || includes(b, a);
}

/** How many values are compared one by one before a set is quicker. */
const MAX_CHAIN = 10;

/** Whether the comparison with the values is one that TypeScript learns from. */
function isComparedOneByOne(values: readonly unknown[]): boolean {
  return values.length <= MAX_CHAIN && values.every(isPrimitive);
}

function isPrimitive(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

/** Whether the instance equals one of the values. */
export function equals(
  values: readonly unknown[],
  subject: Subject,
  constant: (value: Code, name: string) => Code,
  isEqual: () => Code,
): Code {
  const { expression, isNarrowed } = subject;
  const possible = values.filter((value) => hasType([jsonTypeOf(value)], subject) !== FALSE);
  const wide = isNarrowed ? code`(${expression} as unknown)` : expression;
  const simple = possible.filter(isPrimitive);
  const deep = possible.filter((value) => !isPrimitive(value));
  const isSimple =
    simple.length > MAX_CHAIN
      ? [call(code`${constant(code`new Set<unknown>(${literal(simple)})`, "values")}.has`, expression)]
      : simple.map((value) => equal(wide, literal(value)));
  return or(
    ...isSimple,
    ...deep.map((value) => call(isEqual(), expression, constant(literal(value), "value"))),
  );
}
