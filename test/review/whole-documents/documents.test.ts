import { describe, expect, test } from "vitest";
import { review } from "../../../scripts/review/index.js";
import { documentEdits, shop } from "./document-edits.js";

const sourceOf = (name: string, text: string) => ({ name, entry: "shop.yaml", read: () => text });

const patch = { wire: "patch", types: "patch" } as const;

const reviewed = await Promise.all(
  documentEdits.map(async (edit) => {
    const found = await review(sourceOf("base", shop), sourceOf("head", edit.text));
    return { ...edit, found };
  }),
);

describe("a change of a document", () => {
  test.each(reviewed)("$name: $levels", ({ levels, found }) => {
    expect(found.levels).toEqual(levels);
  });
});

/** Breaks that no single message shows. */
const UNPROVED = new Set(["a parameter's list is joined by commas", "a body goes"]);

describe("a break on the wire is shown by a message", () => {
  const breaks = reviewed.filter(({ levels }) => levels.wire === "major");
  test.each(breaks)("$name", ({ name, found }) => {
    const proofs = found.changes.filter(({ counterexample }) => counterexample !== undefined);
    expect(proofs.length > 0).toBe(!UNPROVED.has(name));
  });
});

describe("a finding stands in a line that has changed", () => {
  test.each(reviewed)("$name", ({ text, found }) => {
    const outside = found.changes.filter(({ location }) => !touches(text, location));
    expect(outside.map(({ message, location }) => ({ message, location }))).toEqual([]);
  });
});

describe("from OpenAPI 3.0 to 3.1", () => {
  const old = `openapi: 3.0.3
info: { title: t, version: "1" }
paths:
  /a:
    post:
      operationId: a
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: string
              nullable: true
      responses:
        "200":
          description: ok
`;
  const now = old.replace("3.0.3", "3.1.0");

  test.each([
    ["nullable left in place stops meaning anything", now, { wire: "major", types: "major" }],
    [
      "a type array says what nullable said",
      now.replace("type: string\n              nullable: true", 'type: [string, "null"]'),
      patch,
    ],
    [
      "anyOf with null says it too",
      now.replace(
        "type: string\n              nullable: true",
        "anyOf: [{ type: string }, { type: 'null' }]",
      ),
      patch,
    ],
  ])("%s", async (_, text, levels) => {
    // prettier-ignore
    expect((await review(sourceOf("base", old), sourceOf("head", text))).levels).toEqual(levels);
  });
});

test("a document that is split into files means what it meant, and its findings stand in their files", async () => {
  const schema = '              $ref: "#/components/schemas/NewItem"';
  const files = (length: number) => ({
    "shop.yaml": shop.replace(schema, "              $ref: schemas/new-item.yaml"),
    "schemas/new-item.yaml": `type: object
required: [name]
properties:
  name:
    type: string
    maxLength: ${length}
  note:
    type: [string, "null"]
`,
  });
  const split = (length: number) => ({
    name: `split at ${length}`,
    entry: "shop.yaml",
    read: (path: string) => new Map(Object.entries(files(length))).get(path) ?? "",
  });
  expect((await review(sourceOf("base", shop), split(80))).levels.wire).toBe("patch");
  const { changes } = await review(split(80), split(79));
  expect(changes.map(({ keyword, location }) => [keyword, location.file, location.line])).toEqual([
    ["maxLength", "schemas/new-item.yaml", 6],
  ]);
});

test("a document beside itself has no change, and one whose keys stand in another order has none either", async () => {
  expect((await review(sourceOf("base", shop), sourceOf("head", shop))).level).toBe("none");
  const moved = shop.replace('  title: Shop\n  version: "1"\n', '  version: "1"\n  title: Shop\n');
  expect((await review(sourceOf("base", shop), sourceOf("head", moved))).level).toBe("none");
});

/** Whether a line lies between what the start and the end of both texts have in common. */
function touches(
  text: string,
  { side, line }: { readonly side: "base" | "head"; readonly line: number },
): boolean {
  const [old, now] = [shop, text].map((each) => each.split("\n"));
  if (old === undefined || now === undefined) return false;
  const start = countSame(old, now);
  const shorter = Math.min(old.length, now.length);
  const end = Math.min(countSame(old.toReversed(), now.toReversed()), shorter - start);
  const length = side === "base" ? old.length : now.length;
  return line > start && line <= length - end;
}

function countSame(one: readonly string[], other: readonly string[]): number {
  const different = one.findIndex((line, index) => line !== other[index]);
  return different === -1 ? one.length : different;
}
