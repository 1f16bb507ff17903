import type { Direction } from "../../json/direction.js";

/** A schema that gets exported functions. */
export type Root = {
  /** `X` for `isX` and `validateX`; no two roots have the same. */
  readonly name: string;
  readonly document: string;
  /** JSON Pointer in the document. */
  readonly pointer: string;
  /** Absent where `readOnly` and `writeOnly` are to mean nothing. */
  readonly direction?: Direction | undefined;
  /** Whether `isX` is all that is wanted. Of roots that mean the same the first one counts. */
  readonly isTestAlone?: boolean;
};
