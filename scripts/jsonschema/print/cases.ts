import { code, type Code } from "../code/code.js";
import { isAbsent, not } from "../code/condition.js";
import { block, iff, sequence, switchCase, variable } from "../code/statement.js";
import type { ObjectPlan, Plan } from "../plan/plan.js";
import { fieldsOf } from "./fields.js";
import { read, type Printing } from "./print.js";
import type { Subject } from "./subject.js";

/** What to do for one property, by its name: its own case, every pattern that matches, or the rest. */
export type Cases = {
  readonly property: (name: string, plan: Plan) => readonly Code[];
  readonly pattern: (plan: Plan) => readonly Code[];
  readonly additional: readonly Code[];
};

export function printCases(plan: ObjectPlan, key: Code, cases: Cases, print: Printing): readonly Code[] {
  const named = plan.properties.map(({ name, plan: property }) => ({
    name,
    body: cases.property(name, property),
  }));
  if (plan.patterns.length === 0) return printSwitch(key, named, cases.additional);
  const isKnown = print.names("known");
  const isFree = cases.additional.length === 0;
  const mark = isFree ? [] : [code`${isKnown} = true;`];
  return [
    ...(isFree ? [] : [variable(isKnown, code`false`)]),
    ...printSwitch(
      key,
      named.map(({ name, body }) => ({ name, body: [...mark, ...body] })),
      [],
    ),
    ...plan.patterns.flatMap((p) => {
      const body = [...mark, ...cases.pattern(p.plan)];
      // A pattern that nothing hangs on is not asked for, and so leaves no constant.
      return body.length > 0 ? iff(print.module.matches(p.pattern, key), body) : [];
    }),
    ...(isFree ? [] : iff(not(isKnown), cases.additional)),
  ];
}

function printSwitch(
  key: Code,
  cases: readonly { readonly name: string; readonly body: readonly Code[] }[],
  otherwise: readonly Code[],
): readonly Code[] {
  // A name that is treated like all others needs no case.
  const rest = sequence(otherwise).text;
  const needed = cases.filter(({ body }) => sequence(body).text !== rest);
  if (needed.length === 0) return otherwise;
  const lines = needed.map(({ name, body }) => switchCase(code`case ${name}:`, body));
  const last = otherwise.length > 0 ? [switchCase(code`default:`, otherwise)] : [];
  return [block(code`switch (${key})`, [...lines, ...last])];
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
