import { locate } from "../jsonschema/schema/registry.js";
import { addDocument, openSource, type Addition, type Side } from "./source.js";
import { OUTERMOST } from "../jsonschema/schema/scope.js";
import { createLanguageReader, type ReadPattern } from "../pattern/language/index.js";
import { blame, type Blame } from "./blame.js";
import { BudgetSpent, createBudget, type Budget } from "./budget.js";
import { Compiler, type Format } from "./compile/compile.js";
import { addressOf, enterSpot, type Source, type Spot } from "./compile/spot.js";
import { unifyReferences } from "./compile/unify.js";
import { forbidNewNames } from "./new-names.js";
import type { Address, Node } from "./node/node.js";
import { createFindShallow, type FindShallow } from "./shallow.js";
import { createEngine, type Engine } from "./solve/engine.js";
import type { Fixpoint } from "./solve/fixpoint.js";
import { undecided, type Undecided } from "./solve/outcome.js";

export type SessionOptions = {
  /** What formats ask. Default: nothing, as JSON Schema 2020-12 has it (Validation §7.2.1). */
  readonly formats?: Readonly<Record<string, Format>>;
  /** Steps allowed for one question. Default: 5,000,000, which is a few seconds. */
  readonly steps?: number;
  /** What reads patterns, where one is shared by sessions. Default: one of its own. */
  readonly readLanguage?: ReadPattern | undefined;
};

export type Question = {
  /** Whether a value really is one of `a` and none of `b`, by other means. A witness that it refuses is not shown. */
  readonly confirm?: (value: unknown) => boolean;
  /**
   * Whether values of `a` are left out that use a name which only `b` declares, at any depth. Default: false. For an
   * object that is open only because nobody closed it: its callers had no reason to use the name.
   */
  readonly forbidsNewNames?: boolean;
  /**
   * Whether any witness will do. Default: false, and one that is nested as little as possible is sought, which may take
   * longer than the answer itself.
   */
  readonly takesAnyWitness?: boolean;
  /**
   * How deeply every witness is nested at least, a constant counted as one: none is sought that is shallower. Default: 1.
   */
  readonly leastDepth?: number;
  /** Steps allowed for it. Default: those of the session. */
  readonly steps?: number;
};

export type Decision =
  /** Every value of `a` is a value of `b`. */
  | { readonly kind: "included"; readonly reason: string }
  /** A value of `a` that is none of `b`. */
  | { readonly kind: "witness"; readonly value: unknown }
  | Undecided;

export type Session = {
  /** Whether every value of the schema at `a` is a value of the schema at `b`. */
  readonly ask: (a: Address, b: Address, question?: Question) => Decision;
  /** Whether a value is one of the schema; undefined where that cannot be decided. */
  readonly evaluate: (a: Address, value: unknown) => boolean | undefined;
  /** The keywords of `b` that refuse a value of `a`, where `a` does not refuse it in the same way. */
  readonly blame: (a: Address, b: Address, value: unknown) => readonly Blame[];
  /** Adds a document to one of the sides. No other document refers to it, but those that are added beside it. */
  readonly add: (addition: Addition) => void;
  /** Steps spent so far. */
  readonly spent: () => number;
};

const DEFAULT_STEPS = 5_000_000;

/** Opens documents for many questions, which share what was found. */
export function openSession(sides: readonly Side[], options: SessionOptions = {}): Session {
  const { formats = {}, steps = DEFAULT_STEPS, readLanguage = createLanguageReader() } = options;
  const budget = createBudget();
  const engine = createEngine(budget.spend, readLanguage);
  const sources = sides.map(openSource);
  const roots = sides.flatMap(({ schemas, documents }, i) => {
    const addresses = schemas ?? [...documents.keys()].map((document) => ({ document, pointer: "" }));
    return addresses.map((address) => spotIn(sources[i], address));
  });
  const unified = budget.allow(Infinity, () => unifyReferences(roots, budget.spend));
  const compiler = new Compiler(engine, unified.classOf, formats);
  const byDocument = indexSources(sources);
  const spotAt = (address: Address): Spot => spotIn(byDocument.get(address.document), address);
  const search = engine.openSearch();
  const findShallow = createFindShallow(engine, budget, search);
  const asking: Asking = { engine, budget, compiler, steps, search, findShallow };
  return {
    ask: (a, b, question = {}) =>
      ask({ ...asking, steps: question.steps ?? steps }, spotAt(a), spotAt(b), question),
    evaluate: (a, value) =>
      work(
        asking,
        () => engine.evaluate(compiler.compile(spotAt(a)), value),
        () => undefined,
      ),
    blame: (a, b, value) =>
      work(
        asking,
        () => blame(asking, spotAt(a), spotAt(b), value),
        () => [],
      ),
    add: (addition) => {
      const beside = byDocument.get(addition.beside);
      if (beside === undefined) throw missing(addition.beside);
      byDocument.set(addition.uri, addDocument(beside, addition, unified));
    },
    spent: budget.spent,
  };
}

/** Each source by the documents that it has. */
function indexSources(sources: readonly Source[]): Map<string, Source> {
  return new Map(
    sources.flatMap((source) => [...source.registry.documents.keys()].map((uri) => [uri, source] as const)),
  );
}

/** @throws Error when no side of the session has the document: a mistake of the caller. */
function spotIn(source: Source | undefined, { document, pointer }: Address): Spot {
  if (source === undefined) throw missing(document);
  return enterSpot(source, locate(source.registry, document, pointer), OUTERMOST);
}

function missing(document: string): Error {
  return new Error(`no side of the session has the document ${document}`);
}

type Asking = {
  readonly engine: Engine;
  readonly budget: Budget;
  readonly compiler: Compiler;
  readonly steps: number;
  readonly search: Fixpoint;
  readonly findShallow: FindShallow;
};

function ask(
  asking: Asking,
  a: Spot,
  b: Spot,
  { confirm = () => true, forbidsNewNames = false, takesAnyWitness = false, leastDepth }: Question,
): Decision {
  const { engine, compiler, search, findShallow } = asking;
  const { space, not } = engine;
  const decide = (): Decision => {
    const [left, right] = [compiler.compile(a), compiler.compile(b)];
    const known = forbidsNewNames
      ? forbidNewNames({ ...engine, find: search.find, place: addressOf(a) }, [left], [right])
      : space.everything;
    const goal = space.and(left, not(right), known);
    const outcome = search.find(goal);
    if (outcome.kind === "empty") return { kind: "included", reason: explain(space, left, right, goal) };
    if (outcome.kind === "undecided") return outcome;
    const value = takesAnyWitness ? outcome.value : findShallow(goal, outcome.value, leastDepth);
    return confirm(value)
      ? { kind: "witness", value }
      : undecided(`the value ${JSON.stringify(value)} was found, but another validator disagrees`);
  };
  return work(asking, decide, undecided);
}

/** Does a task within the budget of one question; without enough of it, `otherwise` with the reason. */
function work<T>({ budget, steps, search }: Asking, task: () => T, otherwise: (reason: string) => T): T {
  try {
    return budget.allow(steps, task);
  } catch (error) {
    search.reset();
    if (error instanceof BudgetSpent) return otherwise(error.message);
    // The engine's stack is a limit that no step counts.
    if (error instanceof RangeError) return otherwise("the schemas are nested too deeply");
    throw error;
  }
}

function explain(space: Engine["space"], left: Node, right: Node, goal: Node): string {
  if (left === right) return "both say the same";
  if (left === space.nothing) return "there is no value of the first";
  if (right === space.everything) return "every value is one of the second";
  return goal === space.nothing
    ? "the first says all that the second does"
    : "no value of the first is refused by the second";
}
