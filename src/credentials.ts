import { readOptions, type ClientForOptions, type CredentialSource, type Rule } from "./options.js";
import type { Policy } from "./policy.js";
import type { Scheme, Security, Signable } from "./wire/credential/credential.js";

/** What gives the credentials of a client, by the names of their schemes; under no name `apiKey`, which stands for the rest. */
export type Sources = Readonly<Record<string, CredentialSource | undefined>>;

/** A scheme with what gives its credential, and the option that it comes from. */
export type Grant = readonly [scheme: Scheme, source: CredentialSource, option: string];

const CREDENTIAL: Rule = [
  "a string, an object with username and password, or a function",
  (value) => value !== null && /[go]/.test(typeof value),
];

/**
 * The options', or the environment's key. Throws a TypeError for a credential that cannot be sent, and for one whose
 * scheme the document does not have.
 */
export function resolveSources(
  { apiKey, credentials = {} }: ClientForOptions,
  policy: Policy,
  securities: readonly Security[],
): Sources {
  // Not every runtime has a process, and the published types must not need Node's.
  const { process } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };
  const { keyVariable } = policy;
  const requirements = securities.flat();
  const schemes = requirements.flatMap((requirement) => Object.keys(requirement));
  const rules = Object.fromEntries(schemes.map((name) => [name, CREDENTIAL]));
  const sources: Sources = Object.assign(readOptions(credentials, { rules, owner: "credentials", policy }), {
    "": apiKey ?? (keyVariable && process?.env?.[keyVariable]),
  });
  if (keyVariable && !Object.values(sources).some(Boolean))
    throw new TypeError(`the API key is missing: apiKey or ${keyVariable} must give one`);
  for (const grant of requirements.flatMap((requirement) => findGrants(requirement, sources) ?? [])) {
    const [, source] = grant;
    const written =
      typeof source === "function" || writeGrant({ url: "", headers: {} }, grant, source, policy);
    if (typeof written === "string") throw new TypeError(written);
  }
  return sources;
}

/**
 * The credentials to send: those of the first alternative of which all are given. `apiKey` stands for a scheme that
 * `credentials` does not name, where an alternative has one such scheme. An alternative without schemes is the last:
 * it allows an anonymous request. Undefined where none of them can be met.
 */
export function selectGrants(security: Security, sources: Sources): readonly Grant[] | undefined {
  const met = security
    .map((requirement) => findGrants(requirement, sources))
    .filter((grants): grants is Grant[] => grants !== undefined);
  return met.find(({ length }) => length > 0) ?? (security.length > 0 ? met[0] : []);
}

function findGrants(requirement: Security[number], sources: Sources): Grant[] | undefined {
  const grants = Object.entries(requirement).map(([name, scheme]): Grant | undefined => {
    const key = sources[name] === undefined ? "" : name;
    const source = sources[key];
    return source === undefined ? undefined : [scheme, source, key && `credentials.${key}`];
  });
  const given = grants.filter((grant): grant is Grant => grant !== undefined);
  const unnamed = given.filter(([, , option]) => !option);
  return given.length < grants.length || unnamed.length > 1 ? undefined : given;
}

/** The request with the credential in it, or what is wrong with the credential, in words that do not hold it. */
export function writeGrant(
  request: Signable,
  [{ write, name = "" }, , option]: Grant,
  credential: unknown,
  { wrongKeys = {} }: Policy,
): Signable | string {
  const wrong =
    Object.keys(wrongKeys).find(
      (prefix) => typeof credential === "string" && credential.startsWith(prefix),
    ) ?? "";
  const written = wrongKeys[wrong] ?? write(request, credential, name);
  return typeof written === "string" ? `${option || "the API key"} ${written}` : written;
}
