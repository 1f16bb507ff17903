import path from "node:path";
import { describe, expect, test } from "vitest";
import { findApi } from "../../../scripts/pipeline/source/lint-config.js";

const apis = {
  own: { root: "./apis/shop.yaml" },
  back: { root: "apis\\back.yaml" },
  far: { root: "D:\\far.yaml" },
};

describe("the entry of a document is found", () => {
  test.each([
    ["posix", "/repo/redocly.yaml", "/repo/apis/shop.yaml", "own"],
    ["posix", "/repo/redocly.yaml", "/repo/apis/back.yaml", "back"],
    ["posix", "/repo/sub/redocly.yaml", "/repo/apis/shop.yaml", undefined],
    ["win32", "C:\\repo\\redocly.yaml", "C:\\repo\\apis\\shop.yaml", "own"],
    ["win32", "C:\\repo\\redocly.yaml", "C:/repo/apis/back.yaml", "back"],
    ["win32", "C:\\repo\\redocly.yaml", "D:/far.yaml", "far"],
    ["win32", "C:\\repo\\redocly.yaml", "D:/repo/apis/shop.yaml", undefined],
    ["win32", "\\\\server\\share\\redocly.yaml", "//server/share/apis/shop.yaml", "own"],
  ] as const)("on %s, by %s, that of %s: %s", (system, configFile, document, name) => {
    expect(findApi(apis, configFile, document, path[system])).toBe(name);
  });

  test("where nothing is listed, as none", () => {
    expect(findApi(undefined, "/redocly.yaml", "/a.yaml")).toBeUndefined();
  });
});
