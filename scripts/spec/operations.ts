/**
 * The operations of an OpenAPI document, found in one way by everybody who asks for them. What an operation holds is
 * read by the files beside this one: parameters, content (bodies, responses, headers), servers, security.
 */
import { opposite, type Direction } from "../json/direction.js";
import { follow, memberOf, membersOf, rootOf, type JsonDocument, type Place } from "../json/place.js";
import { isRecord } from "../json/pointer.js";
import { readText } from "./fields.js";
import { METHODS, type Method } from "./methods.js";

/** Operation Object (OpenAPI 3.1 §4.8.10). References to it and to its path item have been followed. */
export type Operation<D extends JsonDocument = JsonDocument> = Owner<D> & {
  readonly method: Method;
  /** The key of its path item: a path, a webhook's name, or the expression that a callback's URL is found by. */
  readonly path: string;
  readonly operationId: string | undefined;
  /** Which way its request travels: from the caller of the API or, in webhooks and callbacks, to it. */
  readonly direction: Direction;
  readonly place: Place<D>;
  readonly pathItem: Place<D>;
};

type Owner<D extends JsonDocument> =
  | { readonly kind: "path" }
  | { readonly kind: "webhook" }
  | {
      readonly kind: "callback";
      /** Key among the callbacks of the operation that announces it. */
      readonly callback: string;
      readonly parent: Operation<D>;
    };

/** Every operation in the document's order; what it calls back comes after the operation itself. */
export function* listOperations<D extends JsonDocument>(document: D): Generator<Operation<D>> {
  const entered = new Set<string>();
  for (const operation of readPaths(document)) yield* withCallbacks(operation, entered);
  for (const operation of readWebhooks(document)) yield* withCallbacks(operation, entered);
}

/** Paths Object (§4.8.8): a path begins with a slash, and any other field is none. */
function* readPaths<D extends JsonDocument>(document: D): Generator<Operation<D>> {
  for (const [path, item] of fieldsOf(memberOf(rootOf(document), "paths"))) {
    if (path.startsWith("/")) yield* readPathItem(item, path, "request", { kind: "path" });
  }
}

/** `webhooks` of the OpenAPI Object (§4.8.1): any name is one. */
function* readWebhooks<D extends JsonDocument>(document: D): Generator<Operation<D>> {
  for (const [name, item] of fieldsOf(memberOf(rootOf(document), "webhooks"))) {
    yield* readPathItem(item, name, "response", { kind: "webhook" });
  }
}

/** Callback Object (§4.8.18). Whoever was called calls back. */
function* readCallbacks<D extends JsonDocument>(parent: Operation<D>): Generator<Operation<D>> {
  const direction = opposite(parent.direction);
  for (const [callback, place] of fieldsOf(memberOf(parent.place, "callbacks"))) {
    for (const [expression, item] of fieldsOf(place)) {
      if (expression.startsWith("x-")) continue;
      yield* readPathItem(item, expression, direction, { kind: "callback", callback, parent });
    }
  }
}

/** Path Item Object (§4.8.9). */
function* readPathItem<D extends JsonDocument>(
  written: Place<D>,
  path: string,
  direction: Direction,
  owner: Owner<D>,
): Generator<Operation<D>> {
  const pathItem = follow(written);
  for (const [field, member] of fieldsOf(pathItem)) {
    const method = METHODS.get(field);
    const place = follow(member);
    if (method === undefined || place === undefined || !isRecord(place.value)) continue;
    yield {
      ...owner,
      method,
      path,
      operationId: readText(place, "operationId"),
      direction,
      place,
      pathItem,
    };
  }
}

/** An operation that calls back may be called back itself, by itself even: its own callbacks are entered once. */
function* withCallbacks<D extends JsonDocument>(
  operation: Operation<D>,
  entered: Set<string>,
): Generator<Operation<D>> {
  yield operation;
  const id = `${operation.direction} ${operation.place.pointer}`;
  if (operation.kind === "callback" && entered.has(id)) return;
  entered.add(id);
  for (const callback of readCallbacks(operation)) yield* withCallbacks(callback, entered);
}

function fieldsOf<D extends JsonDocument>(place: Place<D> | undefined): Map<string, Place<D>> {
  return membersOf(place && follow(place));
}
