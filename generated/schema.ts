// Written by `npm run generate` from the OpenAPI document. Change the document, not this file.
export interface paths {
  "/outbound/transactional-keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Update a transactional key
     * @description Changes the status of a key, or its settings. A field that is left out keeps its value.
     *
     *     `status` travels alone: when it is sent, the API ignores every other change without an error. So the body is one of two alternatives, and the combination is refused before it is sent.
     *
     *     The provider's page lists only the `200` answer. The other answers are described from what the provider says elsewhere, through one permissive schema.
     */
    patch: operations["updateTransactionalKey"];
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * Change the settings
     * @description Changes any of the other fields. A field that is left out keeps its value.
     */
    TransactionalKeySettingsUpdate: {
      /**
       * @description The API token to update
       *
       *     Length: at least 1.
       * @example transactional_a1b2c3d4
       */
      api_token: string;
      /** @description status cannot be sent together with another change, which the API would drop in silence */
      status?: never;
      /**
       * @description New name for the transactional key
       *
       *     Length: 1 to 64. Must be letters, digits, white space, "-" and "_" only.
       * @example Updated API Key
       */
      name?: string;
      /**
       * @description List of approved domains for sending
       *
       *     Items: at most 253.
       * @example [
       *       "example.com",
       *       "mydomain.com"
       *     ]
       */
      approvedDomains?: components["schemas"]["DomainName"][];
      /**
       * @description Email sending quota (0 for unlimited)
       *
       *     Range: at least 0, at most 1000000.
       * @example 1000
       */
      quota?: number;
      /**
       * @description List of allowed IP addresses/CIDR ranges
       *
       *     Items: at most 50.
       * @example [
       *       "192.168.1.1",
       *       "10.0.0.0/24"
       *     ]
       */
      ipRestrictions?: components["schemas"]["IpRange"][];
    };
    /**
     * Change the status
     * @description Turns a key on or off. Nothing else can be changed in the same request.
     */
    TransactionalKeyStatusUpdate: {
      /**
       * @description The API token to update
       *
       *     Length: at least 1.
       * @example transactional_a1b2c3d4
       */
      api_token: string;
      /**
       * @description Toggle key status (0 = disabled, 1 = enabled). If provided, other update fields will be ignored.
       * @example 1
       * @enum {integer}
       */
      status: 0 | 1;
      /** @description status and name cannot be sent together: the API would drop name in silence */
      name?: never;
      /** @description status and approvedDomains cannot be sent together: the API would drop approvedDomains in silence */
      approvedDomains?: never;
      /** @description status and quota cannot be sent together: the API would drop quota in silence */
      quota?: never;
      /** @description status and ipRestrictions cannot be sent together: the API would drop ipRestrictions in silence */
      ipRestrictions?: never;
    };
    /**
     * @description A domain name of at least two labels, each of 1 to 63 letters, digits and inner hyphens, at most 253 characters in all.
     *
     *     The published pattern has a bare `.` where `\.` was meant, so it takes exponential time on some strings and accepts `localhost`, `foo bar.com` and `exampleXcom`.
     *
     *     Length: at most 253. Must be a domain name such as example.com.
     * @example example.com
     * @example mydomain.com
     */
    DomainName: string;
    /**
     * @description One IPv4 or IPv6 address, or a CIDR range of either.
     *
     *     The published pattern binds `^` to its IPv4 branch and `$` to the others alone, and has bare dots, so it accepts `10.0.0.1garbage`, `garbage::`, `1a2b3c4`, `999.1.1.1` and `10.0.0.0/33`: a restriction that restricts nothing. Ours matches the whole string. Octets have no leading zero, because some programs read `010.0.0.1` as 8.0.0.1 and some as 10.0.0.1.
     *
     *     Must be an IPv4 or IPv6 address or CIDR range such as 192.168.1.1 or 10.0.0.0/24.
     * @example 192.168.1.1
     * @example 10.0.0.0/24
     */
    IpRange: string;
    /** @description What the API says when it refuses. Open and without required fields, because the provider does not publish its form; the examples are ours. */
    ErrorResponse: {
      /**
       * @description What went wrong, in words
       * @example The API key is not valid
       */
      message?: string;
      /**
       * @description What went wrong, in short
       * @example Unauthorized
       */
      error?: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  updateTransactionalKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The key to update, and either its new status or its new settings. */
    requestBody: {
      content: {
        "application/json":
          | components["schemas"]["TransactionalKeySettingsUpdate"]
          | components["schemas"]["TransactionalKeyStatusUpdate"];
      };
    };
    responses: {
      /** @description Transactional key updated successfully */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Transactional key updated successfully"
           *     }
           */
          "application/json": {
            /**
             * @description Whether the key was updated
             * @example true
             */
            success?: boolean;
            /**
             * @description What happened, in words
             * @example Transactional key updated successfully
             */
            message?: string;
          };
        };
      };
      /** @description The body breaks a rule of the API. Not on the provider's page, which lists only the 200. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      /** @description The API key is missing or wrong. Not on the provider's page, which lists only the 200. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      /** @description The API key may not do this. Not on the provider's page, which lists only the 200. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      /** @description No key has this token. Not on the provider's page, which lists only the 200. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      /** @description The account made more than 240 requests in a minute: all its calls are blocked for five minutes. Not on the provider's page, which lists only the 200. */
      429: {
        headers: {
          /** @description Seconds to wait until the account may call again */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      /** @description Any other failure, 5xx included. Not on the provider's page, which lists only the 200. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
    };
  };
}
