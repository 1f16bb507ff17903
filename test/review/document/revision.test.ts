import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { findFile, findSource, RevisionError } from "../../../scripts/review/document/revision.js";

const file = "openapi/openapi.yaml";

test.each([
  ["a path", file],
  ["a path that says more than it must", `./test/../${file}`],
  ["a whole path", pathToFileURL(file).pathname],
])("a file is named from the project's folder, given as %s", (_, path) => {
  expect(findFile(path)).toMatchObject({ name: file, entry: file });
});

test.each([
  ["a path", file],
  ["a URL", pathToFileURL(file).href],
])("a file may be given as %s", (_, text) => {
  expect(findSource(text, "other.yaml")).toMatchObject({ name: file, entry: file });
});

test.each([
  ["no file and no commit", "no-such-thing"],
  ["a folder, which no commit is called", "openapi"],
  ["a URL that cannot be read", "file:%"],
  ["a file of another machine", "file://host.example/a.yaml"],
  ["an option of git", "--help"],
])("what is %s is refused", (_, text) => {
  expect(() => findSource(text, file)).toThrow(new RevisionError(`${text} is neither a file nor a commit`));
});
