/** Documents in which one change has not been made, beside those of a session. */
import type { Address, Session } from "../../../inclusion/index.js";
import type { Direction } from "../../../json/direction.js";
import type { SchemaChange } from "../../differ/schemas/index.js";
import type { Document } from "../../document/document.js";
import { uriOf } from "../inclusion.js";
import { readSchema } from "../view.js";
import { findEdit, writeEdit } from "./revert.js";

export type Variants = {
  /** The URI of a side that takes values, with the other side's words for a change; undefined where that cannot be written. */
  readonly vary: (document: Document, direction: Direction, change: SchemaChange) => string | undefined;
  /** A schema of its own that may refer to a document of the session. */
  readonly add: (beside: string, schema: unknown) => Address;
};

export function createVariants(session: Session): Variants {
  const known = new Map<string, string | undefined>();
  let count = 0;
  const nameNext = (): string => `review:///added/${count++}`;
  const write = (document: Document, direction: Direction, change: SchemaChange): string | undefined => {
    const edit = findEdit(change, document.side);
    if (edit === undefined) return undefined;
    const uri = nameNext();
    const changed = writeEdit(document, edit);
    session.add({
      uri,
      root: changed.root,
      beside: uriOf(document.side, "taken", direction),
      view: readSchema(changed, { role: "taken", direction }),
      changed: edit.pointer,
    });
    return uri;
  };
  return {
    vary: (document, direction, change) => {
      const key = [document.side, direction, nameAtPlaces(change)].join("\n");
      const uri = known.has(key) ? known.get(key) : write(document, direction, change);
      known.set(key, uri);
      return uri;
    },
    add: (beside, root) => {
      const uri = nameNext();
      session.add({ uri, root, beside });
      return { document: uri, pointer: "" };
    },
  };
}

/** Equal for what is written at the same places of both documents. */
function nameAtPlaces({ kind, keyword, name, base, head, around }: SchemaChange): string {
  const places = [base, head, around.base, around.head].map((place) => place?.pointer);
  return JSON.stringify([kind, keyword, name, places]);
}
