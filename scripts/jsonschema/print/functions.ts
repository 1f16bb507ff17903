import { call, code, type Code, literal } from "../code/code.js";
import { compareCount, isPresent } from "../code/condition.js";
import { constant, endsIn, exit, iff } from "../code/statement.js";
import type { Plan } from "../plan/plan.js";
import type { Recursion } from "../plan/recursion.js";
import { withFields } from "./fields.js";
import { printIssues } from "./issues.js";
import {
  createNames,
  DEPTH,
  EVALUATED,
  INTO,
  LOCATION,
  MEMO,
  VALUE,
  type Module,
  type Printing,
} from "./print.js";
import { AT, createSubject } from "./subject.js";
import { printCondition, printTest } from "./test.js";

/** The functions that a schema can have: one that asks, one that also records, one that reports. */
export type BodyKind = "check" | "track" | "collect";

/** The function that is printed: what it does, what it is called after, how it comes back to itself. */
export type Printed = {
  readonly kind: BodyKind;
  readonly schema: string;
  readonly recursion: Recursion;
  /** The place that its plan was read from, where it serves others too. */
  readonly base: string | undefined;
};

/** The body of a function over `value`. */
export function printBody(printed: Printed, plan: Plan, module: Module): readonly Code[] {
  const print = createPrinting(printed, module);
  if (printed.kind === "collect") return printCollect(plan, printed.base, print);
  return printed.kind === "track" ? printCheck(plan, EVALUATED, print) : printMemoized(plan, print);
}

function createPrinting({ kind, schema, recursion }: Printed, module: Module): Printing {
  const print: Printing = {
    module,
    schema,
    recursion,
    isCollecting: kind === "collect",
    names: createNames(),
    test: (plan, subject, leave) => printTest(plan, subject, leave, print),
    condition: (plan, subject) => printCondition(plan, subject, print),
    issues: (plan, subject) => printIssues(plan, subject, print),
  };
  return print;
}

/** An answer that is kept is given again: a value is asked about once, however many alternatives lead to it. */
function printMemoized(plan: Plan, print: Printing): readonly Code[] {
  if (print.recursion !== "tangled") return printCheck(plan, undefined, print);
  const { runtime } = print.module;
  const schema = literal(print.schema);
  const known = print.names("known");
  const remember = (passed: boolean): Code =>
    exit(code`return ${call(runtime("remember"), MEMO, schema, VALUE, literal(passed))};`);
  return [
    constant(known, call(runtime("recall"), MEMO, schema, VALUE)),
    ...iff(isPresent(known), [exit(code`return ${known};`)]),
    ...printCheck(plan, undefined, print, remember),
  ];
}

function printCheck(
  plan: Plan,
  evaluated: Code | undefined,
  print: Printing,
  leave = (passed: boolean): Code => exit(code`return ${passed};`),
): readonly Code[] {
  const value = createSubject(VALUE);
  const condition = evaluated || print.recursion !== "none" ? undefined : print.condition(plan, value);
  if (condition) return [exit(code`return ${condition};`)];
  const fail = leave(false);
  const lines = withFields(plan, value, print, (known) => print.test(plan, known, { fail, evaluated }));
  return [...depthGuard(print, [fail]), ...lines, ...(endsIn(fail, lines) ? [] : [leave(true)])];
}

function printCollect(plan: Plan, base: string | undefined, print: Printing): readonly Code[] {
  const { runtime } = print.module;
  const leave = exit(code`return;`);
  const place = base === undefined ? undefined : { pointer: base, code: LOCATION };
  const isEnough = { none: [], simple: ["isFull"], tangled: ["isEnough"] }[print.recursion];
  return [
    ...isEnough.flatMap((name) => iff(call(runtime(name), INTO), [leave])),
    ...depthGuard(print, [code`${call(runtime("reportDepth"), INTO, AT)};`, leave]),
    ...print.issues(plan, { ...createSubject(VALUE), place }),
  ];
}

/** A value may nest without end, and a cyclic one does; the stack does not. */
function depthGuard(print: Printing, leave: readonly Code[]): readonly Code[] {
  return print.recursion === "none"
    ? []
    : iff(compareCount(DEPTH, ">", print.module.runtime("MAX_DEPTH")), leave);
}
