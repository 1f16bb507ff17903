// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
import { type Hostile, validateEvilPathEvil, validateEvilQueryEvil, validateHostile } from "./validators.js";
import type { paths } from "./schema.js";
import type { CallOptions } from "./wire/method/call-options.js";
import type { Result } from "./wire/method/result.js";
import { matchContent } from "./wire/response/match-content.js";
import { writeForm } from "./wire/parameter/write-form.js";
import { writeParameters } from "./wire/parameter/write-parameters.js";
import { writeSimple } from "./wire/parameter/write-simple.js";

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
    accept: 'application/json; a="b"',
    parameters: [
      {
        in: "path",
        name: "evil()",
        required: true,
        write: writeSimple,
        explode: false,
        validate: validateEvilPathEvil,
      },
      {
        in: "query",
        name: '"];evil()//',
        required: false,
        write: writeForm,
        explode: true,
        validate: validateEvilQueryEvil,
      },
    ],
    writeParameters: writeParameters,
    requestBody: undefined,
    match: matchContent,
    responses: { "200": { 'application/json; a="b"': validateHostile } },
  },
} as const;

export type EvilParams = paths["/a`${evil()}\"'\\/*"]["get"]["parameters"];

/** The methods of a client by named types, as an editor shows them: those that are plain. */
export type Methods = {
  /**
   * *\/ evil() /*
   *
   * line
   * separator *\/ `${evil()}`
   */
  readonly "*/ evil() //": (input: { params: EvilParams } & CallOptions) => Result<Hostile>;
};
