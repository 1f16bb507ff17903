import { call, code, type Code, literal } from "../code/code.js";
import { and, isAbsent, isPresent, not } from "../code/condition.js";
import { constant, declare, iff, until, variable } from "../code/statement.js";
import { isBounded } from "../plan/bounded.js";
import { isPass, type ObjectPlan, type Plan } from "../plan/plan.js";
import { printCases, printMissing, type Cases } from "./cases.js";
import { fieldsOf } from "./fields.js";
import { eachProperty } from "./loops.js";
import { read, type Exit, type Printing } from "./print.js";
import { createSubject, type Subject } from "./subject.js";

/**
 * An object is read in one of two ways. Reading the known properties is quickest where most of them are there;
 * one `for…in` with a `switch` is quickest where many are optional, and the only way where the value of every name
 * matters. Where no other name may be there, counting the names is enough.
 */
export function printObjectTest(
  plan: ObjectPlan,
  subject: Subject,
  exit: Exit,
  print: Printing,
): readonly Code[] {
  if (exit.evaluated) return printLoop(plan, subject, exit, print);
  const isOpen = plan.patterns.length === 0 && (!plan.additional || isPass(plan.additional));
  if (isOpen) return printProbes(plan, subject, exit, print);
  return isMostlyRequired(plan)
    ? printCounted(plan, subject, exit, print)
    : printLoop(plan, subject, exit, print);
}

function isMostlyRequired({ properties, required, patterns, additional }: ObjectPlan): boolean {
  if (additional?.kind !== "never" || patterns.length > 0) return false;
  if (properties.some(({ plan }) => plan.kind === "never")) return false;
  const known = new Set(properties.map(({ name }) => name));
  return required.every(({ name }) => known.has(name)) && required.length * 2 > properties.length;
}

/** Names are counted as soon as what costs little has been asked: one too many settles the matter. */
function printCounted(plan: ObjectPlan, subject: Subject, exit: Exit, print: Printing): readonly Code[] {
  const probes = probesOf(plan, subject, print);
  const optional = probes.filter(({ isRequired }) => !isRequired);
  const max = optional.length > 0 ? print.names("known") : literal(probes.length);
  const note = ({ isRequired, value }: Probe, body: readonly Code[]): readonly Code[] =>
    isRequired ? [] : iff(isPresent(value), until(exit.fail, [...body, code`${max}++;`]));
  return until(exit.fail, [
    ...(optional.length > 0 ? [variable(max, literal(probes.length - optional.length))] : []),
    ...probes.flatMap((probe) => {
      const { load, plan: property, value } = probe;
      if (probe.isRequired) return probe.isBounded ? declare(load, printProbe(probe, exit, print)) : [];
      if (!probe.isBounded) return [load, ...note(probe, [])];
      return [load, ...note(probe, print.test(property, createSubject(value), exit))];
    }),
    ...iff(call(print.module.runtime("hasMore"), fieldsOf(subject), max), [exit.fail]),
    ...probes.flatMap((probe) => {
      if (probe.isBounded) return [];
      const body = printProbe(probe, exit, print);
      return probe.isRequired ? declare(probe.load, body) : body;
    }),
  ]);
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

function printLoop(plan: ObjectPlan, subject: Subject, exit: Exit, print: Printing): readonly Code[] {
  const [key, value, count] = [print.names("key"), print.names("value"), print.names("required")];
  const required = new Set(plan.required.map(({ name }) => name));
  const counted = plan.properties.filter(({ name }) => required.has(name));
  const uncounted = plan.required.filter(({ name }) => !counted.some((c) => c.name === name));
  const note = exit.evaluated ? [code`${exit.evaluated}.names.add(${key});`] : [];
  const body = (property: Plan): readonly Code[] => [
    ...note,
    ...print.test(property, createSubject(value), { ...exit, evaluated: undefined }),
  ];
  const cases: Cases = {
    property: (name, property) => [...body(property), ...(required.has(name) ? [code`${count}++;`] : [])],
    pattern: body,
    additional: plan.additional ? body(plan.additional) : [],
  };
  const loop = eachProperty(subject, key, value, printCases(plan, key, cases, print), print);
  return [
    ...(counted.length > 0 ? [variable(count, literal(0))] : []),
    ...loop,
    ...(counted.length > 0 ? iff(code`${count} !== ${counted.length}`, [exit.fail]) : []),
    ...printMissing(uncounted, subject, () => exit.fail),
  ];
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
  return eachProperty(subject, key, print.names("value"), body, print);
}
