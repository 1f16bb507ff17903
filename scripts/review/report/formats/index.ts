/** How a review can be written: a module for each, from data to text. */
import type { Change } from "../changes.js";
import type { PrintableReview } from "../printable.js";
import { formatChangelog } from "./changelog.js";
import { formatGithub } from "./github.js";
import { formatGitlab } from "./gitlab.js";
import { formatHtml } from "./html.js";
import { formatJson } from "./json.js";
import { formatJunit } from "./junit.js";
import { formatMarkdown } from "./markdown.js";
import { formatSarif } from "./sarif.js";
import { formatText } from "./text.js";

/** What a format may ask beside the review. */
export type FormatContext = {
  /** Whether a change fails whoever asked. */
  readonly isFailure: (change: Change) => boolean;
  readonly color: boolean;
};

export const FORMATS = {
  text: (review, { color }) => formatText(review, color),
  markdown: formatMarkdown,
  json: formatJson,
  html: formatHtml,
  github: formatGithub,
  junit: (review, { isFailure }) => formatJunit(review, isFailure),
  sarif: formatSarif,
  gitlab: formatGitlab,
  changelog: formatChangelog,
} as const satisfies Readonly<Record<string, (review: PrintableReview, context: FormatContext) => string>>;

export type Format = keyof typeof FORMATS;
