import { describe, expect, test } from "vitest";
import { createRegistry, locate } from "../../../scripts/jsonschema/schema/registry.js";
import {
  inVocabularies,
  vocabulariesOf,
  type VocabularyMembers,
} from "../../../scripts/jsonschema/schema/vocabularies.js";

const META = "https://a.test/meta";
const vocabulary = (name: string) => `https://json-schema.org/draft/2020-12/vocab/${name}`;
const $vocabulary = { [vocabulary("core")]: true, [vocabulary("applicator")]: false };

function knownIn(schema: object, pointer = ""): readonly string[] | undefined {
  const documents = new Map<string, unknown>([
    ["https://a.test/main", schema],
    [META, { $id: META, $vocabulary }],
    ["https://a.test/none", { $id: "https://a.test/none" }],
  ]);
  const registry = createRegistry(documents, [], (name) => (name === "$defs" ? "map" : undefined));
  const known = vocabulariesOf(locate(registry, "https://a.test/main", pointer), registry);
  return known && [...known];
}

describe("the vocabularies in force", () => {
  const some = ["core", "applicator"];
  test.each<[claim: string, schema: object, pointer: string, known: readonly string[] | undefined]>([
    ["are all without a dialect", {}, "", undefined],
    ["are those that the dialect's meta-schema lists", { $schema: META }, "", some],
    ["whatever fragment it is named with", { $schema: `${META}#` }, "", some],
    ["are those of the document below its root", { $schema: META, $defs: { a: {} } }, "/$defs/a", some],
    ["are those of the resource first", { $defs: { a: { $id: "r", $schema: META } } }, "/$defs/a", some],
    ["are all for a meta-schema that lists none", { $schema: "https://a.test/none" }, "", undefined],
    ["are all for a meta-schema that is not at hand", { $schema: "https://b.test/" }, "", undefined],
    ["are all where the dialect is no text", { $schema: 1 }, "", undefined],
  ])("%s", (_, schema, pointer, known) => expect(knownIn(schema, pointer)).toEqual(known));
});

describe("of a schema", () => {
  const keyword: VocabularyMembers = {
    names: ["contains", "minContains"],
    vocabulary: "applicator",
    vocabularies: { minContains: "validation" },
  };
  const schema = { contains: {}, minContains: 1, other: 2 };
  test.each<[claim: string, known: readonly string[] | undefined, left: object]>([
    ["everything counts where all vocabularies do", undefined, schema],
    ["names of an unknown vocabulary do not count", ["applicator"], { contains: {}, other: 2 }],
    ["a name may be of another vocabulary than the rest", ["validation"], { minContains: 1, other: 2 }],
    ["a longer name of a vocabulary counts", ["validation-x", "applicator"], schema],
    ["a name that only begins alike does not", ["applicators"], { other: 2 }],
  ])("%s", (_, known, left) => {
    expect(inVocabularies(schema, keyword, known && new Set(known))).toEqual(left);
  });

  test("the core always counts", () => {
    const core: VocabularyMembers = { names: ["$ref"], vocabulary: "core" };
    expect(inVocabularies({ $ref: "#" }, core, new Set())).toEqual({ $ref: "#" });
  });
});
