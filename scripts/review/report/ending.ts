import { recordAt } from "../../json/place.js";
import type { Finding } from "../judge/findings.js";

/** What a change has to do with the end of an operation. */
export type Ending = {
  readonly event: "removed" | "deprecated" | "moved";
  /** Whether it was deprecated in base. */
  readonly isDeprecated: boolean;
  /** What base and head have under `x-sunset`. */
  readonly was: unknown;
  readonly now: unknown;
};

const SUNSET = "x-sunset";

/** Undefined for a change that has nothing to do with it. */
export function readEnding({ rule, keyword, subject, operations: [sides] }: Finding): Ending | undefined {
  if (sides?.base === undefined) return undefined;
  const base = recordAt(sides.base.place);
  const head = sides.head === undefined ? {} : recordAt(sides.head.place);
  const isDeprecated = base["deprecated"] === true;
  const ends = { isDeprecated, was: base[SUNSET], now: head[SUNSET] };
  if (rule === "operation-removed") return { ...ends, event: "removed" };
  if (subject !== "operation") return undefined;
  if (rule === "deprecated") return { ...ends, event: "deprecated" };
  const isMoved = keyword === SUNSET && isDeprecated && head["deprecated"] === true;
  return isMoved ? { ...ends, event: "moved" } : undefined;
}
