import type { Document } from "./document.js";

/** A path without the prefix that its document's operations are compared without: `/v1/items` is `/items`. */
export function stripPath({ prefix }: Document, path: string): string {
  return prefix !== undefined && `${path}/`.startsWith(`${prefix}/`)
    ? path.slice(prefix.length) || "/"
    : path;
}

/** A server's URL without it at its end. */
export function stripUrl({ prefix }: Document, url: string): string {
  return prefix !== undefined && url.endsWith(prefix) ? url.slice(0, -prefix.length) : url;
}
