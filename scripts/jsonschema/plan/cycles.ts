type Graph<T> = ReadonlyMap<T, readonly T[]>;

type Search<T> = {
  readonly graph: Graph<T>;
  /** When each node was first met, and the earliest open node that it is known to reach. */
  readonly index: Map<T, number>;
  readonly low: Map<T, number>;
  /** Nodes whose component is not complete yet, in the order in which they were met. */
  readonly open: Set<T>;
  readonly cycles: Map<T, number>;
};

type Visit<T> = { readonly node: T; readonly rest: T[] };

/** The cycle that a node is on, by number: strongly connected components, by Tarjan without recursion. */
export function findCycles<T>(graph: Graph<T>): ReadonlyMap<T, number> {
  const search: Search<T> = {
    graph,
    index: new Map(),
    low: new Map(),
    open: new Set(),
    cycles: new Map(),
  };
  for (const start of graph.keys()) {
    if (!search.index.has(start)) searchFrom(start, search);
  }
  return search.cycles;
}

function searchFrom<T>(start: T, search: Search<T>): void {
  const stack = [visit(start, search)];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = top.rest.pop();
    if (next === undefined) {
      close(top.node, search);
      stack.pop();
      const above = stack.at(-1);
      if (above) reach(above.node, search.low.get(top.node), search);
    } else if (!search.index.has(next)) stack.push(visit(next, search));
    else if (search.open.has(next)) reach(top.node, search.index.get(next), search);
  }
}

function visit<T>(node: T, { graph, index, low, open }: Search<T>): Visit<T> {
  low.set(node, index.size);
  index.set(node, index.size);
  open.add(node);
  return { node, rest: [...(graph.get(node) ?? [])] };
}

function reach<T>(node: T, earliest: number | undefined, { low }: Search<T>): void {
  low.set(node, Math.min(low.get(node) ?? 0, earliest ?? 0));
}

/** The nodes that were met since one that reaches none before it are one component. */
function close<T>(node: T, { graph, index, low, open, cycles }: Search<T>): void {
  if (low.get(node) !== index.get(node)) return;
  const met = [...open];
  const members = met.slice(met.indexOf(node));
  const isCycle = members.length > 1 || (graph.get(node) ?? []).includes(node);
  for (const member of members) {
    open.delete(member);
    if (isCycle) cycles.set(member, index.get(node) ?? 0);
  }
}
