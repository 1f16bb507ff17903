// Where a document comes from, and how its files are read, parsed and linted. Only redocly.ts knows the library.

import { isRecord } from "../../json/pointer.js";
import { describeUnreadVersion } from "../../spec/dialect.js";
import type { Problem } from "../problem.js";
import type { DocumentSource } from "./document-source.js";
import { findPosition, openDocument, openReferences, type OpenDocument } from "./redocly.js";

export type { DocumentSource } from "./document-source.js";

/** Reads and parses the files; a problem when the first is no OpenAPI document, or of a version that is not read. */
export async function loadDocument(source: DocumentSource): Promise<OpenDocument | Problem> {
  const document = await openDocument(source.entry, source.read);
  if (!("entry" in document)) return document;
  const misfit = findMisfit(document.entry.parsed);
  if (misfit === undefined) {
    await openReferences(document);
    return document;
  }
  const file = document.entry.source.absoluteRef;
  const position = findPosition(document, { file, pointer: misfit.pointer }, "key");
  return { severity: "error", rule: "load", message: misfit.message, ...position };
}

type Misfit = { readonly message: string; readonly pointer: string };

function findMisfit(parsed: unknown): Misfit | undefined {
  if (parsed === undefined || parsed === null) return { message: "The file is empty", pointer: "" };
  if (!isRecord(parsed)) {
    const kind = Array.isArray(parsed) ? "an array" : `a ${typeof parsed}`;
    return { message: `An OpenAPI document is an object, and this file holds ${kind}`, pointer: "" };
  }
  return findVersionMisfit(parsed);
}

function findVersionMisfit(parsed: Readonly<Record<string, unknown>>): Misfit | undefined {
  const { openapi, swagger } = parsed;
  if (openapi === undefined && swagger !== undefined) {
    return {
      message: "OpenAPI 2.0 (Swagger) is not supported: convert the document to 3.0 or 3.1",
      pointer: "/swagger",
    };
  }
  if (openapi === undefined) {
    return { message: "This is not an OpenAPI document: it has no field `openapi`", pointer: "" };
  }
  if (typeof openapi !== "string") {
    return {
      message: 'The field `openapi` must be a string such as "3.1.0"; put the version in quotes',
      pointer: "/openapi",
    };
  }
  const message = describeUnreadVersion(openapi);
  return message === undefined ? undefined : { message, pointer: "/openapi" };
}
