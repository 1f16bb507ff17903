import { appendPointer, isRecord, type JsonRecord } from "../json/pointer.js";
import { hasJsonType } from "../json/value.js";
import type { Context, Keyword, KeywordTable } from "./keywords/keyword.js";
import { all, PASS, when, type Plan, type Reason } from "./plan/plan.js";
import type { SchemaProblem } from "./problem.js";
import { isPart, listExempt } from "./schema/direction.js";
import { child, placeName, resolve, type PlacedSchema, type Registry } from "./schema/registry.js";
import { enterResource, resolveDynamic } from "./schema/scope.js";
import { inVocabularies, vocabulariesOf } from "./schema/vocabularies.js";
import { createTarget, NONE_EXEMPT, type Target } from "./target.js";

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
  readonly dialect: (schema: JsonRecord) => JsonRecord;
  /** Told of every pattern, which is judged before anything is printed. */
  readonly pattern: (source: string, place: PlacedSchema) => void;
  readonly problem: (problem: SchemaProblem) => void;
  readonly need: (target: Target) => void;
};

/** The plan of a schema, with the functions it calls asked for. */
export function lower(target: Omit<Target, "key">, lowering: Lowering): Plan {
  const { scope, direction } = target;
  const exempt = new Set([...target.exempt, ...listExempt(target.place, direction, lowering.registry)]);
  const written = target.place.value;
  const schema = isRecord(written) ? lowering.dialect(written) : written;
  const place = { ...target.place, value: schema };
  const at = lowering.main === place.document.uri ? place.pointer : placeName(place);
  if (schema === true) return PASS;
  if (schema === false)
    return { kind: "never", reason: { keyword: "false", at, message: "is not allowed here" } };
  if (!isRecord(schema)) {
    const message = "a schema must be an object, true or false";
    reportSchema(message, place, lowering);
    return PASS;
  }
  reportUnknown(schema, place, lowering);
  const known = vocabulariesOf(place, lowering.registry);
  let plans: Plan[] = [];
  const siblings = (): Plan => all(plans);
  const context = createContext({ place, scope, direction, exempt, at, known, lowering, siblings });
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
  const flat = plans.flatMap((plan) => (plan.kind === "all" ? plan.plans : [plan]));
  const type = flat.find((plan) => plan.kind === "type");
  if (!type || !flat.some((plan) => plan.kind === "equal")) return flat;
  return flat
    .filter((plan) => plan !== type)
    .map((plan) => {
      if (plan.kind !== "equal") return plan;
      return { ...plan, values: plan.values.filter((value) => hasJsonType(value, type.types)) };
    });
}

const UNKNOWN = "is not a known keyword and asserts nothing; the name of an annotation begins with x-";

function reportSchema(
  message: string,
  { document, pointer }: PlacedSchema,
  lowering: Pick<Lowering, "problem">,
): void {
  lowering.problem({ severity: "error", rule: "schema", message, document: document.uri, pointer });
}

/** A keyword that nobody knows is an annotation (Core §6.5): skipped in silence, what its author wanted would be lost. */
function reportUnknown(schema: JsonRecord, place: PlacedSchema, lowering: Lowering): void {
  for (const name of Object.keys(schema)) {
    if (name.startsWith("x-") || lowering.table.has(name)) continue;
    lowering.problem({
      severity: "warning",
      rule: "unknown-keyword",
      message: `${JSON.stringify(name)} ${lowering.foreignKeywords.get(name) ?? UNKNOWN}`,
      document: place.document.uri,
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

function createContext(surroundings: Surroundings): Context {
  const { place, scope, direction, exempt, at, known, lowering, siblings } = surroundings;
  const { registry } = lowering;
  const pointTo: Context["at"] = (...steps) => steps.reduce(appendPointer, at);
  const problem: Context["problem"] = (keyword, message) =>
    reportSchema(message, child(place, keyword), lowering);
  const below = (steps: readonly string[]): Plan => {
    const inner = child(place, ...steps);
    const shared = isPart(steps[0] ?? "") ? exempt : NONE_EXEMPT;
    const inside = enterResource(scope, inner.base, registry);
    return lower({ place: inner, scope: inside, direction, exempt: shared }, lowering);
  };
  const call = (keyword: string, target: string, found: PlacedSchema | undefined): Plan => {
    if (!found) {
      problem(keyword, `${target} is not in the given documents; nothing is fetched`);
      return PASS;
    }
    const callee = createTarget(found, scope, direction, lowering, exempt);
    lowering.need(callee);
    return { kind: "call", target: callee.key };
  };
  return {
    plan: (...steps) => below(steps),
    reference: (keyword, target) => call(keyword, target, resolve(registry, target, place)),
    dynamicReference: (target) => call("$dynamicRef", target, resolveDynamic(registry, target, place, scope)),
    at: pointTo,
    reason: (keyword, message, ...steps): Reason => ({
      keyword,
      at: pointTo(...(steps.length > 0 ? steps : [keyword])),
      message,
    }),
    problem,
    pattern: (source, ...steps) => lowering.pattern(source, child(place, ...steps)),
    isFormatAsserted: lowering.isFormatAsserted || known?.has("format-assertion") === true,
    isExempt: (property) => exempt.has(property),
    siblings,
  };
}
