import { describe, expect, test } from "vitest";
import { listFacts, listSchemas, withOperation, withWebhook } from "./facts-of.js";

const json = (schema: unknown) => ({ content: { "application/json": { schema } } });
const news = (status: string) =>
  `status ${status} is not described: {"kind":"response","status":"${status}"}`;

type Case = [name: string, base: object, head: object, facts: readonly string[]];

describe("responses that the API sends", () => {
  test.each<Case>([
    ["a success is added", {}, { "201": {} }, [`response success added | 201 response (responses) | nowhere → …/responses/201 | ${news("201")}`]],
    ["a success is removed", { "201": {} }, {}, ["response success removed | 201 response (responses) | …/responses/201 → nowhere"]],
    ["a failure is added", {}, { "409": {} }, ["response failure added | 409 response (responses) | nowhere → …/responses/409"]],
    ["a range of failures is added", {}, { "5XX": {} }, ["response failure added | 5XX response (responses) | nowhere → …/responses/5XX"]],
    ["default is added", {}, { default: {} }, ["response failure added | default response (responses) | nowhere → …/responses/default"]],
    ["a failure is removed", { "409": {} }, {}, ["response failure removed | 409 response (responses) | …/responses/409 → nowhere"]],
    ["a status is added beside its range", { "2xx": {} }, { "2xx": {}, "201": {} }, ["response covered response added | 201 response (responses) | nowhere → …/responses/201"]],
    ["a status is removed beside default", { "201": {}, default: {} }, { default: {} }, ["response covered response removed | 201 response (responses) | …/responses/201 → nowhere"]],
    ["a range has no case", { "2XX": {} }, { "2xx": {} }, []],
    ["a range comes beside statuses of it", { "200": {} }, { "200": {}, "2XX": {} }, ['response success added | 2XX response (responses) | nowhere → …/responses/2XX | status 2XX is not described: {"kind":"response","status":"201"}']],
    ["an extension is none", {}, { "x-a": {} }, []],
    ["an extension that is removed is none", { "x-a": {} }, {}, []],
    ["it is described", { "200": {} }, { "200": { description: "ok" } }, ['both text changed | 200 response (description) | nowhere → …/responses/200/description | absent → "ok"']],
  ])("%s", (_, base, head, facts) => {
    expect(listFacts(withOperation({ responses: base }), withOperation({ responses: head }))).toEqual(facts);
  }); // prettier-ignore
});

describe("responses that the caller of the API gives to a webhook", () => {
  test.each<Case>([
    ["one is added", {}, { "201": {} }, ["request success added | 201 response (responses) | nowhere → …/responses/201"]],
    ["one is removed", { "201": {} }, {}, ["request success removed | 201 response (responses) | …/responses/201 → nowhere"]],
  ])("%s", (_, base, head, facts) => {
    expect(listFacts(withWebhook({ responses: base }), withWebhook({ responses: head }))).toEqual(facts);
  }); // prettier-ignore
});

describe("a status that one side does not name falls to its range or to default", () => {
  test.each([
    ["of its own", { "200": json({}) }, { "200": json(false) }, ["response response 200 application/json: 200 response"]],
    ["of base's range", { "2XX": json({}) }, { "2XX": json({}), "200": json(false) }, ["response response 200 application/json: 200 response"]],
    ["of its range before default", { "2XX": json({}), default: json(true) }, { "2XX": json({}), default: json(true), "200": json({ type: "null" }) }, ["response response 200 application/json: 200 response"]],
    ["of its range in either case", { "2xx": json({}) }, { "2xx": json({}), "200": json(false) }, ["response response 200 application/json: 200 response"]],
    ["of no other range", { "4XX": json({}) }, { "4XX": json({}), "200": json(false) }, []],
    ["default itself to none", { "2XX": json({}) }, { "2XX": json({}), default: json(false) }, []],
    ["of head's default", { "200": json({}) }, { default: json(false) }, ["response response 200 application/json: 200 response"]],
  ])("%s", (_, base, head, schemas) => {
    expect(listSchemas(withOperation({ responses: base }), withOperation({ responses: head }))).toEqual(schemas);
  }); // prettier-ignore
});
