import type { Evaluate } from "../algebra/evaluate.js";
import type { Negate } from "../algebra/negate.js";
import type { Restrict } from "../algebra/restrict.js";
import type { Node } from "../node/node.js";
import type { Space } from "../node/space.js";
import { ANY, NUMBER, STRING } from "../node/types.js";
import type { Context } from "./keyword.js";
import { KEYWORDS } from "./keywords.js";
import { schemaOf, spotKey, type Spot } from "./spot.js";

/** A format that is asserted: equal names cancel, and single values may be asked. */
export type Format = {
  /** The type of value that it speaks of. */
  readonly type: "string" | "number";
  readonly test?: (value: unknown) => boolean | undefined;
  /** Values worth a try, such as some that have the format. */
  readonly samples?: readonly unknown[];
};

export type Compiler = {
  readonly compile: (spot: Spot) => Node;
  /** What a single keyword of a schema asks; `everything` for one that asks nothing. */
  readonly compileKeyword: (spot: Spot, keyword: string) => Node;
};

export type Algebra = {
  readonly space: Space;
  readonly not: Negate;
  readonly restrict: Restrict;
  readonly evaluate: Evaluate;
};

/** Makes the expression of each schema once; what a reference leads to is read when it is asked for. */
export function createCompiler(
  algebra: Algebra,
  /** The same key for schemas that are known to mean the same. */
  classOf: (spot: Spot) => string,
  formats: Readonly<Record<string, Format>>,
): Compiler {
  const { space } = algebra;
  const known = new Map<string, Node>();
  const underWay = new Set<string>();

  const compile = (spot: Spot): Node => {
    const key = spotKey(spot);
    const found = known.get(key);
    if (found !== undefined) return found;
    // A condition of unevaluated properties may lead back to the schema that has it.
    if (underWay.has(key)) return refer(spot);
    underWay.add(key);
    try {
      const node = build(spot);
      known.set(key, node);
      return node;
    } finally {
      underWay.delete(key);
    }
  };

  const refer = (spot: Spot): Node => {
    if (typeof spot.place.schema === "boolean") return compile(spot);
    return space.reference(classOf(spot), true, () => compile(spot));
  };

  const build = (spot: Spot): Node => {
    space.spend(1);
    const { schema, pointer } = spot.place;
    if (typeof schema === "boolean") return schema ? space.everything : space.nothing;
    if (typeof schema !== "object" || schema === null || Array.isArray(schema))
      return opaque("is not a schema", pointer);
    return space.and(...Object.keys(schema).map((keyword) => compileKeyword(spot, keyword)));
  };

  const compileKeyword = (spot: Spot, keyword: string): Node => {
    const value = schemaOf(spot)[keyword];
    const row = KEYWORDS.get(keyword);
    if (row?.build === undefined || value === undefined) return space.everything;
    const place = `${spot.place.pointer}/${keyword}`;
    return (
      row.build(value, contextOf(spot, place)) ?? opaque(`${keyword} has a value that it cannot have`, place)
    );
  };

  const contextOf = (spot: Spot, place: string): Context => ({
    ...algebra,
    spot,
    compile,
    refer,
    opaque: (reason) => opaque(reason, place),
    format: (name) => formatNode(space, formats, name, place),
  });

  const opaque = (reason: string, place: string): Node =>
    space.opaque({
      types: ANY,
      positive: true,
      name: `${place} ${reason}`,
      reason,
      place,
      test: undefined,
      samples: [],
    });

  return { compile, compileKeyword };
}

/** JSON Schema Validation §7.2.1: a format that is not known asks nothing. */
function formatNode(
  space: Space,
  formats: Readonly<Record<string, Format>>,
  name: string,
  place: string,
): Node {
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (format === undefined) return space.everything;
  const { type, test, samples = [] } = format;
  return space.opaque({
    types: type === "string" ? STRING : NUMBER,
    positive: true,
    name: `format ${name}`,
    reason: `the format ${name} can only be asked of single values`,
    place,
    test,
    samples,
  });
}
