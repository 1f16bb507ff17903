import type { PatternVerdict } from "../../pattern/judge.js";
import { Code, identifier } from "../code/code.js";
import { findInOrder } from "../plan/order.js";
import type { FunctionKey, Plan } from "../plan/plan.js";
import type { Recursion } from "../plan/recursion.js";
import { findSinglePass } from "../plan/single-pass.js";
import type { Root } from "../schema/root.js";
import type { Target } from "../target.js";
import {
  KINDS,
  VALUE_PARAMETER,
  withParameters,
  type CompiledFunction,
  type ParameterOf,
} from "./compiled-function.js";
import { nameTargets } from "./function-names.js";
import { printBody, type BodyKind, type Printed } from "./functions.js";
import { printPattern } from "./patterns.js";
import { DEPTH, EVALUATED, INTO, LOCATION, MEMO, RUNTIME, type Functions, type Module } from "./print.js";
import { printRoot, runtime } from "./root.js";
import { AT } from "./subject.js";

/** Schemas taken apart into plans, and what is known of them. */
export type PrintInput = {
  readonly roots: ReadonlyMap<FunctionKey, Root>;
  readonly targets: ReadonlyMap<FunctionKey, Target>;
  readonly plans: ReadonlyMap<FunctionKey, Plan>;
  /** Where a function that is shared stands in its plan. It is told where it is called for. */
  readonly bases: ReadonlyMap<FunctionKey, string>;
  /** How each function comes back to itself; one that is not listed does not. */
  readonly recursions: ReadonlyMap<FunctionKey, Recursion>;
};

export type Constant = {
  readonly name: string;
  /** Where what TypeScript would infer is not what is meant. */
  readonly type: string | undefined;
  readonly value: string;
};

/** Prints what the roots need, and nothing that nobody calls. */
export function printModule(
  input: PrintInput,
  verdicts: ReadonlyMap<string, PatternVerdict>,
): { readonly constants: readonly Constant[]; readonly functions: readonly CompiledFunction[] } {
  const constants = createConstants();
  const { functions, needed } = createFunctions(input);
  const module: Module = {
    runtime,
    constant: constants.add,
    matches: (pattern, text) => printPattern(verdicts.get(pattern), text, constants.add, runtime),
    plan: (key) => planOf(input, key),
    functions,
  };
  const ordered = findInOrder(input.plans);
  const exported = [...input.roots].flatMap(([key, root]) => printRoot(root, key, module, ordered.has(key)));
  // A set iterates over what is added while it is iterated over: the functions that the printed ones call.
  const printed: CompiledFunction[] = [];
  for (const entry of needed) {
    const { key, kind, name, schema, recursion, root } = entry;
    const isExported = kind === "check" && recursion === "none" && root !== undefined;
    printed.push({
      name,
      schema,
      order: KINDS.indexOf(kind),
      root: isExported ? root : undefined,
      returnType: isExported ? undefined : kind === "collect" ? "void" : "boolean",
      ...withParameters(parametersOf(entry), printBody(entry, planOf(input, key), module)),
    });
  }
  const all = [...exported, ...printed];
  return { constants: constants.used(all), functions: bySchema(all) };
}

/** The functions of a schema stand together; schemas in the order of the roots, then of their use. */
function bySchema(functions: readonly CompiledFunction[]): readonly CompiledFunction[] {
  const groups = new Map<string, CompiledFunction[]>();
  for (const one of functions) {
    const group = groups.get(one.schema);
    if (group) group.push(one);
    else groups.set(one.schema, [one]);
  }
  return [...groups.values()].flatMap((group) => group.toSorted((a, b) => a.order - b.order));
}

function planOf(input: PrintInput, key: FunctionKey): Plan {
  const plan = input.plans.get(key);
  if (!plan) throw new Error("A function was called whose schema was not read.");
  return plan;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ["value", "unknown"],
  ["names", "readonly string[]"],
]);

/** Constants of one type that are equal are one. */
function createConstants(): {
  add: Module["constant"];
  /** A test may have been dropped after it was printed: a pattern says nothing of a number. */
  used: (functions: readonly CompiledFunction[]) => readonly Constant[];
} {
  const constants = new Map<string, Constant & { readonly names: ReadonlySet<string> }>();
  return {
    add: (value, preferred) => {
      const type = TYPES.get(preferred);
      const key = `${type}=${value.text}`;
      const name = `${preferred}${constants.size + 1}`;
      const constant = constants.get(key) ?? { name, type, value: value.text, names: value.names };
      constants.set(key, constant);
      return identifier(constant.name);
    },
    used: (functions) => {
      const names = new Set(functions.flatMap((each) => [...each.names]));
      // A constant is made of those before it.
      const kept = [...constants.values()].toReversed().filter((constant) => {
        if (!names.has(constant.name)) return false;
        for (const name of constant.names) names.add(name);
        return true;
      });
      return kept.toReversed().map(({ name, type, value }) => ({ name, type, value }));
    },
  };
}

type Needed = Printed & { readonly key: FunctionKey; readonly name: string; readonly root: Root | undefined };

/** A function is needed once its name is asked for. */
function createFunctions(input: PrintInput): { functions: Module["functions"]; needed: ReadonlySet<Needed> } {
  const named = nameTargets(input.roots, input.targets);
  const needed = new Set<Needed>();
  const functions = new Map<FunctionKey, Functions>();
  const singlePass = findSinglePass(input.plans, input.recursions);
  for (const [key, { name: schema, root }] of named) {
    const recursion = input.recursions.get(key) ?? "none";
    const lazily = (kind: BodyKind, prefix: string): (() => Code) => {
      const entry: Needed = {
        key,
        kind,
        recursion,
        root,
        schema,
        name: prefix + schema,
        base: input.bases.get(key),
      };
      return () => {
        needed.add(entry);
        return new Code(entry.name);
      };
    };
    functions.set(key, {
      recursion,
      isSinglePass: singlePass.has(key),
      check: lazily("check", root && recursion === "none" ? "is" : "check"),
      track: lazily("track", "track"),
      collect: lazily("collect", "collect"),
    });
  }
  return {
    needed,
    functions: (key) => {
      const found = functions.get(key);
      if (!found) throw new Error("A function was called whose schema was not read.");
      return found;
    },
  };
}

function parametersOf({ kind, recursion, base }: Printed): readonly ParameterOf[] {
  const own = {
    check: [],
    track: [{ name: EVALUATED, type: `${RUNTIME}.Evaluated` }],
    collect: [
      { name: INTO, type: `${RUNTIME}.Collector` },
      { name: AT, type: `${RUNTIME}.Step | undefined` },
      ...(base === undefined ? [] : [{ name: LOCATION, type: "string" }]),
    ],
  }[kind];
  const depth = recursion === "none" ? [] : [{ name: DEPTH, type: "number" }];
  const memo = recursion === "tangled" && kind !== "collect" ? [{ name: MEMO, type: `${RUNTIME}.Memo` }] : [];
  return [VALUE_PARAMETER, ...own, ...depth, ...memo];
}
