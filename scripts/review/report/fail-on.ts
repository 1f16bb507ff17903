import { levels } from "../../version.js";
import type { Change } from "./changes.js";

export type FailOn = "major" | "minor" | "none";

/** Whether a change fails the review. What a maintainer has accepted fails nothing. */
export function reaches(failOn: FailOn): (change: Pick<Change, "level" | "accepted">) => boolean {
  return ({ level, accepted }) =>
    failOn !== "none" && accepted === undefined && levels.indexOf(level) >= levels.indexOf(failOn);
}
