import { eachItem } from "./atoms/array.js";
import { eachProperty } from "./atoms/object.js";
import type { Unfold } from "./algebra/restrict.js";
import type { Address, Node, Properties } from "./node/node.js";
import { conjuncts } from "./node/space.js";
import { ANY, OBJECT } from "./node/types.js";
import type { Engine } from "./solve/engine.js";
import type { Find } from "./solve/fixpoint.js";

/** What some expressions about one value say of its parts. */
type Parts = {
  /** By name: what is said of the property with that name alone. */
  readonly named: ReadonlyMap<string, readonly Node[]>;
  /** What is said of properties by an expression about their names. */
  readonly wide: readonly Properties[];
  readonly items: readonly Node[];
};

type Reading = Pick<Engine, "space" | "evaluate" | "unfold" | "restrict"> & {
  readonly find: Find;
  /** The schema that is asked about. */
  readonly place: Address;
};

/** Alternatives are compared with each other up to this many. */
const MAX_ALTERNATIVES = 64;

/**
 * An expression that forbids, at every depth, the names that only `b` declares: names of which `b` speaks and `a` does
 * not, neither by name nor by a keyword that covers them. A caller of `a` had no reason to send such a name, so what `b` asks
 * of it is no break. What any alternative declares is declared for all, but where no value is one of two alternatives.
 */
export function forbidNewNames(reading: Reading, a: readonly Node[], b: readonly Node[]): Node {
  const [only, ...others] = a;
  const byAlternative = only === undefined || others.length > 0 ? [] : forbidByAlternative(reading, only, b);
  return reading.space.and(forbidAtOnce(reading, a, b), ...byAlternative);
}

function* forbidByAlternative(reading: Reading, a: Node, b: readonly Node[]): Iterable<Node> {
  const { space, restrict, unfold } = reading;
  const parts = conjuncts(restrict(a, OBJECT));
  const declared = [...readParts(unfold, b).named.keys()];
  for (const clause of parts) {
    if (clause.kind !== "or" || clause.operands.length > MAX_ALTERNATIVES) continue;
    const rest = parts.filter((part) => part !== clause);
    const known = clause.operands.map((branch) => readParts(unfold, [...rest, branch]));
    const isShared = declared.every((name) =>
      known.every((branch) => isKnown(reading, branch, name) === isKnown(reading, known[0], name)),
    );
    if (isShared || !areApart(reading, clause.operands)) continue;
    yield space.or(
      space.types(ANY ^ OBJECT),
      ...clause.operands.map((branch) => space.and(branch, forbidAtOnce(reading, [...rest, branch], b))),
    );
  }
}

function areApart({ space, find }: Reading, branches: readonly Node[]): boolean {
  const object = space.types(OBJECT);
  return branches.every((one, i) =>
    branches.slice(0, i).every((other) => find(space.and(object, one, other)).kind === "empty"),
  );
}

function forbidAtOnce(reading: Reading, a: readonly Node[], b: readonly Node[]): Node {
  const { space, evaluate } = reading;
  const [partsA, partsB] = [readParts(reading.unfold, a), readParts(reading.unfold, b)];
  const added = [...partsB.named.keys()].filter((name) => !isKnown(reading, partsA, name));
  const common = [...partsA.named.keys()].filter((name) => partsB.named.has(name));
  const partsOf = (parts: Parts, name: string): readonly Node[] => [
    ...(parts.named.get(name) ?? []),
    ...parts.wide.filter(({ names }) => evaluate(names, name) === true).map(({ value }) => value),
  ];
  return space.and(
    eachProperty(space, space.oneOf(added), space.nothing),
    ...common.map((name) =>
      eachProperty(
        space,
        space.oneOf([name]),
        forbidLater(reading, partsOf(partsA, name), partsOf(partsB, name)),
      ),
    ),
    eachItem(space, 0, Infinity, forbidLater(reading, partsA.items, partsB.items)),
  );
}

/** The same for a part of the value, read when it is asked for: schemas may be recursive. */
function forbidLater(reading: Reading, a: readonly Node[], b: readonly Node[]): Node {
  const { space } = reading;
  if (a.length === 0 || b.length === 0) return space.everything;
  const [left, right] = [a, b].map((nodes) => [...new Set(nodes)].sort((x, y) => x.id - y.id));
  const key = [left, right].map((nodes) => nodes?.map(({ id }) => id).join()).join(" ");
  return space.reference({
    key: `new names ${key}`,
    positive: true,
    place: reading.place,
    read: () => forbidNewNames(reading, left ?? [], right ?? []),
  });
}

function isKnown({ evaluate }: Reading, parts: Parts | undefined, name: string): boolean {
  if (parts === undefined) return false;
  return parts.named.has(name) || parts.wide.some(({ names }) => evaluate(names, name) !== false);
}

function readParts(unfold: Unfold, nodes: readonly Node[]): Parts {
  const named = new Map<string, Node[]>();
  const wide: Properties[] = [];
  const items: Node[] = [];
  const seen = new Set<Node>();
  const read = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === "and" || node.kind === "or") node.operands.forEach(read);
    else if (node.kind === "reference") read(unfold(node));
    else if (node.kind === "each-item" || node.kind === "count-at-least" || node.kind === "count-at-most")
      items.push(node.item);
    else if (node.kind === "each-property" || node.kind === "some-property") readProperties(node);
  };
  const readProperties = (node: Properties): void => {
    if (node.names.kind !== "one-of") wide.push(node);
    // To forbid a name is not to declare it.
    else if (node.value.kind !== "nothing")
      for (const name of node.names.values.values())
        if (typeof name === "string") named.set(name, [...(named.get(name) ?? []), node.value]);
  };
  nodes.forEach(read);
  return { named, wide, items };
}
