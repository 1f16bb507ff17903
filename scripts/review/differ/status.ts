import type { SchemaUse } from "./facts.js";

/** The statuses that an operation describes on either side. */
export function listStatuses({
  operation: { base, head },
}: Pick<SchemaUse, "operation">): ReadonlySet<string> {
  return new Set([base, head].flatMap((side) => [...(side?.responses.keys() ?? [])]));
}

/**
 * A status that is sent where a document says `2XX` or `default`: one that it does not describe by itself. A status that the
 * document names is itself.
 */
export function pickStatus(status: string, described: ReadonlySet<string>): string {
  const first = status === "default" ? "5" : /^([1-5])XX$/i.exec(status)?.[1];
  if (first === undefined) return status;
  const all = Array.from({ length: 100 }, (_, index) => `${first}${String(index).padStart(2, "0")}`);
  return all.find((each) => !described.has(each)) ?? status;
}
