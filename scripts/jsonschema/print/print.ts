import { call, code, type Code, identifier } from "../code/code.js";
import { createNaming } from "../../json/naming.js";
import type { FunctionKey, Plan, Tools } from "../plan/plan.js";
import type { Recursion } from "../plan/recursion.js";
import type { Subject } from "./subject.js";

/** What both printers need of the module that the functions stand in. */
export type Module = Tools & {
  readonly constant: (value: Code, name: string) => Code;
  /** The functions that belong to a schema; each is printed if its name is asked for. */
  readonly functions: (key: FunctionKey) => Functions;
  readonly plan: (key: FunctionKey) => Plan;
};

export type Functions = {
  /** Asks whether a value passes. */
  readonly check: () => Code;
  /** The same, and records what it evaluated. */
  readonly track: () => Code;
  /** Reports what is wrong. */
  readonly collect: () => Code;
  /** One that comes back to itself counts how deep it is, and a tangled one keeps its answers. */
  readonly recursion: Recursion;
  /** Whether to collect from a valid value costs no more than to ask. */
  readonly isSinglePass: boolean;
};

/** What the code calls the run-time module. */
export const RUNTIME = "$runtime";

/** The parameters of generated functions. */
export const VALUE = identifier("value");
export const INTO = identifier("into");
export const EVALUATED = identifier("evaluated");
export const LOCATION = identifier("location");
export const DEPTH = identifier("depth");
export const MEMO = identifier("memo");
export const OPTIONS = identifier("options");

/** Names for the locals of one function. A `$` in front keeps them apart from every name of the module. */
export type Names = (preferred: string) => Code;

export function createNames(): Names {
  const unique = createNaming({
    taken: [RUNTIME],
    separator: "$",
    normalize: (preferred) => `$${preferred.replace(/[^A-Za-z0-9_]/g, "_").slice(0, 40)}`,
  });
  return (preferred) => identifier(unique(preferred));
}

/** How a test leaves when the instance does not pass, and where it notes what it evaluated. */
export type Exit = {
  readonly fail: Code;
  readonly evaluated: Code | undefined;
};

/** What the printing of one function has at hand; the printers of single plans meet each other only through it. */
export type Printing = {
  readonly module: Module;
  readonly names: Names;
  /** What the function is called after. */
  readonly schema: string;
  readonly recursion: Recursion;
  /** Whether it is the function that reports, which keeps no answers. */
  readonly isCollecting: boolean;
  /** Statements that leave by `exit.fail` unless the instance passes the plan. */
  readonly test: (plan: Plan, subject: Subject, exit: Exit) => readonly Code[];
  /** The plan as one expression, where that reads well and runs as fast as statements. */
  readonly condition: (plan: Plan, subject: Subject) => Code | undefined;
  /** Statements that report what is wrong. */
  readonly issues: Visit;
};

/** What one of the two printers makes of a plan and a subject: walkers know neither of them. */
export type Visit = (plan: Plan, subject: Subject) => readonly Code[];

/** The arguments that a function takes because it comes back to itself. */
export function recursionArguments(
  callee: Functions,
  about: Code,
  caller: Printing,
  isCollecting = false,
): readonly Code[] {
  if (callee.recursion === "none") return [];
  const deeper = about === VALUE ? DEPTH : code`${DEPTH} + 1`;
  const depth = caller.recursion === "none" ? code`0` : deeper;
  if (callee.recursion === "simple" || isCollecting) return [depth];
  const memo = caller.recursion === "tangled" && !caller.isCollecting ? MEMO : code`new Map()`;
  return [depth, memo];
}

/** Names that every object inherits, so that a plain read would find them where they are not. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

export function isReadPlainly(name: string): boolean {
  return !INHERITED.has(name);
}

/** A property as a plain read where that is safe; an absent one gives `undefined`. */
export function read(fields: Code, name: string): Code {
  const plain = code`${fields}[${name}]`;
  return !isReadPlainly(name) ? code`(Object.hasOwn(${fields}, ${name}) ? ${plain} : undefined)` : plain;
}

/** Whether no more issues are wanted. */
export function isFull({ runtime }: Tools): Code {
  return call(runtime("isFull"), INTO);
}
