// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
export interface paths {
  "/things": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List things */
    get: operations["listThings"];
    put?: never;
    /**
     * Add a thing
     * @deprecated
     */
    post: operations["addThing"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/things/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components["schemas"]["id"];
      };
      cookie?: never;
    };
    get: operations["readThing"];
    put?: never;
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
    thing: {
      /** @description Length: 1 to 20. */
      id: string;
      inside?: components["schemas"]["thing"][];
      next?: components["schemas"]["thing"];
    };
    problem: {
      message?: string;
    };
    /** @description Length: 1 to 20. */
    id: string;
  };
  responses: {
    /** @description Not added */
    failed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["problem"];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listThings: {
    parameters: {
      query?: {
        tag?: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["thing"][];
        };
      };
    };
  };
  addThing: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["thing"];
      };
    };
    responses: {
      /** @description Added */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["failed"];
    };
  };
  readThing: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components["schemas"]["id"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The thing */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["thing"];
        };
      };
    };
  };
}
