import { describe, expect, test } from "vitest";
import { parseStrictJson } from "../../../scripts/pipeline/source/json-text.js";

describe("a JSON text is read when no object has a name twice", () => {
  test.each([
    ["colons and quotes inside strings", String.raw`{ "a\\": "\":", "b": ["\\\\", ":", { "c" : 1 }] }`, true],
    ["the names of all objects' prototypes", `{ "__proto__": 1, "constructor": { "__proto__": 2 } }`, true],
    ["the same name in two objects", `[{ "a": 1 }, { "a": { "a": 2 } }]`, true],
    ["the same name twice", `{ "a": 1, "a": 1 }`, false],
    ["the same name in two spellings", String.raw`{ "a": 1, "\u0061": 2 }`, false],
    ["__proto__ twice", `{ "__proto__": 1, "__proto__": 2 }`, false],
    ["no JSON", `{ a: 1 }`, false],
    ["half of a string", `{ "a`, false],
  ])("%s", (_claim, text, isStrict) => {
    expect(parseStrictJson(text)).toEqual(isStrict ? { value: JSON.parse(text) as unknown } : undefined);
  });
});
