import { expect, test } from "vitest";
import type { Node } from "../../scripts/inclusion/node/node.js";
import { Space } from "../../scripts/inclusion/node/space.js";
import { Fixpoint, type Find } from "../../scripts/inclusion/solve/fixpoint.js";
import { EMPTY, undecided, witness, type Outcome } from "../../scripts/inclusion/solve/outcome.js";

type Goals = Readonly<Record<string, (find: (name: string) => Outcome) => Outcome>>;

/** A search over goals that ask for each other by name, and how often each was looked at. */
function searchOf(goals: Goals, maxDepth = Infinity) {
  const space = new Space(() => {});
  const nodes = new Map(Object.keys(goals).map((name) => [name, space.oneOf([name])]));
  const names = new Map([...nodes].map(([name, node]) => [node, name]));
  const looks: string[] = [];
  const nodeOf = (name: string): Node => nodes.get(name) ?? space.nothing;
  const decide: Find = (node) => {
    const name = names.get(node) ?? "";
    looks.push(name);
    return goals[name]?.((other) => search.find(nodeOf(other))) ?? EMPTY;
  };
  const search: Fixpoint = new Fixpoint(decide, { maxDepth });
  return { ask: (name: string) => search.find(nodeOf(name)).kind, looks };
}

test("a goal that needs itself has no value", () => {
  expect(searchOf({ a: (find) => find("a") }).ask("a")).toBe("empty");
});

test("goals that need each other have none, and all of them are known for good", () => {
  const { ask, looks } = searchOf({
    a: (find) => find("b"),
    b: (find) => find("c"),
    c: (find) => find("a"),
  });
  expect(ask("a")).toBe("empty");
  expect([ask("b"), ask("c")]).toEqual(["empty", "empty"]);
  expect(looks).toEqual(["a", "b", "c"]);
});

test("what counted an open goal as empty is asked again when that has a value", () => {
  const { ask, looks } = searchOf({
    a: (find) => (find("b").kind === "empty" ? witness(1) : undecided("b should lean on a")),
    b: (find) => find("a"),
  });
  expect(ask("a")).toBe("witness");
  expect(ask("b")).toBe("witness");
  expect(looks).toEqual(["a", "b", "b"]);
});

test("nor is it kept when the open goal is undecided", () => {
  const { ask } = searchOf({
    a: (find) => (find("b").kind === "empty" ? undecided("no idea") : EMPTY),
    b: (find) => find("a"),
  });
  expect(ask("a")).toBe("undecided");
  expect(ask("b")).toBe("undecided");
});

test("an inner goal that leans on an outer one is not final when it is left", () => {
  const { ask } = searchOf({
    a: (find) => (find("b").kind === "empty" ? find("d") : EMPTY),
    b: (find) => find("c"),
    c: (find) => find("a"),
    d: () => witness(1),
  });
  expect(ask("a")).toBe("witness");
  expect([ask("b"), ask("c")]).toEqual(["witness", "witness"]);
});

test("what lies too deep counts as empty, but is looked at again from where it is less deep", () => {
  const { ask } = searchOf({ a: (find) => find("b"), b: (find) => find("c"), c: () => witness(1) }, 2);
  expect(ask("a")).toBe("empty");
  expect(ask("b")).toBe("witness");
});
