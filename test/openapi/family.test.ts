import { describe, expect, it } from "vitest";
import { compileSchema, readDocument } from "./document.js";

const { paths, security } = await readDocument();
const KEYS = "/outbound/transactional-keys";
const token = { api_token: "transactional_a1b2c3d4" };

const find = (path: string, method: string) => {
  const operation = paths[path]?.[method];
  if (operation === undefined) throw new Error(`${method} ${path} is not described`);
  return operation;
};
const list = find(KEYS, "get");
const create = find(KEYS, "post");
const remove = find(KEYS, "delete");
const rotate = find(`${KEYS}/rotate`, "post");
const update = find(KEYS, "patch");

const bodyOf = ({ requestBody }: typeof list) => {
  const isValid = compileSchema(requestBody?.content["application/json"]?.schema ?? false);
  return (value: unknown): boolean => requestBody?.required === true && isValid(value);
};
const answerOf = ({ responses }: typeof list) =>
  compileSchema(responses["200"]?.content["application/json"]?.schema ?? false);

describe("the family of transactional keys", () => {
  it("has its five operations, the update first", () => {
    const ids = Object.values(paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(ids.slice(0, 5)).toEqual([
      "updateTransactionalKey",
      "listTransactionalKeys",
      "createTransactionalKey",
      "deleteTransactionalKey",
      "rotateTransactionalKey",
    ]);
  });

  it("takes the API key as a bearer token", () => expect(security).toEqual([{ bearerAuth: [] }]));

  it.each([
    ["created", create],
    ["updated", update],
    ["deleted", remove],
    ["rotated", rotate],
  ])("says that a key was %s in the words of the API", (word, operation) => {
    const { description = "", content } = operation.responses["200"] ?? {};
    expect(description).toBe(`Transactional key ${word} successfully`);
    expect(content?.["application/json"]?.example).toMatchObject({ success: true, message: description });
  });

  it.each([list, create, update, remove, rotate])(
    "$operationId answers openly, and its examples hold",
    (operation) => {
      const isValid = answerOf(operation);
      expect(isValid(operation.responses["200"]?.content["application/json"]?.example)).toBe(true);
      expect([{}, { success: true, message: "", more: {} }].map(isValid)).toEqual([true, true]);
      expect(isValid({ success: "yes" })).toBe(false);
      const { example } = operation.requestBody?.content["application/json"] ?? {};
      expect(example === undefined || bodyOf(operation)(example)).toBe(true);
    },
  );

  it.each([list, create, update, remove, rotate])(
    "$operationId describes what a failure says",
    ({ responses }) => {
      const { success: _, ...failures } = { success: responses["200"], ...responses };
      expect(Object.keys(failures)).toEqual(expect.arrayContaining(["400", "401", "403", "429", "default"]));
    },
  );
});

describe("the list", () => {
  const isValid = answerOf(list);

  it("has no parameters and no body: no pagination is published", () => {
    expect(Object.keys(list)).not.toContain("parameters");
    expect(list.requestBody).toBeUndefined();
  });

  it.each([
    ["the older name of the envelope", { "transactional-keys": [{}] }],
    ["the newer name of the envelope", { transactionalKeys: [{}] }],
    ["lists as arrays", { transactionalKeys: [{ approvedDomains: ["a.example"], ipRestrictions: ["::1"] }] }],
    [
      "lists as JSON text",
      { transactionalKeys: [{ approvedDomains: '["a.example"]', ipRestrictions: "[]" }] },
    ],
    [
      "every field of the newer page",
      {
        transactionalKeys: [
          {
            ...token,
            uuid: "0b9a6c1e",
            name: "a",
            status: "active",
            allowAllDomains: true,
            usage: 1,
            quota: 0,
            created_date: "1735689600000",
            last_modified: 1_735_689_600,
          },
        ],
      },
    ],
  ])("may have %s", (_, answer) => expect(isValid(answer)).toBe(true));

  it.each(["disabled", "active", "suspended", "quota-locked", "quota-unlocked", "another", 0, 1])(
    "may have the status %s",
    (status) => expect(isValid({ transactionalKeys: [{ status }] })).toBe(true),
  );

  it.each([
    ["a list that is none", { transactionalKeys: {} }],
    ["a token that is no text", { transactionalKeys: [{ api_token: 1 }] }],
    ["a date of creation as a number", { transactionalKeys: [{ created_date: 1 }] }],
    ["a fraction of a mail", { "transactional-keys": [{ usage: 1.5 }] }],
    ["a number of domains", { transactionalKeys: [{ approvedDomains: 1 }] }],
  ])("may not have %s", (_, answer) => expect(isValid(answer)).toBe(false));
});

describe("the body that creates a key", () => {
  const isValid = bodyOf(create);

  it.each([
    ["a name alone", {}],
    ["sending from all domains", { allowAllDomains: true }],
    ["empty lists", { approvedDomains: [], ipRestrictions: [] }],
    ["the highest quota", { quota: 1_000_000 }],
    ["253 domains", { approvedDomains: Array(253).fill("a.example") }],
    ["50 ranges of both kinds", { ipRestrictions: [...Array(49).fill("10.0.0.0/24"), "::1"] }],
  ])("may have %s", (_, fields) => expect(isValid({ name: "a", ...fields })).toBe(true));

  it.each([
    ["a name of no characters", { name: "" }],
    ["a name of 65 characters", { name: "a".repeat(65) }],
    ["a name with other characters", { name: "a/b" }],
    ["a token", token],
    ["a misspelt field", { qouta: 1 }],
    ["a quota over a million", { quota: 1_000_001 }],
    ["254 domains", { approvedDomains: Array(254).fill("a.example") }],
    ["51 ranges", { ipRestrictions: Array(51).fill("::1") }],
    ["a domain that is none", { approvedDomains: ["localhost"] }],
  ])("may not have %s", (_, fields) => expect(isValid({ name: "a", ...fields })).toBe(false));

  it("may not leave out the name", () => expect(isValid({ quota: 1 })).toBe(false));
});

describe.each([
  ["deletes", remove],
  ["rotates", rotate],
])("the body that %s a key", (_, operation) => {
  const isValid = bodyOf(operation);

  it("is a token and nothing else", () => {
    expect([token, {}, { api_token: "" }, { ...token, status: 0 }].map(isValid)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

it.each([create, rotate])("$operationId gives the new token", (operation) => {
  const isValid = answerOf(operation);
  expect([token, { api_token: null }].map(isValid)).toEqual([true, false]);
});

it("a rotation says that the old token is invalid at once and that all settings stay", () => {
  expect(rotate.description).toContain("The old one is invalid at once; all settings of the key stay.");
});
