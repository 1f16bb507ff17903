import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { check } from "recheck";
import { describe, expect, it } from "vitest";
import { findFormat, formats } from "../../scripts/jsonschema/keywords/formats.js";
import * as runtime from "../../scripts/jsonschema/runtime/runtime-formats.js";
import { formatRows } from "./format-rows.js";
import { readRegExpLiterals } from "./regexp-literals.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const runtimeFiles = ["runtime-formats.ts", "runtime-idn.ts"].map(
  (name) => new URL(`../../scripts/jsonschema/runtime/${name}`, import.meta.url),
);
const predicates = new Map<string, unknown>(Object.entries(runtime));

/** V8 throws a RangeError after some million rounds of a repeated group. */
const many = (text: string): string => text.repeat(Math.ceil(12_000_000 / text.length));

function runPredicate(name: string, value: unknown): boolean {
  const predicate = predicates.get(name);
  if (typeof predicate !== "function") throw new Error(`runtime-formats.ts does not export ${name}`);
  return predicate(value) === true;
}

/** As generated code asks: a value of another type, a name that is not in the table and a null check all pass. */
function passes(name: string, value: unknown): boolean {
  const format = findFormat(name);
  if (format === undefined || format.check === null || typeof value !== format.type) return true;
  return runPredicate(format.check, value);
}

describe("own rows", () => {
  it("has rows for every format of the table", () => {
    expect(Object.keys(formatRows).toSorted()).toEqual(Object.keys(formats).toSorted());
  });
  for (const [name, rows] of Object.entries(formatRows)) {
    it(`${name} takes what it should`, () => {
      expect(rows.valid.filter((value) => !passes(name, value))).toEqual([]);
    });
    it(`${name} refuses what it should`, () => {
      expect(
        rows.invalid.filter((value) => typeof value === findFormat(name)?.type && passes(name, value)),
      ).toEqual([]);
    });
  }
  it.each([
    ["email", "idn-email"],
    ["hostname", "idn-hostname"],
    ["uri", "uri-reference"],
    ["uri", "iri"],
    ["uri-reference", "iri-reference"],
    ["iri", "iri-reference"],
  ])("every %s is an %s", (narrow, wide) => {
    expect(formatRows[narrow]?.valid.filter((value) => !passes(wide, value))).toEqual([]);
  });
});

type Suite = readonly {
  schema: { format: string };
  tests: { data: unknown; valid: boolean; description: string }[];
}[];

const suite = [process.env["JSON_SCHEMA_TEST_SUITE"], join(root, "../shared/json-schema-test-suite")]
  .flatMap((folder) => (folder === undefined ? [] : join(folder, "draft2020-12/optional/format")))
  .find((folder) => existsSync(folder));
if (suite === undefined) {
  console.log(
    "skipped: the official suite; set JSON_SCHEMA_TEST_SUITE to the folder that holds draft2020-12",
  );
}

describe.skipIf(suite === undefined)("official suite, optional/format", () => {
  const files = suite === undefined ? [] : readdirSync(suite);
  it.each(files)("%s", (file) => {
    // The suite's own schema fixes this shape.
    const groups = JSON.parse(readFileSync(join(suite ?? "", file), "utf8")) as Suite;
    const wrong = groups.flatMap(({ schema, tests }) =>
      tests.filter((test) => passes(schema.format, test.data) !== test.valid).map((test) => test.description),
    );
    expect(groups.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

describe("the table", () => {
  it("names every predicate of the run-time code once, and no other", () => {
    const named = Object.values(formats).flatMap((format) => format.check ?? []);
    expect(named.toSorted()).toEqual([...predicates.keys()].toSorted());
  });
  it.each(["unknown", "constructor", "__proto__", "toString", ""])("holds %j to be an annotation", (name) => {
    expect(findFormat(name)).toBeUndefined();
  });
});

describe("linear time", () => {
  const literals = runtimeFiles.flatMap(readRegExpLiterals);
  it("finds the literals", () => expect(literals.length).toBeGreaterThan(40));
  it.each(literals)("/$source/$flags does not backtrack more than linearly", async ({ source, flags }) => {
    expect((await check(source, flags)).status).toBe("safe");
  });

  it.each([
    ["date-time", `2025-01-31T12:00:00.${many("0")}Z`, true],
    ["time", `12:00:00.${many("0")}`, false],
    ["duration", `P${many("1")}D`, true],
    ["email", `${many("a.")}a@${many("b.")}c`, true],
    ["email", `"${many('\\"')}"@b`, true],
    ["idn-email", `${many("é")}@b`, true],
    ["idn-email", `a@${many("e\u0301\u0316")}`, false],
    ["hostname", many("a."), false],
    ["idn-hostname", many("é"), false],
    ["ipv4", many("1."), false],
    ["ipv6", many("1:"), false],
    ["uri", `a://${many("%20")}/${many("%20")}?${many("%20")}#${many("%20")}`, true],
    ["uri", `a://${many("a@")}`, false],
    ["uri-reference", many("a"), true],
    ["iri", `a:${many("é")}`, true],
    ["iri-reference", `${many("😀")}:`, false],
    ["uri-template", many("a"), true],
    ["uri-template", `{a${many(",a.b:1")}}`, true],
    ["uri-template", many("{a"), false],
    ["json-pointer", many("/~0"), true],
    ["json-pointer", `/${many("a")}`, true],
    ["relative-json-pointer", `1${many("0")}+1${many("/a")}`, true],
    ["regex", many("a"), true],
    ["uuid", many("a"), false],
    ["byte", many("AAAA"), true],
  ])("%s answers a text of twelve million characters (row %#)", (name, text, valid) => {
    expect(passes(name, text)).toBe(valid);
  });
});

describe("weight", () => {
  it.each([
    ["isUuidFormat", 200],
    ["isDateTimeFormat", 1200],
    ["isIriFormat", 1800],
  ])("%s alone costs less than %d bytes and brings no table", async (name, limit) => {
    const contents = `export { ${name} } from "./scripts/jsonschema/runtime-formats.ts"`;
    const options = { bundle: true, minify: true, format: "esm", write: false, charset: "utf8" } as const;
    const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir: root } });
    expect(outputFiles[0]?.text).not.toContain("xn--");
    expect(outputFiles[0]?.text.length).toBeLessThan(limit);
  });
});
