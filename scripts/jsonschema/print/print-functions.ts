import { code, Code, iff } from "../code.js";
import { dropUnread, nameFields } from "./fields.js";
import type { Plan } from "../plan/plan.js";
import { createNames, type Module, type Printing, VALUE } from "./print.js";
import { issuesPrinter } from "./print-issues.js";
import { testPrinter } from "./print-test.js";
import type { Recursion } from "../plan/recursion.js";
import { subject } from "./subject.js";

/** The functions that a schema can have: one that asks, one that also records, one that reports. */
export type BodyKind = "check" | "track" | "collect";

const FAIL = new Code("return false;");

/** The function that is printed: what it does, what it is called after, how it comes back to itself. */
export type Printed = { readonly kind: BodyKind; readonly schema: string; readonly recursion: Recursion };

/** The body of a function over `value`. */
export function printBody(printed: Printed, plan: Plan, module: Module): Code {
  const print = createPrinting(printed, module);
  if (printed.kind === "collect") return printCollect(plan, print);
  return printed.kind === "track"
    ? printCheck(plan, new Code("evaluated"), print)
    : printMemoized(plan, print);
}

function createPrinting({ kind, schema, recursion }: Printed, module: Module): Printing {
  const print: Printing = {
    module,
    schema,
    recursion,
    isCollecting: kind === "collect",
    names: createNames(),
    test: (plan, of, exit) => testPrinter.test(plan, of, exit, print),
    condition: (plan, of) => testPrinter.condition(plan, of, print),
    issues: (plan, of, path) => issuesPrinter.issues(plan, of, path, print),
  };
  return print;
}

/** An answer that is kept is given again: a value is asked about once, however many alternatives lead to it. */
function printMemoized(plan: Plan, print: Printing): Code {
  if (print.recursion !== "tangled") return printCheck(plan, undefined, print);
  const { runtime } = print.module;
  const known = print.names("known");
  const leave = (passed: boolean): Code =>
    code`return ${runtime("remember")}(memo, ${print.schema}, value, ${passed});`;
  return code`${[
    code`const ${known} = ${runtime("recall")}(memo, ${print.schema}, value);`,
    code`if (${known} !== undefined) return ${known};`,
    printCheck(plan, undefined, print, leave(false), leave(true)),
  ]}`;
}

function printCheck(
  plan: Plan,
  evaluated: Code | undefined,
  print: Printing,
  fail = FAIL,
  pass = new Code("return true;"),
): Code {
  const value = subject(VALUE);
  const condition = evaluated || print.recursion !== "none" ? undefined : print.condition(plan, value);
  if (condition) return code`return ${condition};`;
  const named = nameFields(plan, value, print);
  const lines = print.test(plan, named.of, { fail, evaluated });
  const end = lines.at(-1)?.text === fail.text ? [] : [pass];
  return code`${[...depthGuard(print, fail), ...dropUnread([...named.lines, ...lines]), ...end]}`;
}

function printCollect(plan: Plan, print: Printing): Code {
  const { runtime } = print.module;
  const report = code`${runtime("reportDepth")}(into);\nreturn;`;
  const enough = { none: [], simple: ["isFull"], tangled: ["isEnough"] }[print.recursion];
  return code`${[
    ...enough.map((name) => code`if (${runtime(name)}(into)) return;`),
    ...depthGuard(print, report),
    ...print.issues(plan, subject(VALUE), []),
  ]}`;
}

/** A value may nest without end, and a cyclic one does; the stack does not. */
function depthGuard(print: Printing, leave: Code): readonly Code[] {
  return print.recursion === "none" ? [] : iff(code`depth > ${print.module.runtime("MAX_DEPTH")}`, [leave]);
}
