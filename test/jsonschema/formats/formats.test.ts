import { describe, expect, it } from "vitest";
import { findFormat, FORMATS } from "../../../scripts/jsonschema/keywords/format.js";
import { passes, predicates } from "./format-predicates.js";
import { formatRows } from "./format-rows.js";
import { readSuite } from "../agreement/official-suite.js";

describe("own rows", () => {
  it("has rows for every format of the table", () => {
    expect(Object.keys(formatRows).toSorted()).toEqual(Object.keys(FORMATS).toSorted());
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

describe("official suite, optional/format", () => {
  const files = readSuite().filter(({ name }) => name.startsWith("optional/format/"));

  it("has a file for each format", () => expect(files.length).toBeGreaterThan(20));

  it.each(files)("$name", ({ groups }) => {
    const wrong = groups.flatMap(({ schema, tests }) =>
      tests
        .filter(({ data, valid }) => passes(formatOf(schema), data) !== valid)
        .map(({ description }) => description),
    );
    expect(groups.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

/** Every schema of these files is an object with a `format`. */
function formatOf(schema: unknown): string {
  return (schema as { readonly format: string }).format;
}

describe("the table", () => {
  it("names every predicate of the run-time code once, and no other", () => {
    const named = Object.values(FORMATS).flatMap((format) => format.check ?? []);
    expect(named.toSorted()).toEqual([...predicates.keys()].toSorted());
  });
  it.each(["unknown", "constructor", "__proto__", "toString", ""])("holds %j to be an annotation", (name) => {
    expect(findFormat(name)).toBeUndefined();
  });
});
