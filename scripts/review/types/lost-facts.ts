import type { Fact } from "../differ/facts.js";
import { splitPointer } from "../../json/pointer.js";
import type { Response } from "../../spec/responses.js";
import type { Document, Place } from "../document/document.js";
import type { Operation } from "../document/operations.js";
import { quoteKey, writeAssignment, writeOnly, writeRead } from "./code.js";
import { findResponse, MODULES, writeOperation, writeResponse } from "./ends.js";

type Ends = { readonly base: Operation; readonly head: Operation };

/** A line that callers of base may have written, and that a change outside of schemas breaks; undefined for none. */
export function writeLostLine(fact: Fact): string | undefined {
  const { thing, change, operation, base: place } = fact;
  const { base, head } = operation;
  if (thing === "component") return change === "removed" ? readComponent(fact) : undefined;
  if (base === undefined || base.kind === "callback") return undefined;
  if (thing === "operation" && change === "removed") return readRemoved(base);
  if (thing === "webhook" && change === "removed") return writeRead("Head.webhooks", base.path);
  if (thing === "operation" && change === "renamed")
    return base.operationId && writeRead("Head.operations", base.operationId);
  if (thing === "path" && change === "prefix") return undefined;
  if (thing === "path") return writeRead("Head.paths", base.path);
  if (head === undefined) return undefined;
  const line =
    change === "required" || change === "optional" || change === "added"
      ? writeUse(fact, { base, head })
      : undefined;
  return line ?? (place === undefined ? undefined : readMember(fact, place, { base, head }));
}

function readComponent({ keyword, base }: Fact): string | undefined {
  const name = splitPointer(base?.pointer ?? "").at(-1);
  return name === undefined ? undefined : writeRead(`Head.components[${quoteKey(keyword)}]`, name);
}

function readRemoved({ path, method, operationId }: Operation): string {
  if (operationId !== undefined) return writeRead("Head.operations", operationId);
  return `((v: Head.paths) => v[${quoteKey(path)}].${method.toLowerCase()}.responses);`;
}

/** What is given or got as a whole, where a part of it has to be there or may be missing. */
function writeUse({ thing, direction }: Fact, { base, head }: Ends): string | undefined {
  const part = thing === "body" ? "requestBody" : thing === "parameter" ? "parameters" : undefined;
  if (part === undefined) return undefined;
  const old = writeOnly(writeOperation(MODULES.base, base), part);
  const now = writeOnly(writeOperation(MODULES.head, head), part);
  return direction === "request" ? writeAssignment(old, now) : writeAssignment(now, old);
}

/** Reads a part of an operation that had a name. */
function readMember({ thing, change }: Fact, place: Place, { base, head }: Ends): string | undefined {
  const whole = writeOperation(MODULES.head, head);
  if (thing === "body")
    return change === "removed" ? writeRead(`${whole}["requestBody"]`, "content") : undefined;
  if (thing === "parameter") {
    const own = [...base.parameters.values()].find((each) => isAt(each, place));
    return own && writeRead(`${whole}["parameters"][${quoteKey(own.in)}]`, own.name);
  }
  if (thing === "request media type") {
    const own = base.body?.content.find((each) => isAt(each, place));
    return own && writeRead(`NonNullable<${whole}["requestBody"]>["content"]`, own.mediaType);
  }
  if (thing === "success" || thing === "failure" || thing === "covered response") {
    const own = [...base.responses.values()].find(({ entry }) => entry.pointer === place.pointer);
    return own && change === "removed" ? writeRead(`${whole}["responses"]`, own.status) : undefined;
  }
  if (thing === "response media type") return readInResponses(readMediaType, place, { base, head });
  return thing === "header" ? readInResponses(readHeader, place, { base, head }) : undefined;
}

type Read = (response: Response<Document>, place: Place, ends: Ends) => string | undefined;

/** Of each response that has the thing: several may be one component. */
function readInResponses(read: Read, place: Place, ends: Ends): string | undefined {
  const lines = [...ends.base.responses.values()].flatMap((response) => read(response, place, ends) ?? []);
  return lines.length === 0 ? undefined : lines.join(" ");
}

function readMediaType(
  { status, content }: Response<Document>,
  place: Place,
  { head }: Ends,
): string | undefined {
  const now = findResponse(head, status);
  const own = content.find((each) => isAt(each, place));
  if (now === undefined || own === undefined) return undefined;
  return writeRead(`${writeResponse(MODULES.head, head, now.status)}["content"]`, own.mediaType);
}

/** Every response may have further headers, of which nothing is known. */
function readHeader(
  { status, headers }: Response<Document>,
  place: Place,
  { base, head }: Ends,
): string | undefined {
  const now = findResponse(head, status);
  const own = headers.find((each) => isAt(each, place));
  if (now === undefined || own === undefined) return undefined;
  const [from, to] = [
    writeResponse(MODULES.head, head, now.status),
    writeResponse(MODULES.base, base, status),
  ];
  return writeAssignment(writeOnly(`${from}["headers"]`, own.name), writeOnly(`${to}["headers"]`, own.name));
}

/** A fact stands where the thing is, where it is listed, or at one of its fields. */
function isAt(
  { place, entry }: { readonly place: Place; readonly entry?: Place },
  { pointer }: Place,
): boolean {
  return [place, entry].some(
    (each) => each !== undefined && (each.pointer === pointer || pointer.startsWith(`${each.pointer}/`)),
  );
}
