import { code, Code } from "../code.js";
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
};

/** What the code calls the run-time module. */
export const RUNTIME = "$runtime";

/** Names for the locals of one function. A `$` in front keeps them apart from every name of the module. */
export type Names = (wish: string) => Code;

export function createNames(): Names {
  const taken = new Set([RUNTIME]);
  return (wish) => {
    const base = `$${wish.replace(/[^A-Za-z0-9_]/g, "_").slice(0, 40)}`;
    let name = base;
    for (let i = 2; taken.has(name); i++) name = `${base}$${i}`;
    taken.add(name);
    return new Code(name);
  };
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
  readonly test: (plan: Plan, of: Subject, exit: Exit) => readonly Code[];
  /** The plan as one expression, where that reads well and runs as fast as statements. */
  readonly condition: (plan: Plan, of: Subject) => Code | undefined;
  /** Statements that report what is wrong; `path` leads from the function's own value to the subject. */
  readonly issues: (plan: Plan, of: Subject, path: readonly Code[]) => readonly Code[];
};

/** The function's own value, as its body calls it. */
export const VALUE = new Code("value");

/** The arguments that a function takes because it comes back to itself. */
export function recursionArguments(
  callee: Functions,
  about: Code,
  caller: Printing,
  isCollecting = false,
): Code {
  if (callee.recursion === "none") return new Code("");
  const deeper = about === VALUE ? ", depth" : ", depth + 1";
  const depth = caller.recursion === "none" ? ", 0" : deeper;
  if (callee.recursion === "simple" || isCollecting) return new Code(depth);
  const memo = caller.recursion === "tangled" && !caller.isCollecting ? "memo" : `new Map()`;
  return new Code(`${depth}, ${memo}`);
}

/** Names that every object inherits, so that a plain read would find them where they are not. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A property as a plain read where that is safe; an absent one gives `undefined`. */
export function read(fields: Code, name: string): Code {
  const plain = code`${fields}[${name}]`;
  return INHERITED.has(name) ? code`(Object.hasOwn(${fields}, ${name}) ? ${plain} : undefined)` : plain;
}
