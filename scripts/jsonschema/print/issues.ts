import { call, code, type Code } from "../code/code.js";
import { compareCount, not, TRUE } from "../code/condition.js";
import { ifElse, iff } from "../code/statement.js";
import { all, type Plan, type SharedPlan, type SomePlan } from "../plan/plan.js";
import { printAlternativesIssues } from "./alternatives-issues.js";
import { withFields } from "./fields.js";
import { printNamesIssues, printObjectIssues } from "./object-issues.js";
import { declareEvaluated, whenPasses } from "./pass.js";
import { INTO, recursionArguments, type Printing } from "./print.js";
import { locate, reportIssue } from "./report.js";
import { hasType, narrow, passing, stepTo, type Subject } from "./subject.js";
import { countItems, walkIf, walkItems, walkPresent, walkUnevaluated, walkWhen } from "./walk.js";

/** The printer of the pass that collects issues. */
export function printIssues(plan: Plan, subject: Subject, print: Printing): readonly Code[] {
  switch (plan.kind) {
    case "all":
      return printAll(plan.plans, subject, print);
    case "type":
    case "test":
    case "equal":
    case "never":
      return iff(not(print.condition(plan, subject) ?? TRUE), [reportIssue(plan.reason, subject, print)]);
    case "when":
      return walkWhen(plan, subject, print.issues, print);
    case "object":
      return printObjectIssues(plan, subject, print);
    case "names":
      return printNamesIssues(plan, subject, print);
    case "items":
      return walkItems(plan, subject, print.issues, print);
    case "some":
      return printSome(plan, subject, print);
    case "alternatives":
      return printAlternativesIssues(plan, subject, print);
    case "not":
      return whenPasses(plan.plan, subject, undefined, [reportIssue(plan.reason, subject, print)], print);
    case "if":
      return walkIf(plan, subject, print.issues, undefined, print);
    case "present":
      return walkPresent(plan, subject, print.issues);
    case "unevaluated":
      return printUnevaluated(plan, subject, print);
    case "shared":
      return printShared(plan, subject, print);
    case "call":
      return printCall(plan, subject, print);
  }
}

/** Of a value of the wrong type, nothing more is worth saying. */
function printAll(plans: readonly Plan[], subject: Subject, print: Printing): readonly Code[] {
  const [first, ...others] = plans;
  if (!first) return [];
  if (first.kind === "type") {
    const report = [reportIssue(first.reason, subject, print)];
    const rest = withFields(all(others), narrow(subject, first.types), print, (known) =>
      printAll(others, known, print),
    );
    return ifElse(not(hasType(first.types, subject)), report, rest);
  }
  return withFields(first, subject, print, (known) => [
    ...print.issues(first, known),
    ...printAll(others, known, print),
  ]);
}

function printSome(plan: SomePlan, subject: Subject, print: Printing): readonly Code[] {
  const { lines, count } = countItems(plan, subject, undefined, print);
  const { min, max, tooFew, tooMany } = plan;
  return [
    ...lines,
    ...(min > 0 ? iff(compareCount(count, "<", min), [reportIssue(tooFew, subject, print)]) : []),
    ...(max < Infinity ? iff(compareCount(count, ">", max), [reportIssue(tooMany, subject, print)]) : []),
  ];
}

/** What is left unevaluated is known only of a value that passes everything else. */
function printUnevaluated(
  plan: Plan & { kind: "unevaluated" },
  subject: Subject,
  print: Printing,
): readonly Code[] {
  const evaluated = print.names("evaluated");
  const inside: Subject = { ...subject, isNarrowed: true };
  const { rest } = plan;
  const body = (part: Subject, key: Code): readonly Code[] =>
    rest.kind === "never"
      ? [reportIssue(rest.reason, { ...part, expression: key }, print)]
      : print.issues(rest, part);
  const left = walkUnevaluated(plan, passing(plan.plan, inside), evaluated, body, print);
  const unevaluated = whenPasses(plan.plan, inside, evaluated, left, print);
  const issues = print.issues(plan.plan, subject);
  return unevaluated.length > 0 ? [...issues, declareEvaluated(evaluated, print), ...unevaluated] : issues;
}

function printShared(plan: SharedPlan, subject: Subject, print: Printing): readonly Code[] {
  const { check, collect, isSinglePass } = print.module.functions(plan.target);
  const { expression, path } = subject;
  const report = code`${call(collect(), expression, INTO, stepTo(subject, print.module), locate(plan.at, subject))};`;
  const isShort = print.condition(plan.plan, subject) !== undefined;
  return path.length === 0 || (isSinglePass && !isShort && !isOneOfMany(subject))
    ? [report]
    : iff(not(call(check(), expression)), [report]);
}

/** A step is put together for each item or name that is reported on, and so only for what is wrong. */
function isOneOfMany({ path }: Subject): boolean {
  return (path.at(-1)?.names.size ?? 0) > 0;
}

function printCall(plan: Plan & { kind: "call" }, subject: Subject, print: Printing): readonly Code[] {
  const called = print.module.plan(plan.target);
  // Where a reference leads is a place of its own, wherever the function stands that it is printed in.
  if (called.kind === "shared") return printShared(called, { ...subject, place: undefined }, print);
  const { expression, path } = subject;
  const callee = print.module.functions(plan.target);
  const depth = recursionArguments(callee, expression, print, true);
  const collect = code`${call(callee.collect(), expression, INTO, stepTo(subject, print.module), ...depth)};`;
  const isDirect = path.length === 0 || (callee.isSinglePass && !isOneOfMany(subject));
  if (isDirect || callee.recursion !== "none") return [collect];
  // What passes is passed over: to ask costs less than to look for what is wrong.
  return iff(not(call(callee.check(), expression)), [collect]);
}
