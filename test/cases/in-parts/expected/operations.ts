// Written by `npm run generate` from the OpenAPI document. Change the document, not this file.
import {
  validateListThingsQueryTag,
  validateListThingsResponse200,
  validateid,
  validateproblem,
  validatething,
} from "./validators.js";

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
    security: [{ key: [] }],
    parameters: [
      {
        in: "query",
        name: "tag",
        required: false,
        style: "form",
        explode: false,
        validate: validateListThingsQueryTag,
      },
    ],
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
    security: [{ key: [] }],
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
      { in: "path", name: "id", required: true, style: "simple", explode: false, validate: validateid },
    ],
    requestBody: undefined,
    responses: { "200": { "application/json": validatething } },
  },
} as const;
