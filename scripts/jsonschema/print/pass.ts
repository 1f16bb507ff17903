import { block, code, type Code, FALSE, iff, mentions } from "../code.js";
import type { Plan } from "../plan/plan.js";
import type { Printing } from "./print.js";
import type { Subject } from "./subject.js";

/** Runs `then` if the instance passes. */
export function whenPasses(
  plan: Plan,
  of: Subject,
  evaluated: Code | undefined,
  then: readonly Code[],
  print: Printing,
): readonly Code[] {
  const condition = evaluated ? undefined : print.condition(plan, of);
  if (condition) return iff(condition, then);
  const label = print.names("unless");
  const fail = code`break ${label};`;
  const lines = print.test(plan, of, { fail, evaluated });
  if (lines.at(-1)?.text === fail.text) return [];
  const all = [...lines, ...then];
  // Statements that no value fails need no label to leave by.
  return mentions(lines, label) ? [block(code`${label}:`, all)] : all;
}

/** Whether the instance passes, as an expression after some statements. */
export function asFlag(
  plan: Plan,
  of: Subject,
  evaluated: Code | undefined,
  print: Printing,
): { readonly lines: readonly Code[]; readonly passed: Code } {
  const condition = evaluated ? undefined : print.condition(plan, of);
  if (condition) return { lines: [], passed: condition };
  const passed = print.names("passed");
  const own = evaluated && print.names("evaluated");
  const note = own && evaluated ? [code`${print.module.runtime("addEvaluated")}(${evaluated}, ${own});`] : [];
  const lines = whenPasses(plan, of, own, [code`${passed} = true;`, ...note], print);
  if (lines.length === 0) return { lines, passed: FALSE };
  const declared = [code`let ${passed} = false;`, ...(own ? [declareEvaluated(own, print)] : [])];
  return { passed, lines: [...declared, ...lines] };
}

export function declareEvaluated(name: Code, print: Printing): Code {
  return code`const ${name} = ${print.module.runtime("nothingEvaluated")}();`;
}
