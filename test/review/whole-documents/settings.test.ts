import { describe, expect, test } from "vitest";
import { adjustReview, review, type Review } from "../../../scripts/review/index.js";
import { NO_REVIEW_SETTINGS, type ReviewSettings } from "../../../scripts/settings/review-settings.js";
import { shop } from "./document-edits.js";

/** A document under a name of its own, as `review` reads it. */
const source = (text: string) => ({ name: "shop.yaml", entry: "shop.yaml", read: () => text });

async function compare(base: string, head: string, settings: Partial<ReviewSettings>): Promise<Review> {
  const found = await review(source(base), source(head), settings.stripPrefix);
  return adjustReview(found, { ...NO_REVIEW_SETTINGS, ...settings }, "2026-06-15");
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

const prefixed = (prefix: string) => shop.replaceAll(/^ {2}\/items/gm, `  ${prefix}/items`);
const served = (prefix: string) =>
  shop.replace("https://api.example.com", `https://api.example.com${prefix}`);

describe("paths with another prefix", () => {
  const both = { base: "/v1", head: "/v2" };
  const moved = "path-prefix-changed";
  test.each<[claim: string, base: string, head: string, stripPrefix: ReviewSettings["stripPrefix"], level: string, rules: readonly string[]]>([
    ["are the same operations", prefixed("/v1"), prefixed("/v2"), both, "patch", [moved]],
    ["also where a slash ends the prefix", prefixed("/v1"), prefixed("/v2"), { base: "/v1/", head: "/v2/" }, "patch", [moved]],
    ["also where one side has none", prefixed("/v1"), shop, { base: "/v1" }, "patch", [moved]],
    ["also where it stands in the server", served("/v1"), served("/v2"), both, "patch", ["rewritten"]],
    ["also where it moves there", prefixed("/v1"), served("/v2"), both, "patch", ["rewritten", moved]],
    ["are others where nobody says so", prefixed("/v1"), prefixed("/v2"), {}, "major", ["operation-removed", "operation-added"]],
    ["are others where only the beginning of a name is the same", prefixed("/v11"), prefixed("/v2"), both, "major", ["operation-removed", "operation-added"]],
    ["are told of what else changes", prefixed("/v1"), prefixed("/v2").replace("maximum: 100", "maximum: 99"), both, "major", ["maximum-narrower", moved]],
  ])("%s", async (_claim, base, head, stripPrefix, level, rules) => {
    const found = await compare(base, head, { stripPrefix });
    expect([...new Set(found.changes.map(({ id }) => id.split("@")[0]))]).toEqual(rules);
    expect(found.level).toBe(level);
  }); // prettier-ignore

  test("stay what they are where both sides have them", async () => {
    const two = shop.replace(/^ {2}\/items:\n(?: {4}.*\n)+/m, (item) => item + item.replace("/items", "/v2/items").replaceAll(/operationId: /g, "operationId: v2"));
    const found = await compare(shop, two, { stripPrefix: { head: "/v2" } });
    expect(new Set(found.changes.map(({ id }) => id.split("@")[0]))).toEqual(new Set(["operation-added"]));
  }); // prettier-ignore
});
