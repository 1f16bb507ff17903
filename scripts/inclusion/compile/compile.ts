import { isRecord } from "../../json/pointer.js";
import type { Evaluate } from "../algebra/evaluate.js";
import type { Negate } from "../algebra/negate.js";
import type { Restrict } from "../algebra/restrict.js";
import type { Address, Node } from "../node/node.js";
import type { Space } from "../node/space.js";
import { ANY, NUMBER, STRING } from "../node/types.js";
import type { Context } from "./keyword.js";
import { KEYWORDS } from "./keywords.js";
import { addressOf, schemaOf, spotKey, type Spot } from "./spot.js";

/** A format that is asserted: equal names cancel, and single values may be asked. */
export type Format = {
  /** The type of value that it speaks of. */
  readonly type: "string" | "number";
  readonly test?: (value: unknown) => boolean | undefined;
  /** Values worth a try, such as some that have the format. */
  readonly samples?: readonly unknown[];
};

export type Algebra = {
  readonly space: Space;
  readonly not: Negate;
  readonly restrict: Restrict;
  readonly evaluate: Evaluate;
};

/** Schemas nested deeper are not read. */
const MAX_NESTING = 300;

/** Makes the expression of each schema once; what a reference leads to is read when it is asked for. */
export class Compiler {
  readonly #algebra: Algebra;
  readonly #classOf: (spot: Spot) => string;
  readonly #formats: Readonly<Record<string, Format>>;
  readonly #known = new Map<string, Node>();
  readonly #underWay = new Set<string>();

  /** `classOf` gives the same key for schemas that are known to mean the same. */
  constructor(algebra: Algebra, classOf: (spot: Spot) => string, formats: Readonly<Record<string, Format>>) {
    this.#algebra = algebra;
    this.#classOf = classOf;
    this.#formats = formats;
  }

  readonly compile = (spot: Spot): Node => {
    const key = spotKey(spot);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // A condition of unevaluatedProperties may lead back to the schema that has it.
    if (this.#underWay.has(key)) return this.#refer(spot);
    if (this.#underWay.size >= MAX_NESTING) return this.#opaque(spot, "schemas are nested too deeply");
    this.#underWay.add(key);
    try {
      const node = this.#build(spot);
      this.#known.set(key, node);
      return node;
    } finally {
      this.#underWay.delete(key);
    }
  };

  /** What a single keyword of a schema asks; `everything` for one that asks nothing. */
  readonly compileKeyword = (spot: Spot, keyword: string): Node => {
    const { space } = this.#algebra;
    const value = schemaOf(spot)[keyword];
    const build = KEYWORDS.get(keyword)?.build;
    if (build === undefined || value === undefined) return space.everything;
    const context: Context = {
      ...this.#algebra,
      spot,
      compile: this.compile,
      refer: this.#refer,
      opaque: (reason) => this.#opaque(spot, reason, keyword),
      format: (name) => formatNode(space, this.#formats, name, addressOf(spot, keyword)),
    };
    return build(value, context) ?? this.#opaque(spot, `${keyword} has a value that it cannot have`, keyword);
  };

  readonly #refer = (spot: Spot): Node => {
    if (typeof spot.place.value === "boolean") return this.compile(spot);
    return this.#algebra.space.reference({
      key: this.#classOf(spot),
      positive: true,
      place: addressOf(spot),
      read: () => this.compile(spot),
    });
  };

  #build(spot: Spot): Node {
    const { space } = this.#algebra;
    const { value: schema } = spot.place;
    space.spend(1);
    if (typeof schema === "boolean") return schema ? space.everything : space.nothing;
    if (!isRecord(schema)) return this.#opaque(spot, "this is not a schema");
    return space.and(...Object.keys(schema).map((keyword) => this.compileKeyword(spot, keyword)));
  }

  /** Never the same as another one: nothing is known of it. */
  #opaque(spot: Spot, reason: string, keyword?: string): Node {
    return this.#algebra.space.opaque({
      types: ANY,
      positive: true,
      name: `${spotKey(spot)} ${keyword} ${reason}`,
      reason,
      place: addressOf(spot, keyword),
      test: undefined,
      samples: [],
    });
  }
}

/** JSON Schema Validation §7.2.1: a format that is not known asks nothing. */
function formatNode(
  space: Space,
  formats: Readonly<Record<string, Format>>,
  name: string,
  place: Address,
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
