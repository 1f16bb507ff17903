import { keyOf, type Operation } from "../document/operations.js";
import type { Sides } from "../document/document.js";
import { stripPath } from "../document/prefix.js";
import { spellAddresses } from "./servers.js";

type Operations = ReadonlyMap<string, Operation>;

export type Matched = {
  readonly pairs: readonly Sides<Operation>[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
};

/**
 * The same operations of two documents: of one method and path at a common address, else at a common address, where a prefix
 * moves between server and path, else of one method and path, else of one path without the prefixes of the documents.
 */
export function matchOperations({ base, head }: Sides<Operations>): Matched {
  const left = new Map(base);
  const free = new Map(head);
  const found = new Map<Operation, Operation>();
  const pair = (operation: Operation, other: Operation | undefined): void => {
    if (other === undefined || !free.has(other.key)) return;
    found.set(operation, other);
    left.delete(operation.key);
    free.delete(other.key);
  };
  const addresses = new Map(
    [...head.values()].flatMap((operation) =>
      listAddresses(operation).map((each) => [each, operation] as const),
    ),
  );
  for (const operation of base.values()) {
    const same = head.get(operation.key);
    if (same !== undefined && haveCommonAddress(operation, same)) pair(operation, same);
  }
  for (const operation of left.values())
    pair(
      operation,
      listAddresses(operation)
        .map((each) => addresses.get(each))
        .find((other) => other !== undefined && free.has(other.key)),
    );
  for (const operation of left.values()) pair(operation, free.get(operation.key));
  const stripped = new Map([...free.values()].map((operation) => [keyWithoutPrefix(operation), operation]));
  for (const operation of left.values()) pair(operation, stripped.get(keyWithoutPrefix(operation)));
  const pairs = [...base.values()].flatMap((operation) => {
    const other = found.get(operation);
    return other === undefined ? [] : [{ base: operation, head: other }];
  });
  return { pairs, removed: [...left.values()], added: [...free.values()] };
}

function keyWithoutPrefix({ key, kind, method, path, place }: Operation): string {
  return kind === "path" ? keyOf(method, stripPath(place.document, path)) : key;
}

function haveCommonAddress(base: Operation, head: Operation): boolean {
  const known = new Set(listAddresses(head));
  return listAddresses(base).some((address) => known.has(address));
}

/** What is called back has none: it is found by its method and path, whatever the servers. */
function listAddresses(operation: Operation): readonly string[] {
  if (operation.kind !== "path") return [];
  return [...spellAddresses(operation).keys()].map((address) => `${operation.method} ${address}`);
}
