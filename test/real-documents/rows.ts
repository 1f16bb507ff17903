type Large = {
  readonly name: string;
  readonly file: string;
  /** How many validators are written; schemas that mean the same share one. */
  readonly schemas: number;
  /** How many of the document's examples were checked. */
  readonly examples: number;
  /** Those that their own schema refuses: the mistake is the document's. */
  readonly findings: readonly string[];
};

export const large: readonly Large[] = [
  { name: "galaxy", file: "@scalar/galaxy/dist/3.1.yaml", schemas: 21, examples: 4, findings: [] },
  {
    name: "figma",
    file: "@figma/rest-api-spec/openapi/openapi.yaml",
    schemas: 426,
    examples: 0,
    findings: [],
  },
  {
    name: "neon",
    file: "@neondatabase/api-client/public-v2-for-users.gen.yaml",
    schemas: 532,
    examples: 75,
    findings: [],
  },
  {
    name: "blockfrost",
    file: "@blockfrost/openapi/openapi.yaml",
    schemas: 484,
    examples: 208,
    findings: [
      '/components/schemas/account_utxo_content/example: /0/tx_index "tx_index" is required, and 2 more',
      '/components/schemas/address_utxo_content/example: /0/tx_index "tx_index" is required, and 2 more',
      "/components/schemas/pool_list_extended/example: /0/blocks_minted must be an integer, and 20 more",
      "/components/schemas/utils_addresses_xpub/example: / must be an object",
    ],
  },
  {
    name: "dialogporten",
    file: "@digdir/dialogporten-schema/swagger.verified.json",
    schemas: 207,
    examples: 3,
    findings: [],
  },
  { name: "gitbook-json", file: "@gitbook/api/spec/openapi.json", schemas: 1485, examples: 9, findings: [] },
  { name: "gitbook-yaml", file: "@gitbook/api/spec/openapi.yaml", schemas: 1485, examples: 9, findings: [] },
];

/** One feature a document, in folders by version of OpenAPI. */
export const oasExamples = "@readme/oas-examples";

/** They show `$schema` with a draft whose exclusive bounds are flags; OpenAPI 3.1 has them as numbers. */
export const warned: Readonly<Record<string, RegExp>> = {
  "readme/3.1/schema-validation-local": /exclusiveM(?:in|ax)imum/,
  "readme/3.1/schema-validation-top-level": /exclusiveM(?:in|ax)imum/,
};

const primitive = "/paths/~1requestBody-primitive-example";

export const readmeFindings: Readonly<Record<string, readonly string[]>> = {
  // JSON written as a text, where the schema wants the object or the array itself.
  "readme/3.0/request-examples": [
    ["patch", "an object"],
    ["put", "an array"],
  ].flatMap(([method, type]) =>
    ["requestBody", "responses/200"].flatMap((owner) =>
      ["cat", "dog"].map(
        (key) =>
          `${primitive}/${method}/${owner}/content/application~1json/examples/${key}: / must be ${type}`,
      ),
    ),
  ),
  "readme/3.0/schema-circular": ["/components/schemas/FormDataBodyPart/example: / must be an object"],
};
