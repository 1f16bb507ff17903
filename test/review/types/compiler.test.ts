import { describe, expect, test } from "vitest";
import { openCompiler } from "../../../scripts/review/types/compiler.js";

/** What the compiler says where a value of base's `A` is put in the place of head's. */
function ask(base: string, head: string): string | undefined {
  const sides = { base: `export type A = ${base};`, head: `export type A = ${head};` };
  return openCompiler(sides, []).explain(["((v: Base.A): Head.A => v);"])[0];
}

describe("the compiler takes", () => {
  test.each([
    ["the same type", "string", "string"],
    ["a narrower one", '"a"', "string"],
    ["an array where a readonly one is wanted", "string[]", "readonly string[]"],
    ["a part of an object", "{ a: string }", "Partial<{ a: string; b: number }>"],
    ["an object for a record", "{ a: string }", "Record<string, string>"],
    ["what is left of an object", "{ b: number }", 'Omit<{ a: string; b: number }, "a">'],
    ["what is picked", "{ a: string }", 'Pick<{ a: string; b: number }, "a">'],
    ["what is extracted", '"a"', 'Extract<"a" | 1, string>'],
    ["what is not excluded", "1", 'Exclude<"a" | 1, string>'],
    ["a required member for an optional one", "Required<{ a?: string }>", "{ a: string }"],
    ["a readonly member", "{ a: string }", "Readonly<{ a: string }>"],
  ])("%s", (_, base, head) => expect(ask(base, head)).toBe(undefined));
});

const listing = (length: number) => ask("{}", `{ ${"n".repeat(length)}: 1; b: 1 }`) ?? "";
const long = (count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `m${index}: string`).join("; ")} }`;

const wide = (name: string) => `${name}: "${name.repeat(60)}"`;

describe("the compiler refuses, with the innermost reason", () => {
  test.each([
    ["another type", "number", "string", "Type 'number' is not assignable to type 'string'."],
    ["another type deep inside", "{ a: { b: number } }", "{ a: { b: string } }", "Type 'number' is not assignable to type 'string'."],
    ["nothing where something is wanted", "string | undefined", "NonNullable<string | undefined>", "Type 'undefined' is not assignable to type 'string'."],
    ["null", "string | null", "string", "Type 'null' is not assignable to type 'string'."],
    ["a missing member of a named type, without the modules", "{}", "{ a: string }", "Property 'a' is missing in type 'A' but required in type 'A'."],
    ["a missing member", "{ x: {} }", "{ x: { a: string } }", "Property 'a' is missing in type '{}' but required in type '{ a: string; }'."],
    ["long types, which are left out", `{ x: ${long(9)} }`, "{ x: { z: 1 } }", "Property 'z' is missing in type '{ … }' but required in type '{ z: 1; }'."],
    ["a long name, which is all that is told", `{ x: {} }`, `{ x: { ${"n".repeat(80)}: 1 } }`, `Property '${"n".repeat(80)}' is missing in type '{}' but required in type '{ … }'.`],
    ["two long types, by their beginnings", `{ x: ${long(9)} }`, `{ x: { a: 1; ${wide("b")} } | { b: 1; ${wide("a")} } }`, `Type '{ m0: string; m1: string; m2: string; m3: string; m4: strin…' is not assignable to type '{ a: 1; b: "${"b".repeat(47)}…'.`],
  ])("%s", (_, base, head, reason) => expect(ask(base, head)).toBe(reason)); // prettier-ignore

  test("of 200 characters whole, and cut with one more", () => {
    const rest = listing(1).length - 1;
    expect([200, 201].map((total) => listing(total - rest).length)).toEqual([200, 198]);
  });

  test("cut after 200 characters", () => {
    const reason = ask("{}", `{ ${Array.from({ length: 4 }, (_, index) => `${"n".repeat(60)}${index}: 1`).join("; ")} }`);
    expect(reason?.length).toBe(198);
    expect(reason?.endsWith("…")).toBe(true);
  }); // prettier-ignore
});

describe("of several lines", () => {
  const sides = { base: "export type A = { a: string };", head: "export type A = { b?: string };" };
  const { explain } = openCompiler(sides, []);

  test("each is told by itself, by its first message", () => {
    const lines = [
      "((v: Head.A) => v.a);",
      "((v: Head.A) => v.b);",
      "((v: Head.A) => v.a); ((v: Head.A) => v.c);",
      "((v: Missing) => v);",
    ];
    expect(explain(lines)).toEqual([
      "Property 'a' does not exist on type 'A'.",
      undefined,
      "Property 'a' does not exist on type 'A'.",
      "Cannot find name 'Missing'.",
    ]);
  });

  test.each([
    ["what stands at a path of any alternative", "(v: At<At<{ n: { m: 1 }[] } | { n: 2 } | null, 'n'>, number | string>): 0 => v", "Type '{ m: 1; }' is not assignable to type '0'."],
    ["one member alone, as optional as it is", "(v: Only<{ m?: 1; o: 2 }, 'm'>): { m: 1 } => v", "Type 'undefined' is not assignable to type '1'."],
    ["helpers are not named", "(v: Only<{ m: 1 }, 'x'>): Only<{ x: 1 }, 'x'> => v", "Property 'x' is missing in type '{ … }' but required in type '{ … }'."],
  ])("%s", (_, line, message) => expect(explain([`(${line});`])).toEqual([message])); // prettier-ignore

  test("none is no question", () => expect(explain([])).toEqual([]));
});

test("an expression that names nothing has no type", () => {
  const sides = { base: "export type A = string;", head: "export type B = { c: 1 };" };
  const { types, checker } = openCompiler(sides, [
    "Base.A",
    "Base.B",
    'Head.B["c"]',
    'Head.B["d"]',
    "Nothing.A",
  ]);
  expect(types.map((type) => type && checker.typeToString(type))).toEqual(["string", undefined, "1", undefined, undefined]); // prettier-ignore
});
