import type { JsonType } from "../../json/value.js";
import { factsOf, isSameKind, type PlanOf } from "./facts.js";
import type { Plan } from "./plan.js";

/** Alternatives for values of some types. */
export type TypeGroup = { readonly types: readonly JsonType[]; readonly plans: readonly Plan[] };

/** Alternatives by the types that they take, where that leaves fewer to try for each value. */
export function groupByType(alternatives: readonly Plan[], planOf: PlanOf): readonly TypeGroup[] | undefined {
  let groups: readonly TypeGroup[] = [];
  for (const plan of alternatives) {
    const { types } = factsOf(plan, planOf);
    if (!types || types.length === 0) return undefined;
    const meets = (group: TypeGroup): boolean => group.types.some((a) => types.some((b) => isSameKind(a, b)));
    const met = groups.filter(meets);
    const joined: TypeGroup = {
      types: [...new Set([...met.flatMap((group) => group.types), ...types])],
      plans: [...met.flatMap((group) => group.plans), plan],
    };
    groups = [...groups.filter((group) => !meets(group)), joined];
  }
  return groups.length > 1 ? groups : undefined;
}
