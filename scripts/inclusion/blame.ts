import { applyKeyword, type Applied } from "./compile/applied.js";
import type { Compiler } from "./compile/compile.js";
import { addressOf, childSpot, schemaOf, type Spot } from "./compile/spot.js";
import type { Address } from "./node/node.js";
import type { Engine } from "./solve/engine.js";

/** A keyword that refuses a part of a value, at its address; a schema that is `false` has its own. */
export type Blame = Address & {
  /** Empty for a schema that is `false`. */
  readonly keyword: string;
  /** JSON Pointer of the part of the value. */
  readonly instance: string;
};

type Failure = Blame & {
  /** Whether it fails only because all that it applies does. */
  readonly isGroup: boolean;
};

type Tracing = { readonly engine: Engine; readonly compiler: Compiler };

/**
 * The keywords of `b` that refuse a value, and that do not stand in `a` at the same place and refuse it there as well. All
 * alternatives are looked at, also those that need not hold: a change inside of one of them shows there alone. A keyword
 * that fails with what it applies is blamed only where nothing else is.
 */
export function blame(tracing: Tracing, a: Spot, b: Spot, value: unknown): readonly Blame[] {
  const known = traceFailures(tracing, a, value);
  const failures = [...traceFailures(tracing, b, value)];
  const fresh = failures.filter(([place]) => !known.has(place)).map(([, failure]) => failure);
  const leaves = fresh.filter(({ isGroup }) => !isGroup);
  return (leaves.length > 0 ? leaves : fresh).map(({ document, pointer, keyword, instance }) => ({
    document,
    pointer,
    keyword,
    instance,
  }));
}

/** By place: where the keyword stands below the root, or in its document where a reference led away, and the part of the value. */
function traceFailures(tracing: Tracing, root: Spot, whole: unknown): ReadonlyMap<string, Failure> {
  const { engine, compiler } = tracing;
  const failures = new Map<string, Failure>();
  const seen = new Set<string>();
  const matches = (pattern: string, name: string): boolean => engine.patterns.matches(pattern, name) === true;

  const visit = ({ spot, value, instance }: Applied): void => {
    const place = `${placeBelow(root, spot)} ${instance}`;
    if (seen.has(place)) return;
    seen.add(place);
    const fail = (keyword: string, isGroup: boolean): void => {
      const at = addressOf(spot, keyword === "" ? undefined : keyword);
      failures.set(`${place} ${keyword}`, { ...at, keyword, instance, isGroup });
    };
    if (spot.place.value === false) fail("", false);
    for (const keyword of Object.keys(schemaOf(spot))) {
      const applied = isInForce(tracing, spot, keyword, value)
        ? (applyKeyword(spot, keyword, { value, instance }, matches) ?? [])
        : [];
      if (engine.evaluate(compiler.compileKeyword(spot, keyword), value) === false)
        fail(keyword, failsAsGroup(tracing, keyword, applied));
      applied.forEach(visit);
    }
  };

  visit({ spot: root, value: whole, instance: "" });
  return failures;
}

/** `then` and `else` apply to values that the condition sends there. */
function isInForce({ engine, compiler }: Tracing, spot: Spot, keyword: string, value: unknown): boolean {
  if (keyword !== "then" && keyword !== "else") return true;
  return engine.evaluate(compiler.compile(childSpot(spot, "if")), value) === (keyword === "then");
}

/** A oneOf of which more than one holds fails by itself. */
function failsAsGroup({ engine, compiler }: Tracing, keyword: string, applied: readonly Applied[]): boolean {
  if (keyword === "if") return true;
  if (keyword !== "oneOf") return applied.length > 0;
  return applied.every(({ spot, value }) => engine.evaluate(compiler.compile(spot), value) !== true);
}

function placeBelow(root: Spot, { place }: Spot): string {
  const { pointer } = root.place;
  return place.pointer === pointer || place.pointer.startsWith(`${pointer}/`)
    ? `.${place.pointer.slice(pointer.length)}`
    : place.pointer;
}
