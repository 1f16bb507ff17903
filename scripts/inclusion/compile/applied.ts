import { appendPointer, isRecord, readMember } from "../../json/pointer.js";
import { childSpot, childSpots, schemaOf, targetSpot, type Spot } from "./spot.js";

/** A schema that a keyword applies to a part of a value. */
export type Applied = {
  readonly spot: Spot;
  readonly value: unknown;
  /** JSON Pointer of the part. */
  readonly instance: string;
};

/** A value at its place within the whole one. */
export type Subject = { readonly value: unknown; readonly instance: string };

type Apply = (spot: Spot, subject: Subject, matches: Matches) => readonly Applied[];
type Matches = (pattern: string, name: string) => boolean;

/** What keywords apply, also where it need not hold; conditions and what is denied are left out, since failing is no fault there. */
const APPLY: Readonly<Record<string, Apply>> = {
  $ref: (spot, subject) => applyReference(spot, "$ref", subject),
  $dynamicRef: (spot, subject) => applyReference(spot, "$dynamicRef", subject),
  allOf: (spot, subject) => applyList(spot, "allOf", subject),
  anyOf: (spot, subject) => applyList(spot, "anyOf", subject),
  oneOf: (spot, subject) => applyList(spot, "oneOf", subject),
  then: (spot, subject) => [{ ...subject, spot: childSpot(spot, "then") }],
  else: (spot, subject) => [{ ...subject, spot: childSpot(spot, "else") }],
  dependentSchemas: (spot, subject) =>
    childSpots(spot, "dependentSchemas")
      .filter(([name]) => hasName(subject, name))
      .map(([, child]) => ({ ...subject, spot: child })),
  properties: (spot, subject) =>
    childSpots(spot, "properties")
      .filter(([name]) => hasName(subject, name))
      .map(([name, child]) => applyMember(child, subject, name)),
  patternProperties: (spot, subject, matches) =>
    childSpots(spot, "patternProperties").flatMap(([pattern, child]) =>
      namesOf(subject)
        .filter((name) => matches(pattern, name))
        .map((name) => applyMember(child, subject, name)),
    ),
  additionalProperties: (spot, subject, matches) =>
    namesOf(subject)
      .filter((name) => !isDeclared(spot, name, matches))
      .map((name) => applyMember(childSpot(spot, "additionalProperties"), subject, name)),
  propertyNames: (spot, subject) =>
    namesOf(subject).map((name) => ({
      spot: childSpot(spot, "propertyNames"),
      value: name,
      instance: appendPointer(subject.instance, name),
    })),
  prefixItems: (spot, subject) =>
    childSpots(spot, "prefixItems")
      .slice(0, itemsOf(subject).length)
      .map(([index, child]) => applyMember(child, subject, index)),
  items: (spot, subject) => applyItems(spot, "items", subject, childSpots(spot, "prefixItems").length),
  contains: (spot, subject) => applyItems(spot, "contains", subject, 0),
};

/** undefined for a keyword that applies no schema. */
export function applyKeyword(
  spot: Spot,
  keyword: string,
  subject: Subject,
  matches: Matches,
): readonly Applied[] | undefined {
  return Object.hasOwn(APPLY, keyword) ? APPLY[keyword]?.(spot, subject, matches) : undefined;
}

function applyReference(spot: Spot, keyword: "$ref" | "$dynamicRef", subject: Subject): readonly Applied[] {
  const reference = schemaOf(spot)[keyword];
  const target = typeof reference === "string" ? targetSpot(spot, keyword, reference) : undefined;
  return target === undefined ? [] : [{ ...subject, spot: target }];
}

function applyList(spot: Spot, keyword: string, subject: Subject): readonly Applied[] {
  return childSpots(spot, keyword).map(([, child]) => ({ ...subject, spot: child }));
}

function applyMember(spot: Spot, { value, instance }: Subject, name: string): Applied {
  return { spot, value: readMember(value, name), instance: appendPointer(instance, name) };
}

function applyItems(spot: Spot, keyword: string, subject: Subject, from: number): readonly Applied[] {
  const indices = [...itemsOf(subject).keys()].slice(from);
  return indices.map((index) => applyMember(childSpot(spot, keyword), subject, String(index)));
}

function itemsOf({ value }: Subject): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function namesOf({ value }: Subject): readonly string[] {
  return isRecord(value) ? Object.keys(value) : [];
}

function hasName({ value }: Subject, name: string): boolean {
  return isRecord(value) && Object.hasOwn(value, name);
}

function isDeclared(spot: Spot, name: string, matches: Matches): boolean {
  const { properties, patternProperties } = schemaOf(spot);
  if (isRecord(properties) && Object.hasOwn(properties, name)) return true;
  return (
    isRecord(patternProperties) && Object.keys(patternProperties).some((pattern) => matches(pattern, name))
  );
}
