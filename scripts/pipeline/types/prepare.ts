// What openapi-typescript is given: the same document, in words that it writes as the types that they mean.

import { follow, placeAt } from "../../json/place.js";
import { isRecord, localPointer, readMember, type JsonRecord } from "../../json/pointer.js";
import { readDialect } from "../../spec/dialect.js";
import { isIgnoredHeader } from "../../spec/parameters.js";
import { mapParts, type Kind } from "../../spec/structure.js";
import { createResolve } from "./conjunction.js";
import { liftDeepTargets } from "./deep-references.js";
import { describeLimits } from "./describe-limits.js";
import { splitDirections } from "./directions.js";
import { escapeKeys } from "./escape-keys.js";
import { inlineReferences } from "./inline-references.js";
import { annotationsOf } from "./keywords.js";
import { normalizeSchema } from "./normalize.js";
import { openCycles } from "./open-cycles.js";
import { resolveAnchors } from "./resolve-anchors.js";

export type Prepared = {
  readonly root: JsonRecord;
  /** The component that stands for another in one direction, by `pointer direction`. */
  readonly variants: ReadonlyMap<string, string>;
  /** What is to be done to the text of the types. */
  readonly restore: (text: string) => string;
};

/** @param document is used up. */
export function prepareForTypes(document: JsonRecord): Prepared {
  resolveAnchors(document);
  const { root, variants } = splitDirections(liftDeepTargets(readObjects(inlineReferences(document))));
  const resolve = createResolve(root);
  const normal = mapParts(root, (value, kind) =>
    kind === "schema" ? normalizeSchema(value, resolve) : value,
  );
  return { ...escapeKeys(openCycles(normal)), variants };
}

/** Schemas in the keywords of 2020-12, with their limits in words; lists of parameters without what is ignored. */
function readObjects(root: JsonRecord): JsonRecord {
  const { translate } = readDialect(root);
  return mapParts(root, (value: JsonRecord, kind: Kind) => {
    if (kind === "schema") return describeLimits(withAnnotations(translate(value), value));
    const { parameters } = value;
    if ((kind !== "operation" && kind !== "pathItem") || !Array.isArray(parameters)) return value;
    return { ...value, parameters: parameters.filter((parameter) => isRead(parameter, root)) };
  });
}

/** A translation has what it needs to be a schema; what only describes is for the reader. */
function withAnnotations(translated: JsonRecord, schema: JsonRecord): JsonRecord {
  return translated === schema ? schema : { ...annotationsOf(schema), ...translated };
}

function isRead(parameter: unknown, root: JsonRecord): boolean {
  const { $ref } = isRecord(parameter) ? parameter : {};
  const target =
    typeof $ref === "string" ? follow(placeAt({ root }, localPointer($ref) ?? "")).value : parameter;
  return !isIgnoredHeader(String(readMember(target, "in")), String(readMember(target, "name")));
}
