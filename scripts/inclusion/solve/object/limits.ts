import type { Node } from "../../node/node.js";
import type { ObjectShape } from "./object-shape.js";
import type { Solver } from "../solver.js";

/** What the value of a name is asked for; `isCertain` is false where it is unknown whether more is asked. */
export type Limits = (name: string) => { readonly node: Node; readonly isCertain: boolean };

export function createLimits({ space, evaluate }: Solver, { byName, wide }: ObjectShape): Limits {
  const known = new Map<string, ReturnType<Limits>>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const truths = wide.map((atom) => ({ atom, truth: evaluate(atom.names, name) }));
    const covering = truths.filter(({ truth }) => truth === true).map(({ atom }) => atom.value);
    const limit = {
      node: space.and(...(byName.get(name) ?? []), ...covering),
      isCertain: truths.every(({ truth }) => truth !== undefined),
    };
    known.set(name, limit);
    return limit;
  };
}
