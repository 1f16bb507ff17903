import { openSession, type Session } from "../../inclusion/index.js";
import { itemsOf, memberOf, membersOf, recordAt, type Place } from "../../json/place.js";
import { isRecord, splitPointer, type JsonRecord } from "../../json/pointer.js";
import type { ReadPattern } from "../../pattern/language/index.js";
import type { SchemaDocument } from "../../jsonschema/schema/registry.js";
import { freeMarked } from "../../spec/free-marked.js";
import { readDialect } from "../../spec/dialect.js";
import { listParts, type Part } from "../../spec/structure.js";
import type { Check } from "./check.js";

const NOTHING = { document: "openapi:/nothing", pointer: "" };

/** Schemas of a document that is looked at: a larger one would take longer than all stages together. */
const MAX_SCHEMAS = 3000;

/** Steps for one question, and for all of a document: what takes longer is left unsaid. */
const STEPS = 50_000;
const ALL_STEPS = 200_000;

type SchemaPlace = Place<SchemaDocument>;
type SchemaPart = Part<SchemaDocument>;

/** Where it stands, and what is wrong. */
export type Contradiction = { readonly place: SchemaPlace; readonly message: string };

/** What is asked, and whether there are steps left to ask it of a part. */
type Asking = {
  readonly parts: readonly SchemaPart[];
  readonly schemas: readonly SchemaPart[];
  readonly session: Session;
  readonly canAsk: (part: SchemaPart) => boolean;
};

/**
 * What the author of a schema would want to know: decided for all of its values, and without running a pattern. By the
 * names that the rules have in the linter's plugin.
 */
const FINDERS = {
  "openapi-proof/satisfiable-schema": findEmpty,
  "openapi-proof/exclusive-alternative": findCovered,
  "openapi-proof/valid-example": findRefused,
} satisfies Readonly<Record<string, (asking: Asking) => Iterable<Contradiction>>>;

export type ContradictionRule = keyof typeof FINDERS;

// The keys of the literal above.
export const CONTRADICTION_RULES = Object.keys(FINDERS) as readonly ContradictionRule[];

const DOCUMENT = "openapi:/document";

/** In a bundled document: what the linter has not been asked. */
export const checkContradictions: Check = function* ({ root }, asked, readLanguage) {
  const document = { uri: DOCUMENT, root };
  const parts = [...listParts(document)];
  const rules = CONTRADICTION_RULES.filter((rule) => !asked.has(rule));
  for (const { rule, place, message } of findContradictions(rules, root, parts, readLanguage))
    yield { severity: "warning", rule, message, pointer: place.pointer };
};

/** `root` is the document whose version of OpenAPI counts; `parts` may stand in other documents as well. */
export function* findContradictions(
  rules: readonly ContradictionRule[],
  root: JsonRecord,
  parts: readonly SchemaPart[],
  readLanguage?: ReadPattern,
): Generator<Contradiction & { readonly rule: ContradictionRule }> {
  const schemas = parts.filter(({ kind, value }) => kind === "schema" && isRecord(value));
  if (rules.length === 0 || schemas.length > MAX_SCHEMAS) return;
  const session = open(root, { parts, schemas, readLanguage });
  const canAsk = (part: SchemaPart): boolean => session.spent() < ALL_STEPS && part.value !== undefined;
  for (const rule of rules)
    for (const found of FINDERS[rule]({ parts, schemas, session, canAsk })) yield { ...found, rule };
}

function open(
  root: JsonRecord,
  {
    parts,
    schemas,
    readLanguage,
  }: Pick<Asking, "parts" | "schemas"> & { readonly readLanguage?: ReadPattern | undefined },
): Session {
  const { translate } = readDialect(root);
  const described = {
    documents: new Map(parts.map(({ document }) => [document.uri, document.root])),
    schemas: schemas.map(addressOf),
    // An example may be of a request or of a response: what one of them leaves out is not required.
    view: (schema: JsonRecord) => freeMarked(translate(schema), ["readOnly", "writeOnly"]),
  };
  return openSession([described, { documents: new Map([[NOTHING.document, false]]) }], {
    steps: STEPS,
    readLanguage,
  });
}

function addressOf({ document, pointer }: SchemaPlace) {
  return { document: document.uri, pointer };
}

function isEmpty(schema: SchemaPlace, session: Session): boolean {
  // What is forbidden on purpose is written so.
  const { not } = recordAt(schema);
  if (not === true || (isRecord(not) && Object.keys(not).length === 0)) return false;
  return session.ask(addressOf(schema), NOTHING).kind === "included";
}

/** Of schemas that no value satisfies those that are so by themselves; of a ring of them, the first. */
function* findEmpty({ schemas, session, canAsk }: Asking): Generator<Contradiction> {
  const empty = schemas.filter((schema) => canAsk(schema) && isEmpty(schema, session));
  const own = empty.filter((schema) => !empty.some((other) => isReason(other, schema)));
  for (const place of own.length > 0 ? own : empty.slice(0, 1))
    yield { place, message: "No value satisfies this schema" };
}

/** Whether a schema has another inside of it, or refers to it. */
function isReason(other: SchemaPlace, schema: SchemaPlace): boolean {
  if (other === schema) return false;
  const isInside = other.document === schema.document && other.pointer.startsWith(`${schema.pointer}/`);
  return isInside || JSON.stringify(schema.value).includes(referenceEnd(other));
}

/** How a reference to a place ends, as JSON. */
function referenceEnd({ document, pointer }: SchemaPlace): string {
  const end = pointer === "" ? document.uri.slice(document.uri.lastIndexOf("/")) : `#${pointer}`;
  return JSON.stringify(end).slice(1);
}

function* findCovered({ schemas, session, canAsk }: Asking): Generator<Contradiction> {
  for (const schema of schemas.filter(canAsk)) {
    const alternatives = itemsOf(memberOf(schema, "oneOf")).filter(({ value }) => isRecord(value));
    for (const one of alternatives) {
      const other = alternatives.find(
        (candidate) =>
          candidate !== one && session.ask(addressOf(one), addressOf(candidate)).kind === "included",
      );
      if (other === undefined) continue;
      const index = splitPointer(other.pointer).at(-1);
      const message = `This alternative of \`oneOf\` is never the only one: \`oneOf/${index}\` takes all that it takes`;
      yield { place: one, message };
    }
  }
}

/** Literals beside the schema that they are to show: in a schema, a parameter, a header or a media type. */
function* findRefused({ parts, session, canAsk }: Asking): Generator<Contradiction> {
  for (const part of parts.filter(canAsk)) {
    const schema = part.kind === "schema" ? part : memberOf(part, "schema");
    if (schema === undefined || !isRecord(schema.value) || part.kind === "map") continue;
    for (const place of listLiterals(part)) {
      if (session.evaluate(addressOf(schema), place.value) !== false) continue;
      yield { place, message: "This value is refused by the schema that it stands beside" };
    }
  }
}

function listLiterals(part: SchemaPart): readonly SchemaPlace[] {
  const single = ["default", "example"].map((keyword) => memberOf(part, keyword));
  const examples = memberOf(part, "examples");
  const named = [...membersOf(examples).values()].map((example) => memberOf(example, "value"));
  const listed = part.kind === "schema" ? itemsOf(examples) : named;
  return [...single, ...listed].filter((place) => place !== undefined);
}
