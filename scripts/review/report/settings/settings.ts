import type { Level } from "../../judge/levels.js";
import type { FailOn } from "../fail-on.js";

/** What changes of some operations, or under some rules, count as. */
export type Severity = {
  /** A glob for the paths of operations; a change that also reaches others does not match. */
  readonly path?: string | undefined;
  /** A glob for the rules that ids of changes begin with. */
  readonly rule?: string | undefined;
  readonly level: Level;
  readonly reason?: string | undefined;
};

/** Left out of the paths of a side where operations are matched. */
export type StripPrefix = { readonly base?: string | undefined; readonly head?: string | undefined };

/** What the configuration says of the reviews of one document. */
export type Settings = {
  /** Of several that match a change the last one counts. */
  readonly severity: readonly Severity[];
  readonly stripPrefix: StripPrefix;
  /** An operation may go once its `x-sunset` has passed, which was announced that many days before. */
  readonly deprecation?: { readonly days: number } | undefined;
  readonly failOn?: FailOn | undefined;
};

export const NO_SETTINGS: Settings = { severity: [], stripPrefix: {} };
