import { writeFileSync } from "node:fs";
import { join } from "node:path";

type Json = Record<string, unknown>;

/**
 * Writes two documents of so many operations into a folder. Each operation has parameters, a body, answers and
 * component schemas of its own, and shares some with the others; the head differs in so many operations and in one
 * component that all use.
 * @returns their paths.
 */
export function writeLargeDocuments(
  operations: number,
  changes: number,
  folder: string,
): readonly [base: string, head: string] {
  const [base, head] = [join(folder, "base.json"), join(folder, "head.json")];
  writeFileSync(base, createDocument(operations, changes, false));
  writeFileSync(head, createDocument(operations, changes, true));
  return [base, head];
}

function createDocument(operations: number, changes: number, isHead: boolean): string {
  const schemas: Json = { Problem: problem, Address: address, Page: createPage(isHead) };
  const paths: Json = {};
  const step = Math.ceil(operations / changes);
  for (let index = 0; index < operations; index += 1) {
    const kind = isHead && index % step === 0 ? ((index / step) % 4) + 1 : 0;
    schemas[`Thing${index}`] = createThing(index, kind);
    schemas[`NewThing${index}`] = createNewThing(index, kind);
    paths[`/things${index}/{id}`] = { put: createOperation(index, kind) };
  }
  const info = { title: "Things", version: "1" };
  const servers = [{ url: "https://api.example.com" }];
  return JSON.stringify({ openapi: "3.1.0", info, servers, paths, components: { schemas } }, undefined, 2);
}

const problem = { type: "object", required: ["message"], properties: { message: { type: "string" } } };
const address = {
  type: "object",
  required: ["street", "country"],
  properties: {
    street: { type: "string", maxLength: 120 },
    city: { type: "string" },
    country: { type: "string", pattern: "^[A-Z]{2}$" },
  },
};

/** The component that every answer holds. */
function createPage(isHead: boolean): Json {
  const number = { type: "integer", minimum: 1 };
  const properties = { number, size: { type: "integer", maximum: isHead ? 101 : 100 } };
  return { type: "object", required: ["number"], properties };
}

function createThing(index: number, kind: number): Json {
  return {
    type: "object",
    required: ["id", "state", "createdAt"],
    properties: {
      id: { type: "string", format: "uuid" },
      name: { type: "string" },
      state: { enum: ["active", "paused", ...(kind === 1 ? ["deleted"] : [])] },
      createdAt: { type: "string", format: "date-time" },
      address: { $ref: "#/components/schemas/Address" },
      page: { $ref: "#/components/schemas/Page" },
      counts: { type: "object", additionalProperties: { type: "integer", minimum: index % 3 } },
      parent: { anyOf: [{ $ref: `#/components/schemas/Thing${index}` }, { type: "null" }] },
    },
  };
}

function createNewThing(index: number, kind: number): Json {
  return {
    type: "object",
    required: ["name", ...(kind === 2 ? ["tags"] : [])],
    properties: {
      name: { type: "string", minLength: 1, maxLength: kind === 3 ? 79 : 80 },
      tags: { type: "array", items: { type: "string", pattern: "^[a-z0-9-]+$" }, maxItems: 20 },
      address: { $ref: "#/components/schemas/Address" },
      limit: { type: ["integer", "null"], minimum: 0, maximum: 1000 + index },
    },
  };
}

function createOperation(index: number, kind: number): Json {
  const json = (schema: Json) => ({ content: { "application/json": { schema } } });
  const limit = { type: "integer", minimum: 1, maximum: kind === 4 ? 99 : 100 };
  return {
    operationId: `putThing${index}`,
    summary: `Puts thing ${index}`,
    parameters: [
      { name: "id", in: "path", required: true, schema: { type: "string" } },
      { name: "limit", in: "query", schema: limit },
      { name: "sort", in: "query", schema: { enum: ["name", "createdAt"] } },
    ],
    requestBody: { required: true, ...json({ $ref: `#/components/schemas/NewThing${index}` }) },
    responses: {
      "200": { description: "The thing", ...json({ $ref: `#/components/schemas/Thing${index}` }) },
      "400": { description: "Refused", ...json({ $ref: "#/components/schemas/Problem" }) },
    },
  };
}
