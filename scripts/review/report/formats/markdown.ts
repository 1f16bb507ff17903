import { toBlock, toCode, toHtml, toInline } from "./markdown-text.js";
import type { Change } from "../changes.js";
import { groupAlike, groupEqual, type Group } from "../groups.js";
import { ALARMS, effectOf, sayAccepted, sayConfigured, sayCount, WORDS, type Effect } from "../phrases.js";
import {
  alarmOf,
  createPlaceWriter,
  sectionsOf,
  sidesOf,
  summaryOf,
  type PrintableReview,
} from "../printable.js";
import { proofsOf } from "../proof/shown.js";
import { fitTiers, sizeOf, type Block, type Fitted } from "./fit.js";

/** GitHub refuses a comment of more than 65,536 characters; in bytes the text stays below 60 kB. */
const MAX_BYTES = 58_000;
/** Of them, for the head of the table and of the list, and for what is said of the rest. */
const RESERVE = 600;
/** No single row, remark or payload may take the room of the others. */
const MAX_LENGTHS = { name: 300, row: 1000, remark: 300, title: 500, payload: 2500 } as const;
const MAX_REMARKS = 10;

const MARKS = { break: "🔴", news: "🟡", quiet: "🟢" } as const;

const LABELS = {
  wire: "🔴 breaks callers",
  undecided: "🔴 not proved",
  types: "🔴 breaks types",
  configured: "🔴 counts as a break",
  accepted: "⚪ accepted break",
  lowered: "⚪ counts for less",
  minor: "🟡 compatible",
  patch: "🟢 no effect",
} as const satisfies Record<Effect, string>;

/** For a pull request: one line, a table, the payloads folded. What does not fit is counted. */
export function formatMarkdown(review: PrintableReview): string {
  const placeOf = createPlaceWriter(review);
  const head = formatHead(review, placeOf);
  const sections = sectionsOf(review);
  const select = (isWanted: (effect: Effect) => boolean) =>
    sections.flatMap(({ effect, changes }) => (isWanted(effect) ? changes : []));
  const breaks = select((effect) => ALARMS[effect] === "break");
  const settled = select((effect) => effect === "accepted" || effect === "lowered");
  const compatible = groupAlike(select((effect) => effect === "minor"));
  const silent = groupAlike(select((effect) => effect === "patch"));
  const toRow = ({ first, text, all }: Group) => ({ text: formatRow(first, text, placeOf), count: all.length });
  // What a reviewer needs first gets room first.
  const fitted = fitTiers(
    {
      breaks: groupEqual(breaks, sayKnown).map(toRow),
      proofs: breaks.flatMap((change) => formatEvidence(change, placeOf)),
      others: [...groupEqual(settled, sayKnown), ...compatible].map(toRow),
      details: settled.flatMap((change) => formatEvidence(change, placeOf)),
      silent: silent.map(({ first, text, all }) => ({ text: `- ${toCode(placeOf(first), MAX_LENGTHS.name)}: ${toInline(text, MAX_LENGTHS.row)}`, count: all.length })),
    },
    MAX_BYTES - RESERVE - sizeOf(head.join("\n")),
  );
  const rows = [...fitted.breaks.kept, ...fitted.others.kept];
  const details = [...fitted.proofs.kept, ...fitted.details.kept];
  const table = ["", "| effect | place | change | how it is known |", "|---|---|---|---|", ...rows];
  const summary = sayCount(fitted.silent.total, "change", "without effect on callers") ?? "";
  const list = ["", `<details><summary>${summary}</summary>`, "", ...fitted.silent.kept, "", "</details>"];
  return `${[
    ...head,
    ...(rows.length > 0 ? table : []),
    ...(details.length > 0 ? ["", ...details] : []),
    ...(fitted.silent.kept.length > 0 ? list : []),
    ...sayLeft(fitted),
  ].join("\n")}\n`;
} // prettier-ignore

type WritePlace = ReturnType<typeof createPlaceWriter>;

/** The one line, what was compared, and what was not. */
function formatHead(review: PrintableReview, placeOf: WritePlace): readonly string[] {
  const { base, head } = sidesOf(review);
  const { remarks, notJudged = [] } = review;
  const notes = [
    ...notJudged.slice(0, MAX_REMARKS).map((part) => `Not judged: ${toCode(placeOf(part), MAX_LENGTHS.name)} ${toInline(part.message, MAX_LENGTHS.remark)}`),
    ...remarks.slice(0, MAX_REMARKS).map((remark) => toInline(remark, MAX_LENGTHS.remark)),
    ...sayMore(Math.max(0, notJudged.length - MAX_REMARKS), "part", "that is not judged", "that are not judged"),
    ...sayMore(Math.max(0, remarks.length - MAX_REMARKS), "remark", "is not shown", "are not shown"),
  ];
  return [
    `### ${MARKS[alarmOf(review)]} ${toInline(summaryOf(review), MAX_LENGTHS.row)}`,
    "",
    `base: ${toInline(base, MAX_LENGTHS.name)} (${WORDS.base}), head: ${toInline(head, MAX_LENGTHS.name)} (${WORDS.head})`,
    ...notes.flatMap((note) => ["", `> ${note}`]),
  ];
} // prettier-ignore

function sayMore(count: number, noun: string, one: string, many: string): readonly string[] {
  if (count === 0) return [];
  return [count === 1 ? `1 more ${noun} ${one}.` : `${count} more ${noun}s ${many}.`];
}

/** What does not fit is told as what it is. */
function sayLeft({ breaks, proofs, others, details, silent }: Fitted<keyof typeof LEFT>): readonly string[] {
  const lines = [
    sayUnfit(breaks, LEFT.breaks),
    sayUnfit({ left: proofs.left + details.left, total: proofs.total + details.total }, LEFT.proofs),
    sayUnfit(others, LEFT.others),
    sayUnfit(silent, LEFT.silent),
  ].flatMap((line) => line ?? []);
  return lines.length === 0 ? [] : ["", `${lines.join(" ")} \`--format html\` shows all of them.`];
} // prettier-ignore

const LEFT = {
  breaks: "breaking changes",
  proofs: "proofs",
  others: "other changes",
  details: "proofs",
  silent: "changes without effect",
} as const;

function sayUnfit({ left, total }: { readonly left: number; readonly total: number }, noun: string): string | undefined {
  return left === 0 ? undefined : `${left} of the ${total} ${noun} ${left === 1 ? "does" : "do"} not fit here.`;
} // prettier-ignore

function formatRow(change: Change, text: string, placeOf: WritePlace): string {
  const place = toCode(placeOf(change), MAX_LENGTHS.name);
  const cells = [LABELS[effectOf(change)], place, toInline(text, MAX_LENGTHS.row)];
  return `| ${cells.join(" | ")} | ${toInline(sayKnown(change), MAX_LENGTHS.row)} |`;
}

/** How it is known what a change does. */
function sayKnown({
  level,
  reason,
  note,
  accepted,
  configured,
  counterexample,
  second,
  compiler,
}: Change): string {
  const proofs = [counterexample, second?.counterexample].flatMap((one) => one ?? []);
  const shown = [
    ...proofs.map((one) => ("request" in one ? "a request" : "a response")),
    ...(compiler === undefined ? [] : ["the TypeScript compiler"]),
  ];
  return [
    ...(shown.length === 0 ? [] : [`shown by ${shown.join(" and ")}`]),
    ...(reason === undefined ? [] : [reason]),
    ...(note === undefined ? [] : [note]),
    ...(configured ? [sayConfigured(level, configured)] : []),
    ...(accepted ? [sayAccepted(accepted)] : []),
  ].join("; ");
}

/** The message that shows a change, and what the compiler says of it. */
function formatEvidence(change: Change, placeOf: WritePlace): readonly Block[] {
  const { compiler } = change;
  const place = toCode(placeOf(change), MAX_LENGTHS.name);
  return [
    ...proofsOf(change, "short").map((proof) => fold(change, place, proof)),
    ...(compiler === undefined
      ? []
      : [fold(change, place, { words: WORDS.compiler, language: "text", payload: compiler })]),
  ];
}

type Folded = { readonly words: string; readonly language: string; readonly payload: string };

function fold({ id }: Change, place: string, { words, language, payload }: Folded): Block {
  const text = [
    `<details><summary>${toHtml(words, MAX_LENGTHS.title)}</summary>`,
    "",
    `${place}, id ${toCode(id, MAX_LENGTHS.title)}`,
    "",
    toBlock(language, payload, MAX_LENGTHS.payload),
    "",
    "</details>",
  ].join("\n");
  return { text, count: 1 };
}
