// Written by `npm run generate` from the OpenAPI document. Change the document, not this file.
import { validateEvilPathEvil, validateEvilQueryEvil, validateHostile } from "./validators.js";

/** Base addresses in the document's order, with the defaults of their variables filled in. */
export const servers = ["/"] as const;

/** What a client has to know of each operation at run time, by operationId. */
export const operations = {
  /**
   * *\/ evil() /*
   *
   * line
   * separator *\/ `${evil()}`
   */
  "*/ evil() //": {
    method: "GET",
    path: "/a`${evil()}\"'\\/*",
    deprecated: false,
    idempotent: true,
    security: [],
    parameters: [
      {
        in: "path",
        name: "evil()",
        required: true,
        style: "simple",
        explode: false,
        validate: validateEvilPathEvil,
      },
      {
        in: "query",
        name: '"];evil()//',
        required: false,
        style: "form",
        explode: true,
        validate: validateEvilQueryEvil,
      },
    ],
    requestBody: undefined,
    responses: { "200": { 'application/json; a="b"': validateHostile } },
  },
} as const;
