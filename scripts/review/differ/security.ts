import { childOf, follow, itemsOf, memberOf, membersOf, recordAt, rootOf } from "../../json/place.js";
import { canonicalText, isSameJson } from "../../json/value.js";
import { inherit, type Operation } from "../document/operations.js";
import type { Document, Place, Sides } from "../document/document.js";
import type { Fact, Scope } from "./facts.js";

/** One way to be let in: what each scheme is, whatever it is called, with the scopes it needs. */
type Requirement = ReadonlyMap<string, ReadonlySet<string>>;

/** Compares what lets a caller in. Another name for the same requirement is no change. */
export function* compareSecurity(operation: Sides<Operation>, scope: Scope): Generator<Fact> {
  const [base, head] = [readRequirements(operation.base), readRequirements(operation.head)];
  const refused = base.find((was) => !head.some((now) => isWithin(now, was)));
  const isWider = head.some((now) => !base.some((was) => isWithin(was, now) && isWithin(now, was)));
  const places = findPlaces(operation);
  const fact = { ...scope, ...places, thing: "security", keyword: "security", subject: "security" } as const;
  if (refused !== undefined) yield { ...fact, change: "narrower", refused: refuse(refused) };
  else if (isWider) yield { ...fact, change: "wider" };
  else if (places.base !== undefined || places.head !== undefined) yield { ...fact, change: "rewritten" };
}

function readRequirements(operation: Operation): Requirement[] {
  const list = itemsOf(inherit(operation, "security"));
  // An empty list takes the document's requirement away (OpenAPI 3.1 §4.8.10.1).
  return list.length === 0 ? [new Map()] : list.map(readRequirement);
}

function readRequirement(place: Place): Requirement {
  return new Map(
    Object.entries(recordAt(place)).map(([name, scopes]) => [
      describeScheme(place.document, name),
      new Set(Array.isArray(scopes) ? scopes.map(String) : []),
    ]),
  );
}

function schemePlace(document: Document, name: string): Place {
  return follow(childOf(rootOf(document), "components", "securitySchemes", name));
}

/** What a scheme asks of a caller, without its texts. */
function describeScheme(document: Document, name: string): string {
  const place = schemePlace(document, name);
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
  const [base, head] = [inherit(operation.base, "security"), inherit(operation.head, "security")];
  const isMoved = base?.pointer.length !== head?.pointer.length;
  if (isMoved || !isSameJson(base?.value, head?.value)) return { base, head };
  for (const name of itemsOf(head).flatMap((item) => Object.keys(recordAt(item)))) {
    const schemes = {
      base: schemePlace(operation.base.place.document, name),
      head: schemePlace(operation.head.place.document, name),
    };
    if (!isSameJson(schemes.base.value, schemes.head.value)) return findMember(schemes);
  }
  return { base: undefined, head: undefined };
}

function findMember({ base, head }: Sides<Place>): Sides<Place | undefined> {
  const keys = [...Object.keys(recordAt(base)), ...Object.keys(recordAt(head))];
  const changed = keys.find((key) => !isSameJson(recordAt(base)[key], recordAt(head)[key]));
  if (changed === undefined) return { base, head };
  return { base: memberOf(base, changed), head: memberOf(head, changed) };
}
