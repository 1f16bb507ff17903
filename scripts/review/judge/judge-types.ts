import type { SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import { readKeyword } from "../keywords/index.js";
import type { TypeVerdict } from "../types/index.js";
import type { Level } from "./levels.js";

type Evidence = { readonly use: SchemaUse; readonly types: TypeVerdict | undefined };

export type TypeLevel = { readonly types: Level; readonly compiler: string | undefined };

/** What a change of a schema means for whoever compiles against the new types. */
export function judgeTypes(change: SchemaChange, { types, use }: Evidence): TypeLevel {
  const compiler = types?.losses.get(change);
  if (compiler !== undefined) return { types: "major", compiler };
  const isNew = change.kind === "property" && types !== undefined;
  const isMore = types?.isWider === true && isShown(change) && use.part.kind !== "component";
  const isMinor = isNew || isMore || (change.keyword === "deprecated" && change.now === true);
  return { types: isMinor ? "minor" : "patch", compiler: undefined };
}

function isShown({ kind, keyword }: SchemaChange): boolean {
  return kind !== "rewrite" && readKeyword(keyword).inTypes === "shown";
}
