import type { Decimal } from "./decimal.js";
import type { Types } from "./types.js";

/**
 * A schema as an expression. Nodes are made by a Space alone, once for each meaning that is seen at sight: the same
 * node is the same meaning.
 */
export type Node = Everything | Nothing | TypeSet | Values | Junction | Reference | Opaque | Atom;

type Made = { readonly id: number };

export type Everything = Made & { readonly kind: "everything" };
export type Nothing = Made & { readonly kind: "nothing" };

/** The values of some types, neither none nor all of them. */
export type TypeSet = Made & { readonly kind: "types"; readonly types: Types };

/** One of the values, or none of them; by canonical text. */
export type Values = Made & {
  readonly kind: "one-of" | "none-of";
  readonly values: ReadonlyMap<string, unknown>;
};

/** Flat: no operand is a junction of the same kind. */
export type Junction = Made & { readonly kind: "and" | "or"; readonly operands: readonly Node[] };

/** Where a schema stands: the URI of its document, and a JSON Pointer. */
export type Address = { readonly document: string; readonly pointer: string };

/** A schema that is read when it is asked for; `positive` or its denial. Equal keys are equal schemas. */
export type Reference = Made & {
  readonly kind: "reference";
  readonly key: string;
  readonly positive: boolean;
  readonly place: Address;
  readonly read: () => Node;
};

/** What cannot be decided, of values of some types; cancels against its own denial. */
export type Opaque = Made & {
  readonly kind: "opaque";
  readonly types: Types;
  readonly positive: boolean;
  readonly name: string;
  /** Why, in words. */
  readonly reason: string;
  /** The schema that is at fault. */
  readonly place: Address;
  /** Whether a value of these types holds, where that can be found out for a single value. */
  readonly test: ((value: unknown) => boolean | undefined) | undefined;
  /** Values that may hold. */
  readonly samples: readonly unknown[];
};

/** A statement about values of one type, the guard; it holds for every value of another type. */
export type Atom = NumberAtom | StringAtom | ArrayAtom | ObjectAtom;

export type NumberAtom = Made & {
  readonly kind:
    "minimum" | "exclusive-minimum" | "maximum" | "exclusive-maximum" | "multiple" | "not-multiple";
  readonly limit: Decimal;
};

/** Lengths are counted in code points. */
export type StringAtom =
  | (Made & { readonly kind: "min-length" | "max-length"; readonly count: number })
  | (Made & { readonly kind: "pattern" | "not-pattern"; readonly pattern: string });

export type ArrayAtom =
  | (Made & { readonly kind: "min-items" | "max-items"; readonly count: number })
  | (Made & { readonly kind: "unique" | "not-unique" })
  | EachItem
  | CountItems;

/** Every item from an index up to another, which is left out, holds. */
export type EachItem = Made & {
  readonly kind: "each-item";
  readonly from: number;
  readonly to: number;
  readonly item: Node;
};

/** At least or at most so many items, from an index on, hold. */
export type CountItems = Made & {
  readonly kind: "count-at-least" | "count-at-most";
  readonly from: number;
  readonly count: number;
  readonly item: Node;
};

export type ObjectAtom =
  | (Made & { readonly kind: "min-properties" | "max-properties"; readonly count: number })
  | (Made & { readonly kind: "required"; readonly name: string })
  | Properties;

/** The value of each property, or of some property, whose name holds (as a string) holds. */
export type Properties = Made & {
  readonly kind: "each-property" | "some-property";
  readonly names: Node;
  readonly value: Node;
};
