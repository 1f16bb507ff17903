import type { Direction } from "../json/direction.js";
import { isExempt, placeName } from "./schema/direction.js";
import type { Context, Keyword, KeywordTable, SchemaObject } from "./keywords/keyword.js";
import type { SchemaProblem, SourcePlace } from "./problem.js";
import { all, PASS, when, type FunctionKey, type Plan, type Reason } from "./plan/plan.js";
import { hasJsonType } from "../json/value.js";
import { appendPointer, isRecord } from "../json/pointer.js";
import { child, resolve, type Place, type Registry } from "./schema/registry.js";
import { enterResource, resolveDynamic, scopeKey, type Scope } from "./schema/scope.js";
import { inVocabularies, vocabulariesOf } from "./schema/vocabularies.js";

/** What a function is about: a schema, and whatever else decides what the schema means there. */
export type Target = {
  readonly key: FunctionKey;
  readonly place: Place;
  readonly scope: Scope;
  readonly direction: Direction | undefined;
};

/** What lowering needs of the whole, and where it leaves what it finds. */
export type Lowering = {
  readonly registry: Registry;
  readonly table: KeywordTable;
  readonly keywords: readonly Keyword[];
  /** URI of the document whose pointers stand bare in messages. */
  readonly main: string;
  readonly directed: ReadonlySet<string>;
  readonly isFormatAsserted: boolean;
  /** Keywords of another dialect that say nothing in this one, with what its author should know of each. */
  readonly foreignKeywords: ReadonlyMap<string, string>;
  /** Turns the words of another dialect into those of 2020-12, one schema at a time. */
  readonly dialect: (schema: SchemaObject) => SchemaObject;
  /** Told of every pattern, which is judged before anything is printed. */
  readonly pattern: (source: string, place: SourcePlace) => void;
  readonly problem: (problem: SchemaProblem) => void;
  readonly need: (target: Target) => void;
};

export function createTarget(
  place: Place,
  scope: Scope,
  direction: Direction | undefined,
  lowering: Lowering,
): Target {
  const own = lowering.directed.has(placeName(place)) ? direction : undefined;
  const inner = enterResource(scope, place.base, lowering.registry);
  const key = [placeName(place), own ?? "", scopeKey(inner)].join(" ");
  // Keys are made in this file and nowhere else.
  return { key: key as FunctionKey, place, scope: inner, direction: own };
}

/** A target of its own for a plan of a part of the value; `serial` tells the plans of one owner apart. */
export function createPart(owner: Target, steps: readonly string[], serial: number): Target {
  const below = pointerTo(steps);
  // No other key ends in a number alone: theirs end in a scope.
  const key = `${owner.key} ${serial}` as FunctionKey;
  return { ...owner, key, place: { ...owner.place, pointer: owner.place.pointer + below } };
}

/** The plan of a schema, with the functions it calls asked for. */
export function lower(target: Omit<Target, "key">, lowering: Lowering): Plan {
  const { scope, direction } = target;
  const written = target.place.schema;
  const schema = isRecord(written) ? lowering.dialect(written) : written;
  const place = { ...target.place, schema };
  const at = lowering.main === place.document ? place.pointer : placeName(place);
  if (schema === true) return PASS;
  if (schema === false)
    return { kind: "never", reason: { keyword: "false", at, message: "is not allowed here" } };
  if (!isRecord(schema)) {
    const message = "a schema must be an object, true or false";
    lowering.problem({ severity: "error", rule: "schema", message, ...place });
    return PASS;
  }
  reportUnknown(schema, place, lowering);
  const known = vocabulariesOf(place, lowering.registry);
  let plans: Plan[] = [];
  const context = createContext({ place, scope, direction, at, known, lowering, siblings: () => all(plans) });
  for (const keyword of lowering.keywords) {
    const part = inVocabularies(schema, keyword, known);
    if (!keyword.names.some((name) => part[name] !== undefined || Object.hasOwn(part, name))) continue;
    const lowered = keyword.lower(part, context);
    const guarded = keyword.on ? when(keyword.on, lowered) : lowered;
    // What a keyword of that vocabulary gives holds all the others.
    plans = keyword.vocabulary === "unevaluated" ? [lowered] : [...plans, guarded];
  }
  return all(joinTypeAndValues(plans));
}

/** Of a list of allowed values, only those of an allowed type count, and then the type says nothing more. */
function joinTypeAndValues(plans: readonly Plan[]): readonly Plan[] {
  const flat = plans.flatMap((plan) => (plan.kind === "all" ? plan.of : [plan]));
  const type = flat.find((plan) => plan.kind === "type");
  if (!type || !flat.some((plan) => plan.kind === "equal")) return flat;
  return flat
    .filter((plan) => plan !== type)
    .map((plan) => {
      if (plan.kind !== "equal") return plan;
      return { ...plan, values: plan.values.filter((value) => hasJsonType(value, type.types)) };
    });
}

const UNKNOWN = "is not a keyword that can be compiled; a name with x- in front passes as an annotation";

/** A keyword that nobody knows would be skipped in silence, and with it whatever its author wanted. */
function reportUnknown(schema: SchemaObject, place: Place, lowering: Lowering): void {
  for (const name of Object.keys(schema)) {
    if (name.startsWith("x-") || lowering.table.has(name)) continue;
    const foreign = lowering.foreignKeywords.get(name);
    lowering.problem({
      severity: foreign === undefined ? "error" : "warning",
      rule: "unknown-keyword",
      message: `${JSON.stringify(name)} ${foreign ?? UNKNOWN}`,
      document: place.document,
      pointer: appendPointer(place.pointer, name),
    });
  }
}

type Surroundings = Omit<Target, "key"> & {
  readonly at: string;
  readonly known: ReadonlySet<string> | undefined;
  readonly lowering: Lowering;
  readonly siblings: () => Plan;
};

function createContext({ place, scope, direction, at, known, lowering, siblings }: Surroundings): Context {
  const { registry } = lowering;
  const problem: Context["problem"] = (keyword, message) => {
    const pointer = place.pointer + pointerTo([keyword]);
    lowering.problem({ severity: "error", rule: "schema", message, document: place.document, pointer });
  };
  const below = (steps: readonly string[]): Plan => {
    const inner = child(place, ...steps);
    return lower({ place: inner, scope: enterResource(scope, inner.base, registry), direction }, lowering);
  };
  const call = (keyword: string, target: string, found: Place | undefined): Plan => {
    if (!found) {
      problem(keyword, `${target} names no schema of the documents at hand; nothing is fetched`);
      return PASS;
    }
    const callee = createTarget(found, scope, direction, lowering);
    lowering.need(callee);
    return { kind: "call", target: callee.key };
  };
  return {
    place,
    plan: (...steps) => below(steps),
    reference: (keyword, target) => call(keyword, target, resolve(registry, target, place)),
    dynamicReference: (target) => call("$dynamicRef", target, resolveDynamic(registry, target, place, scope)),
    reason: (keyword, message, ...steps): Reason => ({
      keyword,
      at: at + pointerTo(steps.length > 0 ? steps : [keyword]),
      message,
    }),
    problem,
    pattern: (source, ...steps) =>
      lowering.pattern(source, { document: place.document, pointer: place.pointer + pointerTo(steps) }),
    isFormatAsserted: lowering.isFormatAsserted || known?.has("format-assertion") === true,
    isExempt: (property) => isExempt(child(place, "properties", property), direction, registry),
    siblings,
  };
}

function pointerTo(steps: readonly string[]): string {
  return steps.reduce(appendPointer, "");
}
