import { readRule } from "../change-id.js";
import type { Change } from "../changes.js";
import { effectOf } from "../phrases.js";
import { listNames, type PrintableReview } from "../printable.js";
import { toCode, toInline } from "./markdown-text.js";

const TITLES = { breaking: "Breaking", added: "Added", changed: "Changed" } as const;

type Kind = keyof typeof TITLES;

/** What people who call the API read of its new version, by operation. What alters nothing for them is left out. */
export function formatChangelog({ changes, version }: PrintableReview): string {
  const heading = version === undefined || version.next === version.current ? "Unreleased" : version.next;
  const sections = Object.entries(TITLES).flatMap(([kind, title]) => {
    const own = changes.filter((change) => kindOf(change) === kind);
    return own.length === 0 ? [] : [`### ${title}\n\n${listByEndpoint(own).join("\n")}`];
  });
  const body = sections.length === 0 ? ["Nothing changes for callers."] : sections;
  return `${[`## ${heading}`, ...body].join("\n\n")}\n`;
}

/** Accepted by its maintainers, a break breaks callers all the same. */
function kindOf(change: Change): Kind | undefined {
  const effect = effectOf(change);
  // A rule of the configuration is for its maintainers.
  const level = effect === "configured" ? change.configured?.level : change.level;
  if (level === "major") return "breaking";
  if (level !== "minor") return undefined;
  return readRule(change.id).endsWith("-added") ? "added" : "changed";
}

function listByEndpoint(changes: readonly Change[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const change of changes) {
    const endpoint = nameEndpoint(change);
    const lines = groups.get(endpoint) ?? [];
    if (!lines.includes(sayPlainly(change))) groups.set(endpoint, [...lines, sayPlainly(change)]);
  }
  return [...groups].flatMap(([endpoint, lines]) => [`- ${endpoint}`, ...lines.map((line) => `  - ${line}`)]);
}

function nameEndpoint({ endpoints = [] }: Change): string {
  if (endpoints.length === 0) return "The API as a whole";
  return toInline(listNames(endpoints.map(({ method, path }) => toCode(`${method} ${path}`))), 1000);
}

/** A keyword in brackets is for whoever writes the document. */
function sayPlainly(change: Change): string {
  const { plain, message, keyword } = change;
  const text = (plain ?? message).replace(` (\`${keyword}\`)`, "");
  return toInline(effectOf(change) === "types" ? `${text} (TypeScript code alone)` : text, 1000);
}
