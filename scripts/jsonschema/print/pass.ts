import { call, code, type Code } from "../code/code.js";
import { FALSE } from "../code/condition.js";
import { block, constant, endsIn, exit, iff, mentions, variable } from "../code/statement.js";
import type { Plan } from "../plan/plan.js";
import type { Printing } from "./print.js";
import type { Subject } from "./subject.js";

/** Runs `then` if the instance passes. */
export function whenPasses(
  plan: Plan,
  subject: Subject,
  evaluated: Code | undefined,
  then: readonly Code[],
  print: Printing,
): readonly Code[] {
  const condition = evaluated ? undefined : print.condition(plan, subject);
  if (condition) return iff(condition, then);
  const label = print.names("unless");
  const fail = exit(code`break ${label};`);
  const lines = print.test(plan, subject, { fail, evaluated });
  return endsIn(fail, lines) ? [] : labelled(label, [...lines, ...then]);
}

/** Statements that may be left by a label; those that no value leaves need none. */
export function labelled(label: Code, lines: readonly Code[]): readonly Code[] {
  return mentions(lines, label) ? [block(code`${label}:`, lines)] : lines;
}

/** Whether the instance passes, as an expression after some statements. */
export function asFlag(
  plan: Plan,
  subject: Subject,
  evaluated: Code | undefined,
  print: Printing,
): { readonly lines: readonly Code[]; readonly passed: Code } {
  const condition = evaluated ? undefined : print.condition(plan, subject);
  if (condition) return { lines: [], passed: condition };
  const passed = print.names("passed");
  const own = evaluated && print.names("evaluated");
  const note = own && evaluated ? [addEvaluated(evaluated, own, print)] : [];
  const lines = whenPasses(plan, subject, own, [code`${passed} = true;`, ...note], print);
  if (lines.length === 0) return { lines, passed: FALSE };
  const declared = [variable(passed, FALSE), ...(own ? [declareEvaluated(own, print)] : [])];
  return { passed, lines: [...declared, ...lines] };
}

export function declareEvaluated(name: Code, print: Printing): Code {
  return constant(name, call(print.module.runtime("nothingEvaluated")));
}

export function addEvaluated(into: Code, from: Code, print: Printing): Code {
  return code`${call(print.module.runtime("addEvaluated"), into, from)};`;
}
