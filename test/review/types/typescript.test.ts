import { describe, expect, test } from "vitest";
import { checkAssignments, type Assignment } from "../../../scripts/review/types/typescript.js";

/** What the compiler says where a value of base's `A` is put in the place of head's. */
function ask(base: string, head: string): string | undefined {
  const sides = { base: `export type A = ${base};`, head: `export type A = ${head};` };
  return checkAssignments(sides, [{ id: "x", from: "Base.A", to: "Head.A" }]).get("x");
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

describe("the compiler refuses, with the innermost reason", () => {
  test.each([
    ["another type", "number", "string", "Type 'number' is not assignable to type 'string'."],
    ["another type deep inside", "{ a: { b: number } }", "{ a: { b: string } }", "Type 'number' is not assignable to type 'string'."],
    ["nothing where something is wanted", "string | undefined", "NonNullable<string | undefined>", "Type 'undefined' is not assignable to type 'string'."],
    ["null", "string | null", "string", "Type 'null' is not assignable to type 'string'."],
    ["a missing member of a named type, without a path of this machine", "{}", "{ a: string }", `Property 'a' is missing in type 'import("/base").A' but required in type 'import("/head").A'.`],
    ["a missing member", "{ x: {} }", "{ x: { a: string } }", "Property 'a' is missing in type '{}' but required in type '{ a: string; }'."],
    ["long types, which are left out", `{ x: ${long(9)} }`, "{ x: { z: 1 } }", "Property 'z' is missing in type '{ … }' but required in type '{ z: 1; }'."],
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

const to = (id: string, from: string, type: string): Assignment => ({ id, from, to: type });

describe("of several assignments", () => {
  const sides = { base: "export type A = string;", head: "export type A = string; export type B = number;" };

  test("each is told by its id", () => {
    const asked = [
      to("taken", "Base.A", "Head.A"),
      to("refused", "Base.A", "Head.B"),
      to("taken again", "Head.B", "Head.B"),
      to("back", "Head.B", "Base.A"),
    ];
    expect([...checkAssignments(sides, asked)]).toEqual([
      ["refused", "Type 'string' is not assignable to type 'number'."],
      ["back", "Type 'number' is not assignable to type 'string'."],
    ]);
  });

  test.each([
    ["from", to("x", "Base.Missing", "Head.A")],
    ["to", to("x", "Base.A", "Head.Missing")],
    ["both", to("x", "Base.Missing", "Head.Missing")],
  ])("one whose type is not known says nothing: %s", (_, assignment) => {
    const refused = to("refused", "Base.A", "Head.B");
    expect([...checkAssignments(sides, [assignment, refused]).keys()]).toEqual(["refused"]);
  });

  test("none is no question", () => expect(checkAssignments(sides, []).size).toBe(0));
});
