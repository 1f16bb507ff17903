import { chooseStyle, renderProblems } from "../pipeline/report.js";
import type * as reviewRoom from "../review/index.js";
import { CommandError, readChoice } from "./args.js";
import { complain, print, type Terminal } from "./terminal.js";

export type ReviewRoom = typeof reviewRoom;
type Answer = Parameters<ReviewRoom["answerReview"]>[1];

/** How a review is written and when it fails, for every command that makes one. */
export const REVIEW_HELP = `  --format text|markdown|json    how the review is written (default: text)
  --fail-on major|minor|none     end with 1 when that level is reached`;

type ReviewValues = { readonly format: string; readonly "fail-on": string };

/** @throws UsageError */
export function readReviewOptions(values: ReviewValues): Pick<Answer, "format" | "failOn"> {
  return {
    format: readChoice("--format", values.format, ["text", "markdown", "json"]),
    failOn: readChoice("--fail-on", values["fail-on"], ["major", "minor", "none"]),
  };
}

/** Loads what a review needs only now: a misspelt option is told at once. */
export async function answerReview(
  terminal: Terminal,
  makeReview: (
    room: ReviewRoom,
  ) => Promise<{ readonly review: reviewRoom.Review; readonly answer: Omit<Answer, "color"> }>,
): Promise<number> {
  const room = await import("../review/index.js");
  try {
    const { review, answer } = await makeReview(room);
    const { color } = chooseStyle(terminal.stdout, terminal.env);
    const { text, code } = room.answerReview(review, { ...answer, color });
    return print(terminal, text, code);
  } catch (error) {
    if (error instanceof room.RevisionError) throw new CommandError(error.message, 1, { cause: error });
    if (!(error instanceof room.BrokenSide)) throw error;
    const style = chooseStyle(terminal.stderr, terminal.env);
    return complain(terminal, `${error.message}\n${renderProblems(error.problems, style)}`);
  }
}
