import { readResponses } from "../spec/responses.js";
import type { Operation } from "../spec/operations.js";

/** Which error of the client a status becomes; the first row that matches counts, and a success is none. */
const CLASSES: readonly (readonly [status: RegExp, name: string | undefined])[] = [
  [/^[12]/, undefined],
  [/^3/, "RedirectError"],
  [/^40[13]$/, "AuthenticationError"],
  [/^404$/, "NotFoundError"],
  [/^429$/, "RateLimitError"],
  [/./, "ApiError"],
];

/** What the client throws for the refusals that the document tells of, as Markdown; empty where it tells of none. */
export function listErrors(operation: Operation): string {
  const statuses = new Map<string, string[]>();
  for (const { status } of readResponses(operation)) {
    const name = nameError(status);
    if (name !== undefined) statuses.set(name, [...(statuses.get(name) ?? []), status]);
  }
  const errors = [...statuses].map(([name, list]) => `\`${name}\` (${list.join(", ")})`);
  return errors.length === 0 ? "" : `**Throws** ${errors.join(", ")}.`;
}

/** The class that the client throws for a status of the document, such as `404`, `4XX` or `default`. */
export function nameError(status: string): string | undefined {
  return CLASSES.find(([pattern]) => pattern.test(status))?.[1];
}
