import { describe, expect, test } from "vitest";
import type { ValidationIssue } from "../../../scripts/jsonschema/runtime/runtime.js";
import { compiled, type Validator } from "../compiled.js";
import { MADE_UP, readRemotes, readSuite, type SuiteFile, type SuiteGroup } from "./official-suite.js";

/** Cases that cannot pass, each with its reason. One that passes after all, or is not there, fails. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "optional/cross-draft / refs to historic drafts are processed as historic drafts / first item not a string is valid":
    "OpenAPI 3.1 has one dialect; a document of another draft is refused, with its place, and not misread",
};

const files = readSuite();
const remotes = readRemotes();
const met = new Set<string>();

describe("the official suite, draft 2020-12", () => {
  test.each(files)("$name", async (file) => {
    expect(await wrongCases(file)).toEqual([]);
  });

  test("every exception is a case that fails", () => {
    expect(Object.keys(EXCEPTIONS).filter((name) => !met.has(name))).toEqual([]);
  });

  test("the suite is the whole suite", () => {
    expect({
      required: count(/^[^/]+$/),
      optional: count(/^optional\/[^/]+$/),
      format: count(/^optional\/format\//),
    }).toEqual({ required: 1299, optional: 162, format: 764 });
  });
});

function count(prefix: RegExp): number {
  return files
    .filter(({ name }) => prefix.test(name))
    .flatMap(({ groups }) => groups)
    .reduce((sum, { tests }) => sum + tests.length, 0);
}

async function wrongCases(file: SuiteFile): Promise<readonly string[]> {
  const wrong = await Promise.all(file.groups.map((group) => wrongInGroup(file.name, group)));
  return wrong.flat();
}

async function wrongInGroup(file: string, group: SuiteGroup): Promise<readonly string[]> {
  const validator = await compileGroup(file, group);
  return group.tests.flatMap(({ description, data, valid }) => {
    const name = `${file} / ${group.description} / ${description}`;
    const fault =
      validator instanceof Error ? validator.message : faultOf(validator, group.schema, data, valid);
    if (Object.hasOwn(EXCEPTIONS, name)) {
      if (fault) met.add(name);
      return fault ? [] : [`${name}: passes, and is listed as an exception`];
    }
    return fault ? [`${name}: ${fault}`] : [];
  });
}

async function compileGroup(file: string, { schema }: SuiteGroup): Promise<Validator | Error> {
  const formats = file.startsWith("optional/format/") ? "assert" : "annotate";
  try {
    return await compiled(schema, { documents: remotes, formats, annotations: MADE_UP });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Both outputs give the verdict, and every issue points at things that exist. */
function faultOf(validator: Validator, schema: unknown, data: unknown, valid: boolean): string | undefined {
  const verdict = validator.is(data);
  if (verdict !== valid) return `is ${String(verdict)}`;
  const issues = validator.validate(data);
  if ((issues.length === 0) !== valid) return `has ${issues.length} issues and is ${String(valid)}`;
  return issues.map((issue) => lostPlace(issue, schema, data)).find((place) => place !== undefined);
}

function lostPlace(issue: ValidationIssue, schema: unknown, data: unknown): string | undefined {
  const isElsewhere = issue.keywordLocation.includes("#");
  const steps = issue.keywordLocation.split("/").slice(1);
  const keyword = steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (!isElsewhere && reach(schema, keyword) === undefined) return `no keyword at ${issue.keywordLocation}`;
  const parent = issue.path.slice(0, -1);
  return reach(data, parent) === undefined ? `no value at ${JSON.stringify(parent)}` : undefined;
}

function reach(root: unknown, steps: readonly (string | number)[]): unknown {
  return steps.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Readonly<Record<string, unknown>>)[step]
        : undefined,
    root,
  );
}
