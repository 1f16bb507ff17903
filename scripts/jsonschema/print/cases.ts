import { block, code, Code, iff } from "../code.js";
import type { ObjectPlan, Plan } from "../plan/plan.js";
import type { Printing } from "./print.js";

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
  const [onlyPattern] = plan.patterns;
  if (!onlyPattern) return printSwitch(key, named, cases.additional);
  const isKnown = print.names("known");
  const isFree = cases.additional.length === 0;
  const mark = isFree ? [] : [code`${isKnown} = true;`];
  return [
    ...(isFree ? [] : [code`let ${isKnown} = false;`]),
    ...printSwitch(
      key,
      named.map(({ name, body }) => ({ name, body: [...mark, ...body] })),
      [],
    ),
    ...plan.patterns.flatMap((p) => {
      const body = [...mark, ...cases.pattern(p.plan)];
      return body.length > 0 ? iff(print.module.matches(p.pattern, key), body) : [];
    }),
    ...(isFree ? [] : iff(code`!${isKnown}`, cases.additional)),
  ];
}

function printSwitch(
  key: Code,
  cases: readonly { readonly name: string; readonly body: readonly Code[] }[],
  otherwise: readonly Code[],
): readonly Code[] {
  // A name that is treated like all others needs no case.
  const rest = code`${otherwise}`.text;
  const needed = cases.filter(({ body }) => code`${body}`.text !== rest);
  if (needed.length === 0) return otherwise;
  const lines = needed.map(({ name, body }) => printCase(code`case ${name}:`, body));
  const last = otherwise.length > 0 ? [printCase(new Code("default:"), otherwise)] : [];
  return [block(code`switch (${key})`, [...lines, ...last])];
}

function printCase(head: Code, body: readonly Code[]): Code {
  const ends = /^(return|break|continue)\b/.test(body.at(-1)?.text ?? "");
  return block(head, ends ? body : [...body, new Code("break;")]);
}
