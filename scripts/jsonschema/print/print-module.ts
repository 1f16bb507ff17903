import { Code, code } from "../code.js";
import type { Target } from "../lower.js";
import type { SchemaProblem, SourcePlace } from "../problem.js";
import type { PatternVerdict } from "../../pattern/judge.js";
import { printPattern } from "./patterns.js";
import type { FunctionKey, Plan } from "../plan/plan.js";
import { findInOrder } from "../plan/order.js";
import { RUNTIME, type Functions, type Module } from "./print.js";
import { printBody, type BodyKind, type Printed } from "./print-functions.js";
import type { Recursion } from "../plan/recursion.js";
import type { Root } from "../schema/root.js";

/** Schemas taken apart into plans, with what was learned on the way. */
export type Lowered = {
  readonly roots: ReadonlyMap<FunctionKey, Root>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly directed: ReadonlySet<string>;
  readonly targets: ReadonlyMap<FunctionKey, Target>;
  readonly plans: ReadonlyMap<FunctionKey, Plan>;
  /** How each function comes back to itself; one that is not listed does not. */
  readonly recursions: ReadonlyMap<FunctionKey, Recursion>;
  readonly patterns: ReadonlyMap<string, SourcePlace>;
  readonly problems: readonly SchemaProblem[];
};

export type Constant = {
  readonly name: string;
  /** Where what TypeScript would infer is not what is meant. */
  readonly type: string | undefined;
  readonly value: string;
};

export type Parameter = { readonly name: string; readonly type: string; readonly isOptional?: boolean };

export type CompiledFunction = {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** `undefined` for `value is X`, where X is the type of the root. */
  readonly returnType: string | undefined;
  readonly body: string;
  /** What it is called after, and its place among the functions that are called after the same. */
  readonly schema: string;
  readonly order: number;
  /** The root that it belongs to, when it is exported. */
  readonly root: Root | undefined;
};

type Named = { readonly name: string; readonly root: Root | undefined };

/** Prints what the roots need, and nothing that nobody calls. */
export function printModule(
  lowered: Lowered,
  verdicts: ReadonlyMap<string, PatternVerdict>,
): { readonly constants: readonly Constant[]; readonly functions: readonly CompiledFunction[] } {
  const constants = createConstants();
  const { functions, needed } = createFunctions(lowered);
  const module: Module = {
    runtime,
    constant: constants.add,
    matches: (pattern, text) => printPattern(verdicts.get(pattern), text, constants.add, runtime),
    plan: (key) => planOf(lowered, key),
    functions,
  };
  const ordered = findInOrder(lowered.plans);
  const exported = [...lowered.roots].flatMap(([key, root]) =>
    printRoot(root, functions(key), ordered.has(key)),
  );
  // A set iterates over what is added while it is iterated over: the functions that the printed ones call.
  const printed: CompiledFunction[] = [];
  for (const entry of needed) {
    const { key, kind, name, schema, recursion, root } = entry;
    const isExported = kind === "check" && recursion === "none" && root !== undefined;
    const body = printBody(entry, planOf(lowered, key), module).text;
    const order = KINDS.indexOf(kind);
    const own = isExported ? root : undefined;
    printed.push({ ...signature(kind, recursion, isExported), name, schema, order, body, root: own });
  }
  return { constants: constants.all(), functions: bySchema([...exported, ...printed]) };
}

/** The functions of a schema stand together; schemas in the order of the roots, then of their use. */
function bySchema(functions: readonly CompiledFunction[]): readonly CompiledFunction[] {
  const places = new Map([...new Set(functions.map(({ schema }) => schema))].map((schema, i) => [schema, i]));
  const place = ({ schema, order }: CompiledFunction): number =>
    (places.get(schema) ?? 0) * KINDS.length + order;
  return functions.toSorted((a, b) => place(a) - place(b));
}

const KINDS = ["check", "track", "is", "collect", "validate"];

function runtime(name: string): Code {
  return new Code(`${RUNTIME}.${name}`);
}

function planOf(lowered: Lowered, key: FunctionKey): Plan {
  const plan = lowered.plans.get(key);
  if (!plan) throw new Error("A function was called whose schema was not read.");
  return plan;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ["value", "unknown"],
  ["names", "readonly string[]"],
]);

/** Constants of one type that are equal are one. */
function createConstants(): { add: Module["constant"]; all: () => readonly Constant[] } {
  const constants = new Map<string, Constant>();
  return {
    add: (value, wish) => {
      const type = TYPES.get(wish);
      const key = `${type}=${value.text}`;
      const name = `${wish}${constants.size + 1}`;
      const constant = constants.get(key) ?? { name, type, value: value.text };
      constants.set(key, constant);
      return new Code(constant.name);
    },
    all: () => [...constants.values()],
  };
}

type Needed = Printed & { readonly key: FunctionKey; readonly name: string; readonly root: Root | undefined };

/** A function is needed once its name is asked for. */
function createFunctions(lowered: Lowered): { functions: Module["functions"]; needed: ReadonlySet<Needed> } {
  const named = nameTargets(lowered);
  const needed = new Set<Needed>();
  const functions = new Map<FunctionKey, Functions>();
  for (const [key, { name: schema, root }] of named) {
    const recursion = lowered.recursions.get(key) ?? "none";
    const lazily = (kind: BodyKind, prefix: string): (() => Code) => {
      const entry: Needed = { key, kind, recursion, root, schema, name: prefix + schema };
      return () => {
        needed.add(entry);
        return new Code(entry.name);
      };
    };
    functions.set(key, {
      recursion,
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

/** A root keeps its name; every other schema is called after the end of its pointer. */
function nameTargets(lowered: Lowered): ReadonlyMap<FunctionKey, Named> {
  const names = new Map<FunctionKey, Named>();
  const taken = new Set([...lowered.roots.values()].map((root) => root.name.toLowerCase()));
  for (const [key, root] of lowered.roots) names.set(key, { name: root.name, root });
  for (const [key, { place }] of lowered.targets) {
    if (names.has(key)) continue;
    const steps = place.pointer.split("/").slice(-2).join(" ");
    const base =
      steps.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string = "") => next.toUpperCase()) || "Schema";
    const wish = base.slice(0, 1).toUpperCase() + base.slice(1, 60);
    let name = wish;
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${wish}${i}`;
    taken.add(name.toLowerCase());
    names.set(key, { name, root: undefined });
  }
  return names;
}

const VALUE: Parameter = { name: "value", type: "unknown" };
const DEPTH: Parameter = { name: "depth", type: "number" };
const INTO: Parameter = { name: "into", type: `${RUNTIME}.Collector` };
const EVALUATED: Parameter = { name: "evaluated", type: `${RUNTIME}.Evaluated` };
const MEMO: Parameter = { name: "memo", type: `${RUNTIME}.Memo` };

function signature(
  kind: BodyKind,
  recursion: Recursion,
  isExported: boolean,
): Pick<CompiledFunction, "parameters" | "returnType"> {
  const own = { check: [], track: [EVALUATED], collect: [INTO] }[kind];
  const depth = recursion === "none" ? [] : [DEPTH];
  const memo = recursion === "tangled" && kind !== "collect" ? [MEMO] : [];
  return {
    parameters: [VALUE, ...own, ...depth, ...memo],
    returnType: isExported ? undefined : kind === "collect" ? "void" : "boolean",
  };
}

/** What a caller imports. */
function printRoot(
  root: Root,
  { recursion, check, collect }: Functions,
  isOrdered: boolean,
): readonly CompiledFunction[] {
  const start = { none: "", simple: ", 0", tangled: ", 0, new Map()" }[recursion];
  const ask = code`${check()}(value${new Code(start)})`;
  const pass = recursion === "none" ? collect() : code`(value, into) => ${collect()}(value, into, 0)`;
  const step = recursion === "tangled" ? "afterTangle" : isOrdered ? undefined : "inOrderOfValue";
  const finish = step === undefined ? code`` : code`, ${runtime(step)}`;
  const schema = root.name;
  const is: CompiledFunction = {
    name: `is${schema}`,
    schema,
    order: KINDS.indexOf("is"),
    parameters: [VALUE],
    returnType: undefined,
    body: code`return ${ask};`.text,
    root,
  };
  const validate: CompiledFunction = {
    name: `validate${schema}`,
    schema,
    order: KINDS.indexOf("validate"),
    parameters: [VALUE, { name: "options", type: `${RUNTIME}.ValidateOptions`, isOptional: true }],
    returnType: `readonly ${RUNTIME}.ValidationIssue[]`,
    body: code`return ${ask} ? ${runtime("noIssues")} : ${runtime("collect")}(${pass}, value, options${finish});`
      .text,
    root,
  };
  // Where nothing calls itself, the function that asks is the exported one.
  return recursion === "none" ? [validate] : [is, validate];
}
