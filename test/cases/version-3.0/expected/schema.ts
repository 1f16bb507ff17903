// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
export interface paths {
  "/pets/{petId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        petId: number;
      };
      cookie?: never;
    };
    /** Read a pet */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          petId: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description A pet */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["PetResponse"];
          };
        };
        "4XX": components["responses"]["Failed"];
      };
    };
    put: operations["replace-pet"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Pet: components["schemas"]["Cat"] | components["schemas"]["Dog"];
    Cat: {
      kind: string;
      readonly id: number;
      /** @description Range: greater than 0, at most 9. */
      lives?: number;
    };
    Dog: {
      kind: string;
      secret: string;
      /** @enum {string|null} */
      trick?: "sit" | "roll" | null;
    };
    PetResponse: components["schemas"]["Cat"] | components["schemas"]["DogResponse"];
    DogResponse: {
      kind: string;
      secret?: string;
      /** @enum {string|null} */
      trick?: "sit" | "roll" | null;
    };
    PetRequest: components["schemas"]["CatRequest"] | components["schemas"]["Dog"];
    CatRequest: {
      kind: string;
      readonly id?: number;
      /** @description Range: greater than 0, at most 9. */
      lives?: number;
    };
  };
  responses: {
    /** @description What went wrong */
    Failed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": {
          message?: string | null;
        };
      };
    };
  };
  parameters: never;
  requestBodies: {
    Pet: {
      content: {
        "application/json": components["schemas"]["PetRequest"];
      };
    };
  };
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  "replace-pet": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        petId: number;
      };
      cookie?: never;
    };
    requestBody?: components["requestBodies"]["Pet"];
    responses: {
      /** @description Replaced */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
