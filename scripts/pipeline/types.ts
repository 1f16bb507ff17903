// The parts that are needed: a third of the load time of the whole package.
import { astToString } from "openapi-typescript/dist/lib/ts.cjs";
import { resolveRef, scanDiscriminators } from "openapi-typescript/dist/lib/utils.cjs";
import transformSchema from "openapi-typescript/dist/transform/index.cjs";
import { isRecord, type JsonRecord } from "../json/pointer.js";
import { NEVER } from "./types/keywords.js";
import { prepareForTypes } from "./types/prepare.js";

type Context = Parameters<typeof transformSchema>[1];
type Schema = Parameters<typeof transformSchema>[0];

export type Types = {
  /** What openapi-typescript's own command writes of the document in other words, without its heading. */
  readonly text: string;
  /** The component that stands for another in one direction, by `pointer direction`. */
  readonly variants: ReadonlyMap<string, string>;
  /** The library's own words when it stumbles over a document that the lint took for sound. */
  readonly fault: string | undefined;
};

/**
 * The text of schema.ts. The command would lint and bundle the document again, with a linter of its own version.
 * @param text the bundled document as JSON; the library writes into what it is given, so it gets a copy.
 */
export function renderTypes(text: string): Types {
  try {
    const { root, variants, restore } = prepareForTypes(readText(text));
    return { text: restore(transform(root)), variants, fault: undefined };
  } catch (error) {
    return { text: "", variants: new Map(), fault: error instanceof Error ? error.message : String(error) };
  }
}

/** The lint has checked the structure. */
function readText(text: string): JsonRecord {
  return JSON.parse(text, replaceBooleanSchemas) as JsonRecord;
}

function transform(root: JsonRecord): string {
  // It has the structure that the library's type describes, as the lint has checked.
  const schema = root as unknown as Schema;
  const context = {
    ...DEFAULTS,
    discriminators: scanDiscriminators(schema, { silent: true }),
    injectFooter: [],
    resolve: ($ref: string) => resolveRef(schema, $ref, { silent: true }),
    // Only the command's own lint and bundle read the remaining fields.
  } as unknown as Context;
  return astToString(transformSchema(schema, context));
}

/** The library takes a boolean for a schema everywhere but among these. */
function replaceBooleanSchemas(key: string, value: unknown): unknown {
  if (key === "allOf" && Array.isArray(value)) return value.map(replaceBoolean);
  if (key !== "$defs" || !isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, replaceBoolean(schema)]));
}

function replaceBoolean(schema: unknown): unknown {
  if (typeof schema !== "boolean") return schema;
  return schema ? {} : NEVER;
}

/** The command's defaults, but that a property with a `default` may be left out. With `enum` off the library's module-level cache of enums is never used. */
const DEFAULTS = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  emptyObjectsUnknown: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
};
