import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import type { Direction } from "../../../scripts/json/direction.js";
import { openAttribution } from "../../../scripts/review/decide/attribution/attribute.js";
import { findProofs } from "../../../scripts/review/decide/find-proofs.js";
import { openInclusions } from "../../../scripts/review/decide/inclusion.js";
import { compareSchemas, type SchemaChange } from "../../../scripts/review/differ/schemas/index.js";
import type { Comparison } from "../../../scripts/review/keywords/index.js";
import { describeUse, type Pair } from "./uses.js";

const issue = { message: "refused", path: [], keyword: "", keywordLocation: "" };
const nameOf = ({ path, keyword }: SchemaChange) => [...path, keyword].join(" ");

type Asked = {
  readonly value: unknown;
  readonly holds: (value: unknown) => boolean;
  readonly direction?: Direction;
  readonly isText?: boolean;
  /** Where the refusing side refuses the value, below its schema. */
  readonly refusedAt?: readonly string[];
  /** Changes at whose spots both sides accept the same. */
  readonly same?: readonly string[];
  /** Changes at whose spots head accepts more. */
  readonly wider?: readonly string[];
};

/** Each change that has a proof, with its value. */
function prove(pair: Pair, { value, holds, direction = "request", isText = false, refusedAt = [], same = [], wider = [] }: Asked) {
  const { documents, use } = describeUse(pair, direction);
  const text = { location: "query", style: "form", explode: true, allowReserved: false };
  const suspects = compareSchemas(use.base, use.head, direction);
  const effectOf = (name: string): Comparison => wider.includes(name) ? "wider" : same.includes(name) ? "same" : "narrower";
  const effects = suspects.map((change) => [change, effectOf(nameOf(change))] as const);
  const inclusions = { ...openInclusions(documents, [use]), blame: () => refusedAt.map((at) => `/components/schemas/A${at}`) };
  const refused = { use: isText ? { ...use, text } : use, suspects, value, holds, refusing: { accepts: () => false, issues: () => [issue] } };
  const { proofs, ...rest } = findProofs(refused, { effects: new Map(effects), isExplained: false }, openAttribution(documents, inclusions));
  expect(rest).toEqual({ undecided: new Set(), reason: undefined });
  return [...proofs].map(([change, proof]) => [nameOf(change), proof.value]);
} // prettier-ignore

const open = (properties: object, rest: object = {}) => ({ type: "object", properties, ...rest });
const has = (name: string) => (value: unknown) => Object.hasOwn(Object(value), name);
const isRefused = (value: unknown) => String(Object(value).a ?? "").length === 5 || Object(value).b === 1;
const denied = (length: number, minimum: number) =>
  open({ a: { not: { minLength: length } }, b: { minimum } });
const limits = (a: number, b: number) => open({ a: { maxLength: a }, b: { minimum: b } });

describe("a change is proved by a value", () => {
  test("that is made as small as it can be", () => {
    const value = { b: [1, 2], a: "abc" };
    expect(prove([open({ a: { maxLength: 5 } }), open({ a: { maxLength: 4 } })], { value, holds: has("a") })).toEqual([["a maxLength", { a: "" }]]);
  });

  test("whose names are in the order of the alphabet", () => {
    const value = { b: [{ d: 1, c: 2 }], a: 3 };
    const isWhole = (smaller: unknown) => isDeepStrictEqual(smaller, value);
    const [[, found] = []] = prove([{ maxProperties: 2 }, { maxProperties: 1 }], { value, holds: isWhole });
    expect(JSON.stringify(found)).toBe('{"a":3,"b":[{"c":2,"d":1}]}');
  });

  test("as it was found, where its texts count", () => {
    const pair: Pair = [{ type: "string", maxLength: 5 }, { type: "string", maxLength: 4 }];
    expect(prove(pair, { value: ["abcde"], holds: () => true, isText: true })).toEqual([["maxLength", ["abcde"]]]);
  });

  test("of its own, where there are several changes", () => {
    const proofs = prove([limits(5, 1), limits(4, 2)], { value: {}, holds: isRefused });
    expect(proofs.map(([name]) => name)).toEqual(["a maxLength", "b minimum"]);
    expect(proofs.map(([, value]) => Object.keys(Object(value)))).toEqual([["a"], ["b"]]);
  });
}); // prettier-ignore

test("first come the changes that take something away where they stand, then those that a denial turns around", () => {
  const asked = { value: {}, holds: isRefused, wider: ["a minLength"] };
  const proofs = prove([denied(6, 1), denied(5, 2)], asked);
  expect(proofs.map(([name]) => name)).toEqual(["b minimum", "a minLength"]);
}); // prettier-ignore

describe("no proof is looked for where", () => {
  test.each<[claim: string, pair: Pair, rest: Partial<Asked>]>([
    ["nothing changes at the spot", [limits(5, 1), limits(4, 2)], { same: ["a maxLength"] }],
    ["more is taken at the spot", [limits(5, 1), limits(4, 2)], { wider: ["a maxLength"] }],
    ["a limit itself takes more", [limits(4, 1), limits(5, 2)], {}],
  ])("%s", (_, pair, rest) => {
    const proofs = prove(pair, { value: { a: "abcde", b: 1 }, holds: isRefused, ...rest });
    expect(proofs.map(([name]) => name)).toEqual(["b minimum"]);
  });
});

describe("where no change alone is to blame, the value speaks for", () => {
  const asked = { value: { a: "abcde", b: 1 }, holds: () => false };
  test.each<[claim: string, rest: Partial<Asked>, names: readonly string[]]>([
    ["the change of the keyword that refuses it", { refusedAt: ["/properties/b/minimum"] }, ["b minimum"]],
    ["the changes inside of what refuses it", { refusedAt: ["/properties/a"] }, ["a maxLength"]],
    ["the change around what refuses it", { refusedAt: ["/properties/b/minimum/x"] }, ["b minimum"]],
    ["both, where both refuse it", { refusedAt: ["/properties"] }, ["a maxLength", "b minimum"]],
    ["the first, where none of them refuses it", { refusedAt: ["/properties/c"] }, ["a maxLength"]],
    ["no change whose name only begins alike", { refusedAt: ["/properties/b/min"] }, ["a maxLength"]],
    ["none that changes nothing at its spot", { refusedAt: ["/properties/a"], same: ["a maxLength"] }, ["b minimum"]],
    ["the first, where nothing changes at any spot", { same: ["a maxLength", "b minimum"] }, ["a maxLength"]],
  ])("%s", (_, rest, names) => {
    expect(prove([limits(5, 1), limits(4, 2)], { ...asked, ...rest })).toEqual(names.map((name) => [name, asked.value]));
  }); // prettier-ignore

  test("those of base, when an answer is refused", () => {
    const [base, head] = [{ maxLength: 4 }, { allOf: [{ maxLength: 5 }] }];
    const rest = { direction: "response", refusedAt: ["/maxLength"] } as const;
    expect(prove([base, head], { ...asked, ...rest })).toEqual([["maxLength", asked.value]]);
  });
});

test("what is not told apart is open, with the reason", () => {
  const count = 82;
  const members = (maxLength: number) =>
    open(Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${100 + index}`, { maxLength }])));
  const { documents, use } = describeUse([members(5), members(4)]);
  const suspects = compareSchemas(use.base, use.head, "request");
  const effects = new Map(suspects.map((change) => [change, "narrower"] as const));
  const refused = {
    use,
    suspects,
    value: { m100: "aaaaa" },
    holds: () => true,
    refusing: { accepts: () => false, issues: () => [issue] },
  };
  const { proofs, undecided, reason } = findProofs(
    refused,
    { effects, isExplained: false },
    openAttribution(documents, openInclusions(documents, [use])),
  );
  expect([proofs.size, [...undecided].map(nameOf), reason]).toEqual([
    80,
    ["m180 maxLength", "m181 maxLength"],
    "more changes come together here than are told apart",
  ]);
});
