// Written by `npm run generate` from the OpenAPI document. Change the document, not this file.
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
            "application/json": components["schemas"]["Pet"];
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
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "cat";
      readonly id: number;
      lives?: number;
    };
    Dog: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "Dog";
      secret: string;
      /** @enum {string|null} */
      trick?: "sit" | "roll" | null;
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
        "application/json": components["schemas"]["Pet"];
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
