// The document as the reference page shows it: with samples for every operation and the errors of each, and a first
// view that says how the client is installed and what it can do.

import { memberOf, type Place } from "../json/place.js";
import { isRecord, type JsonRecord } from "../json/pointer.js";
import { readText } from "../spec/fields.js";
import { listOperations, type Operation } from "../spec/operations.js";
import { listErrors } from "./errors.js";
import { writeOverview } from "./overview.js";
import { writeCurl } from "./samples/curl-sample.js";
import { sampleRequest } from "./samples/request-sample.js";
import { createValueMaker, type MakeValue } from "./samples/sample-value.js";
import { writeTypeScript, type Package } from "./samples/typescript-sample.js";

/** The text of a bundled document, with what the page shows beside it. */
export function describeDocument(root: JsonRecord, client: Package): string {
  const operations = [...listOperations({ root })].filter(({ kind }) => kind === "path");
  const makeValue = createValueMaker(root);
  const described = new Map<unknown, JsonRecord>(
    operations.map((operation) => [operation.place.value, describeOperation(operation, makeValue, client)]),
  );
  const { info } = root;
  described.set(info, {
    ...(isRecord(info) ? info : {}),
    description: writeOverview({ document: { root }, pointer: "/info", value: info }, operations, client),
  });
  return JSON.stringify(root, (_key, value: unknown) => described.get(value) ?? value);
}

function describeOperation(operation: Operation, makeValue: MakeValue, client: Package): JsonRecord {
  const { place } = operation;
  const written = isRecord(place.value) ? place.value : {};
  return {
    ...written,
    description: [readText(place, "description") ?? "", listErrors(operation)].filter(Boolean).join("\n\n"),
    "x-codeSamples": hasSamples(place)
      ? written["x-codeSamples"]
      : writeSamples(operation, makeValue, client),
  };
}

/** What its author wrote stays. */
function hasSamples(operation: Place): boolean {
  const samples = memberOf(operation, "x-codeSamples")?.value;
  return Array.isArray(samples) && samples.length > 0;
}

function writeSamples(operation: Operation, makeValue: MakeValue, client: Package): readonly JsonRecord[] {
  const sample = sampleRequest(operation, makeValue);
  return [
    { lang: "TypeScript", label: "TypeScript", source: writeTypeScript(sample, client) },
    { lang: "Shell", label: "curl", source: writeCurl(sample, client.keyVariable) },
  ];
}
