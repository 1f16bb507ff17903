import { code, Code, declare, iff, ifElse, join, not } from "../code.js";
import { dropUnread, fieldsOf, nameFields } from "./fields.js";
import { eachItem } from "./loops.js";
import { asFlag, declareEvaluated, whenPasses } from "./pass.js";
import { all, isPass, type Plan, type SomePlan } from "../plan/plan.js";
import { recursionArguments, read, type Printing } from "./print.js";
import { printAlternativesIssues } from "./print-alternatives-issues.js";
import { printNamesIssues, printObjectIssues } from "./print-object-issues.js";
import { countItems, unevaluatedParts } from "./print-parts.js";
import { reportIssue } from "./report.js";
import { hasType, isKind, narrow, subject, type Subject } from "./subject.js";

/** The printer of the pass that collects issues. It runs only on values that the boolean function refused. */
export const issuesPrinter = { issues: printIssues };

function printIssues(plan: Plan, of: Subject, path: readonly Code[], print: Printing): readonly Code[] {
  switch (plan.kind) {
    case "all":
      return printAll(plan.of, of, path, print);
    case "type":
    case "test":
    case "equal":
    case "never":
      return iff(not(print.condition(plan, of) ?? new Code("true")), [
        reportIssue(plan.reason, of.text, path, print),
      ]);
    case "when":
      return printWhen(plan, of, path, print);
    case "object":
      return printObjectIssues(plan, of, path, print);
    case "names":
      return printNamesIssues(plan, of, path, print);
    case "items":
      return printItems(plan, of, path, print);
    case "some":
      return printSome(plan, of, path, print);
    case "alternatives":
      return printAlternativesIssues(plan, of, path, print);
    case "not":
      return whenPasses(plan.plan, of, undefined, [reportIssue(plan.reason, of.text, path, print)], print);
    case "if":
      return printIf(plan, of, path, print);
    case "present": {
      const body = print.issues(plan.plan, of, path);
      return iff(code`${read(fieldsOf(of), plan.property)} !== undefined`, body);
    }
    case "unevaluated":
      return printUnevaluated(plan, of, path, print);
    case "call":
      return printCall(plan, of, path, print);
  }
}

/** Of a value of the wrong type, nothing more is worth saying. */
function printAll(
  plans: readonly Plan[],
  of: Subject,
  path: readonly Code[],
  print: Printing,
): readonly Code[] {
  const [first, ...others] = plans;
  if (!first) return [];
  if (first.kind === "type") {
    const report = [reportIssue(first.reason, of.text, path, print)];
    const known = nameFields(all(others), narrow(of, first.types), print);
    const rest = printAll(others, known.of, path, print);
    return ifElse(
      not(hasType(first.types, of)),
      report,
      dropUnread(rest.length > 0 ? [...known.lines, ...rest] : []),
    );
  }
  const named = nameFields(first, of, print);
  const after: Subject = named.of;
  const lines = [...print.issues(first, named.of, path), ...printAll(others, after, path, print)];
  return dropUnread([...named.lines, ...lines]);
}

function printWhen(
  plan: Plan & { kind: "when" },
  of: Subject,
  path: readonly Code[],
  print: Printing,
): readonly Code[] {
  const isAsked = isKind(plan.type, of);
  if (isAsked.text === "false") return [];
  const inside = nameFields(plan.plan, narrow(of, [plan.type]), print);
  const body = print.issues(plan.plan, inside.of, path);
  return iff(isAsked, dropUnread(body.length > 0 ? [...inside.lines, ...body] : []));
}

function printItems(
  plan: Plan & { kind: "items" },
  of: Subject,
  path: readonly Code[],
  print: Printing,
): readonly Code[] {
  const first = plan.prefix.flatMap((item, i) => {
    const name = print.names("item");
    const body = print.issues(item, subject(name), [...path, code`${i}`]);
    const lines = declare(name, code`const ${name}: unknown = ${of.text}[${i}];`, body);
    return iff(code`${of.text}.length > ${i}`, lines);
  });
  const rest = plan.rest;
  if (!rest || isPass(rest)) return first;
  const body = (item: Code, index: Code): readonly Code[] =>
    print.issues(rest, subject(item), [...path, index]);
  return [...first, ...eachItem(of.text, plan.prefix.length, body, print)];
}

function printSome(plan: SomePlan, of: Subject, path: readonly Code[], print: Printing): readonly Code[] {
  const counted = countItems(plan, of, undefined, print);
  return [
    ...counted.lines,
    ...(plan.least > 0
      ? iff(code`${counted.count} < ${plan.least}`, [reportIssue(plan.tooFew, of.text, path, print)])
      : []),
    ...(plan.most < Infinity
      ? iff(code`${counted.count} > ${plan.most}`, [reportIssue(plan.tooMany, of.text, path, print)])
      : []),
  ];
}

function printIf(
  plan: Plan & { kind: "if" },
  of: Subject,
  path: readonly Code[],
  print: Printing,
): readonly Code[] {
  const { lines, passed } = asFlag(plan.test, of, undefined, print);
  const inside: Subject = { ...of, isNarrowed: true };
  const choice = ifElse(passed, print.issues(plan.yes, inside, path), print.issues(plan.no, inside, path));
  return choice.length > 0 ? [...lines, ...choice] : [];
}

/** What is left unevaluated is known only of a value that passes everything else. */
function printUnevaluated(
  plan: Plan & { kind: "unevaluated" },
  of: Subject,
  path: readonly Code[],
  print: Printing,
): readonly Code[] {
  const evaluated = print.names("evaluated");
  const inside: Subject = { ...of, isNarrowed: true };
  const rest = unevaluatedParts(
    plan,
    inside,
    evaluated,
    (part, key) =>
      plan.rest.kind === "never"
        ? [reportIssue(plan.rest.reason, key, [...path, key], print)]
        : print.issues(plan.rest, subject(part), [...path, key]),
    print,
  );
  const unevaluated = whenPasses(plan.plan, inside, evaluated, rest, print);
  const issues = print.issues(plan.plan, of, path);
  return unevaluated.length > 0 ? [...issues, declareEvaluated(evaluated, print), ...unevaluated] : issues;
}

function printCall(
  plan: Plan & { kind: "call" },
  of: Subject,
  path: readonly Code[],
  print: Printing,
): readonly Code[] {
  const callee = print.module.functions(plan.target);
  const depth = recursionArguments(callee, of.text, print, true);
  if (path.length === 0) return [code`${callee.collect()}(${of.text}, into${depth});`];
  const steps = join(path, ", ", "[", "]");
  const below = code`${print.module.runtime("within")}(into, ${steps}, ${callee.collect()}, ${of.text}${depth});`;
  if (callee.recursion !== "none") return [below];
  // What passes is passed over: to ask costs less than to look for what is wrong.
  return iff(not(code`${callee.check()}(${of.text})`), [below]);
}
