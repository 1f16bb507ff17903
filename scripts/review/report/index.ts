/** Changes with a place and an id, written for people and for programs; and how a command that asks for them ends. */
import { applyAccepted, type AcceptedChange, type Remark } from "./settings/accepted.js";
import { FORMATS, type Format } from "./formats/index.js";
import type { FailOn, StripPrefix } from "../../settings/review-settings.js";
import { reaches } from "./fail-on.js";
import type { Review } from "./summary.js";
import { findNextVersion, parseVersion, renderVersion, type Level } from "../../version.js";

export type ReviewRequest = {
  readonly base: string;
  readonly head: string;
  /** The version that callers have; absent where no release follows. */
  readonly version: string | undefined;
  readonly accepted: readonly AcceptedChange[];
  /** What the paths were compared without. */
  readonly stripPrefixes?: readonly StripPrefix[];
  /** The day on which it is asked, as 2026-12-31. */
  readonly today: string;
  readonly format: Format;
  readonly failOn: FailOn;
  readonly color: boolean;
};

/** What a command prints, and how it ends: with 1 when the level of `failOn` is reached. */
export function renderReview(
  found: Review,
  request: ReviewRequest,
): { readonly text: string; readonly code: 0 | 1; readonly nextVersion: string | undefined } {
  const { review, remarks } = applyAccepted(found, request.accepted, request.today);
  const { base, head } = request;
  const printable = {
    ...review,
    base,
    head,
    failOn: request.failOn,
    remarks: [...new Set(request.stripPrefixes?.flatMap(sayPrefixes)), ...remarks],
    version: nextVersion(request.version, review.level),
  };
  const isFailure = reaches(request.failOn);
  const text = FORMATS[request.format](printable, { isFailure, color: request.color });
  return { text, code: review.changes.some(isFailure) ? 1 : 0, nextVersion: printable.version?.next };
}

function sayPrefixes({ base, head }: StripPrefix): readonly Remark[] {
  const sides = [
    ...(base === undefined ? [] : [`${base} in base`]),
    ...(head === undefined ? [] : [`${head} in head`]),
  ];
  return sides.length === 0 ? [] : [`Operations are compared without the prefix ${sides.join(" and ")}.`];
}

/** Undefined where no release follows, as after a pre-release. */
function nextVersion(text: string | undefined, level: Level) {
  const version = text === undefined ? undefined : parseVersion(text);
  if (version === undefined) return undefined;
  const next = level === "none" ? version : findNextVersion(version, level);
  return { current: renderVersion(version), next: renderVersion(next) };
}
