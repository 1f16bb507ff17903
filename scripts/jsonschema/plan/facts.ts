import { jsonTypeOf, type JsonType } from "../../json/value.js";
import type { FunctionKey, Plan, Reason } from "./plan.js";

/** What every instance that passes a plan has in common, as far as a look at the plan tells. */
export type Facts = {
  /** The only types that pass. */
  readonly types: readonly JsonType[] | undefined;
  /** Why another type does not. */
  readonly typeReason: Reason | undefined;
  readonly required: ReadonlyMap<string, Reason>;
  /** The only values that a property may have. */
  readonly values: ReadonlyMap<string, readonly unknown[]>;
  readonly forbids: (property: string) => boolean;
  /** Whether it does so by name, and not because it takes no names but its own. */
  readonly excludes: (property: string) => boolean;
};

export type PlanOf = (key: FunctionKey) => Plan;

const NOTHING: Facts = {
  types: undefined,
  typeReason: undefined,
  required: new Map(),
  values: new Map(),
  forbids: () => false,
  excludes: () => false,
};

/** References are followed a few steps, which is as far as tags of alternatives stand apart. */
export function factsOf(plan: Plan, planOf: PlanOf, steps = 5): Facts {
  if (steps === 0) return NOTHING;
  switch (plan.kind) {
    case "all":
      return plan.plans.map((p) => factsOf(p, planOf, steps)).reduce(both, NOTHING);
    case "type":
      return { ...NOTHING, types: plan.types, typeReason: plan.reason };
    case "when":
      return { ...factsOf(plan.plan, planOf, steps), types: undefined };
    case "unevaluated":
    case "shared":
      return factsOf(plan.plan, planOf, steps);
    case "call":
      return factsOf(planOf(plan.target), planOf, steps - 1);
    case "object":
      return {
        ...NOTHING,
        required: new Map(plan.required.map(({ name, reason }) => [name, reason])),
        values: new Map(
          plan.properties.flatMap(({ name, plan: p }) => entryOf(name, valuesOf(p, planOf, steps))),
        ),
        forbids: (property) => {
          const own = plan.properties.find(({ name }) => name === property);
          return (own?.plan ?? (plan.patterns.length === 0 ? plan.additional : undefined))?.kind === "never";
        },
        excludes: (property) =>
          plan.properties.some(({ name, plan: own }) => name === property && own.kind === "never"),
      };
    default:
      return NOTHING;
  }
}

/** The only types that pass, by a list of types or of values. */
export function typesOf(plan: Plan, planOf: PlanOf): readonly JsonType[] | undefined {
  const { types } = factsOf(plan, planOf);
  const values = valuesOf(plan, planOf, 5);
  return types ?? (values && [...new Set(values.map(jsonTypeOf))]);
}

function entryOf(name: string, values: readonly unknown[] | undefined): [string, readonly unknown[]][] {
  return values ? [[name, values]] : [];
}

function valuesOf(plan: Plan, planOf: PlanOf, steps: number): readonly unknown[] | undefined {
  if (plan.kind === "equal") return plan.values;
  if (plan.kind === "shared") return valuesOf(plan.plan, planOf, steps);
  if (plan.kind === "all")
    return plan.plans.map((p) => valuesOf(p, planOf, steps)).find((values) => values !== undefined);
  return plan.kind === "call" && steps > 1 ? valuesOf(planOf(plan.target), planOf, steps - 1) : undefined;
}

function both(a: Facts, b: Facts): Facts {
  return {
    types: a.types && b.types ? a.types.filter((type) => b.types?.includes(type)) : (a.types ?? b.types),
    typeReason: a.typeReason ?? b.typeReason,
    required: new Map([...a.required, ...b.required]),
    values: new Map([...a.values, ...b.values]),
    forbids: (property) => a.forbids(property) || b.forbids(property),
    excludes: (property) => a.excludes(property) || b.excludes(property),
  };
}

/** Whether no instance passes both; `false` when that does not show. */
export function areDisjoint(a: Facts, b: Facts): boolean {
  if (!a.types || !b.types) return false;
  if (!a.types.some((x) => b.types?.some((y) => isSameKind(x, y)))) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if ([...a.required.keys()].some((name) => b.forbids(name))) return true;
  if ([...b.required.keys()].some((name) => a.forbids(name))) return true;
  return [...a.required.keys()].some(
    (name) => b.required.has(name) && areApart(a.values.get(name), b.values.get(name)),
  );
}

export function isSameKind(a: JsonType, b: JsonType): boolean {
  return a === b || (isNumeric(a) && isNumeric(b));
}

function isNumeric(type: JsonType): boolean {
  return type === "integer" || type === "number";
}

export function isObject(facts: Facts): boolean {
  return facts.types?.length === 1 && facts.types[0] === "object";
}

/** Two lists of primitive values without one in common. */
function areApart(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return (
    a !== undefined && b !== undefined && arePrimitive(a) && arePrimitive(b) && !a.some((v) => b.includes(v))
  );
}

export function arePrimitive(values: readonly unknown[]): boolean {
  return values.every((value) => typeof value !== "object" || value === null);
}
