import { levels, type Level } from "../../version.js";

export type { Level };

/** What a change asks of the next version: of the contract on the wire, and of the TypeScript types. */
export type Levels = { readonly wire: Level; readonly types: Level };

export function worst(all: readonly Level[]): Level {
  return all.reduce((a, b) => (levels.indexOf(b) > levels.indexOf(a) ? b : a), "none");
}
