/** For a parameter or header: is every text that one side sends taken by the other? */
import { decide, type Decision } from "../../../inclusion/index.js";
import type { JsonRecord } from "../../../json/pointer.js";
import { placeAt } from "../../../json/place.js";
import type { SchemaUse } from "../../differ/facts.js";
import type { TextForm } from "../../differ/message.js";
import type { SchemaChange } from "../../differ/schemas/index.js";
import type { Document, Sides } from "../../document/document.js";
import type { Schemas } from "../../schema/flatten.js";
import { FORMATS } from "../formats.js";
import { acceptingSide, refusingSide } from "../inclusion.js";
import { revert } from "../attribution/revert.js";
import { readTextSchema } from "./text-schema.js";
import type { TextRole } from "./numerals.js";

/** A use whose values are written as text. */
export type TextUse = SchemaUse & { readonly text: TextForm };

type Confirm = (texts: unknown) => boolean;

/** For one question. */
const STEPS = 300_000;
const UNREADABLE = "the schema says of the value what cannot be told of its text";

/** Whether every text that is sent is taken; `isBack` asks the other way round. */
export function decideTexts(use: TextUse, isBack: boolean, confirm?: Confirm): Decision {
  const [accepting, refusing] = [acceptingSide(use.direction), refusingSide(use.direction)];
  const [sent, taken] = isBack ? [use[refusing], use[accepting]] : [use[accepting], use[refusing]];
  // Whoever reads lists where there were texts takes more by what the document says.
  return ask(readAs("sent", sent, use), readAs("taken", taken, use, !isBack), confirm);
}

/** The changes without each of which some text would be taken. */
export function findTextCauses(
  use: TextUse,
  suspects: readonly SchemaChange[],
  documents: Sides<Document>,
  confirm: Confirm,
): ReadonlyMap<SchemaChange, unknown> {
  const [accepting, refusing] = [acceptingSide(use.direction), refusingSide(use.direction)];
  const [place] = use[refusing];
  const sent = readAs("sent", use[accepting], use);
  const taken = readAs("taken", use[refusing], use);
  return new Map(
    suspects.flatMap((change) => {
      const document = revert(documents[refusing], change, refusing);
      if (document === undefined || place === undefined || taken === undefined) return [];
      const without = readAs("taken", [placeAt(document, place.pointer)], use);
      const decision = ask(sent, without && { anyOf: [taken, { not: without }] }, confirm);
      return decision.kind === "witness" ? [[change, decision.value] as const] : [];
    }),
  );
}

function readAs(
  role: TextRole,
  schemas: Schemas,
  { text, direction }: TextUse,
  joins = true,
): JsonRecord | undefined {
  return readTextSchema(schemas, { role, form: text, direction, joins });
}

function ask(sent: JsonRecord | undefined, taken: JsonRecord | undefined, confirm?: Confirm): Decision {
  if (sent === undefined || taken === undefined)
    return { kind: "undecided", reason: UNREADABLE, place: undefined };
  return decide(sent, taken, {
    formats: FORMATS,
    steps: STEPS,
    forbidsNewNames: true,
    ...(confirm && { confirm }),
  });
}
