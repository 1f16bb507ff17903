import { memberOf, membersOf, recordAt } from "../../json/place.js";
import { canonicalText, isSameJson } from "../../json/value.js";
import { findSecurity, readSecurity, type SecurityRequirement } from "../../spec/security.js";
import { mapSides, membersAt, type Document, type Place, type Sides } from "../document/document.js";
import type { Operation } from "../document/operations.js";
import type { Fact, Scope } from "./facts.js";

/** One way to be let in: what each scheme is, whatever it is called, with the scopes it needs. */
type Requirement = ReadonlyMap<string, ReadonlySet<string>>;

/** Compares what lets a caller in. Another name for the same requirement is no change. */
export function* compareSecurity(operation: Sides<Operation>, scope: Scope): Generator<Fact> {
  const { base, head } = mapSides(operation, readRequirements);
  const refused = base.find((was) => !head.some((now) => isWithin(now, was)));
  const isWider = head.some((now) => !base.some((was) => isWithin(was, now) && isWithin(now, was)));
  const places = findPlaces(operation);
  const fact = { ...scope, ...places, thing: "security", keyword: "security", subject: "security" } as const;
  if (refused !== undefined) yield { ...fact, change: "narrower", refused: refuse(refused) };
  else if (isWider) yield { ...fact, change: "wider" };
  else if (places.base !== undefined || places.head !== undefined) yield { ...fact, change: "rewritten" };
}

function readRequirements(operation: Operation): Requirement[] {
  const list = readSecurity(operation);
  // An empty list takes the document's requirement away (OpenAPI 3.1 §4.8.10.1).
  return list.length === 0 ? [new Map()] : list.map(readRequirement);
}

function readRequirement({ schemes }: SecurityRequirement<Document>): Requirement {
  return new Map(schemes.map(({ scheme, scopes }) => [describeScheme(scheme), new Set(scopes)]));
}

/** What a scheme asks of a caller, without its texts. */
function describeScheme(place: Place): string {
  const { type, in: where, name: field, scheme, openIdConnectUrl } = recordAt(place);
  const flows = [...membersOf(memberOf(place, "flows"))].map(([flow, at]) => {
    const { authorizationUrl, tokenUrl, refreshUrl } = recordAt(at);
    return [flow, authorizationUrl, tokenUrl, refreshUrl];
  });
  return canonicalText({
    type,
    where,
    key: where === "header" ? String(field).toLowerCase() : field,
    scheme: String(scheme).toLowerCase(),
    openIdConnectUrl,
    flows,
  });
}

/** Whether a caller who fulfils `held` fulfils `asked` as well. */
function isWithin(asked: Requirement, held: Requirement): boolean {
  return [...asked].every(([scheme, scopes]) => {
    const given = held.get(scheme);
    return given !== undefined && [...scopes].every((scope) => given.has(scope));
  });
}

/** A request with credentials that were enough. */
function refuse({ size }: Requirement): NonNullable<Fact["refused"]> {
  if (size === 0) return { message: { kind: "request" }, issue: "credentials are required" };
  const message = { kind: "request", headers: { Authorization: "…" } } as const;
  return { message, issue: "these credentials are not enough" };
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
