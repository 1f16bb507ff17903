import type { Direction } from "../json/direction.js";
import { compile, type Root } from "../jsonschema/index.js";
import { readDialect } from "../spec/dialect.js";
import { emitValidators } from "./emit.js";
import type { JsonRecord } from "../json/pointer.js";
import { createNaming } from "../json/naming.js";
import type { JudgePattern } from "./lint.js";
import type { PointedProblem } from "./problem.js";
import { readRuntime } from "./runtime.js";
import { findSchemaPlaces, type SchemaPlace } from "./schema-places.js";

export type Validators = {
  /** The text of validators.ts, not yet formatted. */
  readonly text: string;
  /** The files that it imports, copied beside it. */
  readonly runtime: ReadonlyMap<string, string>;
  readonly problems: readonly PointedProblem[];
  /** `X` of `isX` and `validateX` for the schema at a pointer of the bundled document. */
  readonly nameOf: (pointer: string, direction: Direction) => string | undefined;
};

/** Nothing is fetched from it: it gives the document an address, as references need one to start from. */
const DOCUMENT = "openapi:/document";

export type ValidatorOptions = {
  readonly formats: "annotate" | "assert";
  readonly judge?: JudgePattern;
  /** Components whose types are those of another in one direction, by `pointer direction`. */
  readonly variants?: ReadonlyMap<string, string>;
};

/** Compiles every schema of a bundled document that a caller may meet. */
export async function generateValidators(
  document: JsonRecord,
  { formats, judge, variants = new Map() }: ValidatorOptions,
): Promise<Validators> {
  const unique = createNaming();
  const places = findSchemaPlaces(document, variants).map((place) => ({
    ...place,
    name: unique(place.name),
  }));
  const { translate, foreignKeywords } = readDialect(document);
  const module = await compile({
    roots: places.map(toRoot),
    documents: new Map([[DOCUMENT, document]]),
    main: DOCUMENT,
    dialect: translate,
    foreignKeywords,
    // The project's own document has a rule of the linter for it.
    unsafePatterns: "annotate",
    formats,
    judge: judge && (async (patterns) => new Map(patterns.map((pattern) => [pattern, judge(pattern)]))),
  });
  const names = new Map(places.map((place) => [idOf(place), module.aliases.get(place.name) ?? place.name]));
  const types = places
    .filter(({ name }) => !module.aliases.has(name))
    .map(({ name, type, description }) => ({ name, type, description }));
  return {
    text: emitValidators({ ...module, types }),
    runtime: readRuntime(formats),
    problems: module.problems,
    nameOf: (pointer, direction) =>
      names.get(idOf({ pointer, direction })) ?? names.get(idOf({ pointer, direction: undefined })),
  };
}

function idOf({ pointer, direction }: Pick<SchemaPlace, "pointer" | "direction">): string {
  return `${pointer} ${direction ?? ""}`;
}

function toRoot({ name, pointer, direction }: SchemaPlace): Root {
  return { name, document: DOCUMENT, pointer, direction };
}
