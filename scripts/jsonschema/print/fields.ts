import { code, type Code } from "../code/code.js";
import { constant, declare } from "../code/statement.js";
import { sameInstance, type Plan } from "../plan/plan.js";
import type { Printing } from "./print.js";
import type { Subject } from "./subject.js";

/**
 * Gives the fields of an object a name of their own, once, in front of the first plan that reads them, and none where
 * nothing reads them after all.
 */
export function withFields(
  plan: Plan,
  subject: Subject,
  print: Printing,
  body: (subject: Subject) => readonly Code[],
): readonly Code[] {
  if (subject.fields || !isObject(subject) || !readsFields(plan)) return body(subject);
  const fields = print.names("fields");
  const declaration = constant(fields, code`${subject.expression} as { [key: string]: unknown }`);
  return declare(declaration, body({ ...subject, fields }));
}

function isObject({ types }: Subject): boolean {
  return types?.length === 1 && types[0] === "object";
}

function readsFields(plan: Plan): boolean {
  if (plan.kind === "object" || plan.kind === "names" || plan.kind === "present") return true;
  if (plan.kind === "unevaluated" && plan.parts === "properties") return true;
  return sameInstance(plan).some(readsFields);
}

/** The fields of a subject whose plan is only asked of objects. */
export function fieldsOf({ fields }: Subject): Code {
  if (!fields) throw new Error("The fields of a value were asked for where it is not known to be an object.");
  return fields;
}
