// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
/** What authorizes a request. */
export type Credential = string | { readonly username: string; readonly password: string };

/** What of a request a credential is written into. Names of headers in lower case. */
export type Signable = { readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** The request with the credential in it; or what is wrong with the credential, in words that do not hold it. */
export type WriteCredential = (request: Signable, credential: unknown, name: string) => Signable | string;

/** Security Scheme Object (OpenAPI 3.1 §4.8.27). */
export type Scheme = {
  readonly write: WriteCredential;
  /** Of the header, the parameter or the cookie, where the document names it. */
  readonly name?: string;
};

/** Any one of the requirements is enough; each needs all of its schemes (§4.8.30). */
export type Security = readonly Readonly<Record<string, Scheme>>[];
