import { describe, expect, test } from "vitest";
import type { Direction } from "../../../scripts/json/direction.js";
import { childOf, rootOf } from "../../../scripts/json/place.js";
import type { SearchOutcome } from "../../../scripts/review/decide/search-uses.js";
import type { SchemaUse } from "../../../scripts/review/differ/facts.js";
import type { SchemaChange } from "../../../scripts/review/differ/schemas/index.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import { mergeFindings } from "../../../scripts/review/judge/findings.js";
import { judgeSchemaChange } from "../../../scripts/review/judge/judge-schema-change.js";
import type { TypeVerdict } from "../../../scripts/review/types/index.js";

const document = readDocument({ openapi: "3.1.0", a: {}, never: false }, "base");
const place = childOf(rootOf(document), "a");

const limit: SchemaChange = {
  kind: "assertion",
  keyword: "maximum",
  path: ["list", "*", "n"],
  base: place,
  head: place,
  was: 9,
  now: 8,
  comparison: "narrower",
  own: "narrower",
  spot: "",
  around: { base: undefined, head: undefined },
};

const use = (direction: Direction = "request"): SchemaUse => ({
  thing: "schema",
  operation: { base: undefined, head: undefined },
  part: direction === "request" ? { kind: "body", mediaType: "a/b" } : { kind: "response", status: "200", mediaType: "a/b" },
  subject: direction === "request" ? "request body" : "200 response",
  direction,
  base: [],
  head: [],
}); // prettier-ignore

const seen: SearchOutcome = {
  proofs: new Map(),
  exercised: new Set(),
  resisted: new Set(),
  isBroken: false,
  isOpened: false,
  hasSeen: true,
  tried: 12,
};

type Asked = {
  readonly change?: Partial<SchemaChange>;
  readonly direction?: Direction;
  readonly others?: readonly SchemaChange[];
  readonly part?: SchemaUse["part"];
  readonly outcome?: (change: SchemaChange) => Partial<SearchOutcome> | undefined;
  readonly types?: (change: SchemaChange) => Partial<TypeVerdict>;
};

function judge({ change: rest, direction, others = [], part, outcome = () => undefined, types }: Asked) {
  const change = { ...limit, ...rest };
  const own = outcome(change);
  return judgeSchemaChange(change, {
    use: { ...use(direction), ...(part && { part }) },
    changes: [change, ...others],
    outcome: own && { ...seen, ...own },
    types: types && { losses: new Map(), isWider: false, ...types(change) },
  });
}

const exercised = (change: SchemaChange) => ({ exercised: new Set([change]) });

const resisted = (change: SchemaChange) => ({ resisted: new Set([change]) });

const proof = { value: { n: 9 }, issues: [1, 2, 3, 4].map((n) => ({ message: String(n), path: ["n"], keyword: "maximum", keywordLocation: "/a" })) }; // prettier-ignore

const proveIn = (direction: Direction) => (change: SchemaChange) => ({ proofs: new Map([[change, { ...proof, use: use(direction) }]]) }); // prettier-ignore

const proved = proveIn("request");

describe("on the wire", () => {
  test.each<[name: string, asked: Asked, level: string, verdict: string]>([
    ["what was not searched, such as a component, is nobody's", {}, "patch", "compatible"],
    ["a value shows the break", { outcome: proved }, "major", "proved"],
    ["narrower in a request, and no value tells", { outcome: () => ({}) }, "major", "undecided"],
    ["narrower in a request, and made up for", { outcome: exercised }, "patch", "compatible"],
    ["narrower in a request, made up for as far as was seen, which is nothing", { outcome: (change) => ({ ...exercised(change), hasSeen: false }) }, "major", "undecided"],
    ["narrower in a response", { direction: "response", outcome: () => ({}) }, "minor", "compatible"],
    ["narrower in a response, and made up for", { direction: "response", outcome: resisted }, "patch", "compatible"],
    ["narrower in a response, and made up for here alone", { direction: "response", outcome: (change) => ({ ...resisted(change), isOpened: true }) }, "minor", "compatible"],
    ["wider in a request", { change: { comparison: "wider" }, outcome: () => ({}) }, "minor", "compatible"],
    ["wider in a response, and no value tells", { change: { comparison: "wider" }, direction: "response", outcome: () => ({}) }, "major", "undecided"],
    ["incomparable, and no value tells", { change: { comparison: "incomparable" }, outcome: () => ({}) }, "major", "undecided"],
    ["incomparable, and seen to open", { change: { comparison: "incomparable" }, outcome: (change) => ({ ...exercised(change), isOpened: true }) }, "minor", "compatible"],
    ["incomparable, and seen to change nothing", { change: { comparison: "incomparable" }, outcome: exercised }, "patch", "compatible"],
    ["the same", { change: { comparison: "same" }, outcome: () => ({ isOpened: true }) }, "patch", "compatible"],
    ["a property", { change: { kind: "property", keyword: "properties" }, outcome: () => ({}) }, "minor", "compatible"],
    ["what looks like a rewrite, when a value shows a break", { change: { kind: "rewrite" }, outcome: proved }, "major", "proved"],
    ["what looks like a rewrite, when the whole takes more", { change: { kind: "rewrite", comparison: "same" }, outcome: () => ({ isOpened: true }) }, "minor", "compatible"],
    ["a rewrite", { change: { kind: "rewrite", comparison: "same" }, outcome: () => ({}) }, "patch", "compatible"],
    ["a description, whatever the search says", { change: { kind: "annotation", keyword: "description" }, outcome: proved }, "patch", "compatible"],
    ["readOnly, when a value shows it", { change: { kind: "annotation", keyword: "readOnly" }, outcome: proved }, "major", "proved"],
    ["writeOnly, when a value shows it", { change: { kind: "annotation", keyword: "writeOnly" }, outcome: proved }, "major", "proved"],
    ["readOnly, when no value tells", { change: { kind: "annotation", keyword: "readOnly" }, outcome: () => ({}) }, "patch", "compatible"],
  ])("%s: %s %s", (_, asked, level, verdict) => {
    const { levels, ...finding } = judge(asked);
    expect([levels.wire, finding.verdict]).toEqual([level, verdict]);
  }); // prettier-ignore

  test("an undecided change says what was tried", () => {
    expect(judge({ outcome: () => ({}) }).reason).toBe(
      "none of the 12 values that were tried makes a request that base accepts and head refuses",
    );
    expect(judge({ direction: "response", change: { comparison: "wider" }, outcome: () => ({}) }).reason).toBe(
      "none of the 12 values that were tried makes a response that head accepts and base refuses",
    ); // prettier-ignore
    expect(judge({ outcome: exercised }).reason).toBe(undefined);
  });

  test("a proof is the message with who refuses it, and the first issues", () => {
    expect(judge({ outcome: proved }).proof).toEqual({
      operation: { base: undefined, head: undefined },
      message: { kind: "request", body: { n: 9 } },
      refusedBy: "head",
      issues: ["1", "2", "3"].map((message) => ({ message, path: ["n"], keyword: "maximum" })),
    });
    const answer = judge({ direction: "response", outcome: proveIn("response") }).proof;
    expect([answer?.refusedBy, answer?.message.kind]).toEqual(["base", "response"]);
  }); // prettier-ignore

  describe("a change that the documents leave open is told by what was seen", () => {
    const open = { comparison: "incomparable" } as const;
    const other: SchemaChange = { ...limit, keyword: "minimum" };
    const note: SchemaChange = { ...limit, kind: "annotation" };
    test.each<[name: string, asked: Asked, sentence: string]>([
      ["a value was refused, none is new", { change: open, outcome: proved }, "must now be at most 8 (was 9)"],
      ["in a response, a value is new", { change: open, direction: "response", outcome: proved }, "may now be at most 8 (was 9)"],
      ["values are new, none was refused", { change: open, others: [note], outcome: (change) => ({ ...exercised(change), isOpened: true }) }, "may now be at most 8 (was 9)"],
      ["the same beside another change", { change: open, others: [other], outcome: (change) => ({ ...exercised(change), isOpened: true }) }, "must now be at most 8 (was 9)"],
      ["both", { change: open, outcome: (change) => ({ ...proved(change), isOpened: true, isBroken: true }) }, "must now be at most 8 (was 9)"],
    ])("%s", (_, asked, sentence) => expect(judge(asked).predicate).toBe(sentence)); // prettier-ignore
  });
});

describe("in the types", () => {
  const gone = { kind: "property", keyword: "properties", name: "n", was: true, now: false } as const;
  test.each<[name: string, asked: Asked, level: string, compiler?: string]>([
    ["the compiler was not asked", {}, "patch"],
    ["the compiler refuses nothing", { types: () => ({}) }, "patch"],
    ["the compiler refuses it", { types: (change) => ({ losses: new Map([[change, "why"]]) }) }, "major", "why"],
    ["the compiler refuses another change", { types: () => ({ losses: new Map([[limit, "why"]]) }) }, "patch"],
    ["a rewrite that the compiler refuses", { change: { kind: "rewrite" }, types: (change) => ({ losses: new Map([[change, "why"]]) }) }, "major", "why"],
    ["a property is removed, and the compiler still knows it", { change: gone, types: () => ({}) }, "minor"],
    ["a property is removed, and the compiler was not asked", { change: gone }, "patch"],
    ["a property is added", { change: { ...gone, was: false, now: true }, types: () => ({}) }, "minor"],
    ["the type is wider", { change: { keyword: "type" }, types: () => ({ isWider: true }) }, "minor"],
    ["the type is wider, but no type shows this keyword", { types: () => ({ isWider: true }) }, "patch"],
    ["the type is wider, where something is only written differently", { change: { kind: "rewrite", keyword: "type" }, types: () => ({ isWider: true }) }, "patch"],
    ["the type of a component alone is wider", { change: { keyword: "type" }, part: { kind: "component", name: "A" }, types: () => ({ isWider: true }) }, "patch"],
    ["it is deprecated", { change: { kind: "annotation", keyword: "deprecated", was: undefined, now: true }, types: () => ({}) }, "minor"],
    ["it is no longer deprecated", { change: { kind: "annotation", keyword: "deprecated", was: true, now: undefined }, types: () => ({}) }, "patch"],
  ])("%s: %s", (_, asked, level, compiler) => {
    const finding = judge(asked);
    expect([finding.levels.types, finding.compiler]).toEqual([level, compiler]);
  }); // prettier-ignore
});

describe("a finding", () => {
  test.each<[name: string, change: Partial<SchemaChange>, rule: string, subject: string, predicate: string]>([
    ["of a limit", {}, "maximum-narrower", "`list[].n` of the request body", "must now be at most 8 (was 9)"],
    ["of the whole", { path: [] }, "maximum-narrower", "request body", "must now be at most 8 (was 9)"],
    ["of each item", { path: ["*"] }, "maximum-narrower", "`[]` of the request body", "must now be at most 8 (was 9)"],
    ["under a count goes by the keyword's own comparison", { comparison: "incomparable" }, "maximum-narrower", "`list[].n` of the request body", "must now be at most 8 (was 9)"],
    ["under not goes by the turned one", { comparison: "wider" }, "maximum-wider", "`list[].n` of the request body", "may now be at most 8 (was 9)"],
    ["of a rewrite", { kind: "rewrite", comparison: "same" }, "rewritten", "`list[].n` of the request body", "is written differently and means the same"],
    ["of a new property", { kind: "property", was: false, now: true }, "property-added", "`list[].n` of the request body", "is a new property"],
    ["of a removed property", { kind: "property", was: true, now: false }, "property-removed", "`list[].n` of the request body", "is no longer a property"],
    ["of a required name", { keyword: "required", was: false, now: true }, "required-narrower", "`list[].n` of the request body", "is now required"],
    ["of a description", { kind: "annotation", keyword: "description" }, "description-changed", "`list[].n` of the request body", "has another `description`"],
    ["of a spot that accepts nothing now", { keyword: "properties", was: "schema", now: false }, "properties-narrower", "`list[].n` of the request body", "no longer accepts any value"],
    ["of a spot that accepted nothing", { keyword: "properties", was: false, now: "schema", comparison: "wider" }, "properties-wider", "`list[].n` of the request body", "now accepts values"],
    ["of a default that is called so", { kind: "annotation", keyword: "default", was: "schema", now: false }, "default-changed", "`list[].n` of the request body", 'has the default `false` instead of `"schema"`'],
  ])("%s: %s", (_, change, rule, subject, predicate) => {
    const finding = judge({ change });
    expect([finding.rule, finding.subject, finding.predicate]).toEqual([rule, subject, predicate]);
  }); // prettier-ignore

  test("of a component goes both ways", () => {
    expect(judge({ part: { kind: "component", name: "A" } }).direction).toBe("both");
    expect(judge({ direction: "response" }).direction).toBe("response");
  });
});

describe("findings at one place are one", () => {
  const found = judge({});
  const worse = {
    ...found,
    levels: { wire: "major", types: "minor" },
    verdict: "proved",
    compiler: undefined,
  } as const;
  const typed = {
    ...found,
    levels: { wire: "minor", types: "major" },
    direction: "response",
    compiler: "why",
  } as const;

  test("with the worst levels and the surest verdict, of all operations", () => {
    for (const list of [[worse, typed], [typed, worse]]) {
      expect(mergeFindings(list)).toEqual([
        { ...worse, levels: { wire: "major", types: "major" }, direction: "both", operations: [...found.operations, ...found.operations], compiler: "why" },
      ]);
    }
  }); // prettier-ignore

  test.each<[string, Partial<typeof found>]>([
    ["keyword", { keyword: "minimum" }],
    ["name", { name: "other" }],
    ["place in base", { base: undefined }],
    ["place in head", { head: undefined }],
  ])("but not with another %s", (_, rest) => {
    expect(mergeFindings([found, { ...found, ...rest }])).toHaveLength(2);
  });

  test("and keep their direction where all have it", () => {
    expect(mergeFindings([found, found]).map(({ direction }) => direction)).toEqual(["request"]);
  });
});
