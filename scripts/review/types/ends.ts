import type { Response } from "../../spec/responses.js";
import { matchMediaType } from "../../spec/media-type.js";
import { identifyParameter } from "../../spec/parameters.js";
import type { SchemaUse } from "../differ/facts.js";
import type { MessagePart } from "../differ/message.js";
import type { Document, Sides } from "../document/document.js";
import type { Operation } from "../document/operations.js";
import { quoteKey } from "./code.js";

/** Names of the modules that hold the types of base and of head. */
export const MODULES = { base: "Base", head: "Head" } as const satisfies Sides<string>;

/** The type that schema.ts gives to a schema in use, as an expression for each side; undefined where it gives none. */
export function writeEnds({ operation, part }: SchemaUse): Sides<string> | undefined {
  const { base, head } = operation;
  if (part.kind === "component") {
    const type = `components["schemas"][${quoteKey(part.name)}]`;
    return { base: `Base.${type}`, head: `Head.${type}` };
  }
  if (base === undefined || head === undefined || base.kind === "callback") return undefined;
  const [old, now] = [writeMember(MODULES.base, base, part), writeMember(MODULES.head, head, part)];
  return old === undefined || now === undefined ? undefined : { base: old, head: now };
}

export function writeOperation(module: string, { kind, path, method }: Operation): string {
  return `${module}.${kind === "webhook" ? "webhooks" : "paths"}[${quoteKey(path)}][${quoteKey(method.toLowerCase())}]`;
}

export function writeResponse(module: string, operation: Operation, status: string): string {
  return `${writeOperation(module, operation)}["responses"][${quoteKey(status)}]`;
}

type Part = Exclude<MessagePart, { kind: "component" }>;

function writeMember(module: string, operation: Operation, part: Part): string | undefined {
  const whole = writeOperation(module, operation);
  if (part.kind === "body") {
    const mediaType = findMediaType(part.mediaType, operation.body?.content);
    return mediaType && `NonNullable<${whole}["requestBody"]>["content"][${quoteKey(mediaType)}]`;
  }
  if (part.kind === "parameter") {
    const name = findParameter(operation, part);
    return (
      name && `NonNullable<NonNullable<${whole}["parameters"][${quoteKey(part.in)}]>[${quoteKey(name)}]>`
    );
  }
  const response = findResponse(operation, part.status);
  if (response === undefined) return undefined;
  const own = writeResponse(module, operation, response.status);
  if (part.kind === "header") {
    const header = response.headers.find(({ name }) => name.toLowerCase() === part.name.toLowerCase());
    return header && `NonNullable<${own}["headers"][${quoteKey(header.name)}]>`;
  }
  const mediaType = findMediaType(part.mediaType, response.content);
  return mediaType && `NonNullable<${own}["content"]>[${quoteKey(mediaType)}]`;
}

/** Two documents may write one media type differently. */
function findMediaType(
  wanted: string,
  content: readonly { readonly mediaType: string }[] = [],
): string | undefined {
  const types = content.map(({ mediaType }) => mediaType);
  return types.includes(wanted) ? wanted : matchMediaType(wanted, types);
}

/** A parameter of the path may be called differently. */
function findParameter(operation: Operation, part: Extract<Part, { kind: "parameter" }>): string | undefined {
  const own = [...operation.parameters.values()].filter((parameter) => parameter.in === part.in);
  const named = own.find((parameter) => identifyParameter(parameter) === identifyParameter(part));
  return (named ?? (own.length === 1 ? own[0] : undefined))?.name;
}

/** A status that is not named falls to its range or `default`. */
export function findResponse({ responses }: Operation, status: string): Response<Document> | undefined {
  return responses.get(status) ?? responses.get(`${status.slice(0, 1)}XX`) ?? responses.get("default");
}
