import { everyHolds, type Truth } from "../atoms/three-valued.js";
import { words } from "../../pattern/language/index.js";
import type { Opaque, StringAtom, Values } from "../node/node.js";
import { growTexts } from "./grow.js";
import { EMPTY, undecided, witness, type Outcome, type Undecided } from "./outcome.js";
import type { Solver } from "./solver.js";

/** What is asked of a string. */
export type StringQuery = {
  readonly atoms: readonly StringAtom[];
  readonly excluded: readonly Values[];
  readonly opaque: readonly Opaque[];
};

type Context = Pick<Solver, "patterns" | "evaluate" | "space">;

/** Strings tried where something opaque must be asked of each: varied ones, and in all. */
const MAX_VARIED = 1000;
const MAX_TRIED = 3000;
/** Code points of each class of characters that varied strings are made of. */
const VARIETY = 2;

export function solveString(query: StringQuery, context: Context): Outcome {
  const { done, value } = stringsOf(query, context).next();
  return done ? (value ?? EMPTY) : witness(value);
}

/** The strings asked for, shortest first. Returns why there may be more of them; undefined when there are none. */
export function* stringsOf(query: StringQuery, context: Context): Generator<string, Undecided | undefined> {
  const { atoms, opaque, excluded } = query;
  const lengths = lengthsOf(atoms);
  if (lengths.min > lengths.max) return undefined;
  const answer = context.patterns.read({
    included: patternsOf(atoms, "pattern"),
    excluded: patternsOf(atoms, "not-pattern"),
  });
  if (answer.kind === "unknown") return undecided(answer.reason);
  const { language, opaqueReason } = answer;
  const all = words(language, lengths, context.space.spend);
  const reason = opaque[0]?.reason ?? opaqueReason;
  if (reason === undefined) {
    for (const word of all) if (isLeft(excluded, word)) yield word;
    return undefined;
  }
  const samples = opaque.flatMap((node) => node.samples);
  const varied = take(words(language, lengths, context.space.spend, VARIETY), MAX_VARIED);
  const holds = (text: unknown): Truth =>
    everyHolds([...atoms, ...opaque, ...excluded], (node) => context.evaluate(node, text));
  const isComplete = yield* filterStrings(concat(samples, growTexts(samples, lengths), varied, all), holds);
  return isComplete ? undefined : undecided(reason, opaque[0]?.place);
}

function lengthsOf(atoms: readonly StringAtom[]): { readonly min: number; readonly max: number } {
  let [min, max] = [0, Infinity];
  for (const atom of atoms) {
    if (atom.kind === "min-length") min = Math.max(min, atom.count);
    if (atom.kind === "max-length") max = Math.min(max, atom.count);
  }
  return { min, max };
}

function patternsOf(atoms: readonly StringAtom[], kind: "pattern" | "not-pattern"): readonly string[] {
  return atoms.flatMap((atom) => (atom.kind === kind ? [atom.pattern] : []));
}

function isLeft(excluded: readonly Values[], word: string): boolean {
  return excluded.length === 0 || !excluded.some(({ values }) => values.has(JSON.stringify(word)));
}

/** Each string that holds, once. Returns whether the candidates came to an end and none of them was in doubt. */
function* filterStrings(
  candidates: Iterable<unknown>,
  holds: (text: unknown) => Truth,
): Generator<string, boolean> {
  const tried = new Set<unknown>();
  let isComplete = true;
  for (const candidate of candidates) {
    if (typeof candidate !== "string" || tried.has(candidate)) continue;
    if (tried.size >= MAX_TRIED) return false;
    tried.add(candidate);
    const truth = holds(candidate);
    if (truth === undefined) isComplete = false;
    if (truth === true) yield candidate;
  }
  return isComplete;
}

function* take<T>(items: Iterable<T>, count: number): Iterable<T> {
  let left = count;
  for (const item of items) {
    if (left-- <= 0) return;
    yield item;
  }
}

function* concat(...lists: readonly Iterable<unknown>[]): Iterable<unknown> {
  for (const list of lists) yield* list;
}
