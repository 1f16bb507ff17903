import type { Place as JsonPlace } from "../../json/place.js";
import type { JsonRecord } from "../../json/pointer.js";
import { readDialect, type Dialect } from "../../spec/dialect.js";

/** A bundled document as the review reads it. */
export type Doc = {
  readonly side: "base" | "head";
  readonly root: JsonRecord;
  /** What its version of OpenAPI means by the keywords of a schema. */
  readonly dialect: Dialect;
  /** Places that are written alike at the same pointer of the other document, or are not, as far as was looked. */
  readonly alike: Map<string, boolean>;
  /** Canonical forms that have been worked out, by direction and node. */
  readonly forms: Map<string, string | undefined>;
};

/** A spot in one of the two documents. */
export type Place = JsonPlace<Doc>;

export function readDoc(root: JsonRecord, side: Doc["side"]): Doc {
  return {
    side,
    root,
    dialect: readDialect(root),
    forms: new Map(),
    alike: new Map(),
  };
}
