import { describe, expect, test } from "vitest";
import { childOf, rootOf } from "../../../scripts/json/place.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import type { Side } from "../../../scripts/review/document/side.js";
import { changedLines } from "../../../scripts/review/report/line-diff.js";
import { createLocator } from "../../../scripts/review/report/location.js";

/** A side of two files; `/N` is in line N of the entry, `/N/M` in line M of the other file. */
function toSide(name: "base" | "head", entry: readonly string[], other: readonly string[] = []): Side {
  const files = new Map([[`${name}.yaml`, entry.join("\n")], ["other.yaml", other.join("\n")]]);
  const locate = (pointer: string) => {
    const [, line, inOther] = pointer.split("/");
    return inOther === undefined ? { file: `${name}.yaml`, line: Number(line), column: 5 } : { file: "other.yaml", line: Number(inOther), column: 7 };
  };
  return { name, document: readDocument({}, name), text: "", locate, files, entry: `${name}.yaml`, source: "", problems: [] };
} // prettier-ignore

const at = (side: Side, ...keys: readonly number[]) => childOf(rootOf(side.document), ...keys);

const base = toSide("base", ["a", "b", "c", "d"], ["x", "y"]);
const head = toSide("head", ["a", "B", "c", "d", "e"], ["x", "y"]);
const locate = createLocator({ base, head }, changedLines);
const inBase = (line: number, column: number, now: number) => ({ side: "base", file: "base.yaml", line, column, inHead: { file: "head.yaml", line: now } }); // prettier-ignore
const inHead = (line: number, column: number) => ({ side: "head", file: "head.yaml", line, column });

describe("a change is found in a line that has changed", () => {
  test.each([
    ["the line of head", { base: at(base, 2), head: at(head, 2) }, inHead(2, 5)],
    ["the line of base, where that of head is as it was", { base: at(base, 2), head: at(head, 3) }, inBase(2, 5, 2)],
    ["the next changed line below", { base: undefined, head: at(head, 3) }, inHead(5, 1)],
    ["the next changed line below the first", { base: undefined, head: at(head, 1) }, inHead(2, 1)],
    ["the last changed line above", { base: at(base, 4), head: undefined }, inBase(2, 1, 2)],
    ["its own line in a file that has not changed", { base: undefined, head: at(head, 1, 2) }, { side: "head", file: "other.yaml", line: 2, column: 7 }],
    ["a changed line of base, where the file of head has none", { base: at(base, 3), head: at(head, 1, 2) }, inBase(2, 1, 2)],
    ["the start of head, where it has no place", { base: undefined, head: undefined }, inHead(1, 1)],
  ])("%s", (_, places, location) => expect(locate(places)).toEqual(location)); // prettier-ignore
});
