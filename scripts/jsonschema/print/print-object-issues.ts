import { printCases } from "./cases.js";
import { code, type Code, iff, literal, not } from "../code.js";
import { fieldsOf } from "./fields.js";
import { eachProperty } from "./loops.js";
import type { ObjectPlan, Plan } from "../plan/plan.js";
import { read, type Printing } from "./print.js";
import { reportIssue } from "./report.js";
import { subject, type Subject } from "./subject.js";

/** The properties in the order of the value, then those that are missing. */
export function printObjectIssues(
  plan: ObjectPlan,
  of: Subject,
  path: readonly Code[],
  print: Printing,
): readonly Code[] {
  const key = print.names("key");
  const value = print.names("value");
  const within = [...path, key];
  const property = (p: Plan): readonly Code[] => print.issues(p, subject(value), within);
  const cases = printCases(
    plan,
    key,
    {
      property: (name, p) => print.issues(p, subject(value), [...path, literal(name)]),
      pattern: property,
      additional: printAdditional(plan, key, property, within, print),
    },
    print,
  );
  return [
    ...eachProperty(of, key, value, cases, print),
    ...plan.required.flatMap(({ name, reason }) =>
      iff(code`${read(fieldsOf(of), name)} === undefined`, [
        reportIssue(reason, of.text, [...path, literal(name)], print),
      ]),
    ),
  ];
}

/** A name that is not known is likely a slip of a known one. */
function printAdditional(
  plan: ObjectPlan,
  key: Code,
  property: (plan: Plan) => readonly Code[],
  within: readonly Code[],
  print: Printing,
): readonly Code[] {
  if (!plan.additional) return [];
  if (plan.additional.kind !== "never") return property(plan.additional);
  const names = plan.properties.filter((p) => p.plan.kind !== "never").map(({ name }) => name);
  const known = print.module.constant(literal(names), "names");
  const message = (name: Code): Code => code`${print.module.runtime("unknownName")}(${name}, ${known})`;
  return [reportIssue({ ...plan.additional.reason, message }, key, within, print)];
}

export function printNamesIssues(
  plan: Plan & { kind: "names" },
  of: Subject,
  path: readonly Code[],
  print: Printing,
): readonly Code[] {
  const key = print.names("key");
  const named: Subject = { ...subject(key), types: ["string"] };
  const report = reportIssue(plan.reason, key, [...path, key], print);
  const condition = print.condition(plan.name, named);
  if (condition) return eachProperty(of, key, print.names("value"), iff(not(condition), [report]), print);
  const label = print.names("unless");
  const fail = { fail: code`${report}\nbreak ${label};`, evaluated: undefined };
  const body = print.test(plan.name, named, fail);
  return eachProperty(of, key, print.names("value"), [code`${label}: {\n${body}\n}`], print);
}
