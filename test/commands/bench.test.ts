import { expect, test } from "vitest";
import { describeRefusal, listMissed, renderTable, type Row } from "../../scripts/bench/validators/table.js";

// What the benchmark says of the rows that it has measured.

const speed: Row = {
  title: "valid, boolean",
  subjects: ["endpoint", "nested"],
  figures: { ours: [1.756, 3.5], ajv: [1, 1], typia: [1.2, Infinity] },
  goals: [1.8, 3.5],
  better: "higher",
  digits: 2,
};
const size: Row = {
  title: "bytes",
  subjects: ["endpoint"],
  figures: { ours: [3301] },
  goals: [3300],
  better: "lower",
  digits: 0,
};
const met: Row = { ...size, figures: { ours: [3300] } };
const withoutGoal: Row = { ...size, goals: [] };

test("a row has ours beside its goal, then the peers, and a dash for what is not there", () => {
  expect(renderTable([speed, size, withoutGoal])).toBe(`\
|                                    | ours        | goal          | met      | hand-written | typebox | valibot | zod | typia        | ajv standalone | ajv in process | control |
|------------------------------------|-------------|---------------|----------|--------------|---------|---------|-----|--------------|----------------|----------------|---------|
| valid, boolean (endpoint / nested) | 1.76 / 3.50 | ≥ 1.80 / 3.50 | NO / yes | –            | –       | –       | –   | 1.20 / hangs | 1.00 / 1.00    | –              | –       |
| bytes (endpoint)                   | 3301        | ≤ 3300        | NO       | –            | –       | –       | –   | –            | –              | –              | –       |
| bytes (endpoint)                   | 3301        | –             |          | –            | –       | –       | –   | –            | –              | –              | –       |
`);
});

test.each<[string, readonly string[], readonly string[]]>([
  [
    "each figure that missed its goal has a line",
    listMissed([speed, met, size]),
    ["missed: valid, boolean, endpoint: 1.76, the goal is 1.8", "missed: bytes, endpoint: 3301, the goal is 3300"],
  ],
  [
    "a row that is refused tells what its control was, time after time",
    [describeRefusal("valid, boolean, endpoint", [0.9, 1.061, 0.949])],
    ["refused: valid, boolean, endpoint: the control drifted: 0.90, 1.06, 0.95"],
  ],
])("%s", (_claim, lines, expected) => {
  expect(lines).toEqual(expected);
}); // prettier-ignore
