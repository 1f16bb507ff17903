import { code, Code, mentions } from "../code.js";
import { sameInstance, type Plan } from "../plan/plan.js";
import type { Printing } from "./print.js";
import type { Subject } from "./subject.js";

/** Gives the fields of an object a name of their own, once, in front of the first plan that reads them. */
export function nameFields(
  plan: Plan,
  of: Subject,
  print: Printing,
): { readonly lines: readonly Code[]; readonly of: Subject } {
  if (of.fields || !isObject(of) || !readsFields(plan)) return { lines: [], of };
  const fields = print.names("fields");
  return {
    lines: [code`const ${fields} = ${of.text} as { [key: string]: unknown };`],
    of: { ...of, fields },
  };
}

/** The lines without the declaration of fields that none of them reads: a schema may ask nothing of an object. */
export function dropUnread(lines: readonly Code[]): readonly Code[] {
  return lines.filter((line, i) => {
    const name = /^const (\$fields[$\d]*) = /.exec(line.text)?.[1];
    return name === undefined || mentions(lines.slice(i + 1), new Code(name));
  });
}

function isObject(of: Subject): boolean {
  return of.types?.length === 1 && of.types[0] === "object";
}

function readsFields(plan: Plan): boolean {
  if (plan.kind === "object" || plan.kind === "names" || plan.kind === "present") return true;
  if (plan.kind === "unevaluated" && plan.of === "properties") return true;
  return sameInstance(plan).some(readsFields);
}

/** The fields of a subject whose plan is only asked of objects. */
export function fieldsOf(of: Subject): Code {
  if (!of.fields)
    throw new Error("The fields of a value were asked for where it is not known to be an object.");
  return of.fields;
}
