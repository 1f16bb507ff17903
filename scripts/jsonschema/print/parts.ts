import { call, code, type Code, literal } from "../code/code.js";
import { and, isPresent, not } from "../code/condition.js";
import { block, constant, iff, variable } from "../code/statement.js";
import type { Plan, SomePlan } from "../plan/plan.js";
import { fieldsOf, withFields } from "./fields.js";
import { eachItem } from "./loops.js";
import { whenPasses } from "./pass.js";
import type { Printing } from "./print.js";
import { isKind, narrow, partOf, type Subject } from "./subject.js";

/** Counts the items that pass, and notes which they are (`contains` evaluates them, Core §10.3.1.3). */
export function countItems(
  plan: SomePlan,
  subject: Subject,
  evaluated: Code | undefined,
  print: Printing,
): { readonly lines: readonly Code[]; readonly count: Code } {
  const count = print.names("count");
  const loop = eachItem(
    subject,
    0,
    (item, index) => {
      const note = evaluated ? [code`${evaluated}.indexes.add(${index});`] : [];
      return whenPasses(plan.item, item, undefined, [code`${count}++;`, ...note], print);
    },
    print,
  );
  return { count, lines: [variable(count, literal(0)), ...loop] };
}

/** What `body` says of each property or item that was not evaluated; afterwards all of them are. */
export function unevaluatedParts(
  plan: Plan & { kind: "unevaluated" },
  subject: Subject,
  evaluated: Code,
  body: (part: Subject, key: Code) => readonly Code[],
  print: Printing,
): readonly Code[] {
  if (plan.parts === "items") return unevaluatedItems(subject, evaluated, body, print);
  const isObject = isKind("object", subject);
  const lines = withFields(
    { kind: "when", type: "object", plan },
    narrow(subject, ["object"]),
    print,
    (object) => {
      const key = print.names("key");
      const item = print.names("item");
      const isLeft = and(isPresent(item), not(call(code`${evaluated}.names.has`, key)));
      return [
        block(code`for (const ${key} in ${fieldsOf(object)})`, [
          constant(item, code`${fieldsOf(object)}[${key}]`),
          ...iff(isLeft, body(partOf(object, item, key), key)),
          code`${evaluated}.names.add(${key});`,
        ]),
      ];
    },
  );
  return iff(isObject, lines);
}

function unevaluatedItems(
  subject: Subject,
  evaluated: Code,
  body: (part: Subject, index: Code) => readonly Code[],
  print: Printing,
): readonly Code[] {
  const loop = eachItem(
    subject,
    0,
    (item, i) => {
      const isLeft = and(code`${i} >= ${evaluated}.items`, not(call(code`${evaluated}.indexes.has`, i)));
      return iff(isLeft, body(item, i));
    },
    print,
  );
  return iff(isKind("array", subject), [...loop, code`${evaluated}.items = Infinity;`]);
}
