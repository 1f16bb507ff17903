import { code, Code, iff } from "./code.js";
import { nameFields } from "./fields.js";
import type { Plan } from "./plan.js";
import { createNames, type Module, type Printing } from "./print.js";
import { issuesPrinter } from "./print-issues.js";
import { testPrinter } from "./print-test.js";
import { subject } from "./subject.js";

/** The functions that a schema can have: one that asks, one that also records, one that reports. */
export type BodyKind = "check" | "track" | "collect";

const FAIL = new Code("return false;");

/** The body of a function over `value`. */
export function printBody(kind: BodyKind, plan: Plan, isRecursive: boolean, module: Module): Code {
  const print = createPrinting(module, isRecursive);
  if (kind === "collect") return printCollect(plan, print);
  return printCheck(plan, kind === "track" ? new Code("evaluated") : undefined, print);
}

function createPrinting(module: Module, isRecursive: boolean): Printing {
  const print: Printing = {
    module,
    isRecursive,
    names: createNames(),
    test: (plan, of, exit) => testPrinter.test(plan, of, exit, print),
    condition: (plan, of) => testPrinter.condition(plan, of, print),
    issues: (plan, of, path) => issuesPrinter.issues(plan, of, path, print),
  };
  return print;
}

function printCheck(plan: Plan, evaluated: Code | undefined, print: Printing): Code {
  const value = subject(new Code("value"));
  const condition = evaluated || print.isRecursive ? undefined : print.condition(plan, value);
  if (condition) return code`return ${condition};`;
  const named = nameFields(plan, value, print);
  const lines = print.test(plan, named.of, { fail: FAIL, evaluated });
  const tooDeep = depthGuard(print, FAIL);
  const end = lines.at(-1)?.text === FAIL.text ? [] : [new Code("return true;")];
  return code`${[...tooDeep, ...lines, ...end]}`;
}

function printCollect(plan: Plan, print: Printing): Code {
  const report = code`${print.module.runtime("reportDepth")}(into);\nreturn;`;
  const full = print.isRecursive ? [code`if (${print.module.runtime("isFull")}(into)) return;`] : [];
  return code`${[...full, ...depthGuard(print, report), ...print.issues(plan, subject(new Code("value")), [])]}`;
}

/** A value may nest without end, and a cyclic one does; the stack does not. */
function depthGuard(print: Printing, leave: Code): readonly Code[] {
  return print.isRecursive ? iff(code`depth > ${print.module.runtime("MAX_DEPTH")}`, [leave]) : [];
}
