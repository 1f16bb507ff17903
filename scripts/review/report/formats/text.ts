import type { Change } from "../changes.js";
import { groupAlike } from "../groups.js";
import { capitalize, sayAccepted, sayConfigured, TITLES, WORDS, type Effect } from "../phrases.js";
import {
  createPlaceWriter,
  isAcceptable,
  listNames,
  operationsOf,
  sectionsOf,
  sidesOf,
  summaryOf,
  type PrintableReview,
  type Section,
} from "../printable.js";
import { proofsOf } from "../proof/shown.js";

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

/** For a terminal; colour only where the caller says that it is one. */
export function formatText(review: PrintableReview, color: boolean): string {
  const placeOf = createPlaceWriter(review);
  const { base, head } = sidesOf(review);
  const sides = [`base: ${base} (${WORDS.base})`, `head: ${head} (${WORDS.head})`]
    .map(hideControls)
    .join("\n");
  const sections = sectionsOf(review).map((section) => formatSection(section, { review, placeOf, color }));
  const notJudged = (review.notJudged ?? []).map((part) =>
    hideControls(`not judged: ${placeOf(part)} ${part.message}`),
  );
  const remarks = review.remarks.map((remark) => hideControls(`note: ${remark}`));
  const blocks = [summaryOf(review), ...sayCompiler(review), sides, ...sections, ...notJudged, ...remarks];
  return `${blocks.join("\n\n")}\n`;
}

type Context = {
  readonly review: PrintableReview;
  readonly placeOf: ReturnType<typeof createPlaceWriter>;
  readonly color: boolean;
};

/** What stops compiling, where a reader sees it before scrolling: of several, the first. */
function sayCompiler({ changes }: PrintableReview): readonly string[] {
  const refused = changes.filter(({ compiler, accepted }) => compiler !== undefined && !accepted);
  const [first] = refused;
  if (first?.compiler === undefined) return [];
  const [name] = operationsOf(first);
  const which = name === undefined ? "" : ` that calls ${name}`;
  const others = refused.length > 1 ? `${refused.length} changes stop TypeScript code from compiling. ` : "";
  return [hideControls(`${others}TypeScript code${which} stops compiling: ${first.compiler}`)];
}

function formatSection({ effect, changes }: Section, context: Context): string {
  const isListed = effect === "patch" || effect === "minor";
  const lines = isListed
    ? formatGroups(changes, context)
    : changes.map((change) => formatBlock(change, context));
  const count =
    lines.length === changes.length ? "" : `, in ${lines.length} ${lines.length === 1 ? "line" : "lines"}`;
  const title = `${TITLES[effect]} (${changes.length}${count})`;
  const heading = context.color ? `\u001B[${COLORS[effect]}m${title}\u001B[0m` : title;
  return [heading, ...lines].join(isListed ? "\n" : "\n\n");
}

/** What breaks nobody is a line each, and what says the same one line. */
function formatGroups(changes: readonly Change[], { review, placeOf }: Context): readonly string[] {
  return groupAlike(changes).map(({ first, text, all }) => {
    const note = first.note === undefined ? "" : ` ${first.note}`;
    const ids = all.filter((change) => isAcceptable(review, change)).map(({ id }) => ` [${id}]`);
    return hideControls(`  ${placeOf(first)}  ${text}${note}${ids.join("")}`);
  });
}

function formatBlock(change: Change, { placeOf }: Context): string {
  const { id, level, accepted, configured, sentence, message, compiler, reason, note } = change;
  const names = operationsOf(change);
  const lines = [
    placeOf(change),
    sentence ?? message,
    ...(names.length === 0
      ? []
      : [`${names.length === 1 ? "Operation" : `${names.length} operations`}: ${listNames(names)}`]),
    ...(reason === undefined ? [] : [`${capitalize(reason)}.`]),
    ...(note === undefined ? [] : [note]),
    ...proofsOf(change, "short").flatMap(({ words, payload }) => [
      words,
      ...payload.split("\n").map((line) => `  ${line}`),
    ]),
    ...(compiler === undefined ? [] : [`${WORDS.compiler}: ${compiler}`]),
    ...(configured ? [sayConfigured(level, configured)] : []),
    ...(accepted ? [sayAccepted(accepted)] : []),
    `id: ${id}`,
  ];
  return lines.map((line, index) => hideControls(index === 0 ? `  ${line}` : `    ${line}`)).join("\n");
}

/** A document's text must not steer the terminal that it is shown on. */
function hideControls(line: string): string {
  return line.replaceAll(/\p{Cc}/gu, "\uFFFD");
}
