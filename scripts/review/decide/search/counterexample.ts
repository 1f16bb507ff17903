/** The bounded search for what inclusion leaves undecided: samples, values on every edge, and the proof among them. */
import { constantFrom, sample, tuple } from "fast-check";
import { isRecord } from "../../../json/pointer.js";
import type { Checker, Issue } from "../compile-schemas.js";
import { explore } from "./explore.js";
import type { Direction } from "../../../json/direction.js";
import type { Schemas } from "../../schema/flatten.js";
import { usesFreedName } from "./freed-names.js";
import { findCulprits, findExact, isMadeUpFor } from "./culprit.js";
import type { SchemaChange } from "../../differ/schemas/index.js";
import { createTextSampler } from "./sample-texts.js";
import { shrink } from "./shrink.js";
import { takeEvenly, type Candidate } from "./candidates.js";

/** Two schemas that stand for each other, compiled. `accepting` is the side whose values have to be taken. */
export type Contest = {
  readonly base: Schemas;
  readonly head: Schemas;
  readonly direction: Direction;
  readonly old: Checker;
  readonly now: Checker;
  readonly changes: readonly SchemaChange[];
};

export type Proof = { readonly value: unknown; readonly issues: readonly Issue[] };

export type Outcome = {
  /** For a change, the smallest value that the accepting side takes and the other refuses because of it. */
  readonly proofs: ReadonlyMap<SchemaChange, Proof>;
  /** Changes for which the refusing side refused some value that the accepting side refuses as well. */
  readonly exercised: ReadonlySet<SchemaChange>;
  /** Whether the refusing side refuses values that the accepting side takes. */
  readonly isBroken: boolean;
  /** Whether the refusing side takes values that the accepting side refuses. */
  readonly isOpened: boolean;
  /** Changes for which the accepting side refused some value: where one of them opens nothing, it is made up for. */
  readonly resisted: ReadonlySet<SchemaChange>;
  /** Whether the accepting side took any value: without one the search has seen nothing. */
  readonly hasSeen: boolean;
  readonly tried: number;
};

const SEED = 20_240_131;
const RANDOM_RUNS = 1500;
const MOST_CANDIDATES = 20_000;
/** Issues are asked for this many values at most. */
const MOST_EXPLAINED = 600;

/** Looks for values that one side takes and the other refuses: on every edge first, then two changes at once. */
export function search(contest: Contest): Outcome {
  const candidates = findCandidates(contest);
  const mayFree = contest.changes.some(bringsNames);
  const isRequest = contest.direction === "request";
  const [accepting, refusing] = isRequest ? [contest.old, contest.now] : [contest.now, contest.old];
  const nodes = isRequest ? ([contest.base, contest.head] as const) : ([contest.head, contest.base] as const);
  const isFreed = (value: unknown) => mayFree && usesFreedName(value, ...nodes);
  const verdicts = candidates.map((candidate) => ({
    candidate,
    isTaken: accepting.accepts(candidate.value),
    isRefused: !refusing.accepts(candidate.value),
  }));
  const broken = verdicts
    .filter(({ candidate, isTaken, isRefused }) => isTaken && isRefused && !isFreed(candidate.value))
    .map(({ candidate }) => candidate);
  const untaken = verdicts.filter(({ isTaken }) => !isTaken);
  const refused = untaken.filter(({ isRefused }) => isRefused);
  const holds = (value: unknown) => accepting.accepts(value) && !refusing.accepts(value) && !isFreed(value);
  return {
    proofs: proveAll(broken, refusing, holds, contest.changes),
    exercised: findMadeUpFor(refused, refusing, accepting, isRequest ? "base" : "head", contest.changes),
    resisted: findMadeUpFor(untaken, accepting, refusing, isRequest ? "head" : "base", contest.changes),
    isBroken: broken.length > 0,
    isOpened: verdicts.some(
      ({ isTaken, isRefused, candidate }) =>
        !isTaken && !isRefused && !(mayFree && usesFreedName(candidate.value, nodes[1], nodes[0])),
    ),
    hasSeen: verdicts.some(({ isTaken }) => isTaken),
    tried: candidates.length,
  };
}

function bringsNames({ kind, keyword }: SchemaChange): boolean {
  return kind === "property" || NAMING.has(keyword);
}

/** Keywords whose change may bring or take a whole schema with the names that it declares. */
const NAMING = new Set([
  "anyOf",
  "oneOf",
  "not",
  "if",
  "dependentSchemas",
  "properties",
  "items",
  "contains",
]);

function findCandidates({ base, head, direction }: Contest): readonly Candidate[] {
  const context = {
    direction,
    texts: createTextSampler(createRandom()),
    cache: new Map(),
    samples: new Map(),
    depth: 0,
  };
  const edges = takeEvenly(explore(base, head, context), MOST_CANDIDATES);
  return [...edges, ...combine(edges)];
}

/** Two changes at once, taken at random with a fixed seed. */
function combine(edges: readonly Candidate[]): Candidate[] {
  const nested = edges.filter(({ value, at }) => isRecord(value) && at.length > 0);
  if (nested.length < 2) return [];
  const pick = constantFrom(...nested);
  return sample(tuple(pick, pick), { seed: SEED, numRuns: RANDOM_RUNS }).map(([first, second]) => ({
    value: mergeMember(first, second),
    at: first.at,
  }));
}

function mergeMember(first: Candidate, second: Candidate): unknown {
  const name = second.at[0];
  if (!isRecord(first.value) || !isRecord(second.value) || name === undefined) return first.value;
  const { [name]: _, ...rest } = first.value;
  return name in second.value ? { ...rest, [name]: second.value[name] } : rest;
}

/** A linear congruential generator (Knuth, MMIX): the same numbers in every run. */
function createRandom(): () => number {
  let state = 20_240_131n;
  return () => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xff_ff_ff_ff_ff_ff_ff_ffn;
    return Number(state >> 11n) / 2 ** 53;
  };
}

function proveAll(
  broken: readonly Candidate[],
  refusing: Checker,
  holds: (value: unknown) => boolean,
  changes: readonly SchemaChange[],
): ReadonlyMap<SchemaChange, Proof> {
  const found = new Map<SchemaChange, { candidate: Candidate; weight: number }>();
  for (const candidate of takeEvenly(broken, MOST_EXPLAINED)) {
    const culprits = findCulprits(refusing.issues(candidate.value), candidate.at, changes);
    for (const change of culprits) {
      const weight = culprits.size * 1e6 + JSON.stringify(candidate.value).length;
      const known = found.get(change);
      if (known === undefined || weight < known.weight) found.set(change, { candidate, weight });
    }
  }
  return new Map(
    [...found].map(([change, { candidate }]) => {
      const size = findCulprits(refusing.issues(candidate.value), candidate.at, changes).size;
      const value = shrink(candidate.value, (smaller) => {
        if (!holds(smaller)) return false;
        const culprits = findCulprits(refusing.issues(smaller), candidate.at, changes);
        return culprits.has(change) && culprits.size <= size;
      });
      return [change, { value, issues: refusing.issues(value) }];
    }),
  );
}

/** Changes that made `refusing` refuse a value, which `other` refuses for what stands beside the change. */
function findMadeUpFor(
  refused: readonly { readonly candidate: Candidate }[],
  refusing: Checker,
  other: Checker,
  side: "base" | "head",
  changes: readonly SchemaChange[],
): ReadonlySet<SchemaChange> {
  const found = new Set<SchemaChange>();
  for (const { candidate } of takeEvenly(refused, MOST_EXPLAINED)) {
    if (found.size === changes.length) break;
    const left = findExact(refusing.issues(candidate.value), changes).filter((change) => !found.has(change));
    if (left.length === 0) continue;
    const issues = other.issues(candidate.value);
    for (const change of left) if (isMadeUpFor(change, side, issues)) found.add(change);
  }
  return found;
}
