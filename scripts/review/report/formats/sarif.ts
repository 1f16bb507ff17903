import { readRule } from "../change-id.js";
import type { Change } from "../changes.js";
import type { Location } from "../location.js";
import { effectOf, sayAccepted, type Effect } from "../phrases.js";
import type { PrintableReview } from "../printable.js";
import { listEvidence, sayMessage } from "./evidence.js";

const LEVELS = {
  wire: "error",
  undecided: "error",
  types: "error",
  configured: "error",
  accepted: "error",
  lowered: "note",
  minor: "note",
  patch: "none",
} as const satisfies Record<Effect, "error" | "warning" | "note" | "none">;

/** SARIF 2.1.0 (OASIS Standard), which code scanning reads: a result for each change, a rule for each kind of change. */
export function formatSarif({ changes, notJudged = [] }: PrintableReview): string {
  const ids = [...new Set(changes.map(({ id }) => readRule(id)))].toSorted();
  const run = {
    tool: { driver: { name: "openapi-proof", rules: ids.map(describeRule) } },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: notJudged.map(({ message, location }) => ({
          level: "warning",
          message: { text: `Not judged: ${message}` },
          locations: [locate(location)],
        })),
      },
    ],
    results: changes.map((change) => writeResult(change, ids)),
  };
  const log = { $schema: SCHEMA, version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

function describeRule(id: string) {
  return { id, shortDescription: { text: `${id.replaceAll("-", " ")}` } };
}

function writeResult(change: Change, ids: readonly string[]) {
  const { id, levels, verdict, accepted, location } = change;
  const level = LEVELS[effectOf(change)];
  return {
    ruleId: readRule(id),
    ruleIndex: ids.indexOf(readRule(id)),
    // §3.27.9: only what fails has a level.
    kind: level === "none" ? "informational" : "fail",
    level,
    message: { text: [sayMessage(change), ...listEvidence(change)].join("\n") },
    locations: [locate(location)],
    partialFingerprints: { "changeId/v1": id },
    ...(accepted !== undefined && {
      suppressions: [{ kind: "external", status: "accepted", justification: sayAccepted(accepted) }],
    }),
    properties: { levels, verdict },
  };
}

/** A line that is gone is shown where it stood, and has no column in head. */
function locate({ file, line, column, inHead }: Location) {
  const region =
    inHead === undefined ? { startLine: line, startColumn: column } : { startLine: Math.max(inHead.line, 1) };
  const uri = (inHead?.file ?? file).split("/").map(encodeURIComponent).join("/");
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, region } };
}
