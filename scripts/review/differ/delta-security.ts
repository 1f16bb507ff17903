import { childOf, follow, itemsOf, memberOf, membersOf, recordAt, rootOf } from "../../json/place.js";
import type { Doc, Place } from "../document/document.js";
import type { Fact, OperationPair, Report } from "./facts.js";
import { canonicalText, isSameJson } from "../../json/value.js";
import { findSecurity } from "../../spec/security.js";
import type { Operation } from "../document/operations.js";

type Context = { readonly pair: OperationPair; readonly report: Report };

/** One way to be let in: what each scheme is, whatever it is called, with the scopes it needs. */
type Requirement = ReadonlyMap<string, ReadonlySet<string>>;

/** Compares what lets a caller in. A requirement that falls on callers is a break; another name for it is none. */
export function compareSecurity(before: Operation, after: Operation, { pair, report }: Context): void {
  const [old, now] = [readRequirements(before), readRequirements(after)];
  const isTighter = old.some((was) => !now.some((is) => isWithin(is, was)));
  const isLooser = now.some((is) => !old.some((was) => isWithin(is, was) && isWithin(was, is)));
  const places = findPlaces(before, after);
  const isSame = !isTighter && !isLooser;
  if (isSame && places.before === undefined && places.after === undefined) return;
  const rule = isTighter ? "security-tightened" : isLooser ? "security-loosened" : "rewritten";
  const proof = isTighter ? prove(old, now) : undefined;
  report.fact({
    rule,
    keyword: "security",
    pair,
    direction: "request",
    ...places,
    subject: "security",
    ...(proof && { proof }),
  });
}

function readRequirements(operation: Operation): Requirement[] {
  const place = findSecurity(operation);
  const list = itemsOf(place);
  // An empty list takes the document's requirement away (OpenAPI 3.1 §4.8.10.1).
  return list.length === 0 ? [new Map()] : list.map((item) => readRequirement(item));
}

function readRequirement(place: Place): Requirement {
  return new Map(
    Object.entries(recordAt(place)).map(([name, scopes]) => [
      describeScheme(place.document, name),
      new Set(Array.isArray(scopes) ? scopes.map(String) : []),
    ]),
  );
}

function schemePlace(doc: Doc, name: string): Place {
  return follow(childOf(rootOf(doc), "components", "securitySchemes", name));
}

/** What a scheme asks of a caller, without its texts. */
function describeScheme(doc: Doc, name: string): string {
  const { type, in: where, name: field, scheme, openIdConnectUrl, flows } = recordAt(schemePlace(doc, name));
  const urls = membersOf(flows === undefined ? undefined : memberOf(schemePlace(doc, name), "flows"));
  const flowUrls = [...urls].map(([flow, place]) => {
    const { authorizationUrl, tokenUrl, refreshUrl } = recordAt(place);
    return [flow, authorizationUrl, tokenUrl, refreshUrl];
  });
  const key = where === "header" ? String(field).toLowerCase() : field;
  return canonicalText({
    type,
    where,
    key,
    scheme: String(scheme).toLowerCase(),
    openIdConnectUrl,
    flowUrls,
  });
}

/** Whether a caller who fulfils `held` fulfils `asked` as well. */
function isWithin(asked: Requirement, held: Requirement): boolean {
  return [...asked].every(([scheme, scopes]) => {
    const given = held.get(scheme);
    return given !== undefined && [...scopes].every((scope) => given.has(scope));
  });
}

function prove(old: readonly Requirement[], now: readonly Requirement[]): NonNullable<Fact["proof"]> {
  const refused = old.find((was) => !now.some((is) => isWithin(is, was)));
  const isAnonymous = refused === undefined || refused.size === 0;
  const issue = isAnonymous ? "credentials are required" : "these credentials are not enough";
  return { message: { kind: "request", ...(isAnonymous ? {} : { headers: { Authorization: "…" } }) }, issue };
}

/** Where the difference stands: at the operation, at the document's root, or in a scheme. */
function findPlaces(before: Operation, after: Operation): Pick<Fact, "before" | "after"> {
  const [old, now] = [findSecurity(before), findSecurity(after)];
  const isMoved = old?.pointer.length !== now?.pointer.length;
  if (isMoved || !isSameJson(old && old.value, now && now.value)) return { before: old, after: now };
  const names = itemsOf(now).flatMap((item) => Object.keys(recordAt(item)));
  for (const name of names) {
    const schemes = [
      schemePlace(before.place.document, name),
      schemePlace(after.place.document, name),
    ] as const;
    if (!isSameJson(schemes[0].value, schemes[1].value)) return findMember(...schemes);
  }
  return { before: undefined, after: undefined };
}

function findMember(before: Place, after: Place): Pick<Fact, "before" | "after"> {
  const keys = [...Object.keys(recordAt(before)), ...Object.keys(recordAt(after))];
  const changed = keys.find((key) => !isSameJson(recordAt(before)[key], recordAt(after)[key]));
  if (changed === undefined) return { before, after };
  return { before: memberOf(before, changed), after: memberOf(after, changed) };
}
