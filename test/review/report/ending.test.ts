import { describe, expect, test } from "vitest";
import { readDocument } from "../../../scripts/review/document/document.js";
import { readOperations } from "../../../scripts/review/document/operations.js";
import type { Finding } from "../../../scripts/review/judge/findings.js";
import { readEnding } from "../../../scripts/review/report/ending.js";

function readOne(operation: object | undefined, side: "base" | "head") {
  if (operation === undefined) return undefined;
  const paths = { "/a": { get: operation } };
  const [found] = readOperations(readDocument({ openapi: "3.1.0", paths }, side)).values();
  return found;
}

/** What a finding of an operation has to do with its end. */
function read(base: object | undefined, head: object | undefined, finding: Partial<Finding>) {
  const operations = [{ base: readOne(base, "base"), head: readOne(head, "head") }];
  // The rest of a finding is not read.
  return readEnding({ rule: "", keyword: "", subject: "operation", operations, ...finding } as Finding);
}

const [soon, later] = ["2026-06-30", "2026-12-31"];
const deprecated = (sunset?: string) => ({ deprecated: true, ...(sunset && { "x-sunset": sunset }) });
const deprecation = { rule: "deprecated", keyword: "deprecated" };
const sunset = { rule: "x-sunset-changed", keyword: "x-sunset" };

describe("an operation ends", () => {
  test.each<[claim: string, base: object, head: object | undefined, finding: Partial<Finding>, ending: object]>([
    ["when it is removed", deprecated(soon), undefined, { rule: "operation-removed" }, { event: "removed", isDeprecated: true, was: soon, now: undefined }],
    ["when it is removed without a word", {}, undefined, { rule: "operation-removed", subject: "Operation" }, { event: "removed", isDeprecated: false, was: undefined, now: undefined }],
    ["when it is deprecated", {}, deprecated(later), deprecation, { event: "deprecated", isDeprecated: false, was: undefined, now: later }],
    ["when its last day moves", deprecated(soon), deprecated(later), sunset, { event: "moved", isDeprecated: true, was: soon, now: later }],
  ])("%s", (_, base, head, finding, ending) => expect(read(base, head, finding)).toEqual(ending)); // prettier-ignore
});

describe("it has nothing to do with an end", () => {
  test.each<[claim: string, base: object | undefined, head: object, finding: Partial<Finding>]>([
    ["that an operation is new", undefined, deprecated(soon), deprecation],
    ["that a parameter is deprecated", {}, {}, { ...deprecation, subject: "query parameter `a`" }],
    ["that another word changes", deprecated(soon), deprecated(later), { ...sunset, keyword: "summary" }],
    ["that a day moves on which nothing ends yet", { "x-sunset": soon }, deprecated(later), sunset],
    ["that a day moves on which nothing ends any more", deprecated(soon), { "x-sunset": later }, sunset],
  ])("%s", (_, base, head, finding) => expect(read(base, head, finding)).toBeUndefined()); // prettier-ignore
});
