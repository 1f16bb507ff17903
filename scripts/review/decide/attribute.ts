/** From a value that one side sends and the other refuses to the changes that it is refused for. */
import { openSession, type Decision, type Side } from "../../inclusion/index.js";
import { splitPointer } from "../../json/pointer.js";
import type { SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import type { Document, Sides } from "../document/document.js";
import { FORMATS } from "./formats.js";
import { acceptingSide, refusingSide } from "./inclusion.js";
import { revert } from "./revert.js";
import { readSchema } from "./view.js";

/** A change, and a value that would be taken had it not been made. */
export type Cause = {
  readonly change: SchemaChange;
  readonly value: unknown;
  /** Whether another value would be taken as well. */
  readonly isCausedBy: (value: unknown) => boolean;
};

/** More changes than these are told from the values that are found for others. */
const MAX_ASKED = 40;
/** For one change. */
const STEPS = 300_000;

/** For each change on its own: a value that the accepting side takes, and the refusing side but for this change. */
export function findCauses(
  documents: Sides<Document>,
  use: SchemaUse,
  changes: readonly SchemaChange[],
  confirm: (value: unknown) => boolean,
): readonly Cause[] {
  const { direction } = use;
  const [accepting, refusing] = [acceptingSide(direction), refusingSide(direction)];
  const [sent, taken] = [use[accepting][0], use[refusing][0]];
  if (sent === undefined || taken === undefined) return [];
  const reverted = changes.slice(0, MAX_ASKED).flatMap((change, index) => {
    const document = revert(documents[refusing], change, refusing);
    return document === undefined ? [] : [{ change, document, uri: `${TAKEN}/without/${index}` }];
  });
  const byUri = new Map([[TAKEN, documents[refusing]], ...reverted.map(({ uri, document }) => [uri, document] as const)]);
  const questions = reverted.map(({ uri }) => [`${uri}/question`, isTakenOrNotWithout(uri, taken.pointer)] as const);
  const views = new Map([...byUri].map(([uri, document]) => [uri, readSchema(document, { role: "taken", direction })]));
  const sides: readonly Side[] = [
    {
      documents: new Map([[SENT, documents[accepting].root]]),
      schemas: [{ document: SENT, pointer: sent.pointer }],
      view: readSchema(documents[accepting], { role: "sent", direction }),
    },
    {
      documents: new Map<string, unknown>([...[...byUri].map(([uri, { root }]) => [uri, root] as const), ...questions]),
      schemas: [...byUri.keys()].map((document) => ({ document, pointer: taken.pointer })),
      view: (schema, place) => views.get(place.document.uri)?.(schema, place) ?? schema,
    },
  ];
  const session = openSession(sides, { formats: FORMATS, steps: STEPS });
  return reverted.flatMap(({ change, uri }): Cause[] => {
    const own = { document: SENT, pointer: sent.pointer };
    const decision: Decision = session.ask(
      own,
      { document: `${uri}/question`, pointer: "" },
      { confirm, forbidsNewNames: true },
    );
    if (decision.kind !== "witness") return [];
    const without = { document: uri, pointer: taken.pointer };
    return [{ change, value: decision.value, isCausedBy: (value) => session.evaluate(without, value) === true }];
  });
}

const SENT = "review:///sent";
const TAKEN = "review:///taken";

/** What refuses a value only where the change is what it is refused for. */
function isTakenOrNotWithout(uri: string, pointer: string): unknown {
  const fragment = splitPointer(pointer).map((key) => encodeURIComponent(escapeKey(key)));
  const at = (document: string) => ({ $ref: `${document}#/${fragment.join("/")}` });
  return { anyOf: [at(TAKEN), { not: at(uri) }] };
}

/** RFC 6901 §3. */
function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
