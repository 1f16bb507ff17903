import type { Place as JsonPlace } from "../../json/place.js";
import type { JsonRecord } from "../../json/pointer.js";
import { readDialect, type Dialect } from "../../spec/dialect.js";

/**
 * The documents under review: where each side comes from, that it is valid, and what later rooms read of it. A review
 * has two sides: base is what callers have, head is what they will have.
 */
export type Sides<T> = { readonly base: T; readonly head: T };

export type SideName = keyof Sides<unknown>;

/** A bundled document as the review reads it. */
export type Document = {
  readonly side: SideName;
  readonly root: JsonRecord;
  /** What its version of OpenAPI means by the keywords of a schema. */
  readonly dialect: Dialect;
  /** Places that are written alike at the same pointer of the other document, or are not, as far as was looked. */
  readonly alike: Map<string, boolean>;
  /** Canonical forms that have been worked out, by direction and node. */
  readonly forms: Map<string, string | undefined>;
};

/** A spot in one of the two documents. */
export type Place = JsonPlace<Document>;

export function readDocument(root: JsonRecord, side: SideName): Document {
  return {
    side,
    root,
    dialect: readDialect(root),
    forms: new Map(),
    alike: new Map(),
  };
}
