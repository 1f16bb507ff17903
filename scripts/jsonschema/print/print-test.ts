import { and, code, Code, declare, FALSE, iff, ifElse, not, or, TRUE } from "../code.js";
import { jsonTypeOf } from "../../json/value.js";
import { dropUnread, fieldsOf, nameFields } from "./fields.js";
import { eachItem } from "./loops.js";
import { asFlag, declareEvaluated, whenPasses } from "./pass.js";
import type { Plan, SomePlan } from "../plan/plan.js";
import { recursionArguments, read, type Exit, type Printing } from "./print.js";
import { alternativesCondition, printAlternatives } from "./print-alternatives-test.js";
import { countItems, unevaluatedParts } from "./print-parts.js";
import { printNamesTest, printObjectTest } from "./print-object-test.js";
import { equals, hasType, isComparedOneByOne, isKind, narrow, subject, type Subject } from "./subject.js";

/** The boolean printer: a plan as statements, or as one expression. */
export const testPrinter = { test: printTest, condition: asCondition };

/** Statements that leave by `exit.fail` unless the instance passes the plan. */
function printTest(plan: Plan, of: Subject, exit: Exit, print: Printing): readonly Code[] {
  const condition = exit.evaluated ? undefined : asCondition(plan, of, print);
  if (condition) return iff(not(condition), [exit.fail]);
  switch (plan.kind) {
    case "all":
      return printAll(plan.of, of, exit, print);
    case "when":
      return printWhen(plan, of, exit, print);
    case "object":
      return printObjectTest(plan, of, exit, print);
    case "names":
      return printNamesTest(plan, of, exit, print);
    case "items":
      return printItems(plan, of, exit, print);
    case "some":
      return printSome(plan, of, exit, print);
    case "alternatives":
      return printAlternatives(plan, of, exit, print);
    case "not":
      return printNot(plan.plan, of, exit, print);
    case "if":
      return printIf(plan, of, exit, print);
    case "present":
      return printPresent(plan, of, exit, print);
    case "unevaluated":
      return printUnevaluated(plan, of, exit, print);
    case "call":
      return iff(not(call(plan, of, exit.evaluated, print)), [exit.fail]);
    default:
      return iff(not(asCondition(plan, of, print) ?? TRUE), [exit.fail]);
  }
}

/** The plan as one expression, where that reads well and runs as fast as statements. */
function asCondition(plan: Plan, of: Subject, print: Printing): Code | undefined {
  switch (plan.kind) {
    case "never":
      return FALSE;
    case "test":
      return plan.ok(of.text, print.module);
    case "type":
      return hasType(plan.types, of);
    case "equal":
      return equals(plan.values, of, print.module.constant, () => print.module.runtime("isEqual"));
    case "call":
      return call(plan, of, undefined, print);
    case "when": {
      const then = asCondition(plan.plan, narrow(of, [plan.type]), print);
      return then && or(not(isKind(plan.type, of)), then);
    }
    case "all":
      return allAsCondition(plan.of, of, print);
    case "alternatives":
      return alternativesCondition(plan, of, print);
    case "not": {
      const condition = asCondition(plan.plan, of, print);
      return condition && not(condition);
    }
    default:
      return undefined;
  }
}

function allAsCondition(plans: readonly Plan[], of: Subject, print: Printing): Code | undefined {
  let known = of;
  const conditions: Code[] = [];
  for (const plan of plans) {
    const condition = asCondition(plan, known, print);
    if (!condition) return undefined;
    conditions.push(condition);
    if (condition.text === "false") break;
    known = after(plan, known);
  }
  return and(...conditions);
}

/** What is known of the instance once it has passed a plan. */
export function after(plan: Plan, of: Subject): Subject {
  if (plan.kind === "type") return narrow(of, plan.types);
  if (plan.kind === "equal" && isComparedOneByOne(plan.values)) {
    return { ...narrow(of, plan.values.map(jsonTypeOf)), isNarrowed: true };
  }
  const isChoice =
    plan.kind === "equal" || plan.kind === "alternatives" || plan.kind === "not" || plan.kind === "if";
  return isChoice ? { ...of, isNarrowed: true } : of;
}

function printAll(plans: readonly Plan[], of: Subject, exit: Exit, print: Printing): readonly Code[] {
  const lines: Code[] = [];
  let known = of;
  for (const plan of plans) {
    const named = nameFields(plan, known, print);
    lines.push(...named.lines, ...printTest(plan, named.of, exit, print));
    // What follows could not be reached, which TypeScript's narrowing would take for a mistake.
    if (lines.at(-1)?.text === exit.fail.text) break;
    known = after(plan, named.of);
  }
  return dropUnread(lines);
}

function printWhen(plan: Plan & { kind: "when" }, of: Subject, exit: Exit, print: Printing): readonly Code[] {
  const isAsked = isKind(plan.type, of);
  // Of a value that is known to be of another type there is nothing to print.
  if (isAsked.text === "false") return [];
  const inside = nameFields(plan.plan, narrow(of, [plan.type]), print);
  const body = printTest(plan.plan, inside.of, exit, print);
  return iff(isAsked, dropUnread(body.length > 0 ? [...inside.lines, ...body] : []));
}

function printItems(
  plan: Plan & { kind: "items" },
  of: Subject,
  exit: Exit,
  print: Printing,
): readonly Code[] {
  const inner: Exit = { ...exit, evaluated: undefined };
  const lines = plan.prefix.flatMap((item, i) => {
    const name = print.names("item");
    const body = printTest(item, subject(name), inner, print);
    const declaration = code`const ${name}: unknown = ${of.text}[${i}];`;
    return iff(code`${of.text}.length > ${i}`, declare(name, declaration, body));
  });
  if (plan.rest)
    lines.push(
      ...eachItem(
        of.text,
        plan.prefix.length,
        (item) => printTest(plan.rest ?? plan, subject(item), inner, print),
        print,
      ),
    );
  if (!exit.evaluated) return lines;
  const reached = plan.rest ? new Code("Infinity") : code`${plan.prefix.length}`;
  return [...lines, code`${exit.evaluated}.items = Math.max(${exit.evaluated}.items, ${reached});`];
}

function printSome(plan: SomePlan, of: Subject, exit: Exit, print: Printing): readonly Code[] {
  const counted = countItems(plan, of, exit.evaluated, print);
  const outside = or(
    plan.least > 0 ? code`${counted.count} < ${plan.least}` : FALSE,
    plan.most < Infinity ? code`${counted.count} > ${plan.most}` : FALSE,
  );
  return [...counted.lines, ...iff(outside, [exit.fail])];
}

function printNot(plan: Plan, of: Subject, exit: Exit, print: Printing): readonly Code[] {
  // An annotation of a schema that must not pass counts for nothing (Core §7.7.1.2).
  return whenPasses(plan, of, undefined, [exit.fail], print);
}

function printIf(plan: Plan & { kind: "if" }, of: Subject, exit: Exit, print: Printing): readonly Code[] {
  const { lines, passed } = asFlag(plan.test, of, exit.evaluated, print);
  const inside: Subject = { ...of, isNarrowed: true };
  return [
    ...lines,
    ...ifElse(passed, printTest(plan.yes, inside, exit, print), printTest(plan.no, inside, exit, print)),
  ];
}

function printPresent(
  plan: Plan & { kind: "present" },
  of: Subject,
  exit: Exit,
  print: Printing,
): readonly Code[] {
  return iff(code`${read(fieldsOf(of), plan.property)} !== undefined`, printTest(plan.plan, of, exit, print));
}

function printUnevaluated(
  plan: Plan & { kind: "unevaluated" },
  of: Subject,
  exit: Exit,
  print: Printing,
): readonly Code[] {
  const own = print.names("evaluated");
  const asked = printTest(plan.plan, of, { ...exit, evaluated: own }, print);
  // Nothing passes, and what follows could not be reached.
  if (asked.at(-1)?.text === exit.fail.text) return declare(own, declareEvaluated(own, print), asked);
  return [
    declareEvaluated(own, print),
    ...asked,
    ...unevaluatedParts(
      plan,
      of,
      own,
      (item) => printTest(plan.rest, subject(item), { ...exit, evaluated: undefined }, print),
      print,
    ),
    ...(exit.evaluated ? [code`${print.module.runtime("addEvaluated")}(${exit.evaluated}, ${own});`] : []),
  ];
}

/** The arguments of a call that is about the same instance, or about a part of it. */
function call(
  plan: Plan & { kind: "call" },
  of: Subject,
  evaluated: Code | undefined,
  print: Printing,
): Code {
  const callee = print.module.functions(plan.target);
  return evaluated
    ? code`${callee.track()}(${of.text}, ${evaluated}${recursionArguments(callee, of.text, print)})`
    : code`${callee.check()}(${of.text}${recursionArguments(callee, of.text, print)})`;
}
