import { sameInstance, walk, type FunctionKey, type Plan } from "./plan.js";

type Graph = ReadonlyMap<FunctionKey, readonly FunctionKey[]>;

/** The functions that come back to themselves, and so have to count how deep they are. */
export function findRecursive(plans: ReadonlyMap<FunctionKey, Plan>): ReadonlySet<FunctionKey> {
  return onCycles(graphOf(plans, (plan) => [...walk(plan)]));
}

/** The functions that come back to themselves with the same instance, and so would never end. */
export function findEndless(plans: ReadonlyMap<FunctionKey, Plan>): ReadonlySet<FunctionKey> {
  return onCycles(graphOf(plans, walkSameInstance));
}

function walkSameInstance(plan: Plan): readonly Plan[] {
  return [plan, ...sameInstance(plan).flatMap(walkSameInstance)];
}

function graphOf(plans: ReadonlyMap<FunctionKey, Plan>, reach: (plan: Plan) => readonly Plan[]): Graph {
  return new Map(
    [...plans].map(([key, plan]) => [key, reach(plan).flatMap((p) => (p.kind === "call" ? [p.target] : []))]),
  );
}

/** Members of strongly connected components with a cycle, by Tarjan's algorithm without recursion. */
function onCycles(graph: Graph): ReadonlySet<FunctionKey> {
  const index = new Map<FunctionKey, number>();
  const low = new Map<FunctionKey, number>();
  const open: FunctionKey[] = [];
  const isOpen = new Set<FunctionKey>();
  const found = new Set<FunctionKey>();
  const visit = (key: FunctionKey): { key: FunctionKey; rest: FunctionKey[] } => {
    index.set(key, index.size);
    low.set(key, index.get(key) ?? 0);
    open.push(key);
    isOpen.add(key);
    return { key, rest: [...(graph.get(key) ?? [])] };
  };
  const close = (key: FunctionKey): void => {
    if (low.get(key) !== index.get(key)) return;
    const members = open.splice(open.lastIndexOf(key));
    for (const member of members) isOpen.delete(member);
    const isCycle = members.length > 1 || graph.get(key)?.includes(key) === true;
    if (isCycle) for (const member of members) found.add(member);
  };
  for (const start of graph.keys()) {
    const stack = index.has(start) ? [] : [visit(start)];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.rest.pop();
      if (next === undefined) {
        close(top.key);
        stack.pop();
        const parent = stack.at(-1);
        if (parent) low.set(parent.key, Math.min(low.get(parent.key) ?? 0, low.get(top.key) ?? 0));
      } else if (!index.has(next)) stack.push(visit(next));
      else if (isOpen.has(next)) low.set(top.key, Math.min(low.get(top.key) ?? 0, index.get(next) ?? 0));
    }
  }
  return found;
}
