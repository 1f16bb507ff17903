/** Changes with a place and an id, written for people and for programs; and how a command that asks for them ends. */
import { applyAccepted, type AcceptedChange } from "./accepted.js";
import { formatGithub } from "./formats/github.js";
import { formatHtml } from "./formats/html.js";
import { formatJson } from "./formats/json.js";
import { formatMarkdown } from "./formats/markdown.js";
import { formatText } from "./formats/text.js";
import type { Review } from "./summary.js";
import type { Change } from "./changes.js";
import { findNextVersion, levels, parseVersion, renderVersion, type Level } from "../../version.js";

/** How a review can be written. */
export const FORMATS = ["text", "markdown", "json", "html", "github"] as const;

export type Format = (typeof FORMATS)[number];

export type ReviewRequest = {
  readonly base: string;
  readonly head: string;
  /** The version that callers have; absent where no release follows. */
  readonly version: string | undefined;
  readonly accepted: readonly AcceptedChange[];
  /** The day on which it is asked, as 2026-12-31. */
  readonly today: string;
  readonly format: Format;
  readonly failOn: "major" | "minor" | "none";
  readonly color: boolean;
};

/** What a command prints, and how it ends: with 1 when the level of `failOn` is reached. */
export function renderReview(
  found: Review,
  request: ReviewRequest,
): { readonly text: string; readonly code: 0 | 1 } {
  const { review, remarks } = applyAccepted(found, request.accepted, request.today);
  const { base, head } = request;
  const printable = {
    ...review,
    base,
    head,
    remarks,
    version: nextVersion(request.version, review.level),
  };
  const text = {
    text: () => formatText(printable, request.color),
    markdown: () => formatMarkdown(printable),
    json: () => formatJson(printable),
    html: () => formatHtml(printable),
    github: () => formatGithub(printable),
  }[request.format]();
  return { text, code: review.changes.some(reaches(request.failOn)) ? 1 : 0 };
}

/** Undefined where no release follows, as after a pre-release. */
function nextVersion(text: string | undefined, level: Level) {
  const version = text === undefined ? undefined : parseVersion(text);
  if (version === undefined) return undefined;
  const next = level === "none" ? version : findNextVersion(version, level);
  return { current: renderVersion(version), next: renderVersion(next) };
}

/** What a maintainer has accepted fails nothing. */
function reaches(failOn: ReviewRequest["failOn"]): (change: Change) => boolean {
  return ({ level, accepted }) =>
    failOn !== "none" && accepted === undefined && levels.indexOf(level) >= levels.indexOf(failOn);
}
