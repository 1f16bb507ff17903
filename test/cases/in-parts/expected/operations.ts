// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
import {
  type ListThingsResponse200,
  type thing,
  validateListThingsQueryTag,
  validateListThingsResponse200,
  validateid,
  validateproblem,
  validatething,
} from "./validators.js";
import type { paths } from "./schema.js";
import type { CallOptions } from "./wire/method/call-options.js";
import type { Result } from "./wire/method/result.js";
import { writeForm } from "./wire/parameter/write-form.js";
import { writeHeaderKey } from "./wire/credential/write-header-key.js";
import { writeParameters } from "./wire/parameter/write-parameters.js";
import { writeSimple } from "./wire/parameter/write-simple.js";

/** Base addresses in the document's order, with the defaults of their variables filled in. */
export const servers = ["https://eu.example.com"] as const;

/** What a client has to know of each operation at run time, by operationId. */
export const operations = {
  /** List things */
  listThings: {
    method: "GET",
    path: "/things",
    deprecated: false,
    idempotent: true,
    security: [{ key: { write: writeHeaderKey, name: "X-Key" } }],
    parameters: [
      {
        in: "query",
        name: "tag",
        required: false,
        write: writeForm,
        explode: false,
        validate: validateListThingsQueryTag,
      },
    ],
    writeParameters: writeParameters,
    requestBody: undefined,
    responses: { "200": { "application/json": validateListThingsResponse200 } },
  },
  /**
   * Add a thing
   *
   * @deprecated
   */
  addThing: {
    method: "POST",
    path: "/things",
    deprecated: true,
    idempotent: false,
    security: [{ key: { write: writeHeaderKey, name: "X-Key" } }],
    parameters: [],
    requestBody: { required: true, content: { "application/json": validatething } },
    responses: { "201": {}, default: { "application/json": validateproblem } },
  },
  readThing: {
    method: "GET",
    path: "/things/{id}",
    deprecated: false,
    idempotent: true,
    security: [],
    parameters: [
      { in: "path", name: "id", required: true, write: writeSimple, explode: false, validate: validateid },
    ],
    writeParameters: writeParameters,
    requestBody: undefined,
    responses: { "200": { "application/json": validatething } },
  },
} as const;

export type ListThingsParams = paths["/things"]["get"]["parameters"];
export type ReadThingParams = paths["/things/{id}"]["get"]["parameters"];

/** The methods of a client by named types, as an editor shows them: those that are plain. */
export type Methods = {
  /** List things */
  readonly listThings: (input?: { params?: ListThingsParams } & CallOptions) => Result<ListThingsResponse200>;
  readonly readThing: (input: { params: ReadThingParams } & CallOptions) => Result<thing>;
};
