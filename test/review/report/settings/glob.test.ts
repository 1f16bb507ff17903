import { describe, expect, test } from "vitest";
import { createFileGlob, createGlob } from "../../../../scripts/review/report/settings/glob.js";

describe("a glob for files means the same on every system", () => {
  test.each([
    ["apis/*.yaml", "apis/shop.yaml", true],
    ["apis\\*.yaml", "apis/shop.yaml", true],
    [".\\apis\\**", "apis/v1/shop.yaml", true],
    ["./apis/**", "apis/v1/shop.yaml", true],
    ["../other/**", "../other/shop.yaml", true],
    ["C:\\apis\\**", "C:/apis/shop.yaml", true],
    ["C:\\apis\\**", "D:/apis/shop.yaml", false],
    ["**/{a,b}.yaml", "apis/b.yaml", true],
    ["**/{a,b}.yaml", "apis/c.yaml", false],
    ["**", ".github/openapi.yaml", true],
    ["*.yaml", "apis/shop.yaml", false],
    ["#apis/*", "#apis/a.yaml", true],
    ["!apis/*", "other/a.yaml", false],
  ])("%s and %s: %s", (pattern, path, isMatched) => {
    expect(createFileGlob(pattern)(path)).toBe(isMatched);
  });
});

describe("in one for paths of an API, braces are the braces of a parameter", () => {
  test.each([
    ["/items/{id}", "/items/{id}", true],
    ["/items/{a,b}", "/items/a", false],
    ["/items/**", "/items/{id}/parts", true],
  ])("%s and %s: %s", (pattern, path, isMatched) => {
    expect(createGlob(pattern)(path)).toBe(isMatched);
  });
});
