import type { JsonType } from "../../json/value.js";
import { code, type Code } from "../code/code.js";

/** What a condition may refer to beyond the instance, once it is printed. */
export type Tools = {
  /** A function of the run-time module. */
  readonly runtime: (name: string) => Code;
  /** Whether a text matches a pattern. */
  readonly matches: (pattern: string, text: Code) => Code;
};

/** An expression over an instance. */
export type Expression = (instance: Code, tools: Tools) => Code;

/** Where a problem with an instance comes from. Made when the schema is read, so it cannot hold an instance. */
export type Reason = {
  readonly keyword: string;
  /** JSON Pointer to the keyword; with the document's URI before it when it is not the main document. */
  readonly at: string;
  readonly message: string | Message;
};

/** Words as an expression over the instance that measures it (a length, a count), or over the last step to it. */
export type Message = (instance: Code, tools: Tools, step: Code) => Code;

/** A schema, taken apart into the few questions that can be asked of an instance. */
export type Plan =
  /** Every one of them holds. */
  | { readonly kind: "all"; readonly plans: readonly Plan[] }
  /** The instance has one of the types. */
  | { readonly kind: "type"; readonly types: readonly JsonType[]; readonly reason: Reason }
  /** A condition that is one expression over an instance of a type that is already known. */
  | { readonly kind: "test"; readonly ok: Expression; readonly reason: Reason }
  /** The instance equals one of the values. */
  | { readonly kind: "equal"; readonly values: readonly unknown[]; readonly reason: Reason }
  /** Holds for every instance of another type. */
  | { readonly kind: "when"; readonly type: JsonType; readonly plan: Plan }
  /** Nothing passes. */
  | { readonly kind: "never"; readonly reason: Reason }
  /** What is known about the properties of an object; asked of objects only. */
  | ObjectPlan
  /** Every property name, as a string, passes. */
  | { readonly kind: "names"; readonly name: Plan; readonly reason: Reason }
  /** Items one by one: the first few each by its own plan, the others by one. */
  | { readonly kind: "items"; readonly prefix: readonly Plan[]; readonly rest: Plan | undefined }
  /** How many items pass. */
  | SomePlan
  /** Alternatives for the same instance. */
  | AlternativesPlan
  | { readonly kind: "not"; readonly plan: Plan; readonly reason: Reason }
  | { readonly kind: "if"; readonly test: Plan; readonly yes: Plan; readonly no: Plan }
  /** A property that is there asks for more of the whole object. */
  | { readonly kind: "present"; readonly property: string; readonly plan: Plan }
  /** Another schema's function, asked about the same instance. */
  | { readonly kind: "call"; readonly target: FunctionKey }
  /** A plan with a function of its own, which may stand at several places: this one is below the pointer `at`. */
  | SharedPlan
  /** Passes what `plan` did not evaluate to `rest` (the `unevaluated…` keywords). */
  | {
      readonly kind: "unevaluated";
      readonly parts: "properties" | "items";
      readonly plan: Plan;
      readonly rest: Plan;
    };

export type ObjectPlan = {
  readonly kind: "object";
  readonly required: readonly { readonly name: string; readonly reason: Reason }[];
  /** `at` is the JSON Pointer to the schema of the property, as in reasons. */
  readonly properties: readonly { readonly name: string; readonly plan: Plan; readonly at: string }[];
  readonly patterns: readonly { readonly pattern: string; readonly plan: Plan }[];
  /** For names that neither list covers; `undefined` when they are free. */
  readonly additional: Plan | undefined;
  /** Whether `additional` is a keyword of the schema, so that it counts as evaluating what it passes. */
  readonly evaluatesAdditional: boolean;
};

export type SharedPlan = {
  readonly kind: "shared";
  readonly target: FunctionKey;
  readonly at: string;
  readonly plan: Plan;
};

export type SomePlan = {
  readonly kind: "some";
  readonly item: Plan;
  readonly min: number;
  readonly max: number;
  readonly tooFew: Reason;
  readonly tooMany: Reason;
};

export type AlternativesPlan = {
  readonly kind: "alternatives";
  readonly plans: readonly Plan[];
  /** `oneOf` counts; `anyOf` stops at the first. */
  readonly exactlyOne: boolean;
  readonly reason: Reason;
  /**
   * The property that is to tell which alternative a value is meant for, and for each the values that do. It picks
   * what is reported and nothing else: OpenAPI 3.1.1 §4.8.25 has a discriminator change no verdict.
   */
  readonly hint: { readonly property: string; readonly values: readonly (readonly string[])[] } | undefined;
};

/** Identifies a function to print: a schema's place, and whatever else its meaning depends on. */
export type FunctionKey = string & { readonly __functionKey: unique symbol };

export const PASS: Plan = { kind: "all", plans: [] };

/** Asks nothing of an object, and stands for any plan that reads its fields. */
export const ANY_OBJECT: ObjectPlan = {
  kind: "object",
  required: [],
  properties: [],
  patterns: [],
  additional: undefined,
  evaluatesAdditional: false,
};

export function isPass(plan: Plan): boolean {
  return plan.kind === "all" && plan.plans.length === 0;
}

/** Conjunction, flattened, so that a printer sees what is asked of one instance in one list. */
export function all(plans: readonly Plan[]): Plan {
  const flat = plans.flatMap((plan) => (plan.kind === "all" ? plan.plans : [plan]));
  const [only] = flat;
  return only && flat.length === 1 ? only : { kind: "all", plans: flat };
}

/** A plan restricted to one type of instance; nothing is left of a plan that asks nothing. */
export function when(type: JsonType, plan: Plan): Plan {
  return isPass(plan) ? PASS : { kind: "when", type, plan };
}

/** The plans directly below that are asked about the same instance. */
export function sameInstance(plan: Plan): readonly Plan[] {
  switch (plan.kind) {
    case "all":
    case "alternatives":
      return plan.plans;
    case "when":
    case "present":
    case "not":
    case "shared":
      return [plan.plan];
    case "if":
      return [plan.test, plan.yes, plan.no];
    case "unevaluated":
      return [plan.plan];
    default:
      return [];
  }
}

/** The plans directly below that are asked about a part of the instance. */
export function parts(plan: Plan): readonly Plan[] {
  switch (plan.kind) {
    case "object":
      return [
        ...plan.properties.map((p) => p.plan),
        ...plan.patterns.map((p) => p.plan),
        ...(plan.additional ? [plan.additional] : []),
      ];
    case "names":
      return [plan.name];
    case "items":
      return [...plan.prefix, ...(plan.rest ? [plan.rest] : [])];
    case "some":
      return [plan.item];
    case "unevaluated":
      return [plan.rest];
    default:
      return [];
  }
}

/**
 * The plan with what `map` makes of its parts and alternatives. `isMany`: one value may hold many of such a part, as
 * items or under any name.
 */
export function mapPlans(plan: Plan, map: (part: Plan, isMany: boolean) => Plan): Plan {
  const inner = (same: Plan): Plan => mapPlans(same, map);
  switch (plan.kind) {
    case "all":
      return { ...plan, plans: plan.plans.map(inner) };
    case "alternatives":
      return { ...plan, plans: plan.plans.map((own) => map(own, false)) };
    case "when":
    case "present":
      return { ...plan, plan: inner(plan.plan) };
    case "if":
      return { ...plan, yes: inner(plan.yes), no: inner(plan.no) };
    case "items":
      return {
        ...plan,
        prefix: plan.prefix.map((item) => map(item, false)),
        rest: plan.rest && map(plan.rest, true),
      };
    case "object":
      return {
        ...plan,
        properties: plan.properties.map((property) => ({ ...property, plan: map(property.plan, false) })),
        patterns: plan.patterns.map((pattern) => ({ ...pattern, plan: map(pattern.plan, true) })),
        additional: plan.additional && map(plan.additional, true),
      };
    default:
      return plan;
  }
}

/** Every plan in the tree, the given one first. */
export function* walk(plan: Plan): Generator<Plan> {
  const pending = [plan];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    yield at;
    for (const child of [...sameInstance(at), ...parts(at)].toReversed()) pending.push(child);
  }
}

/** Every plan in the tree that is asked about the same instance, the given one first. */
export function walkSameInstance(plan: Plan): readonly Plan[] {
  return [plan, ...sameInstance(plan).flatMap(walkSameInstance)];
}

/** The plan with the reason for which it applies at all behind each of its messages. */
export function because(plan: Plan, condition: string): Plan {
  const explain = (reason: Reason): Reason => {
    const { message } = reason;
    const suffix = `, because ${condition}`;
    return {
      ...reason,
      message:
        typeof message === "string"
          ? message + suffix
          : (v, tools, step) => code`${message(v, tools, step)} + ${suffix}`,
    };
  };
  const inner = (p: Plan): Plan => because(p, condition);
  switch (plan.kind) {
    case "all":
      return { ...plan, plans: plan.plans.map(inner) };
    case "when":
    case "present":
      return { ...plan, plan: inner(plan.plan) };
    case "type":
    case "test":
    case "equal":
    case "never":
    case "not":
      return { ...plan, reason: explain(plan.reason) };
    case "object":
      return {
        ...plan,
        required: plan.required.map((r) => ({ ...r, reason: explain(r.reason) })),
        properties: plan.properties.map((p) => ({ ...p, plan: inner(p.plan) })),
      };
    default:
      return plan;
  }
}
