import type { JsonRecord } from "../json/pointer.js";
import { judgePatterns, type JudgePatterns } from "../pattern/judge.js";
import { KEYWORDS } from "./keywords/index.js";
import type { Keyword, KeywordTable } from "./keywords/keyword.js";
import { lower, type Lowering } from "./lower.js";
import { findPatternProblems, omitPatterns, type UnsafePatterns } from "./pattern-problems.js";
import { PASS, type FunctionKey, type Plan } from "./plan/plan.js";
import { findEndless, findRecursions, type Recursion } from "./plan/recursion.js";
import type { CompiledFunction } from "./print/compiled-function.js";
import { printModule, type Constant } from "./print/module.js";
import type { SchemaProblem } from "./problem.js";
import { findDirected } from "./schema/direction.js";
import { createRegistry, locate, type Holds, type PlacedSchema } from "./schema/registry.js";
import type { Root } from "./schema/root.js";
import { sharePlans } from "./share.js";
import { OUTERMOST } from "./schema/scope.js";
import { createTarget, type Target } from "./target.js";

export type { SchemaProblem } from "./problem.js";
export type { JudgePatterns } from "../pattern/judge.js";
export type { Root } from "./schema/root.js";
export type { CompiledFunction } from "./print/compiled-function.js";
export type { Constant } from "./print/module.js";

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
  readonly dialect?: (schema: JsonRecord) => JsonRecord;
  readonly formats: "annotate" | "assert";
  /** What becomes of a pattern that must not be run. Default: the schema is refused. */
  readonly unsafePatterns?: UnsafePatterns | undefined;
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
  const first = lowerAll(input);
  const verdicts = await (input.judge ?? judgePatterns)([...first.patterns.keys()]);
  const { dialect = (schema) => schema, unsafePatterns = "refuse" } = input;
  const problems = [...first.problems, ...findPatternProblems(verdicts, first.patterns, unsafePatterns)];
  const omit = omitPatterns(verdicts);
  const lowered = omit ? lowerAll({ ...input, dialect: (schema) => omit(dialect(schema)) }) : first;
  const { aliases, directed } = lowered;
  if (problems.some(({ severity }) => severity === "error")) {
    return { constants: [], functions: [], aliases, directed, problems };
  }
  return { ...printModule({ ...lowered, ...sharePlans(lowered) }, verdicts), aliases, directed, problems };
}

const TABLE: KeywordTable = new Map(
  KEYWORDS.flatMap((keyword) => keyword.names.map((name) => [name, keyword])),
);

/** Which of a keyword's values are schemas. */
const holds: Holds = (name) => TABLE.get(name)?.holds?.[name];

/** Schemas taken apart into plans, with what was learned on the way. */
type Lowered = Roots & {
  readonly targets: ReadonlyMap<FunctionKey, Target>;
  readonly plans: ReadonlyMap<FunctionKey, Plan>;
  /** How each function comes back to itself; one that is not listed does not. */
  readonly recursions: ReadonlyMap<FunctionKey, Recursion>;
  readonly patterns: ReadonlyMap<string, PlacedSchema>;
  readonly problems: readonly SchemaProblem[];
};

function lowerAll(input: CompileInput): Lowered {
  const targets = new Map<FunctionKey, Target>();
  const patterns = new Map<string, PlacedSchema>();
  // A schema that is compiled for both directions is at fault once.
  const problems = new Map<string, SchemaProblem>();
  const registry = createRegistry(input.documents, input.roots, holds);
  const places = input.roots.map(({ document, pointer }) => locate(registry, document, pointer));
  const lowering: Lowering = {
    registry,
    table: new Map([...(input.annotations ?? []).map((name) => [name, ANNOTATION] as const), ...TABLE]),
    keywords: KEYWORDS,
    main: input.main,
    directed: findDirected(places, registry, holds),
    isFormatAsserted: input.formats === "assert",
    foreignKeywords: input.foreignKeywords ?? new Map(),
    dialect: input.dialect ?? ((schema) => schema),
    pattern: (source, place) => void (patterns.has(source) || patterns.set(source, place)),
    problem: (problem) => void problems.set(JSON.stringify(problem), problem),
    need: (target) => void (targets.has(target.key) || targets.set(target.key, target)),
  };
  const roots = lowerRoots(input.roots, places, lowering);
  const plans = new Map<FunctionKey, Plan>();
  // A map iterates over what is added while it is iterated over: the schemas that the lowered ones refer to.
  for (const [key, target] of targets) plans.set(key, lower(target, lowering));
  for (const key of findEndless(plans)) lowering.problem(reportEndless(targets.get(key)));
  return {
    ...roots,
    targets,
    plans,
    recursions: findRecursions(plans),
    patterns,
    problems: [...problems.values()],
  };
}

const ANNOTATION: Keyword = { names: [], vocabulary: "core", lower: () => PASS };

type Roots = {
  readonly roots: ReadonlyMap<FunctionKey, Root>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly directed: ReadonlySet<string>;
};

/** The targets of the roots; of those that mean the same, the first stands for all. */
function lowerRoots(
  list: readonly Root[],
  places: readonly PlacedSchema[],
  lowering: Pick<Lowering, "registry" | "directed" | "need">,
): Roots {
  const roots = new Map<FunctionKey, Root>();
  const aliases = new Map<string, string>();
  const directed = new Set<string>();
  for (const [i, place] of places.entries()) {
    const root = list[i];
    if (!root) continue;
    const target = createTarget(place, OUTERMOST, root.direction, lowering);
    const first = roots.get(target.key);
    if (first) aliases.set(root.name, first.name);
    else roots.set(target.key, root);
    if (target.direction) directed.add(root.name);
    lowering.need(target);
  }
  return { roots, aliases, directed };
}

function reportEndless(target: Target | undefined): SchemaProblem {
  const { document, pointer } = target?.place ?? { document: { uri: "" }, pointer: "" };
  const message = "refers to itself for the same value, so validation would never end";
  return { severity: "error", rule: "endless-reference", message, document: document.uri, pointer };
}
