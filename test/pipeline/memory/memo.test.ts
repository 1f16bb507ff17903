import { describe, expect, test } from "vitest";
import { rememberLanguages } from "../../../scripts/pipeline/memory/languages.js";
import { createMemo, remember } from "../../../scripts/pipeline/memory/memo.js";

test("a function is asked once for each input", () => {
  const asked: string[] = [];
  const double = remember(createMemo<string>(), (input) => (asked.push(input), input + input));
  expect(["a", "b", "a"].map(double)).toEqual(["aa", "bb", "aa"]);
  expect(asked).toEqual(["a", "b"]);
});

describe("what was found is known", () => {
  const memo = createMemo<number>();

  test.each<readonly [claim: string, asked: readonly string[], known: readonly (number | undefined)[]]>([
    ["in the run after", ["a", "b"], [1, 2]],
    ["while each run asks for it", ["a"], [1]],
    ["after a run that asks for nothing", [], []],
    ["and forgotten where a whole run has not asked for it", ["a", "b"], [1, undefined]],
  ])("%s", (_claim, asked, known) => {
    if (memo.get("a") === undefined) for (const [input, value] of [["a", 1], ["b", 2]] as const) memo.set(input, value); // prettier-ignore
    memo.endRun();
    expect(asked.map(memo.get)).toEqual(known);
  });
});

describe("a pattern that is read again", () => {
  const readLanguage = rememberLanguages(createMemo());
  const list = (pattern: string) => {
    const steps: number[] = [];
    return { read: readLanguage(pattern, (count) => void steps.push(count)), steps };
  };

  test("is what it was, and costs the same steps", () => {
    const first = list("^(?:ab|cd){1,9}$");
    const again = list("^(?:ab|cd){1,9}$");
    expect(again.read).toBe(first.read);
    expect(again.steps).toEqual(first.steps);
    expect(first.steps.length).toBeGreaterThan(1);
  });

  test("comes to a limit where it came to it before, and is read on by who has no limit", () => {
    let left = 3;
    const spend = (): void => {
      if (left-- === 0) throw new RangeError("spent");
    };
    expect(() => readLanguage("^[ab]{2,7}x$", spend)).toThrow("spent");
    const { steps } = list("^[ab]{2,7}x$");
    left = 3;
    expect(() => readLanguage("^[ab]{2,7}x$", spend)).toThrow("spent");
    expect(list("^[ab]{2,7}x$").steps).toEqual(steps);
  });
});
