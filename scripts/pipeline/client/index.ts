// A client of one API that stands by itself: the mechanism, what ties it to the document, and a page of policy.

import { readMechanism } from "./mechanism.js";
import { renderPolicy } from "./policy-text.js";
import { literal, type SourceText } from "../source-text.js";

export type ClientFiles = {
  /** By their place in the output, beside operations.ts. */
  readonly files: ReadonlyMap<string, SourceText>;
  /** The modules of src/wire that they import. */
  readonly wire: readonly string[];
  /** Written where they are missing, and never over: they are the user's. */
  readonly drafts: ReadonlyMap<string, SourceText>;
};

export type ClientFacts = {
  /** `info.title` of the document. */
  readonly title: string;
  /** operations.ts exports the type `Methods`. */
  readonly hasMethods: boolean;
};

/** The files of a generated client that its own pipeline looks after, by name. */
export const CLIENT_INDEX = "index.ts";
export const POLICY = "policy.ts";

export async function renderClient({ title, hasMethods }: ClientFacts): Promise<ClientFiles> {
  const { files, wire } = await readMechanism();
  const own = [
    [CLIENT_INDEX, renderIndex(hasMethods)],
    ["client/client-name.ts", renderName(title)],
  ] as const;
  return { files: new Map([...own, ...files]), wire, drafts: new Map([[POLICY, await renderPolicy()]]) };
}

function renderName(title: string): SourceText {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z\d]+/g) ?? ["api"];
  return `/** Tells the errors of this client from those of another API's in the same process. */
export const CLIENT_NAME = ${literal(`${words.join("-")}-client`)};
`;
}

function renderIndex(hasMethods: boolean): SourceText {
  const methods = hasMethods ? ", type Methods" : "";
  const named = hasMethods ? ", Methods" : "";
  return `import { createClientFor, type ClientFor, type SchemeOf } from "./client/client.js";
import type { ClientForOptions } from "./client/options.js";
import { operations, servers${methods} } from "./operations.js";
import { policy } from "./policy.js";
import type { paths } from "./schema.js";

export * from "./client/mechanism.js";
export { ClientError, isClientError } from "./client/errors.js";

/** What may be set for the client. One plain object: inherited options and those behind getters of a class are refused. */
export type ClientOptions = ClientForOptions<SchemeOf<typeof operations>>;

/** A method for each operation of the document, and \`http\`. */
export type Client = ClientFor<paths, typeof operations${named}>;

/**
 * A client of this API, by what policy.ts says of it. Nothing is sent until a method is called.
 *
 * Throws a TypeError for an unknown or malformed option or credential, and in a browser unless
 * \`dangerouslyAllowBrowser\` is true. A method rejects with a ClientError, or with the reason of the caller's
 * signal; a TypeError there means that the call itself is misspelt.
 */
export function createClient(options: ClientOptions = {}): Client {
  return createClientFor<paths, typeof operations${named}>(operations, servers, options, policy);
}
`;
}
