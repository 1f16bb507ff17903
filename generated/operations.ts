// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
import {
  type CreateTransactionalKeyBody,
  type CreateTransactionalKeyResponse200,
  type DeleteTransactionalKeyBody,
  type DeleteTransactionalKeyResponse200,
  type ListTransactionalKeysResponse200,
  type RotateTransactionalKeyBody,
  type RotateTransactionalKeyResponse200,
  type UpdateTransactionalKeyBody,
  type UpdateTransactionalKeyResponse200,
  validateCreateTransactionalKeyBody,
  validateCreateTransactionalKeyResponse200,
  validateDeleteTransactionalKeyBody,
  validateDeleteTransactionalKeyResponse200,
  validateErrorResponse,
  validateListTransactionalKeysResponse200,
  validateRotateTransactionalKeyBody,
  validateRotateTransactionalKeyResponse200,
  validateUpdateTransactionalKeyBody,
  validateUpdateTransactionalKeyResponse200,
} from "./validators.js";
import type { CallOptions } from "./wire/method/call-options.js";
import type { Result } from "./wire/method/result.js";
import { writeBearer } from "./wire/credential/write-bearer.js";

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
   */
  updateTransactionalKey: {
    method: "PATCH",
    path: "/outbound/transactional-keys",
    deprecated: false,
    idempotent: true,
    security: [{ bearerAuth: { write: writeBearer } }],
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
  /**
   * List the transactional keys
   *
   * Gives every transactional key of the account. No pagination is published.
   *
   * The list stands under `transactionalKeys` on the provider's newer page and under `transactional-keys` on the older one. Both are accepted.
   */
  listTransactionalKeys: {
    method: "GET",
    path: "/outbound/transactional-keys",
    deprecated: false,
    idempotent: true,
    security: [{ bearerAuth: { write: writeBearer } }],
    parameters: [],
    requestBody: undefined,
    responses: {
      "200": { "application/json": validateListTransactionalKeysResponse200 },
      "400": { "application/json": validateErrorResponse },
      "401": { "application/json": validateErrorResponse },
      "403": { "application/json": validateErrorResponse },
      "429": { "application/json": validateErrorResponse },
      default: { "application/json": validateErrorResponse },
    },
  },
  /**
   * Create a transactional key
   *
   * Creates a key that sends mail, and gives its token.
   *
   * A request that is sent twice creates two keys, so one whose answer was lost is not sent again: list the keys to see whether it was carried out.
   */
  createTransactionalKey: {
    method: "POST",
    path: "/outbound/transactional-keys",
    deprecated: false,
    idempotent: false,
    security: [{ bearerAuth: { write: writeBearer } }],
    parameters: [],
    requestBody: { required: true, content: { "application/json": validateCreateTransactionalKeyBody } },
    responses: {
      "200": { "application/json": validateCreateTransactionalKeyResponse200 },
      "400": { "application/json": validateErrorResponse },
      "401": { "application/json": validateErrorResponse },
      "403": { "application/json": validateErrorResponse },
      "429": { "application/json": validateErrorResponse },
      default: { "application/json": validateErrorResponse },
    },
  },
  /**
   * Delete a transactional key
   *
   * Deletes a key. Mail that is sent with its token is refused from then on.
   */
  deleteTransactionalKey: {
    method: "DELETE",
    path: "/outbound/transactional-keys",
    deprecated: false,
    idempotent: true,
    security: [{ bearerAuth: { write: writeBearer } }],
    parameters: [],
    requestBody: { required: true, content: { "application/json": validateDeleteTransactionalKeyBody } },
    responses: {
      "200": { "application/json": validateDeleteTransactionalKeyResponse200 },
      "400": { "application/json": validateErrorResponse },
      "401": { "application/json": validateErrorResponse },
      "403": { "application/json": validateErrorResponse },
      "404": { "application/json": validateErrorResponse },
      "429": { "application/json": validateErrorResponse },
      default: { "application/json": validateErrorResponse },
    },
  },
  /**
   * Rotate the token of a transactional key
   *
   * Gives a key a new token. The old one is invalid at once; all settings of the key stay.
   *
   * The second of two requests would name a token that is no longer valid, so one whose answer was lost is not sent again: list the keys to find the token that the key has now.
   */
  rotateTransactionalKey: {
    method: "POST",
    path: "/outbound/transactional-keys/rotate",
    deprecated: false,
    idempotent: false,
    security: [{ bearerAuth: { write: writeBearer } }],
    parameters: [],
    requestBody: { required: true, content: { "application/json": validateRotateTransactionalKeyBody } },
    responses: {
      "200": { "application/json": validateRotateTransactionalKeyResponse200 },
      "400": { "application/json": validateErrorResponse },
      "401": { "application/json": validateErrorResponse },
      "403": { "application/json": validateErrorResponse },
      "404": { "application/json": validateErrorResponse },
      "429": { "application/json": validateErrorResponse },
      default: { "application/json": validateErrorResponse },
    },
  },
} as const;

/** The methods of a client by named types, as an editor shows them: those that are plain. */
export type Methods = {
  /**
   * Update a transactional key
   *
   * Changes the status of a key, or its settings. A field that is left out keeps its value.
   *
   * `status` travels alone: when it is sent, the API ignores every other change without an error. So the body is one of two alternatives, and the combination is refused before it is sent.
   */
  readonly updateTransactionalKey: (
    input: { body: UpdateTransactionalKeyBody } & CallOptions,
  ) => Result<UpdateTransactionalKeyResponse200>;
  /**
   * List the transactional keys
   *
   * Gives every transactional key of the account. No pagination is published.
   *
   * The list stands under `transactionalKeys` on the provider's newer page and under `transactional-keys` on the older one. Both are accepted.
   */
  readonly listTransactionalKeys: (input?: CallOptions) => Result<ListTransactionalKeysResponse200>;
  /**
   * Create a transactional key
   *
   * Creates a key that sends mail, and gives its token.
   *
   * A request that is sent twice creates two keys, so one whose answer was lost is not sent again: list the keys to see whether it was carried out.
   */
  readonly createTransactionalKey: (
    input: { body: CreateTransactionalKeyBody } & CallOptions,
  ) => Result<CreateTransactionalKeyResponse200>;
  /**
   * Delete a transactional key
   *
   * Deletes a key. Mail that is sent with its token is refused from then on.
   */
  readonly deleteTransactionalKey: (
    input: { body: DeleteTransactionalKeyBody } & CallOptions,
  ) => Result<DeleteTransactionalKeyResponse200>;
  /**
   * Rotate the token of a transactional key
   *
   * Gives a key a new token. The old one is invalid at once; all settings of the key stay.
   *
   * The second of two requests would name a token that is no longer valid, so one whose answer was lost is not sent again: list the keys to find the token that the key has now.
   */
  readonly rotateTransactionalKey: (
    input: { body: RotateTransactionalKeyBody } & CallOptions,
  ) => Result<RotateTransactionalKeyResponse200>;
};
