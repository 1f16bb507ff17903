import { expect, test } from "vitest";
import { createOrder, type TestFile } from "./reaching.js";

test("first runs what kills, then what is quick, and of the room's own before others", () => {
  const called = { "scripts/spec/a.ts": [""] };
  const testFile = (path: string, milliseconds: number): TestFile => ({
    test: path,
    milliseconds,
    called,
    read: [],
  });
  const slow = testFile("test/spec/slow.test.ts", 900);
  const quick = testFile("test/spec/quick.test.ts", 300);
  const other = testFile("test/pipeline/other.test.ts", 300);
  const idle = { ...testFile("test/spec/idle.test.ts", 1), called: {} };
  const mutant = { file: "scripts/spec/a.ts", operator: "number", start: 0, end: 1, replacement: "2" };
  const order = createOrder([other, idle, slow, quick]);
  expect(order.list(mutant, "1;")).toEqual([quick, slow, other]);
  order.learn(slow, true);
  order.learn(quick, false);
  order.learn(other, true);
  expect(order.list(mutant, "1;")).toEqual([other, slow, quick]);
});
