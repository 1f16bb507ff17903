import { expect, test } from "vitest";
import { renderFigures, replaceFigures } from "../../scripts/bench/readme.js";

test("figures take the place of those of the same part alone", () => {
  const page = "a\n<!-- x -->\n\nold\n\n<!-- /x -->\n<!-- y -->\nkept\n<!-- /y -->\n";
  expect(replaceFigures(page, "x", "new $&\n")).toBe(
    "a\n<!-- x -->\n\nnew $&\n\n<!-- /x -->\n<!-- y -->\nkept\n<!-- /y -->\n",
  );
  expect(() => replaceFigures(page, "z", "")).toThrow("the page has no <!-- z -->");
});

test.each([
  [
    "a table as one, with what follows it apart",
    "| a |\n|---|\n| 1 |\nmissed: a\n",
    "| a |\n|---|\n| 1 |\n\nmissed: a",
  ],
  ["all else as it is", "a   1\nb   2\n", "```text\na   1\nb   2\n```"],
])("%s", (_, printed, expected) => {
  expect(renderFigures(printed, "2030-01-31", "a processor")).toBe(
    `Measured on 2030-01-31: a processor.\n\n${expected}`,
  );
});
