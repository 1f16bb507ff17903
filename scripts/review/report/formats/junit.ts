import { readRule } from "../change-id.js";
import type { Change } from "../changes.js";
import { sayAccepted } from "../phrases.js";
import { placeOf, summaryOf, type PrintableReview } from "../printable.js";
import { listEvidence, sayMessage } from "./evidence.js";

/**
 * JUnit's XML, which most servers of continuous integration show: a test for each change, which fails where the change
 * fails the review. What was accepted is skipped.
 */
export function formatJunit(review: PrintableReview, isFailure: (change: Change) => boolean): string {
  const { changes, notJudged = [], remarks } = review;
  const failures = changes.filter(isFailure).length;
  const skipped = changes.filter(({ accepted }) => accepted !== undefined).length + notJudged.length;
  const cases = [
    ...changes.map((change) => writeChange(change, isFailure(change))),
    ...notJudged.map((part) => writeSkipped("not-judged", part.message, placeOf(part))),
  ];
  // A report without a test is taken for one that was not made.
  const all = cases.length > 0 ? cases : [writeCase({ classname: "review", name: summaryOf(review) }, "")];
  const counts = { tests: all.length, failures, errors: 0, skipped };
  const suite = { name: `${review.base} → ${review.head}`, ...counts };
  const said = [summaryOf(review), ...remarks].join("\n");
  const body = [...all, writeElement("system-out", {}, escapeText(said))].join("\n");
  const suites = writeElement("testsuite", suite, `\n${body}\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement("testsuites", counts, `\n${suites}\n`)}\n`;
}

function writeChange(change: Change, isFailure: boolean): string {
  const { id, location, level, accepted } = change;
  const attributes = {
    classname: readRule(id),
    name: sayMessage(change),
    file: location.file,
    line: (location.inHead ?? location).line,
  };
  const details = escapeText([placeOf(change), ...listEvidence(change)].join("\n"));
  if (isFailure)
    return writeCase(attributes, writeElement("failure", { type: level, message: change.message }, details));
  if (accepted !== undefined)
    return writeCase(attributes, writeElement("skipped", { message: sayAccepted(accepted) }, ""));
  return writeCase(attributes, writeElement("system-out", {}, details));
}

function writeSkipped(classname: string, name: string, message: string): string {
  return writeCase({ classname, name }, writeElement("skipped", { message }, ""));
}

type Attributes = Readonly<Record<string, string | number>>;

function writeCase(attributes: Attributes, content: string): string {
  return writeElement("testcase", attributes, content);
}

function writeElement(name: string, attributes: Attributes, content: string): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  const start = `<${name}${pairs.join("")}`;
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** Parsers make a space of a line break in an attribute (XML 1.0 §3.3.3). */
function escapeAttribute(value: string | number): string {
  return escapeText(String(value))
    .replaceAll('"', "&quot;")
    .replaceAll(/[\t\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Characters that XML 1.0 §2.2 does not allow cannot be escaped either. */
function escapeText(text: string): string {
  return text
    .replaceAll(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
