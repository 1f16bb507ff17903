/** From a part of a value to a whole that holds it. */
import type { Session } from "../../../inclusion/index.js";
import type { Direction } from "../../../json/direction.js";
import type { JsonRecord } from "../../../json/pointer.js";
import type { Sides } from "../../document/document.js";
import type { Schemas } from "../../schema/flatten.js";
import { acceptingSide, NOTHING, refusingSide, uriOf } from "../inclusion.js";
import { referTo } from "../refer-to.js";
import type { Variants } from "./variants.js";

/** A part, and where in the whole it stands; `*` is any item or any further name. */
export type Part = { readonly path: readonly string[]; readonly value: unknown };

/** For one part. */
const STEPS = 50_000;

/**
 * A value that is sent with the part in it, and for which `confirm` holds; undefined where none was found. What is asked
 * beside the part is mostly the same on both sides: the value need not be one that is refused until it turns out not to be.
 */
export function carryOut(
  use: Sides<Schemas>,
  { session, variants, direction }: Asking,
  { path, value }: Part,
  confirm: (whole: unknown) => boolean,
): unknown {
  const [accepting, refusing] = [acceptingSide(direction), refusingSide(direction)];
  const [[sent], [taken]] = [use[accepting], use[refusing]];
  if (path.length === 0 || sent === undefined) return confirm(value) ? value : undefined;
  const uri = uriOf(accepting, "sent", direction);
  const whole = variants.add(uri, { ...holdAt(path, { const: value }), allOf: [referTo(uri, sent.pointer)] });
  const refused = taken && { document: uriOf(refusing, "taken", direction), pointer: taken.pointer };
  const question = { steps: STEPS, leastDepth: path.length + 1 };
  for (const other of [NOTHING, ...(refused === undefined ? [] : [refused])]) {
    const decision = session.ask(whole, other, question);
    if (decision.kind !== "witness") return undefined;
    if (confirm(decision.value)) return decision.value;
  }
  return undefined;
}

type Asking = {
  readonly session: Session;
  readonly variants: Variants;
  readonly direction: Direction;
};

/** A schema of values with the part in them. Each step is written once: a step may be met in two ways. */
function holdAt(path: readonly string[], part: JsonRecord): JsonRecord {
  const steps = path.map((key, index) => {
    const inner = index === path.length - 1 ? part : { $ref: `#/$defs/${index + 1}` };
    return [index, key === "*" ? holdSomewhere(inner) : holdUnder(key, inner)] as const;
  });
  return { $ref: "#/$defs/0", $defs: Object.fromEntries(steps) };
}

function holdSomewhere(part: JsonRecord): JsonRecord {
  const none = { items: { not: part }, additionalProperties: { not: part } };
  return { type: ["array", "object"], not: none };
}

/** A number may be a name, or the place of an item: schemas of items one by one are not that many. */
function holdUnder(key: string, part: JsonRecord): JsonRecord {
  const member = { type: "object", required: [key], properties: { [key]: part } };
  if (!/^\d{1,3}$/.test(key)) return member;
  const before = Array.from({ length: Number(key) }, () => true);
  return { anyOf: [member, { type: "array", minItems: Number(key) + 1, prefixItems: [...before, part] }] };
}
