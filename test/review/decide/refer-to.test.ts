import { expect, test } from "vitest";
import { referTo } from "../../../scripts/review/decide/refer-to.js";

test.each([
  ["the whole document", "", "a:b#"],
  ["a member", "/components/schemas/A", "a:b#/components/schemas/A"],
  ["a name with a slash and a tilde", "/a~1b/c~0d", "a:b#/a~1b/c~0d"],
  ["a name that a fragment cannot hold", "/a b/%", "a:b#/a%20b/%25"],
  ["an empty name", "/", "a:b#/"],
])("a reference to %s", (_, pointer, $ref) => expect(referTo("a:b", pointer)).toEqual({ $ref }));
