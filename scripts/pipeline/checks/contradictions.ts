import { openSession, type Session } from "../../inclusion/index.js";
import { itemsOf, memberOf, membersOf, recordAt, type Place } from "../../json/place.js";
import { isRecord, splitPointer, type JsonRecord } from "../../json/pointer.js";
import { freeMarked } from "../../spec/free-marked.js";
import { readDialect } from "../../spec/dialect.js";
import { listParts, type Part } from "../../spec/structure.js";
import type { PointedProblem } from "../problem.js";
import type { Check } from "./check.js";

const DOCUMENT = "openapi:/document";
const NOTHING = { document: "openapi:/nothing", pointer: "" };

/** Schemas of a document that is looked at: a larger one would take longer than all stages together. */
const MAX_SCHEMAS = 3000;

/** Steps for one question, and for all of a document: what takes longer is left unsaid. */
const STEPS = 50_000;
const ALL_STEPS = 200_000;

/** What the author of a schema would want to know: decided for all of its values, and without running a pattern. */
export const findContradictions: Check = function* ({ root }) {
  const parts = [...listParts({ root })];
  const schemas = parts.filter(({ kind, value }) => kind === "schema" && isRecord(value));
  if (schemas.length > MAX_SCHEMAS) return;
  const session = open(root, schemas);
  const asking = (part: Part): boolean => session.spent() < ALL_STEPS && part.value !== undefined;
  yield* reportEmpty(schemas.filter((schema) => asking(schema) && isEmpty(schema, session)));
  for (const schema of schemas.filter(asking)) yield* findCovered(schema, session);
  for (const part of parts.filter(asking)) yield* findRefused(part, session);
};

function open(root: JsonRecord, schemas: readonly Part[]): Session {
  const { translate } = readDialect(root);
  const described = {
    documents: new Map([[DOCUMENT, root]]),
    schemas: schemas.map(addressOf),
    // An example may be of a request or of a response: what one of them leaves out is not required.
    view: (schema: JsonRecord) => freeMarked(translate(schema), ["readOnly", "writeOnly"]),
  };
  return openSession([described, { documents: new Map([[NOTHING.document, false]]) }], { steps: STEPS });
}

function addressOf({ pointer }: Place) {
  return { document: DOCUMENT, pointer };
}

function isEmpty(schema: Place, session: Session): boolean {
  // What is forbidden on purpose is written so.
  const { not } = recordAt(schema);
  if (not === true || (isRecord(not) && Object.keys(not).length === 0)) return false;
  return session.ask(addressOf(schema), NOTHING).kind === "included";
}

/** Of schemas that no value satisfies those that are so by themselves; of a ring of them, the first. */
function* reportEmpty(schemas: readonly Place[]): Generator<PointedProblem> {
  const own = schemas.filter((schema) => !schemas.some((other) => isReason(other, schema)));
  for (const { pointer } of own.length > 0 ? own : schemas.slice(0, 1))
    yield report(pointer, "No value satisfies this schema");
}

/** Whether a schema has another inside of it, or refers to it. */
function isReason(other: Place, schema: Place): boolean {
  if (other === schema) return false;
  return (
    other.pointer.startsWith(`${schema.pointer}/`) ||
    JSON.stringify(schema.value).includes(JSON.stringify(`#${other.pointer}`))
  );
}

function* findCovered(schema: Place, session: Session): Generator<PointedProblem> {
  const alternatives = itemsOf(memberOf(schema, "oneOf")).filter(({ value }) => isRecord(value));
  for (const one of alternatives) {
    const other = alternatives.find(
      (candidate) =>
        candidate !== one && session.ask(addressOf(one), addressOf(candidate)).kind === "included",
    );
    if (other === undefined) continue;
    const index = splitPointer(other.pointer).at(-1);
    const message = `This alternative of \`oneOf\` is never the only one: \`oneOf/${index}\` takes all that it takes`;
    yield report(one.pointer, message);
  }
}

/** Literals beside the schema that they are to show: in a schema, a parameter, a header or a media type. */
function* findRefused(part: Part, session: Session): Generator<PointedProblem> {
  const schema = part.kind === "schema" ? part : memberOf(part, "schema");
  if (schema === undefined || !isRecord(schema.value) || part.kind === "map") return;
  for (const { pointer, value } of listLiterals(part)) {
    if (session.evaluate(addressOf(schema), value) !== false) continue;
    yield report(pointer, "This value is refused by the schema that it stands beside");
  }
}

function listLiterals(part: Part): readonly Place[] {
  const single = ["default", "example"].map((keyword) => memberOf(part, keyword));
  const examples = memberOf(part, "examples");
  const named = [...membersOf(examples).values()].map((example) => memberOf(example, "value"));
  const listed = part.kind === "schema" ? itemsOf(examples) : named;
  return [...single, ...listed].filter((place) => place !== undefined);
}

function report(pointer: string, message: string): PointedProblem {
  return { severity: "warning", rule: "contradiction", message, pointer };
}
