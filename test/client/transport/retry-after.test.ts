import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readRetryAfter } from "../../../src/transport/retry-after.js";

const NOW = "Sun, 06 Nov 1994 08:49:37 GMT";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(NOW) });
});
afterEach(() => {
  vi.useRealTimers();
});

const withValue = (value: string): Headers => new Headers({ "retry-after": value });

describe("milliseconds that a Retry-After header asks for", () => {
  it.each([
    ["seconds", "120", 120_000],
    ["no seconds", "0", 0],
    ["more seconds than a timer can wait", "99999999999999", 2 ** 31 - 1],
    ["a date as HTTP writes it today", "Sun, 06 Nov 1994 08:50:37 GMT", 60_000],
    ["a date in the form of RFC 850", "Sunday, 06-Nov-94 08:50:37 GMT", 60_000],
    ["a date in the form of asctime, which is UTC too", "Sun Nov  6 08:50:37 1994", 60_000],
    ["a date that has passed", "Sun, 06 Nov 1994 08:48:37 GMT", 0],
    ["a date further off than a timer can wait", "Sun, 06 Nov 2094 08:49:37 GMT", 2 ** 31 - 1],
    ["nothing", "", undefined],
    ["a word", "soon", undefined],
    ["a negative number", "-5", undefined],
    ["a fraction", "1.5", undefined],
    ["seconds with a unit", "120s", undefined],
    ["two values", "1, 2", undefined],
    ["NaN", "NaN", undefined],
    ["a year, which Date.parse would read", "May 2031", undefined],
    ["a date in another zone", "Sun, 06 Nov 1994 08:50:37 PST", undefined],
  ])("%s", (_, value, expected) => {
    expect(readRetryAfter(withValue(value))).toBe(expected);
  });

  it.each([
    [
      "whose clock is ten minutes behind",
      "Sun, 06 Nov 1994 08:39:37 GMT",
      "Sun, 06 Nov 1994 08:40:37 GMT",
      60_000,
    ],
    [
      "whose clock is ten minutes ahead",
      "Sun, 06 Nov 1994 08:59:37 GMT",
      "Sun, 06 Nov 1994 09:00:37 GMT",
      60_000,
    ],
    ["that says that it is over", "Sun, 06 Nov 1994 08:59:37 GMT", "Sun, 06 Nov 1994 08:59:37 GMT", 0],
    ["whose Date is none", "yesterday", "Sun, 06 Nov 1994 08:50:37 GMT", 60_000],
  ])("a date of a server %s", (_, date, value, expected) => {
    expect(readRetryAfter(new Headers({ "retry-after": value, date }))).toBe(expected);
  });

  it("a header that is absent", () => {
    expect(readRetryAfter(new Headers())).toBeUndefined();
  });
});
