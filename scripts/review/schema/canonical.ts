import { overlaps, readAlternatives } from "./alternatives.js";
import { memberOf } from "../../json/place.js";
import type { Direction } from "../../json/direction.js";
import {
  itemNode,
  matchesPattern,
  nodeKey,
  partsOf,
  propertyNode,
  readRecord,
  subNode,
  type Schemas,
  type Part,
} from "./flatten.js";
import { canonicalText, jsonTypeOf, type JsonType } from "../../json/value.js";
import {
  patternNames,
  readAll,
  readLimit,
  readTexts,
  constraintsOfParts,
  type Constraints,
} from "./constraints.js";

type Scope = {
  readonly direction: Direction;
  readonly stack: readonly string[];
  /** Told of each node that is entered. */
  readonly enter: (node: Schemas) => void;
};
type Form = Readonly<Record<string, unknown>>;

/** Schemas that lead to each other in many ways have a form that is far larger than they are: they have none. */
const MOST_NODES = 300;

class TooLarge extends Error {}

/**
 * Text that is equal for schemas that differ only in how they are written: a set of alternatives, each of one
 * type with the keywords that count for this type. Unequal texts say nothing, nor does none at all.
 */
export function canonicalForm(node: Schemas, direction: Direction): string | undefined {
  const forms = node[0]?.document.forms ?? new Map<string, string | undefined>();
  const key = formKey(node, direction);
  if (!forms.has(key)) forms.set(key, makeForm(node, direction));
  return forms.get(key);
}

function formKey(node: Schemas, direction: Direction): string {
  return `${direction} ${nodeKey(node)}`;
}

function makeForm(node: Schemas, direction: Direction): string | undefined {
  let left = MOST_NODES;
  const enter = (inner: Schemas): void => {
    left -= 1;
    const forms = inner[0]?.document.forms;
    const key = formKey(inner, direction);
    if (left < 0 || (forms?.has(key) === true && forms.get(key) === undefined)) throw new TooLarge();
  };
  try {
    return canonicalText(toForm(node, { direction, stack: [], enter }));
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

/** Whether two nodes are known to mean the same. */
export function haveOneForm(base: Schemas, head: Schemas, direction: Direction): boolean {
  const form = canonicalForm(base, direction);
  return form !== undefined && form === canonicalForm(head, direction);
}

function toForm(node: Schemas, scope: Scope): unknown {
  scope.enter(node);
  const key = nodeKey(node);
  const depth = scope.stack.lastIndexOf(key);
  if (depth !== -1) return { recursion: scope.stack.length - depth };
  const inner = { ...scope, stack: [...scope.stack, key] };
  const alternatives = readAlternatives(node, scope.direction) ?? [partsOf(node)];
  const forms = alternatives.flatMap((parts) => {
    scope.enter(node);
    return typedForms(constraintsOfParts(parts, scope.direction), inner);
  });
  return simplify(forms);
}

/** A type with no keyword beside it. */
function isBare(form: Form): boolean {
  return Object.keys(form).length === 1 && "type" in form;
}

function simplify(forms: readonly Form[]): unknown {
  if (forms.length === 0) return "never";
  const texts = new Map(forms.map((form) => [canonicalText(form), form]));
  const bare = new Set(forms.filter(isBare).map(({ type }) => type));
  if (bare.has("number")) texts.delete(canonicalText({ type: "integer" }));
  const covered = ["null", "array", "object", "string", "number"].every((type) => bare.has(type));
  if (covered && texts.has(canonicalText({ value: true })) && texts.has(canonicalText({ value: false })))
    return {};
  return [...texts.keys()].toSorted().map((text) => texts.get(text));
}

function typedForms(view: Constraints, scope: Scope): Form[] {
  const rest = restForm(view.parts, scope);
  if (view.values !== undefined) {
    const values = view.values.filter((value) => allowsListed(view, value));
    const isNested = values.some((value) => typeof value === "object" && value !== null);
    const asks = { ...(isNested ? structureForm(view, scope) : {}), ...listedForm(view.parts) };
    return values.map((value) => ({ value, ...asks, ...rest }));
  }
  return [...view.types].flatMap((type): Form[] => {
    if (type === "null") return [{ value: null, ...rest }];
    if (type === "boolean") return [true, false].map((value) => ({ value, ...rest }));
    return [{ type, ...formOfType(type, view, scope), ...rest }];
  });
}

/** Keywords that `allowsListed` does not try on a listed value. */
function listedForm(parts: readonly Part[]): Form {
  return omitEmpty({ formats: readTexts(parts, "format"), multiples: readAll(parts, "multipleOf") });
}

function structureForm(view: Constraints, scope: Scope): Form {
  return { ...arrayForm(view.parts, scope), ...objectForm(view, scope) };
}

/** Whether the keywords beside an `enum` let a listed value through. */
function allowsListed(view: Constraints, value: unknown): boolean {
  if (!overlaps(jsonTypeOf(value), view.types)) return false;
  if (typeof value === "string") return allowsText(view.parts, value);
  if (typeof value !== "number") return true;
  const { lower, upper } = view;
  if (lower !== undefined && (lower.exclusive ? value <= lower.value : value < lower.value)) return false;
  return !(upper !== undefined && (upper.exclusive ? value >= upper.value : value > upper.value));
}

function allowsText(parts: readonly Part[], text: string): boolean {
  const length = [...text].length;
  if (length < (readLimit(parts, "minLength") ?? 0)) return false;
  if (length > (readLimit(parts, "maxLength") ?? Number.POSITIVE_INFINITY)) return false;
  return readTexts(parts, "pattern").every((pattern) => matchesPattern(pattern, text));
}

function formOfType(type: JsonType, view: Constraints, scope: Scope): Form {
  if (type === "string") return stringForm(view.parts);
  if (type === "array") return arrayForm(view.parts, scope);
  if (type === "object") return objectForm(view, scope);
  return numberForm(view);
}

function numberForm({ parts, types, lower, upper }: Constraints): Form {
  const whole = types.has("integer");
  const multiples = [...new Set(readAll(parts, "multipleOf"))]
    .filter((value) => !(whole && value === 1))
    .toSorted();
  return omitEmpty({ lower, upper, multiples, formats: readTexts(parts, "format") });
}

function stringForm(parts: readonly Part[]): Form {
  return omitEmpty({
    minLength: readLimit(parts, "minLength") || undefined,
    maxLength: readLimit(parts, "maxLength"),
    patterns: readTexts(parts, "pattern"),
    formats: readTexts(parts, "format"),
  });
}

function arrayForm(parts: readonly Part[], scope: Scope): Form {
  const prefix = Math.max(
    0,
    ...readAll(parts, "prefixItems").map((list) => (Array.isArray(list) ? list.length : 0)),
  );
  const rest = canonicalOrAny(itemNode(parts, undefined), scope);
  const items = Array.from({ length: prefix }, (_, index) => toForm(itemNode(parts, index), scope));
  while (items.length > 0 && canonicalText(items.at(-1)) === canonicalText(rest ?? {})) items.pop();
  return omitEmpty({
    minItems: readLimit(parts, "minItems") || undefined,
    maxItems: readLimit(parts, "maxItems"),
    unique: readAll(parts, "uniqueItems").includes(true) || undefined,
    prefix: items,
    items: rest,
    contains: parts.flatMap((part) => containsForm(part, scope)),
  });
}

function containsForm(part: Part, scope: Scope): Form[] {
  const place = memberOf(part.place, "contains");
  const least = part.schema["minContains"] ?? 1;
  const most = part.schema["maxContains"];
  if (place === undefined || (least === 0 && most === undefined)) return [];
  return [{ contains: toForm([place], scope), least, most }];
}

function objectForm({ parts, names, required }: Constraints, scope: Scope): Form {
  const rest = canonicalOrAny(propertyNode(parts, undefined), scope);
  const properties = names.map((name) => [name, toForm(propertyNode(parts, name), scope)] as const);
  const told = properties.filter(([, form]) => canonicalText(form) !== canonicalText(rest ?? {}));
  const patterns = patternNames(parts).map((pattern) => [
    pattern,
    parts.flatMap((part) => {
      const place = memberOf(part.place, "patternProperties");
      const own = place === undefined ? undefined : memberOf(place, pattern);
      return own === undefined ? [] : [toForm([own], scope)];
    }),
  ]);
  return omitEmpty({
    required: [...required.keys()].toSorted(),
    properties: Object.fromEntries(told),
    patterns: Object.fromEntries(patterns),
    rest,
    minProperties:
      (readLimit(parts, "minProperties") ?? 0) > required.size
        ? readLimit(parts, "minProperties")
        : undefined,
    maxProperties: readLimit(parts, "maxProperties"),
    names: canonicalOrAny(subNode(parts, "propertyNames"), scope),
    dependentRequired: readAll(parts, "dependentRequired").filter(
      (value) => Object.keys(readRecord(value)).length > 0,
    ),
  });
}

/** Keywords that are compared as they are written, each in its canonical form. */
function restForm(parts: readonly Part[], scope: Scope): Form {
  const conditions = parts.flatMap((part) => conditionForm(part, scope));
  return omitEmpty({
    not: subNode(parts, "not").map((place) => toForm([place], scope)),
    conditions,
    oneOf: groupForms(parts, scope),
    dependentSchemas: parts.flatMap((part) => {
      const place = memberOf(part.place, "dependentSchemas");
      if (place === undefined) return [];
      return Object.keys(readRecord(part.schema["dependentSchemas"])).map((name) => {
        const own = memberOf(place, name);
        return [name, own === undefined ? {} : toForm([own], scope)];
      });
    }),
    unevaluatedProperties: unevaluatedForm(parts, scope),
    unevaluatedItems: canonicalOrAny(subNode(parts, "unevaluatedItems"), scope),
    access: ["readOnly", "writeOnly"].filter((keyword) => readAll(parts, keyword).includes(true)),
  });
}

/** Any `additionalProperties` evaluates every name, and so hides the names from `unevaluatedProperties`. */
function unevaluatedForm(parts: readonly Part[], scope: Scope): unknown {
  const form = canonicalOrAny(subNode(parts, "unevaluatedProperties"), scope);
  return form === undefined ? undefined : [form, readAll(parts, "additionalProperties").length > 0];
}

function groupForms(parts: readonly Part[], scope: Scope): unknown[] {
  return constraintsOfParts(parts, scope.direction).groups.map(({ keyword, branches }) => ({
    keyword,
    branches: branches.map((branch) => canonicalText(toForm([branch], scope))).toSorted(),
  }));
}

function conditionForm(part: Part, scope: Scope): Form[] {
  if (!("if" in part.schema)) return [];
  const [test, yes, no] = ["if", "then", "else"].map((keyword) =>
    canonicalOrAny(subNode([part], keyword), scope),
  );
  return yes === undefined && no === undefined ? [] : [{ test, yes, no }];
}

function canonicalOrAny(node: Schemas, scope: Scope): unknown {
  if (node.length === 0) return undefined;
  const form = toForm(node, scope);
  return canonicalText(form) === "{}" ? undefined : form;
}

function omitEmpty(form: Form): Form {
  return Object.fromEntries(
    Object.entries(form).filter(([, value]) => {
      if (value === undefined) return false;
      if (Array.isArray(value)) return value.length > 0;
      return typeof value !== "object" || value === null || Object.keys(value).length > 0;
    }),
  );
}
