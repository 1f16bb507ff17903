/** The parts of a document that the compiler is asked about; all else keeps its name and says nothing. */
import { isRecord, type JsonRecord } from "../../json/pointer.js";
import { isMethodField } from "../../spec/methods.js";
import type { Fact, SchemaUse } from "../differ/facts.js";
import type { Document, SideName } from "../document/document.js";
import { reachComponents } from "../document/own-operations.js";

export type Asked = {
  readonly uses: readonly SchemaUse[];
  /** Changes that are seen in an operation as a whole. */
  readonly facts: readonly Fact[];
};

/**
 * The same document where operations and components that nothing asked about leads to are empty: types take long to be
 * written and read. Where it cannot be told what leads where, all stays.
 */
export function excerptDocument({ root, side }: Document, asked: Asked): JsonRecord {
  const { paths, webhooks, components } = root;
  if (!isRecord(components)) return root;
  const wanted = listWanted(side, asked);
  const items = { paths: keepItems(paths, wanted), webhooks: keepItems(webhooks, wanted) };
  const isStart = (member: unknown, section: string): boolean =>
    !Object.hasOwn(EMPTY, section) || wanted.has(member);
  const starts = new Set(
    Object.entries(components).flatMap(([section, members]) =>
      (isRecord(members) ? Object.values(members) : []).filter((member) => isStart(member, section)),
    ),
  );
  const reached = reachComponents([items, ...starts], components);
  if (reached === undefined) return root;
  const sections = mapValues(components, (members, section) =>
    mapValues(members, (member, name) =>
      starts.has(member) || reached.has(`${section}/${name}`) ? member : EMPTY[section],
    ),
  );
  return { ...root, ...items, components: sections };
}

/** By the object of an operation or component: the fields that are asked about. */
type Wanted = ReadonlyMap<unknown, ReadonlySet<string>>;

const FIELDS = {
  parameter: "parameters",
  body: "requestBody",
  response: "responses",
  header: "responses",
} as const;
const ALL_FIELDS = new Set(Object.values(FIELDS));

function listWanted(side: SideName, { uses, facts }: Asked): Wanted {
  const wanted = new Map<unknown, Set<string>>();
  const want = (value: unknown, fields: Iterable<string>): void => {
    if (value !== undefined) wanted.set(value, new Set([...(wanted.get(value) ?? []), ...fields]));
  };
  for (const {
    part,
    operation,
    [side]: [place],
  } of uses)
    if (part.kind === "component") want(place?.value, []);
    else want(operation[side]?.place.value, [FIELDS[part.kind]]);
  for (const { operation } of facts) want(operation[side]?.place.value, ALL_FIELDS);
  return wanted;
}

function keepItems(items: unknown, wanted: Wanted): unknown {
  return mapValues(items, (item) =>
    mapValues(item, (member, field) => (isMethodField(field) ? keepFields(member, wanted) : member)),
  );
}

function keepFields(operation: unknown, wanted: Wanted): unknown {
  if (!isRecord(operation) || "$ref" in operation) return operation;
  const { operationId, ...fields } = operation;
  const kept = Object.entries(fields).filter(([field]) => wanted.get(operation)?.has(field));
  return { ...(operationId !== undefined && { operationId }), responses: {}, ...Object.fromEntries(kept) };
}

/** What is left of a component that nothing leads to, in the sections that hold the most. */
const EMPTY: Readonly<Record<string, JsonRecord>> = {
  schemas: {},
  responses: { description: "" },
  examples: {},
};

function mapValues(owner: unknown, map: (member: unknown, key: string) => unknown): unknown {
  if (!isRecord(owner)) return owner;
  return Object.fromEntries(Object.entries(owner).map(([key, member]) => [key, map(member, key)]));
}
