import { block, code, type Code, iff } from "../code.js";
import { fieldsOf, nameFields } from "./fields.js";
import { eachItem } from "./loops.js";
import { whenPasses } from "./pass.js";
import type { Plan, SomePlan } from "../plan/plan.js";
import type { Printing } from "./print.js";
import { isKind, narrow, subject, type Subject } from "./subject.js";

/** Counts the items that pass, and notes which they are (`contains` evaluates them, Core §10.3.1.3). */
export function countItems(
  plan: SomePlan,
  of: Subject,
  evaluated: Code | undefined,
  print: Printing,
): { readonly lines: readonly Code[]; readonly count: Code } {
  const count = print.names("count");
  const loop = eachItem(
    of.text,
    0,
    (item, index) => {
      const note = evaluated ? [code`${evaluated}.indexes.add(${index});`] : [];
      return whenPasses(plan.item, subject(item), undefined, [code`${count}++;`, ...note], print);
    },
    print,
  );
  return { count, lines: [code`let ${count} = 0;`, ...loop] };
}

/** What `body` says of each property or item that was not evaluated; afterwards all of them are. */
export function unevaluatedParts(
  plan: Plan & { kind: "unevaluated" },
  of: Subject,
  evaluated: Code,
  body: (part: Code, key: Code) => readonly Code[],
  print: Printing,
): readonly Code[] {
  if (isKind(plan.of === "items" ? "array" : "object", of).text === "false") return [];
  if (plan.of === "items") {
    const loop = eachItem(
      of.text,
      0,
      (item, i) => iff(code`${i} >= ${evaluated}.items && !${evaluated}.indexes.has(${i})`, body(item, i)),
      print,
    );
    return iff(isKind("array", of), [...loop, code`${evaluated}.items = Infinity;`]);
  }
  const named = nameFields({ kind: "when", type: "object", plan }, narrow(of, ["object"]), print);
  const key = print.names("key");
  const item = print.names("item");
  const loop = block(code`for (const ${key} in ${fieldsOf(named.of)})`, [
    code`const ${item} = ${fieldsOf(named.of)}[${key}];`,
    ...iff(code`${item} !== undefined && !${evaluated}.names.has(${key})`, body(item, key)),
    code`${evaluated}.names.add(${key});`,
  ]);
  return iff(isKind("object", of), [...named.lines, loop]);
}
