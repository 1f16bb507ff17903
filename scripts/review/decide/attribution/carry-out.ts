/** From a part of a value to a whole that holds it. */
import { openSession } from "../../../inclusion/index.js";
import type { Direction } from "../../../json/direction.js";
import type { JsonRecord } from "../../../json/pointer.js";
import type { Place } from "../../document/document.js";
import { FORMATS } from "../formats.js";
import { referTo } from "../refer-to.js";
import { readSchema } from "../view.js";

/** A part, and where in the whole it stands; `*` is any item or any further name. */
export type Part = { readonly path: readonly string[]; readonly value: unknown };

/** For one part. */
const STEPS = 50_000;

/** For each part a value of the schema that is sent at a place with the part in it; undefined where none was found. */
export function carryOut(
  { document, pointer }: Place,
  direction: Direction,
  parts: readonly Part[],
): readonly unknown[] {
  const asked = parts.map((part, index) => ({ ...part, uri: `${WHOLE}/with/${index}` }));
  const view = readSchema(document, { role: "sent", direction });
  const session = openSession(
    [
      {
        documents: new Map<string, unknown>([
          [WHOLE, document.root],
          ...asked.map(
            ({ uri, path, value }) =>
              [uri, { allOf: [referTo(WHOLE, pointer), holdAt(path, { const: value })] }] as const,
          ),
        ]),
        schemas: [{ document: WHOLE, pointer }],
        view: (schema, place) => (place.document.uri === WHOLE ? view(schema, place) : schema),
      },
      { documents: new Map([[NOTHING, false]]) },
    ],
    { formats: FORMATS, steps: STEPS },
  );
  return asked.map(({ uri, path, value }) => {
    if (path.length === 0) return value;
    const decision = session.ask({ document: uri, pointer: "" }, { document: NOTHING, pointer: "" });
    return decision.kind === "witness" ? decision.value : undefined;
  });
}

const WHOLE = "review:///whole";
const NOTHING = "review:///nothing";

function holdAt(path: readonly string[], part: JsonRecord): JsonRecord {
  return path.reduceRight((inner, key) => (key === "*" ? holdSomewhere(inner) : holdUnder(key, inner)), part);
}

function holdSomewhere(part: JsonRecord): JsonRecord {
  const none = { items: { not: part }, additionalProperties: { not: part } };
  return { type: ["array", "object"], not: none };
}

/** A number may be a name, or the place of an item. */
function holdUnder(key: string, part: JsonRecord): JsonRecord {
  const member = { type: "object", required: [key], properties: { [key]: part } };
  if (!/^\d+$/.test(key)) return member;
  const before = Array.from({ length: Number(key) }, () => true);
  return { anyOf: [member, { type: "array", minItems: Number(key) + 1, prefixItems: [...before, part] }] };
}
