// One operation of a document that others have written: paying for a booking, in the Train Travel API.

import { isRecord, readPointer, type JsonRecord } from "../../json/pointer.js";

/** What is sent, and what the server answers with status 200. */
export type Exchange = { readonly bookingId: string; readonly body: JsonRecord; readonly answer: JsonRecord };

export type Case = Exchange & { readonly name: string; readonly wrong: "request" | "answer" };

const OPERATION = "/paths/~1bookings~1{bookingId}~1payment";

/** The document's own examples, one paid by card and one by bank. */
export function readExamples(document: unknown): readonly Exchange[] {
  const bookingId = readPointer(document, `${OPERATION}/parameters/0/example`);
  return ["Card", "Bank"].map((name) => {
    const example = `content/application~1json/examples/${name}/value`;
    const body = readPointer(document, `${OPERATION}/post/requestBody/${example}`);
    const answer = readPointer(document, `${OPERATION}/post/responses/200/${example}`);
    if (typeof bookingId !== "string" || !isRecord(body) || !isRecord(answer))
      throw new Error(`The document has no example ${name} of a payment`);
    return { bookingId, body, answer };
  });
}

/**
 * What every reading of the document takes: by bank, because a number with `minLength` is read as one that is no smaller,
 * and with an `id` whose version and variant are those of RFC 9562, which those of the examples are not.
 */
export function chooseRight(examples: readonly Exchange[]): Exchange {
  const byBank = examples.at(-1);
  if (byBank === undefined) throw new Error("There is no example to begin with");
  return { ...byBank, answer: { ...byBank.answer, id: "2e3b4f5a-6b7c-4d9e-8f1a-2b3c4d5e6f7a" } };
}

type Edit = (value: JsonRecord) => JsonRecord;

/** By what a schema says: what no longer meets it. */
const EDITS: Readonly<Record<string, Edit>> = {
  "a required member is missing": inSource(({ number: _number, ...source }) => source),
  "of another type": (value) => ({ ...value, amount: "49.99" }),
  "no member of the enum": (value) => ({ ...value, currency: "usd" }),
  "out of range": (value) => ({ ...value, amount: 0 }),
  "a member that may not be there": inSource((source) => ({ ...source, iban: "GB33BUKB20201555555555" })),
};

function inSource(edit: Edit): Edit {
  return ({ source, ...value }) => ({ ...value, source: isRecord(source) ? edit(source) : source });
}

/** Each wrong in one place alone. */
export function listCases(right: Exchange): readonly Case[] {
  const edited = Object.entries(EDITS).flatMap(([name, edit]): Case[] => [
    { ...right, name, wrong: "request", body: edit(right.body) },
    { ...right, name, wrong: "answer", answer: edit(right.answer) },
  ]);
  const name = "not of its format";
  return [
    ...edited,
    { ...right, name, wrong: "request", bookingId: "booking-1" },
    { ...right, name, wrong: "answer", answer: { ...right.answer, id: "payment-1" } },
  ];
}
