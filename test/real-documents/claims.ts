// Values of a document's schemas, with what validators say of each.

import fc from "fast-check";
import { findSchemaPlaces, type SchemaPlace } from "../../scripts/pipeline/schema-places.js";
import type { JsonRecord } from "../../scripts/json/pointer.js";
import { compile } from "../../scripts/jsonschema/index.js";
import { emitValidators } from "../../scripts/pipeline/emit.js";
import type { Compiled } from "../../scripts/pipeline/run.js";
import { readDialect } from "../../scripts/spec/dialect.js";
import { importValidators, type Validate } from "../jsonschema/compiled.js";
import { strengthen, weaken, weakenNames } from "./exceptions.js";
import { loadValidators } from "./generated.js";
import { mutantsOf, UNKNOWN_NAME } from "./mutants.js";
import { valuesOf } from "./values.js";

/** A value that its type must take, or must not. */
export type Claim = {
  /** The type, as validators.ts exports it. */
  readonly type: string;
  readonly value: unknown;
  readonly isValue: boolean;
  /** Whether it may have names that the schema does not: a literal with them is refused where it meets an open type. */
  readonly isMutant: boolean;
};

/** How much is looked at. */
export type Sample = { readonly seed: number; readonly schemas: number; readonly values: number };

/** @param folder where the document was generated. */
export async function findClaims(
  { bundled, validators }: Compiled,
  folder: string,
  { seed, schemas, values }: Sample,
): Promise<readonly Claim[]> {
  const found = findSchemaPlaces(bundled).filter(({ type }) => type !== "unknown");
  const directed = new Set(found.filter(({ direction }) => direction).map(({ pointer }) => pointer));
  // Both are found by the one pointer, and a component that is sent has the more to show.
  const typed = found.filter(({ pointer, direction }) => direction || !directed.has(pointer));
  const size = Math.min(schemas, typed.length);
  const [places = []] = fc.sample(fc.shuffledSubarray(typed, { minLength: size, maxLength: size }), {
    seed,
    numRuns: 1,
  });
  const [exact, weaker, closed, stronger] = await Promise.all([
    loadValidators(folder),
    ...[weaken, weakenNames, strengthen].map((change) => compilePlaces(change(bundled), places)),
  ]);
  return places.flatMap(({ name, pointer, direction }) => {
    const type = validators.nameOf(pointer, direction ?? "request") ?? "";
    const made = fc.sample(valuesOf(bundled, pointer), { seed, numRuns: values });
    const mutants = made.flatMap((value) => fc.sample(mutantsOf(value), { seed, numRuns: 2 }));
    return [...made, ...mutants].flatMap((value, index) => {
      const accepts = (judge: Validate | undefined): boolean => judge?.(value).length === 0;
      const isValue = accepts(exact[`validate${type}`]) && accepts(stronger?.(name));
      const isForbidden = closed?.(name)?.(value).some(({ path }) => path.at(-1) === UNKNOWN_NAME) === true;
      return isValue || isForbidden || !accepts(weaker?.(name))
        ? [{ type, value, isValue, isMutant: index >= made.length }]
        : [];
    });
  });
}

/** The validator of each place in another version of its document, by the place's name. */
async function compilePlaces(
  root: JsonRecord,
  places: readonly SchemaPlace[],
): Promise<(name: string) => Validate | undefined> {
  const { translate, foreignKeywords } = readDialect(root);
  const module = await compile({
    roots: places.map(({ name, pointer, direction }) => ({ name, document: DOCUMENT, pointer, direction })),
    documents: new Map([[DOCUMENT, root]]),
    main: DOCUMENT,
    dialect: translate,
    foreignKeywords,
    unsafePatterns: "annotate",
    formats: "annotate",
  });
  const types = places.map(({ name }) => ({ name, type: "unknown", description: "" }));
  const validators = await importValidators(emitValidators({ ...module, types }));
  return (name) => validators[`validate${module.aliases.get(name) ?? name}`];
}

const DOCUMENT = "openapi:/document";
