import { createHash } from "node:crypto";
import { readRule } from "../change-id.js";
import type { Change } from "../changes.js";
import { effectOf, sayAccepted, sayConfigured, type Effect } from "../phrases.js";
import type { PrintableReview } from "../printable.js";
import { sayMessage } from "./evidence.js";

const SEVERITIES = {
  wire: "critical",
  undecided: "major",
  types: "major",
  configured: "major",
  accepted: "info",
  lowered: "info",
  minor: "minor",
  patch: "info",
} as const satisfies Record<Effect, "info" | "minor" | "major" | "critical" | "blocker">;

/** GitLab's code quality report, shown in the merge request and beside its lines. */
export function formatGitlab({ changes }: PrintableReview): string {
  return `${JSON.stringify(changes.map(writeEntry), undefined, 2)}\n`;
}

function writeEntry(change: Change) {
  const { id, level, accepted, configured, location } = change;
  const also = [
    ...(configured === undefined ? [] : [sayConfigured(level, configured)]),
    ...(accepted === undefined ? [] : [sayAccepted(accepted)]),
  ];
  const { file, line } = location.inHead ?? location;
  return {
    description: [sayMessage(change), ...also].join(" "),
    check_name: readRule(id),
    fingerprint: createHash("sha256").update(`${file}\n${id}`).digest("hex"),
    severity: SEVERITIES[effectOf(change)],
    location: { path: file, lines: { begin: Math.max(line, 1) } },
  };
}
