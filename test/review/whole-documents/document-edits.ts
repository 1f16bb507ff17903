import { readFileSync } from "node:fs";
import type { Level } from "../../../scripts/review/judge/levels.js";

/** The document that is edited. */
export const shop = readFileSync("test/review/whole-documents/shop.yaml", "utf8");

/** What is put in place of what, and the levels that follow. */
type Edit = readonly [
  name: string,
  from: string,
  to: string,
  levels: { readonly wire: Level; readonly types: Level },
];

const major = { wire: "major", types: "major" } as const;
const minor = { wire: "minor", types: "minor" } as const;
const patch = { wire: "patch", types: "patch" } as const;
const none = { wire: "none", types: "none" } as const;

const drop = `    delete:
      operationId: dropItem
      parameters:
        - name: id
          in: path
          required: true
          schema:
            type: string
      responses:
        "204":
          description: gone
`;
const limit = `        - name: limit
          in: query
          schema:
            type: integer
            maximum: 100
`;
const total = `          headers:
            X-Total:
              required: true
              schema:
                type: integer
`;
const added = `        "201":
          description: added
`;

/** Each edit of the document, with what it means for callers. */
const table: readonly Edit[] = [
  ["an operation goes", `  /items/{id}:\n${drop}`, "", major],
  ["an operation comes", drop, `${drop}    get:\n      operationId: getItem\n      parameters:\n        - name: id\n          in: path\n          required: true\n          schema:\n            type: string\n      responses:\n        "200":\n          description: one\n`, minor],
  ["an operation is renamed", "operationId: addItem", "operationId: createItem", { wire: "patch", types: "major" }],
  ["an operation is deprecated", "operationId: addItem", "operationId: addItem\n      deprecated: true", { wire: "patch", types: "minor" }],
  ["a path's parameter is renamed", "/items/{id}:\n    delete:\n      operationId: dropItem\n      parameters:\n        - name: id", "/items/{item}:\n    delete:\n      operationId: dropItem\n      parameters:\n        - name: item", { wire: "patch", types: "major" }],
  ["a parameter goes", limit, "", { wire: "minor", types: "major" }],
  ["an optional parameter comes", limit, `${limit}        - name: page\n          in: query\n          schema:\n            type: integer\n`, minor],
  ["a required parameter comes", limit, `${limit}        - name: page\n          in: query\n          required: true\n          schema:\n            type: integer\n`, major],
  ["a parameter becomes required", "name: limit\n          in: query", "name: limit\n          in: query\n          required: true", major],
  ["a parameter is narrowed", "maximum: 100", "maximum: 99", { wire: "major", types: "patch" }],
  ["a parameter is widened", "maximum: 100", "maximum: 101", { wire: "minor", types: "patch" }],
  ["a parameter's list is joined by commas", "name: tags\n          in: query", "name: tags\n          in: query\n          explode: false", { wire: "major", types: "patch" }],
  ["style and explode at their defaults", "name: tags\n          in: query", "name: tags\n          in: query\n          style: form\n          explode: true", patch],
  ["a parameter moves to the path item", "  /items/{id}:\n    delete:\n      operationId: dropItem\n      parameters:\n        - name: id\n          in: path\n          required: true\n          schema:\n            type: string\n", "  /items/{id}:\n    parameters:\n      - name: id\n        in: path\n        required: true\n        schema:\n          type: string\n    delete:\n      operationId: dropItem\n", none],
  ["security falls away", "security:\n  - key: []\n", "", { wire: "minor", types: "patch" }],
  ["another scheme is asked for", "security:\n  - key: []\n", "security:\n  - basic: []\n", { wire: "major", types: "patch" }],
  ["an alternative scheme comes", "security:\n  - key: []\n", "security:\n  - key: []\n  - basic: []\n", { wire: "minor", types: "patch" }],
  ["a second scheme is asked for as well", "security:\n  - key: []\n", "security:\n  - key: []\n    basic: []\n", { wire: "major", types: "patch" }],
  ["security written at the operation", "operationId: addItem", "operationId: addItem\n      security:\n        - key: []", patch],
  ["a server goes", "https://api.example.com", "https://api.example.org", { wire: "major", types: "patch" }],
  ["a server comes", "  - url: https://api.example.com\n", "  - url: https://api.example.com\n  - url: https://api.example.org\n", { wire: "minor", types: "patch" }],
  ["a server's trailing slash", "https://api.example.com", "https://api.example.com/", patch],
  ["a media type of a request goes", "requestBody:\n        required: true\n        content:\n          application/json:\n            schema:\n              $ref: \"#/components/schemas/NewItem\"", "requestBody:\n        required: true\n        content:\n          application/xml:\n            schema:\n              $ref: \"#/components/schemas/NewItem\"", major],
  ["a media type of a request comes", "        content:\n          application/json:\n            schema:\n              $ref: \"#/components/schemas/NewItem\"", "        content:\n          application/x-www-form-urlencoded:\n            schema:\n              $ref: \"#/components/schemas/NewItem\"\n          application/json:\n            schema:\n              $ref: \"#/components/schemas/NewItem\"", minor],
  ["a body becomes optional", "operationId: addItem\n      requestBody:\n        required: true\n", "operationId: addItem\n      requestBody:\n", minor],
  ["a body goes", "      operationId: addItem\n      requestBody:\n        required: true\n        content:\n          application/json:\n            schema:\n              $ref: \"#/components/schemas/NewItem\"\n", "      operationId: addItem\n", major],
  ["a success comes", added, `${added}        "202":\n          description: later\n`, { wire: "major", types: "minor" }],
  ["a failure is described", added, `${added}        "409":\n          description: there is one\n`, minor],
  ["a described answer goes", "        \"404\":\n          description: nothing\n          content:\n            application/json:\n              schema:\n                $ref: \"#/components/schemas/Problem\"\n", "", { wire: "minor", types: "major" }],
  ["a header that was always there goes", total, "", major],
  ["a header may be missing", "            X-Total:\n              required: true\n", "            X-Total:\n", major],
  ["a header comes", total, `${total}            X-Page:\n              schema:\n                type: integer\n`, minor],
  ["a webhook goes", "webhooks:\n  itemAdded:", "webhooks:\n  itemCreated:", { wire: "minor", types: "major" }],
  ["a webhook's body may lack a name", "required: [at]", "required: []", major],
  ["a webhook's body always has a name", "      required: [at]\n      properties:\n", "      required: [at, id]\n      properties:\n        id:\n          type: string\n", minor],
  ["an answer's enum is widened", "enum: [book, record]", "enum: [book, record, film]", major],
  ["an answer's enum is narrowed", "enum: [book, record]", "enum: [book]", { wire: "minor", types: "minor" }],
  ["a request's length is narrowed", "maxLength: 80", "maxLength: 79", { wire: "major", types: "patch" }],
  ["a request's name is required", "required: [name]", "required: [name, note]", major],
  ["a request no longer takes null", "type: [string, \"null\"]", "type: string", major],
  ["a component goes that nothing uses any more", "items:\n                  $ref: \"#/components/schemas/Item\"", "items:\n                  type: object\n                  required: [id, kind]\n                  properties:\n                    id:\n                      type: string\n                    kind:\n                      enum: [book, record]\n                    secret:\n                      type: string\n                      readOnly: true", none],
  ["a component's name changes", "schemas/NewItem\"", "schemas/ItemToAdd\"", { wire: "patch", types: "major" }],
  ["comments and words", "description: added", "description: has been added # at once", patch],
]; // prettier-ignore

function apply(from: string, to: string): string {
  if (!shop.includes(from)) throw new Error(`the document has no ${from}`);
  const edited = shop.replace(from, () => to);
  return to.endsWith('ItemToAdd"') ? edited.replace("    NewItem:", "    ItemToAdd:") : edited;
}

export type DocumentEdit = { readonly name: string; readonly text: string; readonly levels: Edit[3] };

export const documentEdits: readonly DocumentEdit[] = table.map(([name, from, to, levels]) => ({
  name,
  text: apply(from, to),
  levels,
}));
