import { describe, expect, test } from "vitest";
import { readDocument } from "../../../scripts/review/document/document.js";
import { stripPath, stripUrl } from "../../../scripts/review/document/prefix.js";

const read = (prefix: string | undefined) => readDocument({ openapi: "3.1.0" }, "base", prefix);

describe("of a path", () => {
  test.each<[claim: string, prefix: string | undefined, path: string, rest: string]>([
    ["the prefix is left out", "/v1", "/v1/items", "/items"],
    ["all that is the prefix is the root", "/v1", "/v1", "/"],
    ["a slash at the prefix's end says nothing", "/v1//", "/v1/items", "/items"],
    ["whole steps count", "/v1", "/v10/items", "/v10/items"],
    ["only the start counts", "/v1", "/items/v1", "/items/v1"],
    ["nothing is left out without a prefix", undefined, "/v1/items", "/v1/items"],
    ["nor with one that is the root", "/", "/v1/items", "/v1/items"],
  ])("%s", (_, prefix, path, rest) => expect(stripPath(read(prefix), path)).toBe(rest));
});

describe("of a server's address", () => {
  test.each<[claim: string, prefix: string | undefined, url: string, rest: string]>([
    ["the prefix is left out", "/v1", "https://a.test/v1", "https://a.test"],
    ["only the end counts", "/v1", "/v1/b", "/v1/b"],
    ["nothing is left out without a prefix", undefined, "https://a.test/v1", "https://a.test/v1"],
  ])("%s", (_, prefix, url, rest) => expect(stripUrl(read(prefix), url)).toBe(rest));
});
