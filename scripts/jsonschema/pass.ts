import { block, code, type Code, iff } from "./code.js";
import type { Plan } from "./plan.js";
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
  return [
    block(code`${label}:`, [...print.test(plan, of, { fail: code`break ${label};`, evaluated }), ...then]),
  ];
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
  return {
    passed,
    lines: [
      code`let ${passed} = false;`,
      ...(own ? [declareEvaluated(own, print)] : []),
      ...whenPasses(plan, of, own, [code`${passed} = true;`, ...note], print),
    ],
  };
}

export function declareEvaluated(name: Code, print: Printing): Code {
  return code`const ${name} = ${print.module.runtime("nothingEvaluated")}();`;
}
