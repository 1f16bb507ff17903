import { memberOf, membersOf, recordAt } from "../../json/place.js";
import { splitPointer } from "../../json/pointer.js";
import { canonicalText, isSameJson } from "../../json/value.js";
import { findSecurity, readSecurity, type SecurityRequirement } from "../../spec/security.js";
import { mapSides, membersAt, type Document, type Place, type Sides } from "../document/document.js";
import type { Operation } from "../document/operations.js";
import type { Fact, Scope } from "./facts.js";
import type { Message } from "./message.js";

/** One way to be let in: what each scheme asks for, whatever it is called, with the scopes it needs. */
type Requirement = ReadonlyMap<string, Asked>;

type Asked = { readonly scheme: Place; readonly scopes: ReadonlySet<string> };

/** Compares what lets a caller in. Another name for the same requirement is no change. */
export function* compareSecurity(operation: Sides<Operation>, scope: Scope): Generator<Fact> {
  const { base, head } = mapSides(operation, readRequirements);
  const refused = base.find((was) => !head.some((now) => isWithin(now, was)));
  const added = head.filter((now) => !base.some((was) => isWithin(was, now) && isWithin(now, was)));
  const places = findPlaces(operation);
  const fact = { ...scope, ...places, thing: "security", keyword: "security", subject: "security" } as const;
  if (refused !== undefined)
    yield {
      ...fact,
      change: "narrower",
      detail: `${nameWays(head)} (was ${nameWays(base)})`,
      refused: refuse(refused, head),
    };
  else if (added.length > 0) yield { ...fact, change: "wider", detail: nameWays(added) };
  else if (places.base !== undefined || places.head !== undefined) yield { ...fact, change: "rewritten" };
}

function readRequirements(operation: Operation): readonly Requirement[] {
  const list = readSecurity(operation);
  // An empty list takes the document's requirement away (OpenAPI 3.1 §4.8.10.1).
  return list.length === 0 ? [new Map()] : list.flatMap(readWays);
}

/** A caller may come by each flow of a scheme, so that each is a way of its own. */
function readWays({ schemes }: SecurityRequirement<Document>): readonly Requirement[] {
  return schemes.reduce<readonly Requirement[]>(
    (ways, { scheme, scopes }) => {
      const asked = { scheme, scopes: new Set(scopes) };
      return ways.flatMap((way) => describeScheme(scheme).map((text) => new Map([...way, [text, asked]])));
    },
    [new Map()],
  );
}

/** What a scheme asks of a caller, once for each of its flows. Where a token is got says nothing of the token. */
function describeScheme(place: Place): readonly string[] {
  const { type, in: where, name: field, scheme } = recordAt(place);
  const key = where === "header" ? String(field).toLowerCase() : field;
  const flows = [...membersOf(memberOf(place, "flows")).keys()].filter((flow) => !flow.startsWith("x-"));
  return (flows.length === 0 ? [undefined] : flows).map((flow) =>
    canonicalText({ type, where, key, scheme: String(scheme).toLowerCase(), flow }),
  );
}

/** Whether a caller who fulfils `held` fulfils `asked` as well. */
function isWithin(asked: Requirement, held: Requirement): boolean {
  return [...asked].every(([scheme, { scopes }]) => {
    const given = held.get(scheme);
    return given !== undefined && [...scopes].every((scope) => given.scopes.has(scope));
  });
}

/** A request with credentials that were enough. */
function refuse(held: Requirement, asked: readonly Requirement[]): NonNullable<Fact["refused"]> {
  const [now = new Map()] = asked;
  if (held.size === 0) return { message: { kind: "request" }, issue: "credentials are required" };
  return {
    message: writeCredentials(held),
    issue: `${nameWay(held, now)} ${held.size > 1 ? "are" : "is"} not enough`,
  };
}

/** `` `key` or `token` with the scope `read` ``: what lets a caller in, by the names of the schemes. */
function nameWays(ways: readonly Requirement[]): string {
  return [...new Set(ways.map((way) => nameWay(way)))].join(" or ");
}

/** Beside another way, of a scheme that is asked for there with more scopes, those that it lacks. */
function nameWay(way: Requirement, beside: Requirement = new Map()): string {
  if (way.size === 0) return "no credential";
  const parts = [...way].map(([key, { scheme, scopes }]) => {
    const lacking = [...(beside.get(key)?.scopes ?? [])].filter((scope) => !scopes.has(scope));
    const named = lacking.length > 0 ? nameScopes("without", lacking) : nameScopes("with", [...scopes]);
    return `${code(lastKey(scheme))}${named}`;
  });
  return [...new Set(parts)].join(" and ");
}

function nameScopes(word: "with" | "without", scopes: readonly string[]): string {
  if (scopes.length === 0) return "";
  return ` ${word} the ${scopes.length === 1 ? "scope" : "scopes"} ${scopes.map(code).join(", ")}`;
}

function lastKey({ pointer }: Place): string {
  return splitPointer(pointer).at(-1) ?? "";
}

function code(text: string): string {
  return `\`${text}\``;
}

/** Stands for what the caller knows alone. */
export const SECRET = "…";

/** Where the credentials of each scheme stand in a request (OpenAPI 3.1 §4.8.27; RFC 6750 §2.1, RFC 7617 §2). */
function writeCredentials(requirement: Requirement): Extract<Message, { readonly kind: "request" }> {
  const headers = new Map<string, string>();
  const query = new Map<string, string>();
  for (const { scheme: place } of requirement.values()) {
    const { type, in: where, name, scheme = "bearer" } = recordAt(place);
    const key = String(name);
    if (type === "mutualTLS") continue;
    if (type !== "apiKey") headers.set("Authorization", `${capitalize(String(scheme))} ${SECRET}`);
    else if (where === "query") query.set(key, SECRET);
    else if (where === "cookie")
      headers.set("Cookie", [headers.get("Cookie") ?? [], `${key}=${SECRET}`].flat().join("; "));
    else headers.set(key, SECRET);
  }
  return {
    kind: "request",
    ...(query.size > 0 && { query: Object.fromEntries(query) }),
    ...(headers.size > 0 && { headers: Object.fromEntries(headers) }),
  };
}

/** As the schemes are registered. */
function capitalize(scheme: string): string {
  return scheme.charAt(0).toUpperCase() + scheme.slice(1).toLowerCase();
}

/** Where the difference stands: at the operation, at the document's root, or in a scheme. */
function findPlaces(operation: Sides<Operation>): Sides<Place | undefined> {
  const { base, head } = mapSides(operation, findSecurity);
  const isMoved = base?.pointer.length !== head?.pointer.length;
  if (isMoved || !isSameJson(base?.value, head?.value)) return { base, head };
  const { base: old, head: now } = mapSides(operation, listSchemes);
  for (const [index, scheme] of now.entries()) {
    const was = old[index];
    if (was !== undefined && !isSameJson(was.value, scheme.value)) return findMember(was, scheme);
  }
  return { base: undefined, head: undefined };
}

function listSchemes(operation: Operation): Place[] {
  return readSecurity(operation).flatMap(({ schemes }) => schemes.map(({ scheme }) => scheme));
}

function findMember(base: Place, head: Place): Sides<Place | undefined> {
  const keys = [...Object.keys(recordAt(base)), ...Object.keys(recordAt(head))];
  const changed = keys.find((key) => !isSameJson(recordAt(base)[key], recordAt(head)[key]));
  return changed === undefined ? { base, head } : membersAt({ base, head }, changed);
}
