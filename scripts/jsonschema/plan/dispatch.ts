import { areDisjoint, arePrimitive, factsOf, isObject, type Facts, type PlanOf } from "./facts.js";
import type { Plan, Reason } from "./plan.js";

/** How the alternative that a value is meant for can be told from one property, without trying them all. */
export type Dispatch =
  /** Its value names the alternative. */
  | {
      readonly kind: "tag";
      readonly property: string;
      readonly cases: readonly { readonly values: readonly unknown[]; readonly plan: Plan }[];
      readonly missing: Reason | undefined;
      readonly notObject: Reason | undefined;
    }
  /** Some alternatives require it, the others forbid it. */
  | {
      readonly kind: "presence";
      readonly property: string;
      readonly present: readonly Plan[];
      readonly absent: readonly Plan[];
      readonly notObject: Reason | undefined;
    };

export function chooseDispatch(alternatives: readonly Plan[], planOf: PlanOf): Dispatch | undefined {
  if (alternatives.length < 2) return undefined;
  const facts = alternatives.map((plan) => factsOf(plan, planOf));
  const [first] = facts;
  if (!first || !facts.every(isObject)) return undefined;
  const names = new Set(facts.flatMap((f) => [...f.required.keys()]));
  // A name that is excluded tells more of what is meant than one that is merely unknown.
  return (
    firstOf(names, (name) => byTag(name, alternatives, facts)) ??
    firstOf(names, (name) => byPresence(name, alternatives, facts, "excludes")) ??
    firstOf(names, (name) => byPresence(name, alternatives, facts, "forbids"))
  );
}

function byTag(
  property: string,
  alternatives: readonly Plan[],
  facts: readonly Facts[],
): Dispatch | undefined {
  const values = facts.map((f) => (f.required.has(property) ? f.values.get(property) : undefined));
  const known = values.filter((list) => list !== undefined);
  const flat = known.flat();
  if (known.length !== facts.length || !arePrimitive(flat) || new Set(flat).size !== flat.length)
    return undefined;
  return {
    kind: "tag",
    property,
    cases: alternatives.map((plan, i) => ({ plan, values: known[i] ?? [] })),
    missing: facts[0]?.required.get(property),
    notObject: facts[0]?.typeReason,
  };
}

function firstOf(
  names: Iterable<string>,
  choose: (name: string) => Dispatch | undefined,
): Dispatch | undefined {
  for (const name of names) {
    const dispatch = choose(name);
    if (dispatch) return dispatch;
  }
  return undefined;
}

function byPresence(
  property: string,
  alternatives: readonly Plan[],
  facts: readonly Facts[],
  how: "forbids" | "excludes",
): Dispatch | undefined {
  const present = alternatives.filter((_, i) => facts[i]?.required.has(property));
  const absent = alternatives.filter((_, i) => facts[i]?.[how](property));
  if (absent.length === 0 || present.length + absent.length !== alternatives.length) return undefined;
  return { kind: "presence", property, present, absent, notObject: facts[0]?.typeReason };
}

/** Whether no value passes two of them, so that the first that passes settles it. */
export function excludeEachOther(alternatives: readonly Plan[], planOf: PlanOf): boolean {
  const facts = alternatives.map((plan) => factsOf(plan, planOf));
  return facts.every((a, i) => facts.slice(i + 1).every((b) => areDisjoint(a, b)));
}
