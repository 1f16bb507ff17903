import { expect, test } from "vitest";
import { at } from "../../scripts/pattern/at.js";

test("an element that is not there is a defect of the caller, not undefined", () => {
  expect(at([5, 6], 1)).toBe(6);
  expect(at(Uint8Array.of(0), 0)).toBe(0);
  expect(() => at([5, 6], 2)).toThrow(new RangeError("no element 2 in a list of 2"));
});
