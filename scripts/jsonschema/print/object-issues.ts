import { call, code, type Code, list, literal } from "../code/code.js";
import { isAbsent, isPresent, not, or } from "../code/condition.js";
import { block, constant, exit, heads, iff, mentions, sequence, switchCase } from "../code/statement.js";
import { sameInstance, type ObjectPlan, type Plan } from "../plan/plan.js";
import { fieldsOf } from "./fields.js";
import { printCases, type Cases } from "./cases.js";
import { eachName, loadPresent, untilFull, withStep } from "./loops.js";
import { isProbed } from "../plan/reading.js";
import { requirePlainName } from "../wording.js";
import { INTO, isReadPlainly, read, type Printing } from "./print.js";
import { locate, reportIssue } from "./report.js";
import { partOf, stepTo, type Subject } from "./subject.js";

type Property = ObjectPlan["properties"][number];

/** The properties, then those that are missing: read in the way in which the object is read that is only asked about. */
export function printObjectIssues(plan: ObjectPlan, subject: Subject, print: Printing): readonly Code[] {
  if (isProbed(plan)) return printProbes(plan, subject, print);
  const missing = printMissingIssues(plan.required, subject, readField(subject), print);
  return [...printLoop(plan, subject, print), ...missing];
}

type ReadField = (name: string) => Code;

function readField(subject: Subject): ReadField {
  return (name) => read(fieldsOf(subject), name);
}

/** The properties in the order of the schema, each read once. */
function printProbes(plan: ObjectPlan, subject: Subject, print: Printing): readonly Code[] {
  const values = new Map(plan.properties.map(({ name }) => [name, print.names(name)]));
  const field = readField(subject);
  const local: ReadField = (name) => values.get(name) ?? field(name);
  const rest = printNames(plan, subject, local, print);
  const lines = plan.properties.flatMap((property) => {
    const value = local(property.name);
    const part = partOf(subject, value, literal(property.name));
    const own = iff(isPresent(value), print.issues(property.plan, part));
    return mentions([...own, ...rest], value) ? [constant(value, field(property.name)), ...own] : own;
  });
  return [...lines, ...rest];
}

/** The names of a closed object that is probed: each that it may have it must have. */
function printNames(plan: ObjectPlan, subject: Subject, field: ReadField, print: Printing): readonly Code[] {
  const { additional, required } = plan;
  if (additional?.kind !== "never") return printMissingIssues(required, subject, field, print);
  const known = plan.properties.map(({ name }) => name);
  const [absent, key] = [print.names("absent"), print.names("key")];
  const [fields, at] = [fieldsOf(subject), stepTo(subject, print.module)];
  const args = [INTO, fields, absent, at, locate(additional.reason.at, subject), key];
  const report = code`${call(print.module.runtime("reportUnknownName"), ...args)};`;
  const isInOrder = required.every(({ name }, i) => name === known[i]);
  const { isAny, names } = printAbsent(known, field, print);
  return [
    // Only a name that is absent can be meant by one that is not known.
    constant(absent, code`${isAny} ? ${names} : undefined`),
    ...eachName(subject, key, [
      block(code`switch (${key})`, [
        switchCase(heads(known), []),
        switchCase(code`default:`, iff(isPresent(code`${fields}[${key}]`), [report])),
      ]),
    ]),
    ...printMissingIssues(required, subject, field, print, isInOrder ? absent : undefined),
  ];
}

/** Whether any of the names is absent, and those that are. */
function printAbsent(
  names: readonly string[],
  field: ReadField,
  { module }: Printing,
): { readonly isAny: Code; readonly names: Code } {
  const values = names.map(field);
  const all = module.constant(literal(names), "names");
  return {
    isAny: or(...values.map(isAbsent)),
    names: call(module.runtime("listAbsent"), all, list(values, "[", "]")),
  };
}

/** The properties in the order of the value. */
function printLoop(plan: ObjectPlan, subject: Subject, print: Printing): readonly Code[] {
  const [key, value] = [print.names("key"), print.names("value")];
  return withStep(subject, print, (linked) => {
    const any = partOf(linked, value, key);
    const printed: Cases = {
      property: printProperties(plan, any, print),
      pattern: (p) => print.issues(p, any),
      additional: printAdditional(plan, subject, any, print),
    };
    const cases = printCases(plan, { object: subject, key, value }, printed, print);
    return eachName(subject, key, isMap(plan) && cases.length > 0 ? [...untilFull(print), ...cases] : cases);
  });
}

/** Up to it, a required name is asked for by code of its own. */
const MAX_FEW_NAMES = 2;

/** `absent`: a list of those that are absent, where there is one. */
function printMissingIssues(
  required: ObjectPlan["required"],
  subject: Subject,
  field: ReadField,
  print: Printing,
  absent?: Code,
): readonly Code[] {
  const [first] = required;
  const isPlain = ({ name, reason }: ObjectPlan["required"][number]): boolean =>
    reason.message === requirePlainName(name) && reason.at === first?.reason.at && isReadPlainly(name);
  if (!first || required.length <= MAX_FEW_NAMES || !required.every(isPlain)) {
    return required.flatMap(({ name, reason }) => {
      const part = partOf(subject, subject.expression, literal(name));
      return iff(isAbsent(field(name)), [reportIssue(reason, part, print)]);
    });
  }
  const place = [stepTo(subject, print.module), locate(first.reason.at, subject)];
  const report = (names: Code): Code =>
    code`${call(print.module.runtime("reportMissing"), INTO, names, ...place)};`;
  if (absent) return iff(absent, [report(absent)]);
  const names = required.map(({ name }) => name);
  const missing = printAbsent(names, field, print);
  return iff(missing.isAny, [report(missing.names)]);
}

/** Properties of which the same is asked share their code, in which the name then stands for itself. */
function printProperties({ properties }: ObjectPlan, any: Subject, print: Printing): Cases["property"] {
  const shared = new Map(properties.map((property) => [property, printShared(property, any, print)]));
  const texts = [...shared.values()].map((lines) => sequence(lines).text);
  return (property) => {
    const lines = shared.get(property) ?? [];
    const { text } = sequence(lines);
    const isShared = lines.length > 0 && texts.indexOf(text) !== texts.lastIndexOf(text);
    return isShared ? lines : print.issues(property.plan, any);
  };
}

function printShared({ name, plan, at }: Property, any: Subject, print: Printing): readonly Code[] {
  const key = any.path.at(-1);
  // A name that a pointer has to escape does not stand for itself.
  if (!key || !at.endsWith(`/${name}`) || !isShort(plan)) return [];
  const prefix = at.slice(0, at.length - name.length);
  return print.issues(plan, { ...any, place: { pointer: at, code: code`${locate(prefix, any)} + ${key}` } });
}

/** What is asked of a value in few lines, without a loop or another function. */
const SHORT_KINDS: ReadonlySet<Plan["kind"]> = new Set(["all", "equal", "never", "test", "type", "when"]);

function isShort(plan: Plan): boolean {
  return plan.kind === "shared" || (SHORT_KINDS.has(plan.kind) && sameInstance(plan).every(isShort));
}

/** Whether the work grows with the value; where names are known or merely refused, there is little left to do. */
function isMap({ patterns, additional }: ObjectPlan): boolean {
  return patterns.length > 0 || (additional !== undefined && additional.kind !== "never");
}

function printAdditional(plan: ObjectPlan, owner: Subject, any: Subject, print: Printing): readonly Code[] {
  const { additional } = plan;
  if (additional?.kind !== "never") return additional ? print.issues(additional, any) : [];
  const key = any.link.steps.at(-1) ?? any.expression;
  const at = stepTo({ link: { ...any.link, steps: any.link.steps.slice(0, -1) } }, print.module);
  const args = [INTO, fieldsOf(owner), namesOf(plan, print), at, locate(additional.reason.at, any), key];
  return [code`${call(print.module.runtime("reportUnknownName"), ...args)};`];
}

/** The names that an object may have: one that is not known is likely a slip of one of them. */
function namesOf({ properties }: ObjectPlan, { module }: Printing): Code {
  const names = properties.filter(({ plan }) => plan.kind !== "never").map(({ name }) => name);
  return module.constant(literal(names), "names");
}

export function printNamesIssues(
  plan: Plan & { kind: "names" },
  subject: Subject,
  print: Printing,
): readonly Code[] {
  const key = print.names("key");
  const named: Subject = { ...partOf(subject, key, key), types: ["string"] };
  const report = reportIssue(plan.reason, named, print);
  const load = loadPresent(subject, key, print.names("value"));
  const condition = print.condition(plan.name, named);
  if (condition) {
    const asked = iff(not(condition), [report]);
    return asked.length > 0 ? eachName(subject, key, [...load, ...asked]) : [];
  }
  const label = print.names("unless");
  const fail = sequence([report, exit(code`break ${label};`)]);
  const body = print.test(plan.name, named, { fail, evaluated: undefined });
  return eachName(subject, key, [...load, block(code`${label}:`, body)]);
}
