import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { STAGES } from "../../scripts/pipeline/run.js";

test("the pipeline's README draws the stages that run, in the order in which they run", () => {
  const drawn = [...readFileSync("scripts/README.md", "utf8").matchAll(/^ +[│▼] +(\w+) /gm)].map(
    ([, stage]) => stage,
  );
  expect(drawn).toEqual([...STAGES]);
});
