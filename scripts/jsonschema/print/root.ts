import { call, code, Code } from "../code/code.js";
import type { Root } from "../schema/root.js";
import {
  KINDS,
  VALUE_PARAMETER,
  withParameters,
  type CompiledFunction,
  type ParameterOf,
} from "./compiled-function.js";
import { INTO, OPTIONS, RUNTIME, VALUE, type Functions } from "./print.js";
import { AT } from "./subject.js";

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
  { recursion, check, collect, isSinglePass }: Functions,
  isOrdered: boolean,
): readonly CompiledFunction[] {
  const start = { none: [], simple: [code`0`], tangled: [code`0`, code`new Map()`] }[recursion];
  const ask = call(check(), VALUE, ...start);
  const pass =
    recursion === "none"
      ? collect()
      : code`(${VALUE}, ${INTO}, ${AT}) => ${call(collect(), VALUE, INTO, AT, code`0`)}`;
  const step = recursion === "tangled" ? "afterTangle" : isOrdered ? undefined : "inOrderOfValue";
  const finish = step === undefined ? [] : [runtime(step)];
  const collected = call(runtime("collect"), pass, VALUE, OPTIONS, ...finish);
  const is: CompiledFunction = {
    name: `is${root.name}`,
    schema: root.name,
    order: KINDS.indexOf("is"),
    returnType: undefined,
    root,
    ...withParameters([VALUE_PARAMETER], [code`return ${ask};`]),
  };
  const validate: CompiledFunction = {
    name: `validate${root.name}`,
    schema: root.name,
    order: KINDS.indexOf("validate"),
    returnType: `readonly ${RUNTIME}.ValidationIssue[]`,
    root,
    ...withParameters(
      [VALUE_PARAMETER, OPTIONS_PARAMETER],
      [
        isSinglePass
          ? code`return ${collected};`
          : code`return ${ask} ? ${runtime("noIssues")} : ${collected};`,
      ],
    ),
  };
  // Where nothing calls itself, the function that asks is the exported one.
  return recursion === "none" ? [validate] : [is, validate];
}
