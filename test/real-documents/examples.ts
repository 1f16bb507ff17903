import { follow, placeAt } from "../../scripts/json/place.js";
import { appendPointer, isRecord } from "../../scripts/json/pointer.js";
import type { BundledDocument } from "../../scripts/pipeline/run.js";

/** A value that a document gives as an example, with the schema that it is an example of. */
export type Example = {
  readonly pointer: string;
  readonly schema: string;
  readonly direction: "request" | "response";
  readonly value: unknown;
};

/** Examples of media types, parameters and components; those of a property say nothing of its neighbours. */
export function findExamples(document: BundledDocument): readonly Example[] {
  return [...search(document, document, "", "request")];
}

type Direction = Example["direction"];

function* search(
  document: BundledDocument,
  value: unknown,
  pointer: string,
  direction: Direction,
): Generator<Example> {
  if (pointer === "/components/schemas") return yield* ofComponents(document, value, pointer);
  if (typeof value !== "object" || value === null) return;
  if (isRecord(value) && isRecord(value["schema"])) {
    const schema = appendPointer(pointer, "schema");
    for (const found of given(document, value, pointer)) yield { ...found, schema, direction };
  }
  for (const [key, member] of Object.entries(value)) {
    if (OPAQUE.has(key) || key.startsWith("x-")) continue;
    yield* search(document, member, appendPointer(pointer, key), turn(direction, key, pointer));
  }
}

/** What holds schemas and examples themselves. */
const OPAQUE = new Set(["schema", "example", "examples"]);

/** Responses run against requests; a webhook and a callback run against the operations around them. */
function turn(direction: Direction, key: string, pointer: string): Direction {
  const isTurn = key === "responses" || key === "callbacks" || (key === "webhooks" && pointer === "");
  if (!isTurn) return direction;
  return direction === "request" ? "response" : "request";
}

function* ofComponents(document: BundledDocument, schemas: unknown, pointer: string): Generator<Example> {
  for (const [key, component] of Object.entries(isRecord(schemas) ? schemas : {})) {
    const schema = appendPointer(pointer, key);
    if (!isRecord(component)) continue;
    for (const found of given(document, component, schema)) yield { ...found, schema, direction: "request" };
  }
}

/** Of `examples`, a schema has a list of values and everything else a map of Example Objects (OpenAPI 3.1 §4.8.19). */
function* given(
  document: BundledDocument,
  owner: Readonly<Record<string, unknown>>,
  pointer: string,
): Generator<Pick<Example, "pointer" | "value">> {
  if (owner["example"] !== undefined) yield { pointer: `${pointer}/example`, value: owner["example"] };
  const { examples } = owner;
  for (const [key, member] of Object.entries(isRecord(examples) || Array.isArray(examples) ? examples : {})) {
    const place = appendPointer(`${pointer}/examples`, key);
    if (Array.isArray(examples)) yield { pointer: place, value: member };
    const { value } = follow(placeAt({ root: document }, place));
    if (isRecord(examples) && isRecord(value) && value["value"] !== undefined)
      yield { pointer: place, value: value["value"] };
  }
}
