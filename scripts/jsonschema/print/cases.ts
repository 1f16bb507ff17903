import { code, type Code } from "../code/code.js";
import { isAbsent, isPresent, not } from "../code/condition.js";
import {
  block,
  BREAK,
  constant,
  heads,
  iff,
  mentions,
  sequence,
  switchCase,
  variable,
} from "../code/statement.js";
import type { ObjectPlan, Plan } from "../plan/plan.js";
import { fieldsOf } from "./fields.js";
import { loadPresent } from "./loops.js";
import { read, type Printing } from "./print.js";
import type { Subject } from "./subject.js";

/** What to do for one property, by its name: its own case, every pattern that matches, or the rest. */
export type Cases = {
  readonly property: (property: ObjectPlan["properties"][number]) => readonly Code[];
  readonly pattern: (plan: Plan) => readonly Code[];
  readonly additional: readonly Code[];
};

/** The names of the loop over an object: its own, and that of the value. */
export type Entry = { readonly object: Subject; readonly key: Code; readonly value: Code };

/** The body of a loop over the names of an object. */
export function printCases(plan: ObjectPlan, entry: Entry, cases: Cases, print: Printing): readonly Code[] {
  const named = plan.properties.map((property) => ({ name: property.name, body: cases.property(property) }));
  if (plan.patterns.length > 0) return printPatterns(plan, entry, named, cases, print);
  const isLoaded = print.isCollecting;
  const load = (lines: readonly Code[]): readonly Code[] => (isLoaded ? lines : loadInCase(entry, lines));
  const rest = load(cases.additional);
  const needed = omitLike(
    rest,
    named.map(({ name, body }) => ({ name, body: load(body) })),
  );
  const { object, key, value } = entry;
  if (needed.length > 0) {
    // A pass that reports is told to be short, where one that asks is told to be quick.
    return [...(isLoaded ? loadPresent(object, key, value) : []), ...printSwitch(key, needed, rest)];
  }
  return cases.additional.length > 0 ? [...loadPresent(object, key, value), ...cases.additional] : [];
}

/** What is read where its name is known is of fewer kinds, and so is read quicker, than what is read for all names. */
function loadInCase({ object, key, value }: Entry, lines: readonly Code[]): readonly Code[] {
  const field = code`${fieldsOf(object)}[${key}]`;
  if (!mentions(lines, value)) return iff(isPresent(field), lines);
  return [constant(value, field), ...iff(isAbsent(value), [BREAK]), ...lines];
}

type Named = { readonly name: string; readonly body: readonly Code[] };

function printPatterns(
  plan: ObjectPlan,
  { object, key, value }: Entry,
  named: readonly Named[],
  cases: Cases,
  print: Printing,
): readonly Code[] {
  const isKnown = print.names("known");
  const isFree = cases.additional.length === 0;
  const mark = isFree ? [] : [code`${isKnown} = true;`];
  const own = omitLike(
    [],
    named.map(({ name, body }) => ({ name, body: [...mark, ...body] })),
  );
  const lines = [
    ...(isFree ? [] : [variable(isKnown, code`false`)]),
    ...(own.length > 0 ? printSwitch(key, own, []) : []),
    ...plan.patterns.flatMap((p) => {
      const body = [...mark, ...cases.pattern(p.plan)];
      // A pattern that nothing hangs on is not asked for, and so leaves no constant.
      return body.length > 0 ? iff(print.module.matches(p.pattern, key), body) : [];
    }),
    ...(isFree ? [] : iff(not(isKnown), cases.additional)),
  ];
  return lines.length > 0 ? [...loadPresent(object, key, value), ...lines] : [];
}

/** A name that is treated like all others needs no case. */
function omitLike(others: readonly Code[], named: readonly Named[]): readonly Named[] {
  const rest = sequence(others).text;
  return named.filter(({ body }) => sequence(body).text !== rest);
}

function printSwitch(key: Code, named: readonly Named[], otherwise: readonly Code[]): readonly Code[] {
  const lines = groupBodies(named).map(({ names, body }) => switchCase(heads(names), body));
  const last = otherwise.length > 0 ? [switchCase(code`default:`, otherwise)] : [];
  return [block(code`switch (${key})`, [...lines, ...last])];
}

type Group = { readonly names: string[]; readonly body: readonly Code[] };

/** Names that are treated alike share a body, which is less to read and quicker to run. */
function groupBodies(cases: readonly Named[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { name, body } of cases) {
    const { text } = sequence(body);
    const group = groups.get(text);
    if (group) group.names.push(name);
    else groups.set(text, { names: [name], body });
  }
  return [...groups.values()];
}

/** What to do for each required property that is not there. */
export function printMissing(
  required: ObjectPlan["required"],
  object: Subject,
  body: (property: ObjectPlan["required"][number]) => Code,
): readonly Code[] {
  return required.flatMap((property) =>
    iff(isAbsent(read(fieldsOf(object), property.name)), [body(property)]),
  );
}
