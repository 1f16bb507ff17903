import { getLineColLocation, Source } from "@redocly/openapi-core";
import { describe, expect, test } from "vitest";
import { appendPointer } from "../../../scripts/json/pointer.js";
import { JsonNode } from "../../../scripts/pipeline/source/json-tree.js";

type Tree = ReturnType<Source["getAst"]>;

const TEXTS: readonly (readonly [claim: string, text: string])[] = [
  ["an object in one line", `{"a":1,"b":[true,null,"x"],"c":{"d":{}}}`],
  [
    "indented, with space everywhere",
    `\n{ "a" : 1 ,\n  "b" : [ 1.5e3 , [ ] , { } ] ,\n\t"c" : { "d" : false } }\n`,
  ],
  ["brackets, commas and quotes in strings", String.raw`{"a]}":"{[,\"","b\\":["\\","}"],"c":"\\\""}`],
  ["names that are escaped", String.raw`{"\u0061":{"b/c":1,"d~e":2,"":[0]}}`],
  ["names that every object inherits", `{"__proto__":{"constructor":[1]},"toString":2}`],
  ["an array", `[[1,[2]],{"a":[{"b":3}]}]`],
  ["lines that end as on Windows", `{\r\n  "a": [\r\n    1,\r\n    2\r\n  ]\r\n}\r\n`],
];

describe("a place in a JSON text is where the YAML parser finds it", () => {
  test.each(TEXTS)("%s", (_claim, text) => {
    const pointers = ["/none", "/a/none", "/0/none", ...listPointers(JSON.parse(text), "")];
    const places = (isOwn: boolean) =>
      pointers.flatMap((pointer) =>
        [true, false].map((onKey) => ({ pointer, onKey, ...place(text, pointer, onKey, isOwn) })),
      );
    expect(places(true)).toEqual(places(false));
  });
});

function listPointers(value: unknown, pointer: string): string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  const inner = Object.entries(value).flatMap(([key, member]) =>
    listPointers(member, appendPointer(pointer, key)),
  );
  return [pointer, ...inner];
}

/** Where it begins, and what stands there: the YAML parser counts the space behind an object to it. */
function place(text: string, pointer: string, reportOnKey: boolean, isOwn: boolean) {
  const source = new Source("document.json", text);
  // It has what the library asks a tree for.
  if (isOwn) source.getAst = () => new JsonNode(text) as unknown as Tree;
  const { start, end } = getLineColLocation({
    source,
    pointer: `#${pointer === "" ? "/" : pointer}`,
    reportOnKey,
  });
  const offsetOf = ({ line, col }: typeof start): number =>
    text
      .split("\n")
      .slice(0, line - 1)
      .join("\n").length +
    (line > 1 ? 1 : 0) +
    col -
    1;
  return { start, marked: text.slice(offsetOf(start), offsetOf(end ?? start)).trimEnd() };
}
