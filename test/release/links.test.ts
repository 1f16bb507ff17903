import { expect, test } from "vitest";
import { listRelativeLinks, makeLinksAbsolute } from "../../scripts/release/links.js";

const blob = "https://github.com/acme/shop/blob/HEAD";

test.each([
  ["a file", "[a](src/README.md)", `[a](${blob}/src/README.md)`],
  ["a part of a file", "[a](src/README.md#b)", `[a](${blob}/src/README.md#b)`],
  ["a picture", "![a](docs/a.png)", "![a](https://raw.githubusercontent.com/acme/shop/HEAD/docs/a.png)"],
  ["two of a line", "[a](b), [c](d)", `[a](${blob}/b), [c](${blob}/d)`],
])("the link to %s becomes absolute", (_, markdown, want) => {
  for (const address of [
    "https://github.com/acme/shop",
    "git+https://github.com/acme/shop.git",
    "git@github.com:acme/shop.git",
  ])
    expect(makeLinksAbsolute(markdown, address)).toBe(want);
  expect(listRelativeLinks(markdown).length).toBeGreaterThan(0);
  expect(listRelativeLinks(want)).toEqual([]);
  expect(makeLinksAbsolute(want, "https://github.com/acme/shop")).toBe(want);
});

test.each(["[a](https://example.com)", "[a](mailto:a@example.com)", "[a](#part)"])("%s stays", (markdown) => {
  expect(makeLinksAbsolute(markdown, "https://github.com/acme/shop")).toBe(markdown);
  expect(listRelativeLinks(markdown)).toEqual([]);
});

test("of a repository elsewhere nothing is known", () => {
  expect(makeLinksAbsolute("[a](b)", "https://example.com/source")).toBe("[a](b)");
});
