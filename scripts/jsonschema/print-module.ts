import { Code, code } from "./code.js";
import type { SchemaProblem, Target } from "./lower.js";
import type { PatternVerdict } from "./pattern.js";
import { printPattern, type PatternPlace } from "./patterns.js";
import type { FunctionKey, Plan } from "./plan.js";
import { RUNTIME, type Functions, type Module } from "./print.js";
import { printBody, type BodyKind } from "./print-functions.js";
import { findRecursive } from "./recursion.js";
import type { Root } from "./root.js";

/** Schemas taken apart into plans, with what was learned on the way. */
export type Lowered = {
  readonly roots: ReadonlyMap<FunctionKey, Root>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly targets: ReadonlyMap<FunctionKey, Target>;
  readonly plans: ReadonlyMap<FunctionKey, Plan>;
  readonly patterns: ReadonlyMap<string, PatternPlace>;
  readonly problems: readonly SchemaProblem[];
};

export type Constant = { readonly name: string; readonly value: string };

export type Parameter = { readonly name: string; readonly type: string; readonly isOptional?: boolean };

export type CompiledFunction = {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** `undefined` for `value is X`, where X is the type of the root. */
  readonly returnType: string | undefined;
  readonly body: string;
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
  const exported = [...lowered.roots].flatMap(([key, root]) => printRoot(root, functions(key)));
  // A set iterates over what is added while it is iterated over: the functions that the printed ones call.
  const printed: CompiledFunction[] = [];
  for (const { key, kind, name, isRecursive, root } of needed) {
    const body = printBody(kind, planOf(lowered, key), isRecursive, module).text;
    const isExported = kind === "check" && !isRecursive && root !== undefined;
    printed.push({
      ...signature(kind, isRecursive, isExported),
      name,
      body,
      root: isExported ? root : undefined,
    });
  }
  const order = (f: CompiledFunction): string => f.name.replace(/^(check|is|track|collect|validate)/, "");
  const places = new Map([...new Set([...exported, ...printed].map(order))].map((name, i) => [name, i]));
  const rank = (f: CompiledFunction): number =>
    (places.get(order(f)) ?? 0) * 8 + KINDS.findIndex((k) => f.name.startsWith(k));
  return {
    constants: constants.all(),
    functions: [...printed, ...exported].toSorted((a, b) => rank(a) - rank(b)),
  };
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

/** Constants that are equal are one. */
function createConstants(): { add: Module["constant"]; all: () => readonly Constant[] } {
  const constants = new Map<string, Constant>();
  return {
    add: (value, wish) => {
      const constant = constants.get(value.text) ?? {
        name: `${wish}${constants.size + 1}`,
        value: value.text,
      };
      constants.set(value.text, constant);
      return new Code(constant.name);
    },
    all: () => [...constants.values()],
  };
}

type Needed = Named & { readonly key: FunctionKey; readonly kind: BodyKind; readonly isRecursive: boolean };

/** A function is needed once its name is asked for. */
function createFunctions(lowered: Lowered): { functions: Module["functions"]; needed: ReadonlySet<Needed> } {
  const named = nameTargets(lowered);
  const recursive = findRecursive(lowered.plans);
  const needed = new Set<Needed>();
  const functions = new Map<FunctionKey, Functions>();
  for (const [key, { name, root }] of named) {
    const isRecursive = recursive.has(key);
    const lazily = (kind: BodyKind, prefix: string): (() => Code) => {
      const entry: Needed = { key, kind, isRecursive, root, name: prefix + name };
      return () => {
        needed.add(entry);
        return new Code(entry.name);
      };
    };
    functions.set(key, {
      isRecursive,
      check: lazily("check", root && !isRecursive ? "is" : "check"),
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

function signature(
  kind: BodyKind,
  isRecursive: boolean,
  isExported: boolean,
): Pick<CompiledFunction, "parameters" | "returnType"> {
  const own = { check: [], track: [EVALUATED], collect: [INTO] }[kind];
  return {
    parameters: [VALUE, ...own, ...(isRecursive ? [DEPTH] : [])],
    returnType: isExported ? undefined : kind === "collect" ? "void" : "boolean",
  };
}

/** What a caller imports. */
function printRoot(root: Root, { isRecursive, check, collect }: Functions): readonly CompiledFunction[] {
  const ask = isRecursive ? code`${check()}(value, 0)` : code`${check()}(value)`;
  const pass = isRecursive ? code`(value, into) => ${collect()}(value, into, 0)` : collect();
  const is = {
    name: `is${root.name}`,
    parameters: [VALUE],
    returnType: undefined,
    body: code`return ${ask};`.text,
    root,
  };
  const validate: CompiledFunction = {
    name: `validate${root.name}`,
    parameters: [VALUE, { name: "options", type: `${RUNTIME}.ValidateOptions`, isOptional: true }],
    returnType: `readonly ${RUNTIME}.ValidationIssue[]`,
    body: code`return ${ask} ? ${runtime("noIssues")} : ${runtime("collect")}(${pass}, value, options);`.text,
    root,
  };
  // Where nothing calls itself, the function that asks is the exported one.
  return check().text === is.name ? [validate] : [is, validate];
}
