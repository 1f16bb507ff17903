import { describe, expect, test } from "vitest";
import type { Direction } from "../../../scripts/json/direction.js";
import { childOf, rootOf } from "../../../scripts/json/place.js";
import { KEPT, type Outcome } from "../../../scripts/review/decide/outcome.js";
import type { SchemaUse } from "../../../scripts/review/differ/facts.js";
import type { SchemaChange } from "../../../scripts/review/differ/schemas/index.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import type { Comparison } from "../../../scripts/review/keywords/index.js";
import { mergeFindings, type Proof } from "../../../scripts/review/judge/findings.js";
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
  isDirect: true,
  trail: [],
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

type Asked = {
  readonly change?: Partial<SchemaChange>;
  readonly direction?: Direction;
  readonly others?: readonly SchemaChange[];
  readonly part?: SchemaUse["part"];
  readonly outcome?: (change: SchemaChange) => Partial<Outcome> | undefined;
  readonly types?: (change: SchemaChange) => Partial<TypeVerdict>;
};

function judge({ change: rest, direction, others = [], part, outcome = () => undefined, types }: Asked) {
  const change = { ...limit, ...rest };
  const own = outcome(change);
  return judgeSchemaChange(change, {
    use: { ...use(direction), ...(part && { part }) },
    changes: [change, ...others],
    outcome: own && { ...KEPT, ...own },
    types: types && { losses: new Map(), isWider: false, ...types(change) },
  });
}

/** What head takes at the spot of the change, in a use that the other side takes more of. */
const opened = (effect: Comparison) => (change: SchemaChange) => ({ isOpened: true, effects: new Map([[change, effect]]) }); // prettier-ignore

const open = (change: SchemaChange) => ({ undecided: new Set([change]), reason: "it is a riddle" });

const proof = { value: { n: 9 }, issues: [1, 2, 3, 4].map((n) => ({ message: String(n), path: ["n"], keyword: "maximum", keywordLocation: "/a" })) }; // prettier-ignore

const silent = (change: SchemaChange) => ({ undecided: new Set([change]) });

const noted = (effect: Comparison) => (change: SchemaChange) => ({ ...opened(effect)(change), isOpened: false, note: "so it is" }); // prettier-ignore

const other: SchemaChange = { ...limit, path: ["m"] };

const proveIn = (direction: Direction) => (change: SchemaChange) => ({ proofs: new Map([[change, { ...proof, use: use(direction) }]]) }); // prettier-ignore

const proved = proveIn("request");

describe("on the wire", () => {
  test.each<[name: string, asked: Asked, level: string, verdict: string]>([
    ["what was not searched, such as a component, is nobody's", {}, "patch", "compatible"],
    ["a value shows the break", { outcome: proved }, "major", "proved"],
    ["narrower in a request, and not decided", { outcome: open }, "major", "undecided"],
    ["narrower in a request, and made up for", { outcome: () => ({}) }, "patch", "compatible"],
    ["not decided for another change", { outcome: () => ({ undecided: new Set([other]) }) }, "patch", "compatible"],
    ["wider in a request", { change: { comparison: "wider" }, outcome: opened("wider") }, "minor", "compatible"],
    ["wider, and not at its spot", { change: { comparison: "wider" }, outcome: opened("same") }, "patch", "compatible"],
    ["wider at its spot alone", { outcome: (change) => ({ ...opened("wider")(change), isOpened: false }) }, "patch", "compatible"],
    ["narrower in a response", { direction: "response", outcome: opened("narrower") }, "minor", "compatible"],
    ["a property of an open object", { change: { kind: "property", keyword: "properties", comparison: "same" }, outcome: opened("same") }, "minor", "compatible"],
    ["a property that is news", { change: { kind: "property", keyword: "properties", comparison: "wider" }, outcome: opened("wider") }, "minor", "compatible"],
    ["a property that was as good as there", { change: { kind: "property", keyword: "properties", comparison: "wider" }, outcome: opened("same") }, "patch", "compatible"],
    ["a rewrite", { change: { kind: "rewrite", comparison: "same" }, outcome: opened("wider") }, "patch", "compatible"],
    ["a description, whatever is decided", { change: { kind: "annotation", keyword: "description" }, outcome: proved }, "patch", "compatible"],
    ["readOnly, when a value shows it", { change: { kind: "annotation", keyword: "readOnly" }, outcome: proved }, "major", "proved"],
    ["writeOnly, when a value shows it", { change: { kind: "annotation", keyword: "writeOnly" }, outcome: proved }, "major", "proved"],
    ["readOnly, when nothing is refused", { change: { kind: "annotation", keyword: "readOnly" }, outcome: opened("wider") }, "patch", "compatible"],
  ])("%s: %s %s", (_, asked, level, verdict) => {
    const { levels, ...finding } = judge(asked);
    expect([levels.wire, finding.verdict]).toEqual([level, verdict]);
  }); // prettier-ignore

  test("an undecided change says why", () => {
    expect(judge({ outcome: open }).reason).toBe(
      "it is not decided whether a request that worked is now refused: it is a riddle",
    );
    expect(judge({ direction: "response", outcome: silent }).reason).toBe(
      "it is not decided whether callers may get a response that they do not expect",
    );
    expect(judge({ outcome: proved }).reason).toBe(undefined);
  });

  test("what the level rests on is said where it is minor for that", () => {
    const some = judge({ outcome: noted("wider") });
    expect([some.levels.wire, some.note]).toEqual(["minor", "so it is"]);
    const none = judge({ outcome: noted("same") });
    expect([none.levels.wire, none.note]).toEqual(["patch", undefined]);
  });

  describe("what XML calls a thing counts where XML is sent", () => {
    const part = { kind: "body", mediaType: "application/xml" } as const;
    test.each<[name: string, was: object | undefined, now: object | undefined, level: string, path?: readonly string[]]>([
      ["another name", { name: "a" }, { name: "b" }, "major"],
      ["its own name, said or not", undefined, { name: "n" }, "patch"],
      ["another name than its own", undefined, { name: "m" }, "major"],
      ["an item has no name of its own", undefined, { name: "n" }, "major", ["n", "*"]],
      ["an attribute", {}, { attribute: true }, "major"],
      ["no attribute, said or not", {}, { attribute: false }, "patch"],
      ["a wrapped list", {}, { wrapped: true }, "major"],
      ["another namespace", { namespace: "a" }, { namespace: "b" }, "major"],
      ["another prefix", { prefix: "a" }, { prefix: "b" }, "patch"],
    ])("%s", (_, was, now, level, path = ["n"]) => {
      const change = { kind: "annotation", keyword: "xml", was, now, path } as const;
      expect(judge({ change, part }).levels.wire).toBe(level);
      const { verdict, reason } = judge({ change, part: { ...part, mediaType: "application/soap+xml; v=1" } });
      expect([verdict, reason]).toEqual(level === "major" ? ["undecided", "names and attributes of XML count, and no message was made that shows it"] : ["compatible", undefined]);
      expect(judge({ change, part: { ...part, mediaType: "application/json" } }).levels.wire).toBe("patch");
    }); // prettier-ignore
  });

  test("a proof is the message with who refuses it, and why", () => {
    expect(judge({ outcome: proved }).proof).toEqual({
      operation: { base: undefined, head: undefined },
      message: { kind: "request", contentType: "a/b", body: { n: 9 } },
      part: { kind: "body", mediaType: "a/b" },
      refusedBy: "head",
      issues: ["1", "2", "3", "4"].map((message) => ({ message, path: ["n"], keyword: "maximum" })),
    });
    const answer = judge({ direction: "response", outcome: proveIn("response") }).proof;
    expect([answer?.refusedBy, answer?.message.kind]).toEqual(["base", "response"]);
  }); // prettier-ignore

  describe("a change that the documents leave open is told by what was decided at its spot", () => {
    const left = { comparison: "incomparable" } as const;
    test.each<[name: string, asked: Asked, sentence: string]>([
      ["less is taken", { change: left, outcome: opened("narrower") }, "must now be at most 8 (was 9)"],
      ["more is taken", { change: left, outcome: opened("wider") }, "may now be at most 8 (was 9)"],
      ["nothing was asked", { change: left, outcome: () => ({}) }, "must now be at most 8 (was 9)"],
      ["what the documents say stands", { outcome: opened("wider") }, "must now be at most 8 (was 9)"],
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
    ["of a property that some alternatives alone have now", { kind: "property", was: true, now: "alternative" }, "property-removed", "`list[].n` of the request body", "is now a property of some alternatives alone"],
    ["of a property that some alternatives alone had", { kind: "property", was: "alternative", now: true }, "property-added", "`list[].n` of the request body", "is now a property whatever the alternative"],
    ["of a required name", { keyword: "required", was: false, now: true }, "required-narrower", "`list[].n` of the request body", "is now required"],
    ["of a description", { kind: "annotation", keyword: "description" }, "description-changed", "`list[].n` of the request body", "has a different `description`"],
    ["of a spot that accepts nothing now", { keyword: "properties", was: "schema", now: false }, "properties-narrower", "`list[].n` of the request body", "no longer accepts any value"],
    ["of a spot that accepted nothing", { keyword: "properties", was: false, now: "schema", comparison: "wider" }, "properties-wider", "`list[].n` of the request body", "now accepts values"],
    ["of a default that is called so", { kind: "annotation", keyword: "default", was: "schema", now: false }, "default-changed", "`list[].n` of the request body", 'has the default `false` instead of `"schema"`'],
  ])("%s: %s", (_, change, rule, subject, predicate) => {
    const finding = judge({ change });
    expect([finding.rule, finding.subject, finding.predicate]).toEqual([rule, subject, predicate]);
  }); // prettier-ignore

  test.each<[claim: string, asked: Asked, isKept: boolean | undefined]>([
    ["nobody asked", {}, undefined],
    ["nothing is refused", { outcome: () => ({}) }, true],
    ["a value shows that something is", { outcome: proved }, false],
    ["it is not decided", { outcome: open }, false],
    ["something is refused for another change", { outcome: () => ({ undecided: new Set([other]) }) }, false],
    ["something else is shown, and something else open", { outcome: () => ({ undecided: new Set([other]), proofs: new Map([[other, { ...proof, use: use() }]]) }) }, false],
    ["it is a description, of which nobody asks", { change: { kind: "annotation", keyword: "description" }, outcome: proved }, undefined],
  ])("knows whether every message is kept: %s", (_claim, asked, isKept) => expect(judge(asked).isKept).toBe(isKept)); // prettier-ignore

  test("knows where it counts in a message", () => {
    expect(judge({}).spot).toBe("request body.list.*.n");
    expect(judge({ change: { path: [] } }).spot).toBe("request body");
  });

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

  test.each<[claim: string, one: boolean | undefined, other: boolean | undefined, both: boolean | undefined]>([
    ["of both", true, true, true],
    ["of one alone", true, false, false],
    ["of none", false, false, false],
    ["of one, where nobody asked of the other", undefined, true, true],
    ["of none, where nobody asked of the other", undefined, false, false],
    ["of nobody", undefined, undefined, undefined],
  ])("every message is kept %s", (_claim, first, second, both) => {
    for (const [a, b] of [[first, second], [second, first]])
      expect(mergeFindings([{ ...found, isKept: a }, { ...found, isKept: b }])[0]?.isKept).toBe(both);
  }); // prettier-ignore

  test("and keep what the surest of them rests on, else what another does", () => {
    const sure = { ...worse, note: undefined };
    const typedAndNoted = { ...typed, note: "so it is" };
    expect(mergeFindings([typedAndNoted, sure])[0]?.note).toBe("so it is");
    expect(mergeFindings([typedAndNoted, { ...sure, note: "or so" }])[0]?.note).toBe("or so");
  });

  test("and show what a caller has to act on, a request, before the answer", () => {
    const shown = (refusedBy: "base" | "head", status: string) => {
      const message = { kind: "response", status } as unknown as Proof["message"];
      return { ...worse, proof: { operation: found.operations[0] ?? {}, message, refusedBy, issues: [] } as Proof };
    };
    const [request, answer, later] = [shown("head", "1"), shown("base", "2"), shown("base", "3")];
    for (const list of [[answer, request, later], [request, answer, later], [{ ...answer, ...found }, answer, later, request]])
      expect(mergeFindings(list)[0]).toMatchObject({ proof: request.proof, second: answer.proof });
    const [alone] = mergeFindings([answer, found]);
    expect([alone?.proof, alone?.second]).toEqual([answer.proof, undefined]);
  }); // prettier-ignore

  test("and keep their direction where all have it", () => {
    expect(mergeFindings([found, found]).map(({ direction }) => direction)).toEqual(["request"]);
  });
});

function placeIn(side: "base" | "head", schemas: readonly string[], pointer: string) {
  const components = { schemas: Object.fromEntries(schemas.map((name) => [name, {}])) };
  return { ...rootOf(readDocument({ openapi: "3.1.0", components }, side)), pointer };
}

describe("a change is called after a component", () => {
  const at = "/components/schemas/";
  test.each<[claim: string, base: [string[], string], head: [string[], string], isCalled: boolean]>([
    ["that both sides have", [["A"], `${at}A/properties/a`], [["A"], `${at}A/allOf/0/properties/a`], true],
    ["that was renamed", [["A"], `${at}A/properties/a`], [["B"], `${at}B/properties/a`], true],
    ["but not after another one that is referred to now", [["A", "B"], `${at}A`], [["A", "B"], `${at}B`], false],
    ["but not after a new one that is referred to now", [["A"], `${at}A`], [["A", "B"], `${at}B`], false],
    ["but not after one that is gone, where another was there before", [["A", "B"], `${at}A`], [["B"], `${at}B`], false],
    ["but not after one that is referred to no longer", [["A"], `${at}A`], [["A"], "/paths/~1a"], false],
    ["but not after one that is new for what stood there before", [[], "/paths/~1a"], [["A"], `${at}A`], false],
    ["but not after one that was renamed, for what moved in it", [["A"], `${at}A/items`], [["B"], `${at}B`], false],
  ])("%s", (_claim, [was, base], [is, head], isCalled) => {
    const around = { base: placeIn("base", was, base), head: placeIn("head", is, head) };
    expect(judge({ change: { around } }).isOfComponent).toBe(isCalled);
  });

  test("where one side has no schema at all", () => {
    const around = { base: undefined, head: placeIn("head", [], "/paths/~1a") };
    expect(judge({ change: { around } }).isOfComponent).toBe(true);
  });
}); // prettier-ignore
