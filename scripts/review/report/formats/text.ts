import type { Change } from "../changes.js";
import { capitalize, sayAccepted, sayConfigured, TITLES, WORDS, type Effect } from "../phrases.js";
import {
  groupAlike,
  listOperations,
  operationsOf,
  placeOf,
  proofOf,
  sectionsOf,
  summaryOf,
  type PrintableReview,
  type Section,
} from "../printable.js";

const COLORS = {
  wire: 31,
  undecided: 31,
  types: 31,
  configured: 31,
  accepted: 33,
  lowered: 33,
  minor: 33,
  patch: 32,
} as const satisfies Record<Effect, number>;

/** The longest payload that is shown whole: about six lines of a terminal. */
const MAX_PAYLOAD_LENGTH = 500;

/** For a terminal; colour only where the caller says that it is one. */
export function formatText(review: PrintableReview, color: boolean): string {
  const sides = [`base: ${review.base} (${WORDS.base})`, `head: ${review.head} (${WORDS.head})`]
    .map(hideControls)
    .join("\n");
  const sections = sectionsOf(review).map((section) => formatSection(section, color));
  const notJudged = (review.notJudged ?? []).map((part) =>
    hideControls(`not judged: ${placeOf(part)} ${part.message}`),
  );
  const remarks = review.remarks.map((remark) => hideControls(`note: ${remark}`));
  const blocks = [summaryOf(review), ...sayCompiler(review), sides, ...sections, ...notJudged, ...remarks];
  return `${blocks.join("\n\n")}\n`;
}

/** What stops compiling, where a reader sees it before scrolling: of several, the first. */
function sayCompiler({ changes }: PrintableReview): readonly string[] {
  const refused = changes.filter(({ compiler, accepted }) => compiler !== undefined && !accepted);
  const [first] = refused;
  if (first?.compiler === undefined) return [];
  const more = refused.length > 1 ? `, the first of ${refused.length}` : "";
  return [hideControls(`Stops compiling${sayOperations(first)}${more}: ${first.compiler}`)];
}

function formatSection({ effect, changes }: Section, color: boolean): string {
  const title = `${TITLES[effect]} (${changes.length})`;
  const heading = color ? `\u001B[${COLORS[effect]}m${title}\u001B[0m` : title;
  if (effect === "patch") return [heading, ...formatGroups(changes)].join("\n");
  if (effect === "minor") return [heading, ...changes.map(formatLine)].join("\n");
  return [heading, ...changes.map(formatBlock)].join("\n\n");
}

/** What breaks nobody is a line each. */
function formatLine(change: Change): string {
  const note = change.note === undefined ? "" : ` ${change.note}`;
  return hideControls(
    `  ${placeOf(change)}  ${change.message}${sayOperations(change)}${note} [${change.id}]`,
  );
}

function formatGroups(changes: readonly Change[]): readonly string[] {
  return groupAlike(changes).map(({ first, operations, others }) => {
    const more =
      others === 0
        ? sayOperations(first)
        : ` Also in ${others === 1 ? "1 other place" : `${others} other places`}${operations.length > 0 ? `: ${listOperations(operations)}` : ""}.`;
    return hideControls(`  ${placeOf(first)}  ${first.message}${more}`);
  });
}

function sayOperations(change: Change): string {
  const names = operationsOf(change);
  return names.length === 0 ? "" : ` (${listOperations(names)})`;
}

function formatBlock(change: Change): string {
  const { id, level, accepted, configured, message, compiler, reason, note } = change;
  const proof = proofOf(change);
  const names = operationsOf(change);
  const lines = [
    placeOf(change),
    message,
    ...(names.length === 0
      ? []
      : [`${names.length === 1 ? "Operation" : "Operations"}: ${listOperations(names)}`]),
    ...(reason === undefined ? [] : [`${capitalize(reason)}.`]),
    ...(note === undefined ? [] : [note]),
    ...(proof
      ? [
          `${proof.words}`,
          ...cut(proof.payload)
            .split("\n")
            .map((line) => `  ${line}`),
        ]
      : []),
    ...(compiler === undefined ? [] : [`${WORDS.compiler}: ${compiler}`]),
    ...(configured ? [sayConfigured(level, configured)] : []),
    ...(accepted ? [sayAccepted(accepted)] : []),
    `id: ${id}`,
  ];
  return lines.map((line, index) => hideControls(index === 0 ? `  ${line}` : `    ${line}`)).join("\n");
}

function cut(text: string): string {
  return text.length > MAX_PAYLOAD_LENGTH
    ? `${text.slice(0, MAX_PAYLOAD_LENGTH)}… (${text.length} characters; --format json has them all)`
    : text;
}

/** A document's text must not steer the terminal that it is shown on. */
function hideControls(line: string): string {
  return line.replaceAll(/\p{Cc}/gu, "\uFFFD");
}
