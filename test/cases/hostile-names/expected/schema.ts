// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
export interface paths {
  "/a`${evil()}\"'\\/*": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
         * *\/ evil() /*
         * @description line
        separator *\/ `${evil()}`
         */
    get: operations["*/ evil() //"];
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
    /** @description *\/ evil() /* ${evil()} */
    Hostile: {
      /** @enum {unknown} */
      '"];evil()//': "'" | '"' | "`${evil()}`" | "\\" | " " | "*/";
      /** @constant */
      "line\nbreak": "</script>";
      __proto__?: string;
      constructor?: string;
      toString?: string;
      /** @description Pattern: `^\/[`"]\u2028?$`. */
      "back\\slash`"?: string;
      "*/"?: {
        "${evil()}"?: null;
      };
    };
    class: string;
    constructor: string;
    "a-b": string;
    "a.b": number;
    "1st": boolean;
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  "*/ evil() //": {
    parameters: {
      query?: {
        '"];evil()//'?: string;
      };
      header?: never;
      path: {
        "evil()": string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Fine */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json; a="b"': components["schemas"]["Hostile"];
        };
      };
    };
  };
}
