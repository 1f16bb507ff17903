import { describe, expect, it } from "vitest";
import { compileSchema, readDocument } from "./document.js";

const document = await readDocument();
const operation = document.paths["/outbound/transactional-keys"]?.["patch"];
const { DomainName, IpRange, ErrorResponse } = document.components.schemas;
const token = { api_token: "transactional_a1b2c3d4" };

describe("the request body", () => {
  const media = operation?.requestBody?.content["application/json"];
  const isValid = compileSchema(media?.schema ?? false);

  it.each([
    ["the token alone", {}],
    ["a status", { status: 0 }],
    ["the other status", { status: 1 }],
    [
      "all settings",
      {
        name: "a",
        allowAllDomains: true,
        approvedDomains: ["a.example"],
        quota: 0,
        ipRestrictions: ["::1"],
      },
    ],
    ["the highest quota", { quota: 1_000_000 }],
    ["empty lists", { approvedDomains: [], ipRestrictions: [] }],
    ["253 domains", { approvedDomains: Array(253).fill("a.example") }],
    ["50 ranges", { ipRestrictions: Array(50).fill("::1") }],
  ])("may have %s", (_, fields) => expect(isValid({ ...token, ...fields })).toBe(true));

  it.each([
    ["status and name", { status: 1, name: "a" }],
    ["status and allowAllDomains", { status: 1, allowAllDomains: true }],
    ["status and approvedDomains", { status: 1, approvedDomains: [] }],
    ["status and quota", { status: 1, quota: 0 }],
    ["status and ipRestrictions", { status: 1, ipRestrictions: [] }],
    ["a status of 2", { status: 2 }],
    ["a misspelt field", { qouta: 1 }],
    ["an empty token", { api_token: "" }],
    ["a negative quota", { quota: -1 }],
    ["a quota over a million", { quota: 1_000_001 }],
    ["a fraction of a quota", { quota: 1.5 }],
    ["254 domains", { approvedDomains: Array(254).fill("a.example") }],
    ["51 ranges", { ipRestrictions: Array(51).fill("::1") }],
  ])("may not have %s", (_, fields) => expect(isValid({ ...token, ...fields })).toBe(false));

  it("may not leave out the token", () => expect(isValid({ name: "a" })).toBe(false));

  it("has valid examples", () => {
    const examples = Object.values(media?.examples ?? {}).map(({ value }) => value);
    expect(examples.map(isValid)).toEqual([true, true]);
  });
});

describe("the answers", () => {
  const { "200": success, ...failures } = operation?.responses ?? {};

  it("leave the success open", () => {
    const isValid = compileSchema(success?.content["application/json"]?.schema ?? false);
    expect([{}, { success: true, message: "", more: 1 }].map(isValid)).toEqual([true, true]);
    expect(isValid({ success: "yes" })).toBe(false);
  });

  it("share one open schema for failures, and say that the pages do not list them", () => {
    expect(Object.keys(failures)).toEqual(["400", "401", "403", "404", "429", "default"]);
    for (const { content, description } of Object.values(failures)) {
      expect(content["application/json"]?.schema).toEqual(ErrorResponse);
      expect(description).toMatch(/(?:Not on|On) the provider's (?:newer )?pages/);
    }
    const isValid = compileSchema(ErrorResponse ?? false);
    expect([{}, { message: "" }, { success: false, error: "", code: 1 }].map(isValid)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("tell in whole seconds when the account may call again", () => {
    expect(failures["429"]?.headers?.["Retry-After"]?.schema).toMatchObject({ type: "integer", minimum: 0 });
  });
});

describe("a published pattern", () => {
  it("is kept word for word for domains", () => {
    expect(DomainName?.["x-published-pattern"]).toBe(
      "^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?.)+[a-zA-Z]{2,}$",
    );
  });

  it("is kept word for word for IP ranges", () => {
    expect(IpRange?.["x-published-pattern"]).toBe(
      [
        "^(?:(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?).){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)(?:/(?:3[0-2]|[12]?[0-9]))?)|(?:(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?",
        "|(?:[0-9a-fA-F]{1,4}:){1,7}:(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?",
        "|(?:[0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?",
        "|(?:[0-9a-fA-F]{1,4}:){1,5}(?::[0-9a-fA-F]{1,4}){1,2}(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?",
        "|(?:[0-9a-fA-F]{1,4}:){1,4}(?::[0-9a-fA-F]{1,4}){1,3}(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?",
        "|(?:[0-9a-fA-F]{1,4}:){1,3}(?::[0-9a-fA-F]{1,4}){1,4}(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?",
        "|(?:[0-9a-fA-F]{1,4}:){1,2}(?::[0-9a-fA-F]{1,4}){1,5}(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?",
        "|[0-9a-fA-F]{1,4}:(?::[0-9a-fA-F]{1,4}){1,6}(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?",
        "|:(?::[0-9a-fA-F]{1,4}){1,7}(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?",
        "|::(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?)$",
      ].join(""),
    );
  });

  it("has a description of the corrected one in words beside it", () => {
    for (const schema of [DomainName, IpRange])
      expect(schema?.["x-pattern-description"]).toMatch(/^an? .+ such as /);
  });
});
