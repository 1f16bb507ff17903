import { describe, expect, test } from "vitest";
import { openCompiler } from "../../../scripts/review/types/compiler.js";
import { createLossFinder } from "../../../scripts/review/types/losses.js";

/** What is lost from one type to another, as `kind path`. */
function find(base: string, head: string, direction: "request" | "response"): string[] {
  const sides = { base: `export type A = ${base};`, head: `export type A = ${head};` };
  const { checker, types } = openCompiler(sides, ["Base.A", "Head.A"]);
  const [old, now] = types;
  if (old === undefined || now === undefined) throw new Error("both types are known");
  const losses = createLossFinder(checker)({ base: old, head: now }, direction);
  return losses.map(({ kind, path }) => `${kind} ${path.join(".")}`.trim()).toSorted();
}

type Row = readonly [claim: string, base: string, head: string, request: string[], response: string[]];

/** A type that holds itself. */
const tree = (name: string) => `{ ${name}?: string; next?: A; others?: A[] }`;

/** 41 members of a type, and with base's type as many names that head has not. */
const list = (type: "1" | "2") =>
  `{ ${Array.from({ length: 41 }, (_, at) => `v${at}: ${type}; ${type === "1" ? `n${at}: 1;` : ""}`).join(" ")} }`;

describe("what callers lose: in requests, in responses", () => {
  test.each<Row>([
    ["nothing, where the type is the same", "{ a: string }", "{ a: string }", [], []],
    ["a value, where the type narrows in a request; an answer's loses nothing", "{ a: string | number }", "{ a: string }", ["value a"], []],
    ["a value, where the type widens in an answer", "{ a: string }", "{ a: string | number }", [], ["value a"]],
    ["the whole, where it is no object", "string", "number", ["value"], ["value"]],
    ["a literal that is no longer listed", '"a" | "b"', '"a"', ["value"], []],
    ["what an item was", "{ a: (string | null)[] }", "{ a: string[] }", ["value a.*"], []],
    ["what further names held", "{ [name: string]: string | null }", "{ [name: string]: string }", ["value *"], []],
    ["what is always there and need not be, beside further names", "{ a: string }", "{ a?: string; [name: string]: string | number | undefined }", [], ["value a"]],
    ["what need not be there and has to", "{ a?: string }", "{ a: string }", ["value a"], []],
    ["what is always there and need not be", "{ a: string }", "{ a?: string }", [], ["value a"]],
    ["what is new and has to be there", "{}", "{ a: string }", ["value a"], []],
    ["each member that no longer fits", "{ a: 1; b: 1 }", "{ a: 2; b: 2 }", ["value a", "value b"], ["value a", "value b"]],
    ["a name", "{ a?: string; b?: string }", "{ a?: string }", ["name b"], ["name b"]],
    ["a name that was always there", "{ a: string }", "{}", ["name a"], ["name a", "value a"]],
    ["a name deep inside", "{ a: { b?: string }[] }", "{ a: {}[] }", ["name a.*.b"], ["name a.*.b"]],
    ["no name that nothing could stand under", "{ a?: never; b?: undefined }", "{}", [], []],
    ["no name of a text or a number", "string | number", "string", ["value"], []],
    ["the names of an alternative that goes", "{ a: 1 } | { b: 1 }", "{ a: 1 }", ["name b", "value a"], ["name b"]],
    ["the names below an alternative that goes", "{ x: { a: 1 } } | { x: { b: 1 } }", "{ x: { a: 1 } }", ["name x.b", "value x.a"], ["name x.b"]],
    ["the names of an object that goes, where a text stays", "string | { a: 1 }", "string", ["name a", "value"], ["name a"]],
    ["a name that every alternative had, in an answer", "{ a: 1 }", "{ a: 1 } | { b?: 1 }", [], ["name a", "value a"]],
    ["no name that some alternative had and one still has", "{ a: 1 } | { b: 1 }", "{ a: 1 } | { b: 1 } | { c: 1 }", [], ["value a"]],
    ["a name that falls to further names of another type", "{ a?: string }", "{ [name: string]: unknown }", ["name a"], ["name a"]],
    ["a name that falls to further names under which nothing may stand", "{ a?: string }", "Record<string, never>", ["name a", "value *"], ["name a"]],
    ["no name that falls to further names of its own type", "{ a?: string }", "{ [name: string]: string }", [], []],
    ["further names, of which something was known", "{ [name: string]: string }", "{ a?: string }", ["name *"], ["name *"]],
    ["no further names, of which nothing was known", "{ [name: string]: unknown }", "{ a?: string }", [], []],
    ["a name of an intersection", "{ a?: 1 } & { b?: 1 }", "{ a?: 1 }", ["name b"], ["name b"]],
    ["no name of a list, which everybody knows", "string[]", "string", ["value"], ["value"]],
    ["no name that the objects beside a list still have", "{ a: 1 } | string[]", "{ a: 1 } | string[] | number[]", [], ["value *"]],
    ["what the nearest of several alternatives refuses", "{ a: 1; b: 1 }", "{ a: 2; b: 2 } | { a: 1; b: 2 } | { a: 2; b: 2 }", ["value b"], ["value a", "value b"]],
    ["no named member by what further names hold", "{ a: string; c: 2 } & { [name: string]: number }", "{ a: string; c: 1 } & { [name: string]: number }", ["value c"], ["value c"]],
    ["what the alternative refuses that says why", "{ x: 1 }", "{ a?: 2 } | { x: 2 }", ["value x"], ["name x", "value x"]],
    ["a tuple's item", "[string, number]", "[string, string]", ["value *"], ["value"]],
  ])("%s", (_, base, head, request, response) => {
    expect([find(base, head, "request"), find(base, head, "response")]).toEqual([request, response]);
  }); // prettier-ignore

  test("no more than forty values and forty names", () => {
    const losses = find(list("1"), list("2"), "request");
    expect(["value", "name"].map((kind) => losses.filter((loss) => loss.startsWith(kind)).length)).toEqual([
      40, 40,
    ]);
  });

  test("types that hold themselves come to an end, and lose each name once", () => {
    expect(find(tree("a"), tree("b"), "response")).toEqual(["name a"]);
    expect(find(tree("a"), "{ a?: number; next?: A; others?: A[] }", "request")).toEqual(["value a"]);
  });
});
