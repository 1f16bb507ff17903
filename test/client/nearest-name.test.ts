import { expect, it } from "vitest";
import { findNearest } from "../../src/nearest-name.js";

it.each([
  ["retries", ["maxRetries", "timeoutMs"], "maxRetries"],
  ["timeout", ["timeoutMs", "retryAfter"], "timeoutMs"],
  ["TIMEOUTMS", ["timeoutMs"], "timeoutMs"],
  ["timeoutMs", ["TIMEOUTMS"], "TIMEOUTMS"],
  // Two of its three pairs; one of them would be too few.
  ["abcd", ["abcx"], "abcx"],
  ["abcd", ["abxx"], undefined],
  // Half of its letters are enough.
  ["abcde", ["abcxx"], undefined],
  ["abcde", ["abcdx"], "abcdx"],
  ["abcd", ["xbcd", "abcx", "abcd"], "abcd"],
  ["abc", ["abcx", "xabc"], "abcx"],
  ["a", ["a"], undefined],
  ["ab", ["ba"], undefined],
  ["ab", ["xab"], "xab"],
  ["abc", [], undefined],
])("the nearest to %s of %j is %s", (name, names, nearest) => {
  expect(findNearest(name, names)).toBe(nearest);
});
