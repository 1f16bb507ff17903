import { canonicalText } from "../../json/value.js";
import {
  compareDecimals,
  decimal,
  digitsAt,
  floorDivide,
  isMultipleOf,
  leastCommonMultiple,
  toDecimal,
  toDouble,
  type Decimal,
} from "../node/decimal.js";
import type { NumberAtom, Values } from "../node/node.js";
import { EMPTY, undecided, witness, type Outcome } from "./outcome.js";

/** What is asked of a number. */
type Range = {
  readonly min: Limit | undefined;
  readonly max: Limit | undefined;
  readonly multiples: readonly Decimal[];
  readonly notMultiples: readonly Decimal[];
  readonly excluded: ReadonlySet<string>;
};
type Limit = { readonly at: Decimal; readonly isExclusive: boolean };

/** Candidates looked at in one search, and the exponents that arithmetic is done with. */
const MAX_CANDIDATES = 20_000n;
const MAX_EXPONENT = 400;

/** A number for which all atoms hold, none of the excluded values; one near nought where there is a choice. */
export function solveNumber(
  atoms: readonly NumberAtom[],
  excluded: readonly Values[],
  spend: (steps: number) => void,
): Outcome {
  const range = readRange(atoms, excluded);
  const { min, max, multiples, notMultiples } = range;
  if (isEmptyRange(range)) return EMPTY;
  if (min && max && compareDecimals(min.at, max.at) === 0) return tryAll(range, [min.at], spend);
  const decimals = [
    ...multiples,
    ...notMultiples,
    ...[min, max].flatMap((limit) => (limit ? [limit.at] : [])),
  ];
  if (decimals.some(({ exponent }) => Math.abs(exponent) > MAX_EXPONENT))
    return orUndecided(tryAll(range, [...decimals, toDecimal(0), toDecimal(1)], spend));
  const scale = Math.min(0, ...decimals.map(({ exponent }) => exponent));
  if (multiples.length > 0) return solveMultiples(range, scale, spend);
  return orUndecided(tryAll(range, denseCandidates(range, scale), spend));
}

function readRange(atoms: readonly NumberAtom[], excluded: readonly Values[]): Range {
  const limitsOf = (open: NumberAtom["kind"], closed: NumberAtom["kind"]): Limit[] =>
    atoms
      .filter(({ kind }) => kind === open || kind === closed)
      .map(({ kind, limit }) => ({ at: limit, isExclusive: kind === open }))
      .toSorted((a, b) => compareDecimals(a.at, b.at) || Number(a.isExclusive) - Number(b.isExclusive));
  const upper = limitsOf("exclusive-maximum", "maximum");
  return {
    min: limitsOf("exclusive-minimum", "minimum").at(-1),
    // Of equal limits the exclusive one is the stricter.
    max: upper.findLast(({ at }) => upper[0] !== undefined && compareDecimals(at, upper[0].at) === 0),
    multiples: atoms.filter(({ kind }) => kind === "multiple").map(({ limit }) => limit),
    notMultiples: atoms.filter(({ kind }) => kind === "not-multiple").map(({ limit }) => limit),
    excluded: new Set(excluded.flatMap(({ values }) => [...values.keys()])),
  };
}

function isEmptyRange({ min, max }: Range): boolean {
  if (min === undefined || max === undefined) return false;
  const order = compareDecimals(min.at, max.at);
  return order > 0 || (order === 0 && (min.isExclusive || max.isExclusive));
}

function isInRange({ min, max, multiples, notMultiples }: Range, value: Decimal): boolean {
  const aboveMin = min === undefined ? 1 : compareDecimals(value, min.at);
  const belowMax = max === undefined ? 1 : compareDecimals(max.at, value);
  if (aboveMin < 0 || (aboveMin === 0 && min?.isExclusive)) return false;
  if (belowMax < 0 || (belowMax === 0 && max?.isExclusive)) return false;
  return (
    multiples.every((divisor) => isMultipleOf(value, divisor)) &&
    !notMultiples.some((divisor) => isMultipleOf(value, divisor))
  );
}

/** Empty when none of the candidates is left; undecided when one that fits is no double, which JSON may carry. */
function tryAll(range: Range, candidates: Iterable<Decimal>, spend: (steps: number) => void): Outcome {
  let isRounded = false;
  for (const candidate of candidates) {
    spend(1);
    if (!isInRange(range, candidate)) continue;
    const value = toDouble(candidate);
    if (!Number.isFinite(value) || !isInRange(range, toDecimal(value))) isRounded = true;
    else if (!range.excluded.has(canonicalText(value))) return witness(value);
  }
  return isRounded ? undecided("the numbers left over cannot be written exactly as doubles") : EMPTY;
}

function orUndecided(outcome: Outcome): Outcome {
  return outcome.kind === "empty" ? undecided("no number was found among the simplest ones") : outcome;
}

/**
 * Multiples of the least common multiple, from nought outwards. Denied multiples repeat with a period: a whole one
 * without a hit, and one more for each excluded value, and there is none.
 */
function solveMultiples(range: Range, scale: number, spend: (steps: number) => void): Outcome {
  const onScale = (value: Decimal): bigint => digitsAt(value, scale);
  const step = range.multiples.map(onScale).reduce(leastCommonMultiple);
  const size = step < 0n ? -step : step;
  const period = range.notMultiples
    .map((divisor) => leastCommonMultiple(size, onScale(divisor)) / size)
    .reduce(leastCommonMultiple, 1n);
  const first = range.min && -floorDivide(-onScale(range.min.at), size);
  const last = range.max && floorDivide(onScale(range.max.at), size);
  const enough = period * BigInt(2 * range.excluded.size + 3) + 4n;
  const count = enough < MAX_CANDIDATES ? enough : MAX_CANDIDATES;
  const outcome = tryAll(
    range,
    mapIterable(outwards(first, last, count), (factor) => decimal(factor * size, scale)),
    spend,
  );
  const isBounded = first !== undefined && last !== undefined && 2n * (last - first) < count;
  const isWhole = isBounded || count === enough;
  return isWhole ? outcome : orUndecided(outcome);
}

/** Whole numbers, then finer and finer ones: among infinitely many, one is soon not excluded. */
function* denseCandidates({ min, max, excluded }: Range, scale: number): Iterable<Decimal> {
  for (const exponent of [0, -1, scale, scale - 1, scale - 2, scale - 3]) {
    const unit = (limit: Limit | undefined): bigint | undefined =>
      limit &&
      floorDivide(
        digitsAt(limit.at, Math.min(scale, exponent)),
        10n ** BigInt(Math.max(0, exponent - scale)),
      );
    const count = BigInt(excluded.size + 50);
    for (const digits of outwards(unit(min), unit(max), count)) yield decimal(digits, exponent);
  }
}

/** At most so many whole numbers between two limits, beginning with the one nearest to nought. */
function* outwards(first: bigint | undefined, last: bigint | undefined, count: bigint): Iterable<bigint> {
  let start = 0n;
  if (first !== undefined && first > start) start = first;
  if (last !== undefined && last < start) start = last;
  yield start;
  for (let distance = 1n; 2n * distance <= count; distance++) {
    const isUpOpen = last === undefined || start + distance <= last;
    const isDownOpen = first === undefined || start - distance >= first;
    if (!isUpOpen && !isDownOpen) return;
    if (isUpOpen) yield start + distance;
    if (isDownOpen) yield start - distance;
  }
}

function* mapIterable<A, B>(items: Iterable<A>, map: (item: A) => B): Iterable<B> {
  for (const item of items) yield map(item);
}
