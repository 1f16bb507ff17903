import {
  all,
  ANY_OBJECT,
  type FunctionKey,
  type ObjectPlan,
  type Plan,
  type Reason,
} from "../../../scripts/jsonschema/plan/plan.js";

/** Plans by hand, as short as schemas. */
export const reason: Reason = { keyword: "k", at: "/k", message: "m" };
export const because = (message: string): Reason => ({ ...reason, message });

export const type = (...types: (Plan & { kind: "type" })["types"]): Plan => ({ kind: "type", types, reason });
export const equal = (...values: unknown[]): Plan => ({ kind: "equal", values, reason });
export const test = (message = "t"): Plan => ({
  kind: "test",
  ok: (v) => v,
  reason: because(message),
});
export const never: Plan = { kind: "never", reason };
export const not = (plan: Plan): Plan => ({ kind: "not", plan, reason });
export const items = (rest: Plan | undefined, ...prefix: Plan[]): Plan => ({ kind: "items", prefix, rest });
export const names = (name: Plan): Plan => ({ kind: "names", name, reason });
export const some = (item: Plan): Plan => ({
  kind: "some",
  item,
  min: 1,
  max: Infinity,
  tooFew: reason,
  tooMany: reason,
});
export const present = (property: string, plan: Plan): Plan => ({ kind: "present", property, plan });
export const anyOf = (...plans: Plan[]): Plan => ({
  kind: "alternatives",
  plans,
  exactlyOne: false,
  reason,
  hint: undefined,
});
export const choice = (condition: Plan, yes: Plan, no: Plan): Plan => ({
  kind: "if",
  test: condition,
  yes,
  no,
});
export const unevaluated = (parts: "properties" | "items", plan: Plan, rest: Plan): Plan => ({
  kind: "unevaluated",
  parts,
  plan,
  rest,
});

export const fields = (
  properties: Readonly<Record<string, Plan>>,
  required: readonly string[] = [],
  others: Partial<ObjectPlan> = {},
): Plan => ({
  ...ANY_OBJECT,
  properties: Object.entries(properties).map(([name, plan]) => ({ name, plan, at: `/properties/${name}` })),
  required: required.map((name) => ({ name, reason: because(`${name} is required`) })),
  ...others,
});
/** An object and nothing else, as `type: object` beside `properties` gives it. */
export const object = (...rest: Parameters<typeof fields>): Plan =>
  all([type("object"), { kind: "when", type: "object", plan: fields(...rest) }]);

/** Keys are made by the compiler; here any text is one. */
export const key = (name: string): FunctionKey => name as FunctionKey;
export const call = (name: string): Plan => ({ kind: "call", target: key(name) });
export const plansOf = (named: Readonly<Record<string, Plan>>): ReadonlyMap<FunctionKey, Plan> =>
  new Map(Object.entries(named).map(([name, plan]) => [key(name), plan]));
export const lookUp =
  (named: Readonly<Record<string, Plan>>) =>
  (name: FunctionKey): Plan =>
    named[name] ?? never;

export const reasoned = (message: Reason["message"]): Plan => ({
  kind: "never",
  reason: { ...reason, message },
});
