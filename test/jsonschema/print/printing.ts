import { code, Code, identifier } from "../../../scripts/jsonschema/code/code.js";
import { exit } from "../../../scripts/jsonschema/code/statement.js";
import type { Plan } from "../../../scripts/jsonschema/plan/plan.js";
import type { Recursion } from "../../../scripts/jsonschema/plan/recursion.js";
import { printIssues } from "../../../scripts/jsonschema/print/issues.js";
import { createNames, type Functions, type Printing } from "../../../scripts/jsonschema/print/print.js";
import { printCondition, printTest } from "../../../scripts/jsonschema/print/test.js";

export const FAIL = exit(code`return false;`);
export const text = (lines: readonly Code[]): string => lines.map((line) => line.text).join("\n");

/** Functions that are called after their key. */
export function functionsOf(name: string, recursion: Recursion, isSinglePass = false): Functions {
  const called = (prefix: string) => () => new Code(`${prefix}_${name}`);
  const names = { check: called("check"), track: called("track"), collect: called("collect") };
  return { ...names, recursion, isSinglePass };
}

type Options = Partial<Pick<Printing, "recursion" | "isCollecting">> & {
  readonly callee?: Recursion;
  readonly isSinglePass?: boolean;
  readonly plans?: Readonly<Record<string, Plan>>;
};

/** The real printers over a module whose run-time functions have bare names. */
export function printing({
  recursion = "none",
  isCollecting = false,
  callee = "none",
  isSinglePass = false,
  plans = {},
}: Options = {}): Printing {
  const print: Printing = {
    module: {
      runtime: (name) => new Code(name),
      matches: (pattern, value) => code`matches(${pattern}, ${value})`,
      constant: (value) => value,
      functions: (key) => functionsOf(key, callee, isSinglePass),
      plan: (key) => plans[key] ?? { kind: "all", plans: [] },
    },
    names: createNames(),
    schema: "S",
    recursion,
    isCollecting,
    test: (plan, subject, leave) => printTest(plan, subject, leave, print),
    condition: (plan, subject) => printCondition(plan, subject, print),
    issues: (plan, subject) => printIssues(plan, subject, print),
  };
  return print;
}

export const V = identifier("v");
