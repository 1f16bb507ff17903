import { call, code, Code, literal } from "../code/code.js";
import { UNDEFINED } from "../code/condition.js";
import { exit, iff } from "../code/statement.js";
import type { FunctionKey } from "../plan/plan.js";
import type { Root } from "../schema/root.js";
import {
  KINDS,
  VALUE_PARAMETER,
  withParameters,
  type CompiledFunction,
  type ParameterOf,
} from "./compiled-function.js";
import { OPTIONS, RUNTIME, VALUE, type Module } from "./print.js";

export function runtime(name: string): Code {
  return new Code(`${RUNTIME}.${name}`);
}

const OPTIONS_PARAMETER: ParameterOf = {
  name: OPTIONS,
  type: `${RUNTIME}.ValidateOptions`,
  isOptional: true,
};

/** What a caller imports. */
export function printRoot(
  root: Root,
  key: FunctionKey,
  module: Module,
  isOrdered: boolean,
): readonly CompiledFunction[] {
  const { recursion, check, isSinglePass } = module.functions(key);
  const start = { none: [], simple: [code`0`], tangled: [code`0`, code`new Map()`] }[recursion];
  const ask = call(check(), VALUE, ...start);
  const is: CompiledFunction = {
    name: `is${root.name}`,
    schema: root.name,
    order: KINDS.indexOf("is"),
    returnType: undefined,
    root,
    ...withParameters([VALUE_PARAMETER], [code`return ${ask};`]),
  };
  // Where nothing calls itself, the function that asks is the exported one.
  const test = recursion === "none" ? [] : [is];
  if (root.isTestAlone === true) return test;
  const step = recursion === "tangled" ? "afterTangle" : isOrdered ? undefined : "inOrderOfValue";
  const pass = isSinglePass ? [] : iff(ask, [exit(code`return ${runtime("noIssues")};`)]);
  const validate: CompiledFunction = {
    name: `validate${root.name}`,
    schema: root.name,
    order: KINDS.indexOf("validate"),
    returnType: `readonly ${RUNTIME}.ValidationIssue[]`,
    root,
    ...withParameters(
      [VALUE_PARAMETER, OPTIONS_PARAMETER],
      [...pass, exit(code`return ${printPass(key, step, module)};`)],
    ),
  };
  return [...test, validate];
}

/** The call that lists what is wrong with the whole value. */
function printPass(key: FunctionKey, step: string | undefined, { functions, plan }: Module): Code {
  const own = plan(key);
  const [callee, rest] =
    own.kind === "shared" ? [functions(own.target), [literal(own.at)]] : [functions(key), []];
  const depth = own.kind === "shared" || callee.recursion === "none" ? [] : [literal(0)];
  const more = [...rest, ...depth];
  const isLast = step === undefined && more.length === 0;
  const finish = isLast ? [] : [step === undefined ? UNDEFINED : runtime(step)];
  return call(runtime("collectIssues"), callee.collect(), VALUE, OPTIONS, ...finish, ...more);
}
