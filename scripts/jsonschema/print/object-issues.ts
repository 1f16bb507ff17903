import { call, code, type Code, literal } from "../code/code.js";
import { not, UNDEFINED } from "../code/condition.js";
import { block, declare, exit, iff, sequence, variable } from "../code/statement.js";
import { sameInstance, type ObjectPlan, type Plan } from "../plan/plan.js";
import { fieldsOf } from "./fields.js";
import { printCases, printMissing, type Cases } from "./cases.js";
import { eachName, loadPresent, untilFull, withStep } from "./loops.js";
import { requireName } from "../wording.js";
import { INTO, isReadPlainly, type Printing } from "./print.js";
import { locate, reportIssue } from "./report.js";
import { partOf, stepTo, type Subject } from "./subject.js";

type Property = ObjectPlan["properties"][number];

/** The properties in the order of the value, then those that are missing. */
export function printObjectIssues(plan: ObjectPlan, subject: Subject, print: Printing): readonly Code[] {
  const [key, value, unused] = [print.names("key"), print.names("value"), print.names("unused")];
  return withStep(subject, print, (linked) => {
    const any = partOf(linked, value, key);
    const entry = { object: subject, key, value };
    const printed: Cases = {
      property: printProperties(plan, any, print),
      pattern: (p) => print.issues(p, any),
      additional: printAdditional(plan, fieldsOf(subject), any, unused, print),
    };
    const cases = printCases(plan, entry, printed, print);
    return [
      ...declare(
        variable(unused, UNDEFINED, "readonly string[] | undefined"),
        eachName(subject, key, isMap(plan) && cases.length > 0 ? [...untilFull(print), ...cases] : cases),
      ),
      ...printMissingIssues(plan, subject, print),
    ];
  });
}

/** Up to it, a required name is asked for by code of its own. */
const MAX_FEW_NAMES = 2;

function printMissingIssues({ required }: ObjectPlan, subject: Subject, print: Printing): readonly Code[] {
  const [first] = required;
  const isPlain = ({ name, reason }: ObjectPlan["required"][number]): boolean =>
    reason.message === requireName(name) && reason.at === first?.reason.at && isReadPlainly(name);
  if (!first || required.length <= MAX_FEW_NAMES || !required.every(isPlain)) {
    return printMissing(required, subject, ({ name, reason }) =>
      reportIssue(reason, partOf(subject, subject.expression, literal(name)), print),
    );
  }
  const { runtime, constant } = print.module;
  const names = constant(literal(required.map(({ name }) => name)), "names");
  const place = [stepTo(subject, print.module), locate(first.reason.at, subject)];
  return [code`${call(runtime("reportMissing"), INTO, fieldsOf(subject), names, ...place)};`];
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

/** A name that is not known is likely a slip of a known one. Which of them an object has not is asked once. */
function printAdditional(
  { additional, properties }: ObjectPlan,
  fields: Code,
  any: Subject,
  unused: Code,
  print: Printing,
): readonly Code[] {
  if (additional?.kind !== "never") return additional ? print.issues(additional, any) : [];
  const { runtime, constant } = print.module;
  const names = properties.filter((p) => p.plan.kind !== "never").map(({ name }) => name);
  const list = call(runtime("unusedNames"), constant(literal(names), "names"), fields);
  const message = (): Code => call(runtime("unknownName"), INTO, key, code`${unused} ??= ${list}`);
  const key = any.path.at(-1) ?? any.expression;
  return [reportIssue({ ...additional.reason, message }, any, print)];
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
