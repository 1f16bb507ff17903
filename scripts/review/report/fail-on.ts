import { levels } from "../../version.js";
import type { FailOn } from "../../settings/review-settings.js";
import type { Change } from "./changes.js";

/** Whether a change fails the review. What a maintainer has accepted fails nothing. */
export function reaches(failOn: FailOn): (change: Pick<Change, "level" | "accepted">) => boolean {
  return ({ level, accepted }) =>
    failOn !== "none" && accepted === undefined && levels.indexOf(level) >= levels.indexOf(failOn);
}
