/** What a change by itself asks of a value at its spot, where that can be said without the rest of the schema. */
import { isRecord, type JsonRecord } from "../../../json/pointer.js";
import type { SchemaChange } from "../../differ/schemas/index.js";
import type { Place, SideName } from "../../document/document.js";
import { partsOf, type Schemas } from "../../schema/flatten.js";
import { referTo } from "../refer-to.js";

/** A schema that refuses what the change refuses; or the alternative of the accepting side that all of the refusing side has to take. */
export type Demand = { readonly asks: unknown } | { readonly branch: Place };

type Asked = {
  readonly change: SchemaChange;
  readonly accepting: SideName;
  readonly refusing: SideName;
  /** The schemas of the refusing side at the spot. */
  readonly taken: Schemas;
  /** How they are read, and by which URI they are referred to. */
  readonly view: (schema: JsonRecord, at: Place) => JsonRecord;
  readonly uri: string;
};

/** Keywords that speak of a value without a look at others, but for those of their group. */
const GROUPS: readonly (readonly string[])[] = [
  ["type"],
  ["enum", "const"],
  ["minimum", "exclusiveMinimum"],
  ["maximum", "exclusiveMaximum"],
  ["multipleOf"],
  ["minLength"],
  ["maxLength"],
  ["pattern"],
  ["minItems"],
  ["maxItems"],
  ["uniqueItems"],
  ["minProperties"],
  ["maxProperties"],
];

/** undefined where it takes the rest of the schema to say it. */
export function readDemand(asked: Asked): Demand | undefined {
  const { change, accepting, refusing, uri } = asked;
  const { kind, keyword, name, [accepting]: sent, [refusing]: taken } = change;
  if (kind === "property" && name !== undefined && taken !== undefined)
    return { asks: { properties: { [name]: referTo(uri, taken.pointer) } } };
  if (kind !== "assertion") return undefined;
  if (keyword === "required" && name !== undefined)
    return { asks: taken === undefined || { required: [name] } };
  if (isBranch(sent)) return taken === undefined ? { branch: sent } : undefined;
  if (isBranch(taken)) return sent === undefined ? { asks: true } : undefined;
  const group = GROUPS.find((words) => words.includes(keyword));
  return group && { asks: { allOf: pickAll(asked, group) } };
}

function isBranch(place: Place | undefined): place is Place {
  return place !== undefined && /\/(?:any|one)Of\/\d+$/.test(place.pointer);
}

function pickAll({ taken, view }: Asked, words: readonly string[]): readonly JsonRecord[] {
  return partsOf(taken).map(({ place }) => {
    const schema = isRecord(place.value) ? view(place.value, place) : {};
    return Object.fromEntries(Object.entries(schema).filter(([word]) => words.includes(word)));
  });
}
