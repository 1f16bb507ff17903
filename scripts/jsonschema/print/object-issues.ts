import { call, code, type Code, literal } from "../code/code.js";
import { not } from "../code/condition.js";
import { block, exit, iff, sequence } from "../code/statement.js";
import type { ObjectPlan, Plan } from "../plan/plan.js";
import { printCases, printMissing } from "./cases.js";
import { eachProperty } from "./loops.js";
import type { Printing } from "./print.js";
import { reportIssue } from "./report.js";
import { partOf, type Subject } from "./subject.js";

/** The properties in the order of the value, then those that are missing. */
export function printObjectIssues(plan: ObjectPlan, subject: Subject, print: Printing): readonly Code[] {
  const key = print.names("key");
  const value = print.names("value");
  const any = partOf(subject, value, key);
  const cases = printCases(
    plan,
    key,
    {
      property: (name, p) => print.issues(p, partOf(subject, value, literal(name))),
      pattern: (p) => print.issues(p, any),
      additional: printAdditional(plan, subject, any, key, print),
    },
    print,
  );
  return [
    ...eachProperty(subject, key, value, cases, print),
    ...printMissing(plan.required, subject, ({ name, reason }) =>
      reportIssue(reason, partOf(subject, subject.expression, literal(name)), print),
    ),
  ];
}

/** A name that is not known is likely a slip of a known one. */
function printAdditional(
  plan: ObjectPlan,
  { expression, fields = expression }: Subject,
  any: Subject,
  key: Code,
  print: Printing,
): readonly Code[] {
  if (!plan.additional) return [];
  if (plan.additional.kind !== "never") return print.issues(plan.additional, any);
  const names = plan.properties.filter((p) => p.plan.kind !== "never").map(({ name }) => name);
  const known = print.module.constant(literal(names), "names");
  const message = (name: Code): Code => call(print.module.runtime("unknownName"), name, known, fields);
  return [reportIssue({ ...plan.additional.reason, message }, { ...any, expression: key }, print)];
}

export function printNamesIssues(
  plan: Plan & { kind: "names" },
  subject: Subject,
  print: Printing,
): readonly Code[] {
  const key = print.names("key");
  const named: Subject = { ...partOf(subject, key, key), types: ["string"] };
  const report = reportIssue(plan.reason, named, print);
  const condition = print.condition(plan.name, named);
  if (condition)
    return eachProperty(subject, key, print.names("value"), iff(not(condition), [report]), print);
  const label = print.names("unless");
  const fail = sequence([report, exit(code`break ${label};`)]);
  const body = print.test(plan.name, named, { fail, evaluated: undefined });
  return eachProperty(subject, key, print.names("value"), [block(code`${label}:`, body)], print);
}
