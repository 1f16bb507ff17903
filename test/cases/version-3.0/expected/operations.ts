// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
import {
  validateFailedResponse,
  validateGetPetsPetIdPathPetId,
  validatePetRequest,
  validatePetResponse,
} from "./validators.js";
import { writeParameters } from "./wire/parameter/write-parameters.js";
import { writeSimple } from "./wire/parameter/write-simple.js";

/** Base addresses in the document's order, with the defaults of their variables filled in. */
export const servers = ["/"] as const;

/** What a client has to know of each operation at run time, by operationId. */
export const operations = {
  /** Read a pet */
  getPetsPetId: {
    method: "GET",
    path: "/pets/{petId}",
    deprecated: false,
    idempotent: true,
    security: [],
    parameters: [
      {
        in: "path",
        name: "petId",
        required: true,
        write: writeSimple,
        explode: false,
        validate: validateGetPetsPetIdPathPetId,
      },
    ],
    writeParameters: writeParameters,
    requestBody: undefined,
    responses: {
      "200": { "application/json": validatePetResponse },
      "4XX": { "application/json": validateFailedResponse },
    },
  },
  "replace-pet": {
    method: "PUT",
    path: "/pets/{petId}",
    deprecated: false,
    idempotent: true,
    security: [],
    parameters: [
      {
        in: "path",
        name: "petId",
        required: true,
        write: writeSimple,
        explode: false,
        validate: validateGetPetsPetIdPathPetId,
      },
    ],
    writeParameters: writeParameters,
    requestBody: { required: false, content: { "application/json": validatePetRequest } },
    responses: { "204": {} },
  },
} as const;
