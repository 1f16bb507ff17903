import type { Review } from "./summary.js";
import type { Change } from "./changes.js";

/** A review with what its readers want to know beside it. */
export type PrintableReview = Review & {
  /** What was compared, as a person calls it. */
  readonly base: string;
  readonly head: string;
  readonly version: { readonly current: string; readonly next: string } | undefined;
  readonly remarks: readonly string[];
};

/** `openapi/openapi.yaml:12:3`, and of the base where the head has no such line. */
export function placeOf({ location }: Change): string {
  const { file, line, column, side } = location;
  return `${file}:${line}:${column}${side === "base" ? " (base)" : ""}`;
}

/** One sentence about the whole. */
export function summaryOf({ level, levels, changes, version }: PrintableReview): string {
  if (changes.length === 0) return "No change in meaning.";
  const breaking = changes.filter((change) => change.level === "major" && change.accepted === undefined);
  const proved = breaking.filter(({ verdict }) => verdict === "proved").length;
  const breaks =
    breaking.length === 0
      ? "Nothing breaks"
      : `${breaking.length} ${breaking.length === 1 ? "breaks" : "break"} callers, ${proved} proved`;
  const count = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  return `${level}: ${count}. ${breaks}. Wire ${levels.wire}, types ${levels.types}${versionOf(version)}.`;
}

function versionOf(version: PrintableReview["version"]): string {
  if (!version) return "";
  const { current, next } = version;
  return next === current ? "; no release is needed" : `; next version ${next} (now ${current})`;
}

/** What the proof is, in words, and the payload that it consists of. */
export function proofOf({
  counterexample,
}: Change): { readonly words: string; readonly payload: string } | undefined {
  if (!counterexample) return undefined;
  const { refusedBy, issues } = counterexample;
  const other = refusedBy === "head" ? "base" : "head";
  const isRequest = "request" in counterexample;
  const message = isRequest ? counterexample.request : counterexample.response;
  const reasons = issues.slice(0, 3).map((issue) => `/${issue.path.join("/")} ${issue.message}`);
  const what = isRequest ? "A request that" : "A response that";
  return {
    words: `${what} ${other} ${isRequest ? "accepts" : "foresees"} and ${refusedBy} refuses: ${reasons.join("; ")}`,
    payload: JSON.stringify(message),
  };
}
