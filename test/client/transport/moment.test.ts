import { afterEach, expect, it, vi } from "vitest";
import { describeDuration, describeEnd } from "../../../src/transport/moment.js";

afterEach(() => {
  vi.useRealTimers();
});

it.each([
  [1, "1 s"],
  [59_001, "60 s"],
  [119_000, "119 s"],
  [120_000, "2 min"],
  [300_000, "5 min"],
  [7_199_000, "120 min"],
  [7_200_000, "2 h"],
  [7_201_000, "3 h"],
  [2 ** 31 - 1, "597 h"],
])("%i ms are %s", (ms, words) => {
  expect(describeDuration(ms)).toBe(words);
});

it.each([
  [300_000, "14:02:11 UTC"],
  [299_001, "14:02:11 UTC"],
  [43_200_000, "01:57:11 UTC"],
  [43_200_001, "2031-05-02 01:57:12 UTC"],
])("%i ms from now is %s", (ms, words) => {
  vi.useFakeTimers({ now: Date.parse("2031-05-01T13:57:11Z") });
  expect(describeEnd(ms)).toBe(words);
});
