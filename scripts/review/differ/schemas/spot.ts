import { isRecord } from "../../../json/pointer.js";
import type { Direction } from "../../../json/direction.js";
import { canonicalText } from "../../../json/value.js";
import type { Place, Sides } from "../../document/document.js";
import { compareKeyword, readKeyword, REVERSED, type Comparison } from "../../keywords/index.js";
import { readAll, type Constraints } from "../../schema/constraints.js";
import { keywordPlace, subNode, type Part, type Schemas } from "../../schema/flatten.js";

/** A change of a schema, in words of the schemas and without an opinion. */
export type SchemaChange = {
  readonly kind: "assertion" | "property" | "annotation" | "rewrite";
  readonly keyword: string;
  /** The property, required name or branch that was added or removed. */
  readonly name?: string;
  /** Where in the value it counts; `*` is any item or any further name. */
  readonly path: readonly string[];
  readonly base: Place | undefined;
  readonly head: Place | undefined;
  readonly was: unknown;
  readonly now: unknown;
  /** The values that head accepts there, beside those that base accepts. */
  readonly comparison: Comparison;
  /** The same for the keyword by itself, without what stands around it. */
  readonly own: Comparison;
  /** Whether more values at the spot are more values of the whole: nothing on the way to it denies or counts. */
  readonly isDirect: boolean;
  /** All the schemas that apply at the spot, of both documents: equal wherever a shared component is used. */
  readonly spot: string;
  /** The first schema that applies at the spot; undefined where none does. */
  readonly around: Sides<Place | undefined>;
  /** The schemas that were entered on the way to the spot, the whole first and those of the spot last. */
  readonly trail: readonly Stop[];
};

/** Two schemas on the way to a spot. */
export type Stop = Sides<Schemas> & {
  readonly path: readonly string[];
  /** Whether more values here are more values of the schemas around them. */
  readonly isDirect: boolean;
};

/** What a spot yields: a change of its own, or two schemas further in that have to be compared. Its path begins there. */
export type Found = Omit<SchemaChange, "own" | "isDirect" | "spot" | "around" | "trail"> | Inner;

export type Inner = Sides<Schemas> & {
  readonly kind: "inner";
  readonly path: readonly string[];
  readonly lens: Lens;
};

/** What a step through a schema does to a comparison made below it. */
export type Lens = (comparison: Comparison) => Comparison;

export const LENSES = {
  keep: (comparison) => comparison,
  reverse: (comparison) => REVERSED[comparison],
  /** Under a count, more of one thing may be less of another. */
  blur: (comparison) => (comparison === "same" ? "same" : "incomparable"),
} as const satisfies Record<string, Lens>;

/** One spot of the value on the way through two schemas, with what applies there. */
export type Spot = Sides<Constraints> & {
  readonly direction: Direction;
  /** Whether the walk begins here. */
  readonly isWhole: boolean;
};

export function inner(
  base: Schemas,
  head: Schemas,
  path: readonly string[] = [],
  lens: Lens = LENSES.keep,
): Inner {
  return { kind: "inner", base, head, path, lens };
}

/** The value of a keyword, or a list of them when several parts of the schema give one. */
export function readOne(parts: readonly Part[], keyword: string): unknown {
  const values = readAll(parts, keyword);
  return values.length > 1 ? values : values[0];
}

/** A keyword that the two sides give differently. */
export function changeOf(
  spot: Spot,
  keyword: string,
  values: { readonly was: unknown; readonly now: unknown },
  comparison: Comparison,
): Found {
  return { kind: "assertion", ...locateKeyword(spot, keyword), ...values, comparison };
}

/** Where a keyword stands on the two sides, and where in the value it counts. */
export function locateKeyword(
  { base, head }: Spot,
  keyword: string,
): Pick<SchemaChange, "keyword" | "path" | "base" | "head"> {
  return { keyword, path: [], base: findPlace(base.parts, keyword), head: findPlace(head.parts, keyword) };
}

function findPlace(parts: readonly Part[], keyword: string): Place | undefined {
  const spellings = readKeyword(keyword).spellings ?? [keyword];
  const part = parts.find(({ schema }) => spellings.some((name) => name in schema));
  const name = spellings.find((spelling) => part !== undefined && spelling in part.schema);
  return part === undefined || name === undefined ? undefined : keywordPlace(part, name);
}

/** Compares a keyword whose value is one schema: goes in when both sides have one. */
export function* compareSub(spot: Spot, keyword: string, lens?: Lens): Generator<Found> {
  const { holdsFor, lens: usual = "keep" } = readKeyword(keyword);
  const sides = [spot.base, spot.head].map(({ parts }) => subNode(parts, keyword));
  const [base = [], head = []] = sides;
  if (isEnterable(base, spot.base.parts, keyword) && isEnterable(head, spot.head.parts, keyword)) {
    yield inner(base, head, holdsFor === "members" ? ["*"] : [], lens ?? LENSES[usual]);
    return;
  }
  const [was, now] = [readOne(spot.base.parts, keyword), readOne(spot.head.parts, keyword)];
  if (canonicalText(was) !== canonicalText(now))
    yield changeOf(spot, keyword, { was, now }, compareKeyword(keyword, was, now));
}

/** Whether a keyword's value is a schema that can be entered, and not only `true` or `false`. */
function isEnterable(schemas: Schemas, parts: readonly Part[], keyword: string): boolean {
  return schemas.length > 0 && readAll(parts, keyword).every(isRecord);
}
