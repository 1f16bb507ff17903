// Written by `npm run generate` from the OpenAPI document. Change the document, not this file.
import {
  validateErrorResponse,
  validateUpdateTransactionalKeyBody,
  validateUpdateTransactionalKeyResponse200,
} from "./validators.js";

/** Base addresses in the document's order, with the defaults of their variables filled in. */
export const servers = ["https://api.jetemail.com"] as const;

/** What a client has to know of each operation at run time, by operationId. */
export const operations = {
  /**
   * Update a transactional key
   *
   * Changes the status of a key, or its settings. A field that is left out keeps its value.
   *
   * `status` travels alone: when it is sent, the API ignores every other change without an error. So the body is one of two alternatives, and the combination is refused before it is sent.
   *
   * The provider's page lists only the `200` answer. The other answers are described from what the provider says elsewhere, through one permissive schema.
   */
  updateTransactionalKey: {
    method: "PATCH",
    path: "/outbound/transactional-keys",
    deprecated: false,
    idempotent: true,
    security: [{ bearerAuth: [] }],
    parameters: [],
    requestBody: { required: true, content: { "application/json": validateUpdateTransactionalKeyBody } },
    responses: {
      "200": { "application/json": validateUpdateTransactionalKeyResponse200 },
      "400": { "application/json": validateErrorResponse },
      "401": { "application/json": validateErrorResponse },
      "403": { "application/json": validateErrorResponse },
      "404": { "application/json": validateErrorResponse },
      "429": { "application/json": validateErrorResponse },
      default: { "application/json": validateErrorResponse },
    },
  },
} as const;
