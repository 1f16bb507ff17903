import { call, code, type Code, literal } from "../code/code.js";
import { and, compareCount, FALSE, not, or } from "../code/condition.js";
import { declare, endsIn, iff } from "../code/statement.js";
import type { Plan, SomePlan } from "../plan/plan.js";
import { alternativesCondition, printAlternatives } from "./alternatives-test.js";
import { withFields } from "./fields.js";
import { printNamesTest, printObjectTest } from "./object-test.js";
import { addEvaluated, declareEvaluated, whenPasses } from "./pass.js";
import { recursionArguments, type Exit, type Printing, type Visit } from "./print.js";
import { after, equals, hasType, isKind, narrow, passing, type Subject } from "./subject.js";
import { countItems, walkIf, walkItems, walkPresent, walkUnevaluated, walkWhen } from "./walk.js";

/** The boolean printer: statements that leave by `exit.fail` unless the instance passes the plan. */
export function printTest(plan: Plan, subject: Subject, exit: Exit, print: Printing): readonly Code[] {
  const condition = exit.evaluated ? undefined : printCondition(plan, subject, print);
  if (condition) return iff(not(condition), [exit.fail]);
  const visit: Visit = (p, inside) => printTest(p, inside, exit, print);
  switch (plan.kind) {
    case "all":
      return printAll(plan.plans, subject, exit, print);
    case "when":
      return walkWhen(plan, subject, visit, print);
    case "object":
      return printObjectTest(plan, subject, exit, print);
    case "names":
      return printNamesTest(plan, subject, exit, print);
    case "items":
      return printItems(plan, subject, exit, print);
    case "some":
      return printSome(plan, subject, exit, print);
    case "alternatives":
      return printAlternatives(plan, subject, exit, print);
    case "not":
      // An annotation of a schema that must not pass counts for nothing (Core §7.7.1.2).
      return whenPasses(plan.plan, subject, undefined, [exit.fail], print);
    case "if":
      return walkIf(plan, subject, visit, exit.evaluated, print);
    case "present":
      return walkPresent(plan, subject, visit);
    case "unevaluated":
      return printUnevaluated(plan, subject, exit, print);
    default:
      return iff(not(printQuestion(plan, subject, exit.evaluated, print)), [exit.fail]);
  }
}

/** The plan as one expression, where that reads well and runs as fast as statements. */
export function printCondition(plan: Plan, subject: Subject, print: Printing): Code | undefined {
  switch (plan.kind) {
    case "never":
    case "test":
    case "type":
    case "equal":
    case "call":
      return printQuestion(plan, subject, undefined, print);
    case "shared":
      // What is one expression costs less than a call.
      return printCondition(plan.plan, subject, print) ?? printQuestion(plan, subject, undefined, print);
    case "when": {
      const then = printCondition(plan.plan, narrow(subject, [plan.type]), print);
      return then && or(not(isKind(plan.type, subject)), then);
    }
    case "all":
      return allAsCondition(plan.plans, subject, print);
    case "alternatives":
      return alternativesCondition(plan, subject, print);
    case "not": {
      const condition = printCondition(plan.plan, subject, print);
      return condition && not(condition);
    }
    default:
      return undefined;
  }
}

/** The plans that always are one expression. */
export type Question = Plan & { kind: "never" | "test" | "type" | "equal" | "call" | "shared" };

function printQuestion(plan: Question, subject: Subject, evaluated: Code | undefined, print: Printing): Code {
  const { module } = print;
  switch (plan.kind) {
    case "never":
      return FALSE;
    case "test":
      return plan.ok(subject.expression, module);
    case "type":
      return hasType(plan.types, subject);
    case "equal":
      return equals(plan.values, subject, module.constant, () => module.runtime("isEqual"));
    case "shared":
    case "call": {
      const callee = module.functions(plan.target);
      const { expression } = subject;
      const recursion = recursionArguments(callee, expression, print);
      return evaluated
        ? call(callee.track(), expression, evaluated, ...recursion)
        : call(callee.check(), expression, ...recursion);
    }
  }
}

function allAsCondition(plans: readonly Plan[], subject: Subject, print: Printing): Code | undefined {
  let known = subject;
  const conditions: Code[] = [];
  for (const plan of plans) {
    const condition = printCondition(plan, known, print);
    if (!condition) return undefined;
    conditions.push(condition);
    if (condition === FALSE) break;
    known = after(plan, known);
  }
  return and(...conditions);
}

function printAll(plans: readonly Plan[], subject: Subject, exit: Exit, print: Printing): readonly Code[] {
  const [first, ...others] = plans;
  if (!first) return [];
  return withFields(first, subject, print, (known) => {
    const lines = printTest(first, known, exit, print);
    // What follows could not be reached, which TypeScript's narrowing would take for a mistake.
    if (endsIn(exit.fail, lines)) return lines;
    return [...lines, ...printAll(others, after(first, known), exit, print)];
  });
}

function printItems(
  plan: Plan & { kind: "items" },
  subject: Subject,
  exit: Exit,
  print: Printing,
): readonly Code[] {
  const { fail, evaluated } = exit;
  const visit: Visit = (p, item) => printTest(p, item, { fail, evaluated: undefined }, print);
  const lines = walkItems(plan, subject, visit, print);
  if (!evaluated) return lines;
  const reached = plan.rest ? code`Infinity` : literal(plan.prefix.length);
  return [...lines, code`${evaluated}.items = Math.max(${evaluated}.items, ${reached});`];
}

function printSome(plan: SomePlan, subject: Subject, exit: Exit, print: Printing): readonly Code[] {
  const { lines, count } = countItems(plan, subject, exit.evaluated, print);
  const outside = or(
    plan.min > 0 ? compareCount(count, "<", plan.min) : FALSE,
    plan.max < Infinity ? compareCount(count, ">", plan.max) : FALSE,
  );
  return [...lines, ...iff(outside, [exit.fail])];
}

function printUnevaluated(
  plan: Plan & { kind: "unevaluated" },
  subject: Subject,
  { fail, evaluated }: Exit,
  print: Printing,
): readonly Code[] {
  const own = print.names("evaluated");
  const declaration = declareEvaluated(own, print);
  const asked = printTest(plan.plan, subject, { fail, evaluated: own }, print);
  // Nothing passes, and what follows could not be reached.
  if (endsIn(fail, asked)) return declare(declaration, asked);
  const rest: Exit = { fail, evaluated: undefined };
  const visit = (part: Subject): readonly Code[] => printTest(plan.rest, part, rest, print);
  return [
    declaration,
    ...asked,
    ...walkUnevaluated(plan, passing(plan.plan, subject), own, visit, print),
    ...(evaluated ? [addEvaluated(evaluated, own, print)] : []),
  ];
}
