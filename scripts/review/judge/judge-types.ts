import type { SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import { readKeyword } from "../keywords/index.js";
import type { TypeVerdict } from "../types/check-types.js";
import type { Level } from "./levels.js";

type Evidence = {
  readonly use: SchemaUse;
  readonly changes: readonly SchemaChange[];
  readonly types: TypeVerdict | undefined;
};

export type TypeLevel = { readonly types: Level; readonly compiler: string | undefined };

const PATCH: TypeLevel = { types: "patch", compiler: undefined };

/** What a change of a schema means for whoever compiles against the new types. */
export function judgeTypes(change: SchemaChange, { types, use, changes }: Evidence): TypeLevel {
  if (losesName(change)) {
    const compiler = `\`${String(change.name)}\` is no longer a property of the type`;
    return { types: "major", compiler };
  }
  if (types === undefined || change.kind === "rewrite") return PATCH;
  const reason = types.at.get(change);
  if (types.broken !== undefined && (reason !== undefined || isBlamed(change, types, changes)))
    return { types: "major", compiler: `${reason ?? types.broken} — ${types.example}` };
  const isNew = change.kind === "property" || (change.keyword === "deprecated" && change.now === true);
  const isMore = types.isWider && isShown(change) && use.part.kind !== "component";
  return isNew || isMore ? { types: "minor", compiler: undefined } : PATCH;
}

function losesName({ kind, was, now, base }: SchemaChange): boolean {
  return kind === "property" && was === true && now === false && base !== undefined && base.value !== false;
}

function isShown({ keyword }: SchemaChange): boolean {
  return readKeyword(keyword).inTypes === "shown";
}

/** The compiler names one reason for the whole: it is the likeliest change's, when no spot could be asked. */
function isBlamed(change: SchemaChange, types: TypeVerdict, changes: readonly SchemaChange[]): boolean {
  if (types.at.size > 0) return false;
  const weights = changes.map((each) => weigh(each, types.broken ?? ""));
  return weigh(change, types.broken ?? "") === Math.max(...weights);
}

function weigh(change: SchemaChange, reason: string): number {
  const { keyword, comparison, path, kind } = change;
  const isNamed = path.at(-1) !== undefined && reason.includes(`'${String(path.at(-1))}'`);
  const isAbout = keyword === "required" && /missing|required|optional|undefined/.test(reason);
  return (
    (isNamed ? 8 : 0) +
    (isAbout ? 2 : 0) +
    (isShown(change) ? 4 : 0) +
    (kind === "annotation" ? -2 : 1) +
    (comparison === "same" ? 0 : 1)
  );
}
