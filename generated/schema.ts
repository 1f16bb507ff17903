// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
export interface paths {
  "/outbound/transactional-keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the transactional keys
     * @description Gives every transactional key of the account. No pagination is published.
     *
     *     The list stands under `transactionalKeys` on the provider's newer page and under `transactional-keys` on the older one. Both are accepted.
     */
    get: operations["listTransactionalKeys"];
    put?: never;
    /**
     * Create a transactional key
     * @description Creates a key that sends mail, and gives its token.
     *
     *     A request that is sent twice creates two keys, so one whose answer was lost is not sent again: list the keys to see whether it was carried out.
     */
    post: operations["createTransactionalKey"];
    /**
     * Delete a transactional key
     * @description Deletes a key. Mail that is sent with its token is refused from then on.
     */
    delete: operations["deleteTransactionalKey"];
    options?: never;
    head?: never;
    /**
     * Update a transactional key
     * @description Changes the status of a key, or its settings. A field that is left out keeps its value.
     *
     *     `status` travels alone: when it is sent, the API ignores every other change without an error. So the body is one of two alternatives, and the combination is refused before it is sent.
     */
    patch: operations["updateTransactionalKey"];
    trace?: never;
  };
  "/outbound/transactional-keys/rotate": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rotate the token of a transactional key
     * @description Gives a key a new token. The old one is invalid at once; all settings of the key stay.
     *
     *     The second of two requests would name a token that is no longer valid, so one whose answer was lost is not sent again: list the keys to find the token that the key has now.
     */
    post: operations["rotateTransactionalKey"];
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
    /**
     * Change the settings
     * @description Changes any of the other fields. A field that is left out keeps its value.
     */
    TransactionalKeySettingsUpdate: {
      /** @description The API token to update */
      api_token: components["schemas"]["TransactionalKeyToken"];
      /** @description status cannot be sent together with another change, which the API would drop in silence */
      status?: never;
      /** @description New name for the transactional key */
      name?: components["schemas"]["TransactionalKeyName"];
      /**
       * @description Whether sending from all verified domains is allowed. On the newer page.
       * @example false
       */
      allowAllDomains?: boolean;
      /** @description List of approved domains for sending */
      approvedDomains?: components["schemas"]["ApprovedDomains"];
      /** @description Email sending quota (0 for unlimited) */
      quota?: components["schemas"]["SendingQuota"];
      /** @description List of allowed IP addresses/CIDR ranges */
      ipRestrictions?: components["schemas"]["IpRestrictions"];
    };
    /**
     * Change the status
     * @description Turns a key on or off. Nothing else can be changed in the same request.
     */
    TransactionalKeyStatusUpdate: {
      /** @description The API token to update */
      api_token: components["schemas"]["TransactionalKeyToken"];
      /**
       * @description Toggle key status (0 = disabled, 1 = enabled). If provided, other update fields will be ignored.
       * @example 1
       * @enum {integer}
       */
      status: 0 | 1;
      /** @description status and name cannot be sent together: the API would drop name in silence */
      name?: never;
      /** @description status and allowAllDomains cannot be sent together: the API would drop allowAllDomains in silence */
      allowAllDomains?: never;
      /** @description status and approvedDomains cannot be sent together: the API would drop approvedDomains in silence */
      approvedDomains?: never;
      /** @description status and quota cannot be sent together: the API would drop quota in silence */
      quota?: never;
      /** @description status and ipRestrictions cannot be sent together: the API would drop ipRestrictions in silence */
      ipRestrictions?: never;
    };
    /**
     * @description The API token of a transactional key
     *
     *     Length: at least 1.
     * @example transactional_a1b2c3d4
     */
    TransactionalKeyToken: string;
    /**
     * @description Name of a transactional key
     *
     *     Length: 1 to 64. Must be letters, digits, white space, "-" and "_" only.
     * @example Updated API Key
     */
    TransactionalKeyName: string;
    /**
     * @description List of approved domains for sending
     *
     *     Items: at most 253.
     * @example [
     *       "example.com",
     *       "mydomain.com"
     *     ]
     */
    ApprovedDomains: components["schemas"]["DomainName"][];
    /**
     * @description Email sending quota (0 for unlimited)
     *
     *     Range: at least 0, at most 1000000.
     * @example 1000
     */
    SendingQuota: number;
    /**
     * @description List of allowed IP addresses/CIDR ranges
     *
     *     Items: at most 50.
     * @example [
     *       "192.168.1.1",
     *       "10.0.0.0/24"
     *     ]
     */
    IpRestrictions: components["schemas"]["IpRange"][];
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
    /**
     * A key
     * @description A key as the list tells it. Open and without required fields, because the provider's pages differ in what they have.
     */
    TransactionalKey: {
      /**
       * @description The token of the key
       * @example transactional_a1b2c3d4
       */
      api_token?: string;
      /**
       * @description Identifies the key also when its token changes. On the newer page.
       * @example 0b9a6c1e-6f0d-4f3a-9d55-1f1b2a7c8e90
       */
      uuid?: string;
      /**
       * @description Name of the key. On the newer page.
       * @example Marketing
       */
      name?: string;
      /**
       * @description disabled, active, suspended, quota-locked or quota-unlocked; the provider's own command-line tool reads 0 and 1 too. New words may come.
       * @example active
       */
      status?: string | number;
      /**
       * @description Whether sending from all verified domains is allowed. On the newer page.
       * @example false
       */
      allowAllDomains?: boolean;
      /** @description Approved domains for sending; the JSON text of a list on the older page */
      approvedDomains?: components["schemas"]["ListOrJsonText"];
      /** @description Allowed IP addresses/CIDR ranges; the JSON text of a list on the older page */
      ipRestrictions?: components["schemas"]["ListOrJsonText"];
      /**
       * @description How many mails were sent with the key
       * @example 12
       */
      usage?: number;
      /**
       * @description Email sending quota (0 for unlimited)
       * @example 1000
       */
      quota?: number;
      /**
       * @description When the key was created, in milliseconds since 1970
       * @example 1735689600000
       */
      created_date?: string;
      /**
       * @description When the key was last changed, in seconds since 1970
       * @example 1735689600
       */
      last_modified?: number;
    };
    /**
     * @description A list of texts. On the older page it is the JSON text of one, such as `["example.com"]`; both are accepted.
     * @example [
     *       "example.com",
     *       "mydomain.com"
     *     ]
     * @example ["example.com"]
     */
    ListOrJsonText: string[] | string;
    /** @description What the API says when it refuses. Open and without required fields, because the provider does not publish its whole form; the examples are ours. */
    ErrorResponse: {
      /**
       * @description false. On the newer pages, beside `error`.
       * @example false
       */
      success?: boolean;
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
  responses: {
    /** @description The request breaks a rule of the API. On the provider's newer pages, without its form. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The API key is missing or wrong. Not on the provider's pages. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The API key may not do this. Not on the provider's pages. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description No key has this token. Not on the provider's pages. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The account made more than 240 requests in a minute: all its calls are blocked for five minutes. Not on the provider's pages. */
    TooManyRequests: {
      headers: {
        /** @description Seconds to wait until the account may call again */
        "Retry-After"?: number;
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description Any other failure, 5xx included. Not on the provider's pages. */
    Failure: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
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
  listTransactionalKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The transactional keys of the account */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "transactionalKeys": [
           *         {
           *           "api_token": "transactional_a1b2c3d4",
           *           "uuid": "0b9a6c1e-6f0d-4f3a-9d55-1f1b2a7c8e90",
           *           "name": "Marketing",
           *           "status": "active",
           *           "allowAllDomains": false,
           *           "approvedDomains": [
           *             "example.com",
           *             "mydomain.com"
           *           ],
           *           "ipRestrictions": [
           *             "192.168.1.1",
           *             "10.0.0.0/24"
           *           ],
           *           "usage": 12,
           *           "quota": 1000,
           *           "created_date": "1735689600000",
           *           "last_modified": 1735689600
           *         }
           *       ]
           *     }
           */
          "application/json": {
            /**
             * @description Whether the keys could be read
             * @example true
             */
            success?: boolean;
            /**
             * @description What happened, in words
             * @example Transactional keys retrieved successfully
             */
            message?: string;
            /** @description The keys, under the name that the provider's newer page has */
            transactionalKeys?: components["schemas"]["TransactionalKey"][];
            /** @description The keys, under the name that the provider's older page has */
            "transactional-keys"?: components["schemas"]["TransactionalKey"][];
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      default: components["responses"]["Failure"];
    };
  };
  createTransactionalKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The name of the new key, and its settings. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Marketing",
         *       "approvedDomains": [
         *         "example.com",
         *         "mydomain.com"
         *       ],
         *       "quota": 1000,
         *       "ipRestrictions": [
         *         "192.168.1.1",
         *         "10.0.0.0/24"
         *       ]
         *     }
         */
        "application/json": {
          /** @description Name of the transactional key */
          name: components["schemas"]["TransactionalKeyName"];
          /**
           * @description Whether sending from all verified domains is allowed; false when it is left out
           * @example false
           */
          allowAllDomains?: boolean;
          /** @description List of approved domains for sending; none when it is left out */
          approvedDomains?: components["schemas"]["ApprovedDomains"];
          /** @description Email sending quota (0 for unlimited); 0 when it is left out */
          quota?: components["schemas"]["SendingQuota"];
          /** @description List of allowed IP addresses/CIDR ranges */
          ipRestrictions?: components["schemas"]["IpRestrictions"];
        };
      };
    };
    responses: {
      /** @description Transactional key created successfully */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Transactional key created successfully",
           *       "api_token": "transactional_a1b2c3d4"
           *     }
           */
          "application/json": {
            /**
             * @description Whether the key was created
             * @example true
             */
            success?: boolean;
            /**
             * @description What happened, in words
             * @example Transactional key created successfully
             */
            message?: string;
            /**
             * @description The new token. Keep it as you keep a password.
             * @example transactional_e5f6a7b8
             */
            api_token?: string;
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      default: components["responses"]["Failure"];
    };
  };
  deleteTransactionalKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The key to delete. The API reads a body on DELETE, which some proxies drop. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "api_token": "transactional_a1b2c3d4"
         *     }
         */
        "application/json": {
          /** @description The API token to delete */
          api_token: components["schemas"]["TransactionalKeyToken"];
        };
      };
    };
    responses: {
      /** @description Transactional key deleted successfully */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Transactional key deleted successfully"
           *     }
           */
          "application/json": {
            /**
             * @description Whether the key was deleted
             * @example true
             */
            success?: boolean;
            /**
             * @description What happened, in words
             * @example Transactional key deleted successfully
             */
            message?: string;
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      default: components["responses"]["Failure"];
    };
  };
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
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      default: components["responses"]["Failure"];
    };
  };
  rotateTransactionalKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The key whose token is replaced. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "api_token": "transactional_a1b2c3d4"
         *     }
         */
        "application/json": {
          /** @description The API token to replace */
          api_token: components["schemas"]["TransactionalKeyToken"];
        };
      };
    };
    responses: {
      /** @description Transactional key rotated successfully */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Transactional key rotated successfully",
           *       "api_token": "transactional_e5f6a7b8"
           *     }
           */
          "application/json": {
            /**
             * @description Whether the key was rotated
             * @example true
             */
            success?: boolean;
            /**
             * @description What happened, in words
             * @example Transactional key rotated successfully
             */
            message?: string;
            /**
             * @description The new token. Keep it as you keep a password.
             * @example transactional_e5f6a7b8
             */
            api_token?: string;
          };
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      default: components["responses"]["Failure"];
    };
  };
}
