import { readFile } from "node:fs/promises";

export const SUBJECTS = ["endpoint", "nested", "moltar", "closed", "published"] as const;

/**
 * What is validated: the body of the endpoint; an order with a tagged oneOf, nullable fields, a map and up to 100
 * lines; the object of typescript-runtime-type-benchmarks, open and closed; and the body of the endpoint with the
 * pattern of domains that the provider publishes, which an engine that tries one way after the other takes years for.
 */
export type Subject = (typeof SUBJECTS)[number];

export type JsonObject = { readonly [key: string]: unknown };

/** A document as `generate` reads it, with the pointer of the schema. */
export type Described = { readonly document: JsonObject; readonly pointer: string };

export async function describeSubject(subject: Subject): Promise<Described> {
  if (isEndpoint(subject)) return { document: await readEndpoint(subject), pointer: BODY };
  const document = {
    openapi: "3.1.1",
    info: { title: subject, version: "1.0.0" },
    components: { schemas: { Subject: OWN[subject] } },
  };
  return { document, pointer: "/components/schemas/Subject" };
}

/** The same as one JSON Schema, for libraries that know nothing of OpenAPI. */
export async function jsonSchemaOf(subject: Subject): Promise<JsonObject> {
  if (!isEndpoint(subject)) return OWN[subject];
  const document = await readEndpoint(subject);
  const schema = BODY.slice(1).split("/").reduce(step, document);
  const definitions = ["components", "schemas"].reduce(step, document);
  const text = JSON.stringify({ ...schema, $defs: definitions });
  // Parsed back from an object's text.
  return JSON.parse(text.replaceAll("#/components/schemas/", "#/$defs/")) as JsonObject;
}

const BODY = "/paths/~1outbound~1transactional-keys/patch/requestBody/content/application~1json/schema";

function isEndpoint(subject: Subject): subject is "endpoint" | "published" {
  return subject === "endpoint" || subject === "published";
}

async function readEndpoint(subject: "endpoint" | "published"): Promise<JsonObject> {
  const file = new URL("../../../generated/openapi.json", import.meta.url);
  // `generate` writes an OpenAPI document, which is an object.
  const document = JSON.parse(await readFile(file, "utf8")) as JsonObject;
  if (subject === "endpoint") return document;
  const domain = ["components", "schemas", "DomainName"].reduce(step, document);
  const text = JSON.stringify(document).replaceAll(
    `"pattern":${JSON.stringify(domain["pattern"])}`,
    () => `"pattern":${JSON.stringify(domain["x-published-pattern"])}`,
  );
  return JSON.parse(text) as JsonObject;
}

function step(node: JsonObject, token: string): JsonObject {
  const value = node[token.replaceAll("~1", "/").replaceAll("~0", "~")];
  if (typeof value !== "object" || value === null) throw new Error(`the document has no ${token}`);
  // Neither null nor a scalar, and arrays have no place on the ways above.
  return value as JsonObject;
}

function record(properties: JsonObject, optional: readonly string[] = [], isClosed = true): JsonObject {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", required, properties, ...(isClosed ? { additionalProperties: false } : {}) };
}

const LINE = record(
  {
    sku: { type: "string", minLength: 1, maxLength: 32 },
    quantity: { type: "integer", minimum: 1, maximum: 1000 },
    price: { type: "number", minimum: 0 },
    note: { type: ["string", "null"], maxLength: 200 },
  },
  ["note"],
);

const PAYMENT = {
  oneOf: [
    record({ kind: { const: "card" }, last4: { type: "string", pattern: "^[0-9]{4}$" } }),
    record({ kind: { const: "transfer" }, iban: { type: "string", minLength: 15, maxLength: 34 } }),
    record(
      {
        kind: { const: "invoice" },
        days: { type: "integer", minimum: 0, maximum: 90 },
        to: { type: "string" },
      },
      ["to"],
    ),
  ],
};

const ORDER = record(
  {
    id: { type: "string", minLength: 1, maxLength: 40 },
    customer: record({
      name: { type: "string", minLength: 1, maxLength: 100 },
      phone: { type: ["string", "null"] },
    }),
    status: { enum: ["open", "paid", "sent"] },
    lines: { type: "array", minItems: 1, maxItems: 100, items: LINE },
    payment: PAYMENT,
    labels: { type: "object", additionalProperties: { type: "string", maxLength: 40 } },
    discount: { type: ["number", "null"], minimum: 0, maximum: 1 },
  },
  ["labels", "discount"],
);

function moltar(isClosed: boolean): JsonObject {
  const string = { type: "string" };
  const number = { type: "number" };
  const boolean = { type: "boolean" };
  const deeplyNested = record({ foo: string, num: number, bool: boolean }, [], isClosed);
  const flat = { number, negNumber: number, maxNumber: number, string, longString: string, boolean };
  return record({ ...flat, deeplyNested }, [], isClosed);
}

const OWN = { nested: ORDER, moltar: moltar(false), closed: moltar(true) };
