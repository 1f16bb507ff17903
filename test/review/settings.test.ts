import { describe, expect, test } from "vitest";
import { adjustReview, NO_SETTINGS, review, type Review, type Settings } from "../../scripts/review/index.js";
import { shop } from "./document-edits.js";

/** A document under a name of its own, as `review` reads it. */
const source = (text: string) => ({ name: "shop.yaml", entry: "shop.yaml", read: () => text });

async function compare(base: string, head: string, settings: Partial<Settings>): Promise<Review> {
  const found = await review(source(base), source(head));
  return adjustReview(found, { ...NO_SETTINGS, ...settings }, "2026-06-15");
}

const drop = /^ {2}\/items\/\{id\}:\n(?: {4}.*\n)+/m;
const deprecate = (text: string, sunset: string) =>
  text.replace("operationId: dropItem\n", `operationId: dropItem\n      deprecated: true\n${sunset}`);
const gone = shop.replace(drop, "");

describe("an operation that goes", () => {
  test.each<[claim: string, base: string, accepted: object | undefined, note: string | undefined]>([
    ["fails nothing after its sunset", deprecate(shop, "      x-sunset: 2026-06-01\n"), { reason: "it was deprecated, and its sunset was on 2026-06-01" }, undefined],
    ["fails before it", deprecate(shop, '      x-sunset: "2026-07-01"\n'), undefined, "It may go on 2026-07-01, the day of its sunset, and not before."],
    ["fails without one", deprecate(shop, ""), undefined, "It was deprecated, and no x-sunset says on which day it goes."],
    ["fails where nobody was told", shop, undefined, "It was not deprecated before."],
  ])("%s", async (_claim, base, accepted, note) => {
    const { level, changes } = await compare(base, gone, { deprecation: { days: 30 } });
    const removed = changes.find(({ id }) => id.startsWith("operation-removed@"));
    expect(level).toBe("major");
    expect(removed?.accepted).toEqual(accepted);
    expect(removed?.note).toBe(note);
  }); // prettier-ignore
});

describe("an operation that is deprecated", () => {
  const soon = deprecate(shop, "      x-sunset: 2026-06-20\n");
  const late = deprecate(shop, "      x-sunset: 2026-08-20\n");
  test.each([
    ["with days enough", shop, late, []],
    ["with too few days", shop, soon, ["deprecated"]],
    ["and whose end comes nearer", late, soon, ["text-changed"]],
    ["and whose end is put off", soon, late, []],
  ])("%s", async (_claim, base, head, rules) => {
    const { changes } = await compare(base, head, { deprecation: { days: 30 } });
    const raised = changes.filter(({ configured }) => configured !== undefined);
    expect(raised.map(({ id }) => id.split("@")[0])).toEqual(rules);
    expect(raised.every(({ level }) => level === "major")).toBe(true);
  });
});

test("what operations of a path may lose is not counted, and is listed", async () => {
  const found = await compare(shop, gone, { severity: [{ path: "/items/{id}", level: "none" }] });
  expect(found.level).toBe("none");
  expect(found.changes).toMatchObject([
    { level: "none", configured: { level: "major", reason: "path /items/{id}" } },
  ]);
});
