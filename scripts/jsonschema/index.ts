import { findDirected } from "./schema/direction.js";
import { keywords } from "./keywords/index.js";
import type { Keyword, KeywordTable, SchemaObject } from "./keywords/keyword.js";
import { createTarget, lower, type Lowering, type Target } from "./lower.js";
import type { SchemaProblem, SourcePlace } from "./problem.js";
import { outlineMany } from "./outline.js";
import { judgePatterns, type JudgePatterns } from "../pattern/judge.js";
import { patternProblems } from "./print/patterns.js";
import { PASS, type FunctionKey, type Plan } from "./plan/plan.js";
import { printModule, type CompiledFunction, type Constant, type Lowered } from "./print/print-module.js";
import { findEndless, findRecursions } from "./plan/recursion.js";
import { createRegistry, locate, type Holds, type Place } from "./schema/registry.js";
import type { Root } from "./schema/root.js";
import { OUTERMOST } from "./schema/scope.js";

export type { SchemaProblem } from "./problem.js";
export type { JudgePatterns } from "../pattern/judge.js";
export type { Root } from "./schema/root.js";
export type { CompiledFunction, Constant } from "./print/print-module.js";

export type CompileInput = {
  readonly roots: readonly Root[];
  /** Whatever a reference may name, by absolute URI. Nothing is fetched. */
  readonly documents: ReadonlyMap<string, unknown>;
  /** The URI of the document whose pointers stand bare in issues. */
  readonly main: string;
  /** Names beside the known keywords that say nothing of an instance. */
  readonly annotations?: readonly string[];
  /** Keywords of another dialect that say nothing in this one, with what its author should know of each. */
  readonly foreignKeywords?: ReadonlyMap<string, string>;
  /** Turns the words of another dialect into those of 2020-12, one schema at a time. */
  readonly dialect?: (schema: SchemaObject) => SchemaObject;
  readonly formats: "annotate" | "assert";
  /** Verdicts that were made before, where the patterns have been judged already. */
  readonly judge?: JudgePatterns | undefined;
};

export type CompiledModule = {
  /** In the order in which they are needed. */
  readonly constants: readonly Constant[];
  readonly functions: readonly CompiledFunction[];
  /** Roots that mean the same as an earlier one, and so have no functions of their own, with its name. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Roots whose values may lack what their schema requires, because the sender does not own it. */
  readonly directed: ReadonlySet<string>;
  readonly problems: readonly SchemaProblem[];
};

/**
 * Compiles schemas of JSON Schema 2020-12 into functions. The code refers to the run-time module as `$runtime`, so
 * that no name of a schema can meet one of its own.
 */
export async function compile(input: CompileInput): Promise<CompiledModule> {
  const lowered = lowerAll(input);
  const { aliases, directed } = lowered;
  const verdicts = await (input.judge ?? judgePatterns)([...lowered.patterns.keys()]);
  const problems = [...lowered.problems, ...patternProblems(verdicts, lowered.patterns)];
  if (problems.some(({ severity }) => severity === "error")) {
    return { constants: [], functions: [], aliases, directed, problems };
  }
  return { ...printModule({ ...lowered, ...outlineMany(lowered) }, verdicts), aliases, directed, problems };
}

const TABLE: KeywordTable = new Map(
  keywords.flatMap((keyword) => keyword.names.map((name) => [name, keyword])),
);

/** Which of a keyword's values are schemas. */
const holds: Holds = (name) => TABLE.get(name)?.holds?.[name];

function lowerAll(input: CompileInput): Lowered {
  const registry = createRegistry(input.documents, input.roots, holds);
  const places = input.roots.map(({ document, pointer }) => locate(input.documents, document, pointer));
  const annotations = (input.annotations ?? []).map((name) => [name, ANNOTATION] as const);
  const targets = new Map<FunctionKey, Target>();
  const patterns = new Map<string, SourcePlace>();
  // A schema that is compiled for both directions is at fault once.
  const problems = new Map<string, SchemaProblem>();
  const lowering: Lowering = {
    registry,
    table: new Map([...annotations, ...TABLE]),
    keywords,
    main: input.main,
    directed: findDirected(places, registry, holds),
    isFormatAsserted: input.formats === "assert",
    foreignKeywords: input.foreignKeywords ?? new Map(),
    dialect: input.dialect ?? ((schema) => schema),
    pattern: (source, place) => void (patterns.has(source) || patterns.set(source, place)),
    problem: (problem) => void problems.set(JSON.stringify(problem), problem),
    need: (target) => void (targets.has(target.key) || targets.set(target.key, target)),
  };
  const roots = new Map<FunctionKey, Root>();
  const aliases = new Map<string, string>();
  const directed = new Set<string>();
  for (const [i, root] of input.roots.entries()) {
    const target = createTarget(places[i] ?? NOWHERE, OUTERMOST, root.direction, lowering);
    const first = roots.get(target.key);
    if (first) aliases.set(root.name, first.name);
    else roots.set(target.key, root);
    if (target.direction) directed.add(root.name);
    lowering.need(target);
  }
  const plans = new Map<FunctionKey, Plan>();
  // A map iterates over what is added while it is iterated over: the schemas that the lowered ones refer to.
  for (const [key, target] of targets) plans.set(key, lower(target, lowering));
  for (const key of findEndless(plans)) lowering.problem(endless(targets.get(key)));
  const recursions = findRecursions(plans);
  return { roots, aliases, directed, targets, plans, recursions, patterns, problems: [...problems.values()] };
}

const ANNOTATION: Keyword = { names: [], vocabulary: "core", lower: () => PASS };

const NOWHERE: Place = { document: "", pointer: "", schema: undefined, base: "" };

function endless(target: Target | undefined): SchemaProblem {
  const { document, pointer } = target?.place ?? NOWHERE;
  const message = "refers to itself without going deeper into the value, so that checking it would never end";
  return { severity: "error", rule: "endless-reference", message, document, pointer };
}
