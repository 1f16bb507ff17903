import type { Evaluate } from "../algebra/evaluate.js";
import type { Negate } from "../algebra/negate.js";
import type { Restrict } from "../algebra/restrict.js";
import type { Node } from "../node/node.js";
import type { Space } from "../node/space.js";
import type { Spot } from "./spot.js";

/** A keyword of JSON Schema 2020-12, and what it asks of a value. */
export type Keyword = {
  /** What its value holds, where that is schemas. */
  readonly holds?: "schema" | "list" | "map";
  /** Absent where another keyword speaks for it. undefined: the value is none that the keyword can have. */
  readonly build?: (value: unknown, context: Context) => Node | undefined;
};

export type KeywordRows = Readonly<Record<string, Keyword>>;

/** What a keyword may ask for while it is built. */
export type Context = {
  readonly space: Space;
  readonly not: Negate;
  readonly restrict: Restrict;
  readonly evaluate: Evaluate;
  /** The schema that has the keyword. */
  readonly spot: Spot;
  readonly compile: (spot: Spot) => Node;
  /** A node that is read when it is asked for, so that recursion ends. */
  readonly refer: (spot: Spot) => Node;
  /** What nobody can decide, with the reason. */
  readonly opaque: (reason: string) => Node;
  /** What `format` asks for. */
  readonly format: (name: string) => Node;
};

export function isCount(value: unknown): value is number {
  return typeof value === "number" && value >= 0;
}

/** JSON Schema Validation §6: a list of names. */
export function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}
