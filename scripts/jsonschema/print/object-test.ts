import { call, code, type Code, literal } from "../code/code.js";
import { and, isAbsent, isPresent, not } from "../code/condition.js";
import { constant, declare, iff, until, variable } from "../code/statement.js";
import { boundedPart, isBounded } from "../plan/bounded.js";
import type { ObjectPlan, Plan } from "../plan/plan.js";
import { chooseReading, listAllowed, type Reading } from "../plan/reading.js";
import { printCases, printMissing, type Cases } from "./cases.js";
import { fieldsOf } from "./fields.js";
import { eachName, loadPresent } from "./loops.js";
import { read, type Exit, type Printing } from "./print.js";
import { createSubject, type Subject } from "./subject.js";

const PRINTERS = { names: printProbes, count: printCounted, loop: printLoop } as const satisfies Record<
  Reading,
  unknown
>;

export function printObjectTest(
  plan: ObjectPlan,
  subject: Subject,
  exit: Exit,
  print: Printing,
): readonly Code[] {
  // What was evaluated is noted name by name.
  return PRINTERS[exit.evaluated ? "loop" : chooseReading(plan)](plan, subject, exit, print);
}

/** Names are counted as soon as what costs little has been asked: one too many settles the matter. */
function printCounted(plan: ObjectPlan, subject: Subject, exit: Exit, print: Printing): readonly Code[] {
  const allowed = listAllowed(plan);
  const probes = probesOf({ ...plan, properties: allowed }, subject, print);
  const lines = (wanted: boolean): readonly Code[] =>
    probes.flatMap((probe) =>
      probe.isBounded === wanted ? declare(probe.load, printProbe(probe, exit, print)) : [],
    );
  const hasMore = call(print.module.runtime("hasMore"), fieldsOf(subject), literal(allowed.length));
  return until(exit.fail, [...lines(true), ...iff(hasMore, [exit.fail]), ...lines(false)]);
}

function printProbes(plan: ObjectPlan, subject: Subject, exit: Exit, print: Printing): readonly Code[] {
  const probes = probesOf(plan, subject, print);
  const known = new Set(plan.properties.map(({ name }) => name));
  const unknown = plan.required.filter(({ name }) => !known.has(name));
  const lines = (wanted: boolean): readonly Code[] =>
    probes.flatMap((probe) =>
      probe.isBounded === wanted ? declare(probe.load, printProbe(probe, exit, print)) : [],
    );
  return until(exit.fail, [
    ...lines(true),
    ...printMissing(unknown, subject, () => exit.fail),
    ...lines(false),
  ]);
}

/** A property that is read by its name. */
type Probe = {
  readonly value: Code;
  readonly load: Code;
  readonly plan: Plan;
  readonly isRequired: boolean;
  readonly isBounded: boolean;
};

function probesOf(plan: ObjectPlan, subject: Subject, print: Printing): readonly Probe[] {
  const required = new Set(plan.required.map(({ name }) => name));
  return plan.properties.map(({ name, plan: property }) => {
    const value = print.names(name);
    return {
      value,
      load: constant(value, read(fieldsOf(subject), name)),
      plan: property,
      isRequired: required.has(name),
      isBounded: isBounded(property, print.module.plan),
    };
  });
}

function printProbe({ plan, value, isRequired }: Probe, exit: Exit, print: Printing): readonly Code[] {
  return isRequired ? printRequired(plan, value, exit, print) : printOptional(plan, value, exit, print);
}

function printRequired(plan: Plan, value: Code, exit: Exit, print: Printing): readonly Code[] {
  const missing = refusesUndefined(plan) ? [] : iff(isAbsent(value), [exit.fail]);
  return [...missing, ...print.test(plan, createSubject(value), exit)];
}

/** `undefined` is no JSON value: a property that has it is absent, as it is once it has been serialised. */
function printOptional(plan: Plan, value: Code, exit: Exit, print: Printing): readonly Code[] {
  const condition = print.condition(plan, createSubject(value));
  if (!condition) return iff(isPresent(value), print.test(plan, createSubject(value), exit));
  return iff(and(isPresent(value), not(condition)), [exit.fail]);
}

function refusesUndefined(plan: Plan): boolean {
  if (plan.kind === "all") return plan.plans.some(refusesUndefined);
  return plan.kind === "type" || plan.kind === "equal" || plan.kind === "never";
}

/** What may take long is put off until every name has been looked at: one that is not allowed settles the matter. */
function printLoop(plan: ObjectPlan, subject: Subject, exit: Exit, print: Printing): readonly Code[] {
  const [key, value, count] = [print.names("key"), print.names("value"), print.names("required")];
  const required = new Set(plan.required.map(({ name }) => name));
  const counted = plan.properties.filter(({ name }) => required.has(name));
  const uncounted = plan.required.filter(({ name }) => !counted.some((c) => c.name === name));
  const putOff = probesOf(plan, subject, print).filter((probe) => !probe.isBounded && isApart(plan, exit));
  const note = exit.evaluated ? [code`${exit.evaluated}.names.add(${key});`] : [];
  const inside: Exit = { ...exit, evaluated: undefined };
  const body = (property: Plan): readonly Code[] => [
    ...note,
    ...print.test(property, createSubject(value), inside),
  ];
  const cases: Cases = {
    property: ({ name, plan: property }) => [
      ...body(
        putOff.some((probe) => probe.plan === property) ? boundedPart(property, print.module.plan) : property,
      ),
      ...(required.has(name) ? [code`${count}++;`] : []),
    ],
    pattern: body,
    additional: plan.additional ? body(plan.additional) : [],
  };
  return [
    ...(counted.length > 0 ? [variable(count, literal(0))] : []),
    ...eachName(subject, key, printCases(plan, { object: subject, key, value }, cases, print)),
    ...(counted.length > 0 ? iff(code`${count} !== ${counted.length}`, [exit.fail]) : []),
    ...printMissing(uncounted, subject, () => exit.fail),
    ...putOff.flatMap((probe) => declare(probe.load, printOptional(probe.plan, probe.value, inside, print))),
  ];
}

/** Whether each property is asked by its own plan alone. */
function isApart({ patterns }: ObjectPlan, { evaluated }: Exit): boolean {
  return patterns.length === 0 && !evaluated;
}

/** Property names are strings, and are asked as such. */
export function printNamesTest(
  plan: Plan & { kind: "names" },
  subject: Subject,
  exit: Exit,
  print: Printing,
): readonly Code[] {
  const key = print.names("key");
  const named: Subject = { ...createSubject(key), types: ["string"] };
  const body = print.test(plan.name, named, { ...exit, evaluated: undefined });
  if (body.length === 0) return [];
  return eachName(subject, key, [...loadPresent(subject, key, print.names("value")), ...body]);
}
