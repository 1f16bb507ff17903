import { bundle, createConfig } from "@redocly/openapi-core";

export type Schema = {
  readonly title?: string;
  readonly description?: string;
  readonly pattern?: string;
  readonly "x-pattern-description"?: string;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly properties?: Record<string, Schema | false>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
} & { readonly [K in "minimum" | "maximum" | "minLength" | "maxLength" | "maxItems"]?: number };

type Media = Record<
  string,
  { schema: Schema; examples?: Record<string, { summary: string; value: unknown }> }
>;
export type Answer = { description: string; headers?: Record<string, Schema>; content: Media };
type Operation = {
  operationId: string;
  summary: string;
  description: string;
  requestBody?: { description: string; content: Media };
  responses: Record<string, Answer>;
  "x-codeSamples"?: readonly { label: string; source: string }[];
};
type Described = { description: string };
export type ApiDocument = {
  readonly info: { title: string; summary: string; description: string };
  readonly servers: readonly { url: string }[];
  readonly tags: readonly Described[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { securitySchemes: Record<string, Described> };
};

/** The document, every reference replaced by what it refers to. */
export async function readDocument(): Promise<ApiDocument> {
  const config = await createConfig({});
  const result = await bundle({ ref: "openapi/openapi.yaml", config, dereference: true });
  // The lint test holds the document to the structure of OpenAPI; a part that is missing here fails a test.
  return result.bundle.parsed as ApiDocument;
}

/** Everything that a reader of a schema has to find on the page, in the words of Redocly. */
export function listSchemaTexts(schema: Schema): readonly string[] {
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    member === false ? [] : [name, ...listSchemaTexts(member)],
  );
  return [
    ...listParagraphs(schema.description ?? ""),
    ...listLimits(schema),
    ...[schema.pattern ?? [], schema["x-pattern-description"] ?? []].flat(),
    ...[schema.enum ?? [], schema.examples ?? []].flat(2).map(String),
    ...(schema.items === undefined ? [] : listItemTexts(schema.items)),
    ...members,
  ];
}

/** Of items that are objects, Redocly shows the members alone. */
function listItemTexts(items: Schema): readonly string[] {
  return listSchemaTexts(items.properties === undefined ? items : { ...items, description: "" });
}

/** Text of Markdown as a browser shows it. */
export function listParagraphs(markdown: string): readonly string[] {
  return markdown
    .replaceAll(/`|\*\*/g, "")
    .split("\n")
    .filter(Boolean);
}

function listLimits(schema: Schema): readonly string[] {
  const { minimum, maximum, minLength, maxLength, maxItems } = schema;
  return [
    minimum === undefined ? [] : `[ ${minimum} .. ${maximum} ]`,
    minLength === undefined
      ? []
      : maxLength === undefined
        ? "non-empty"
        : `[ ${minLength} .. ${maxLength} ] characters`,
    minLength === undefined && maxLength !== undefined ? `<= ${maxLength} characters` : [],
    maxItems === undefined ? [] : `<= ${maxItems} items`,
  ].flat();
}
