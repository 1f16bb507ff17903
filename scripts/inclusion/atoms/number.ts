import { compareDecimals, decimalText, isMultipleOf, toDecimal, type Decimal } from "../node/decimal.js";
import type { Node, NumberAtom } from "../node/node.js";
import type { Space } from "../node/space.js";
import type { Truth } from "./three-valued.js";

export function numberAtom(space: Space, kind: NumberAtom["kind"], limit: Decimal): Node {
  return space.make(decimalText(limit), { kind, limit });
}

const DENIALS = {
  minimum: "exclusive-maximum",
  "exclusive-minimum": "maximum",
  maximum: "exclusive-minimum",
  "exclusive-maximum": "minimum",
  multiple: "not-multiple",
  "not-multiple": "multiple",
} as const satisfies Record<NumberAtom["kind"], NumberAtom["kind"]>;

/** The denial among numbers. */
export function denyNumber(space: Space, { kind, limit }: NumberAtom): Node {
  return numberAtom(space, DENIALS[kind], limit);
}

/** undefined for a number that JSON can write and a double cannot hold. */
export function holdsForNumber({ kind, limit }: NumberAtom, value: number): Truth {
  if (!Number.isFinite(value)) return undefined;
  const number = toDecimal(value);
  switch (kind) {
    case "minimum":
      return compareDecimals(number, limit) >= 0;
    case "exclusive-minimum":
      return compareDecimals(number, limit) > 0;
    case "maximum":
      return compareDecimals(number, limit) <= 0;
    case "exclusive-maximum":
      return compareDecimals(number, limit) < 0;
    case "multiple":
      return isMultipleOf(number, limit);
    case "not-multiple":
      return !isMultipleOf(number, limit);
  }
}
