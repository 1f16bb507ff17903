import {
  readOptions,
  type ApiKey,
  type ClientForOptions,
  type Credentials,
  type CredentialSource,
  type Rule,
} from "./options.js";
import type { Policy } from "./policy.js";
import type { Scheme, Security, Signable } from "./wire/credential.js";

/** Who a client is. */
export type Identity = { readonly apiKey: ApiKey | undefined; readonly credentials: Credentials };

/** A scheme with what gives its credential, and the option that it comes from. */
export type Grant = {
  readonly scheme: Scheme;
  readonly source: CredentialSource;
  readonly option: string;
};

const CREDENTIAL: Rule = [
  "a string, an object with username and password, or a function",
  (value) => /string|object|function/.test(typeof value) && value !== null,
];

/**
 * The credentials to use: the options', or the environment's key. Throws a TypeError for one that cannot be sent, and
 * for one whose scheme the document does not have.
 */
export function resolveIdentity(
  given: Pick<ClientForOptions, keyof Identity>,
  policy: Policy,
  securities: readonly Security[],
): Identity {
  const requirements = securities.flat();
  const schemes = requirements.flatMap((requirement) => Object.keys(requirement));
  const rules = Object.fromEntries(schemes.map((name) => [name, CREDENTIAL]));
  const credentials = readOptions(given.credentials ?? {}, { rules, owner: "credentials", policy });
  const identity = { apiKey: given.apiKey ?? readVariable(policy), credentials };
  if (!identity.apiKey && policy.keyVariable && Object.keys(credentials).length === 0)
    throw new TypeError(`the API key is missing: apiKey or ${policy.keyVariable} must give one`);
  for (const grant of requirements.flatMap((requirement) => findGrants(requirement, identity) ?? [])) {
    const written =
      typeof grant.source === "function" || writeGrant({ url: "", headers: {} }, grant, grant.source, policy);
    if (typeof written === "string") throw new TypeError(written);
  }
  return identity;
}

/** The credentials that are given, or what gives them. */
export function listSources({ apiKey, credentials }: Identity): readonly CredentialSource[] {
  return [apiKey, ...Object.values(credentials)].filter((source) => source !== undefined);
}

function readVariable({ keyVariable = "" }: Policy): string | undefined {
  // Not every runtime has a process, and the published types must not need Node's.
  const { process } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };
  return process?.env?.[keyVariable];
}

/**
 * The credentials to send: those of the first alternative of which all are given. `apiKey` stands for a scheme that
 * `credentials` does not name, where an alternative has one such scheme. An alternative without schemes is the last:
 * it allows an anonymous request. Undefined where none of them can be met.
 */
export function selectGrants(security: Security, identity: Identity): readonly Grant[] | undefined {
  const alternatives = security.map((requirement) => findGrants(requirement, identity));
  const isAnonymous = alternatives.length === 0 || alternatives.some((grants) => grants?.length === 0);
  return alternatives.find((grants) => grants?.length) ?? (isAnonymous ? [] : undefined);
}

function findGrants(requirement: Security[number], { apiKey, credentials }: Identity): Grant[] | undefined {
  const schemes = Object.entries(requirement);
  const unnamed = schemes.filter(([name]) => credentials[name] === undefined);
  if (unnamed.length > 1 || (unnamed.length > 0 && apiKey === undefined)) return undefined;
  return schemes.map(([name, scheme]) => {
    const source = credentials[name];
    // Where nothing is named, the key is given.
    return source === undefined
      ? { scheme, source: apiKey as ApiKey, option: "apiKey" }
      : { scheme, source, option: `credentials.${name}` };
  });
}

/** The request with the credential in it, or what is wrong with the credential, in words that do not hold it. */
export function writeGrant(
  request: Signable,
  { scheme, option }: Grant,
  credential: unknown,
  policy: Policy,
): Signable | string {
  const wrong = Object.entries(policy.wrongKeys ?? {}).find(([prefix]) =>
    String(credential).startsWith(prefix),
  );
  const written = wrong?.[1] ?? scheme.write(request, credential, scheme.name ?? "");
  return typeof written === "string" ? `${option === "apiKey" ? "the API key" : option} ${written}` : written;
}
