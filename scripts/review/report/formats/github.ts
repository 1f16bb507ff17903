import type { Change } from "../changes.js";
import { capitalize, sayAccepted, sayConfigured, TITLES, type Effect } from "../phrases.js";
import { isAcceptable, sectionsOf, summaryOf, type PrintableReview } from "../printable.js";
import { proofsOf } from "../proof/shown.js";
import { sayMessage } from "./evidence.js";

const COMMANDS = {
  wire: "error",
  undecided: "error",
  types: "error",
  configured: "error",
  accepted: "warning",
  lowered: "notice",
  minor: "notice",
  patch: undefined,
} as const satisfies Record<Effect, string | undefined>;

/**
 * Workflow commands, which GitHub shows as annotations beside the changed lines of a pull request. What changes nothing
 * for callers is none. A line of base is shown where it stood.
 */
export function formatGithub(review: PrintableReview): string {
  const annotations = sectionsOf(review).flatMap(({ effect, changes }) => {
    const command = COMMANDS[effect];
    return command === undefined
      ? []
      : changes.map((change) =>
          formatAnnotation(command, TITLES[effect], change, isAcceptable(review, change)),
        );
  });
  const notJudged = (review.notJudged ?? []).map(({ message, location }) =>
    writeCommand("notice", { file: location.file, line: location.line, title: "Not judged" }, message),
  );
  const remarks = review.remarks.map((remark) => writeCommand("notice", { title: "Note" }, remark));
  return `${[escapeLine(summaryOf(review)), ...annotations, ...notJudged, ...remarks].join("\n")}\n`;
}

function formatAnnotation(command: string, title: string, change: Change, hasId: boolean): string {
  const { compiler, accepted, configured, level, note, location, reason, verdict, id } = change;
  const lines = [
    sayMessage(change),
    ...(verdict === "undecided" && reason !== undefined ? [`${capitalize(reason)}.`] : []),
    ...(note === undefined ? [] : [note]),
    ...proofsOf(change).flatMap(({ words, payload }) => [`${words}:`, payload]),
    ...(compiler === undefined ? [] : [`TypeScript: ${compiler}`]),
    ...(configured === undefined ? [] : [sayConfigured(level, configured)]),
    ...(accepted === undefined ? [] : [sayAccepted(accepted)]),
    ...(hasId ? [`id: ${id}`] : []),
  ];
  const { file, line, column, inHead } = location;
  // A line that is gone has no column in head.
  const at = inHead ?? { file, line, col: column };
  return writeCommand(command, { ...at, title }, lines.join("\n"));
}

type Properties = Readonly<Record<string, string | number>>;

function writeCommand(command: string, properties: Properties, message: string): string {
  const fields = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  return `::${command} ${fields.join(",")}::${escapeData(message)}`;
}

/** As `@actions/core` does: a percent sign begins an escape, and a line ends a command. */
function escapeData(text: string): string {
  return escapeLine(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

/** A colon ends the properties, and a comma one of them. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** The runner reads an older form of commands anywhere in a line. Controls steer the terminal of whoever reads the log. */
function escapeLine(text: string): string {
  return text.replaceAll("##[", "# #[").replaceAll(/\p{Cc}/gu, "\uFFFD");
}
