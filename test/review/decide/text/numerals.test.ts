import { describe, expect, test } from "vitest";
import { childOf, rootOf } from "../../../../scripts/json/place.js";
import { listNumerals } from "../../../../scripts/review/decide/text/numerals.js";
import { matchWholeNumbers } from "../../../../scripts/review/decide/text/whole-numbers.js";
import { readDocument } from "../../../../scripts/review/document/document.js";
import { constraintsOf } from "../../../../scripts/review/schema/constraints.js";

/** As they are written by who sends them, and as they are taken. */
function list(schema: unknown): readonly unknown[] {
  const document = readDocument({ openapi: "3.1.0", schema }, "base");
  const constraints = constraintsOf([childOf(rootOf(document), "schema")], "request");
  return (["sent", "taken"] as const).map((role) => listNumerals(constraints, role));
}

const like = (pattern: string) => [{ type: "string", pattern }];
const listed = (...texts: readonly string[]) => [{ enum: texts }];
const range = (first: number, last: number) =>
  listed(...Array.from({ length: last - first + 1 }, (_, index) => String(first + index)));
const between = (low: number, high: number) =>
  ["", "0*"].map((zeros) => like(`^${matchWholeNumbers(low, high, zeros) ?? ""}$`));
const both = (texts: unknown) => [texts, texts];
const whole = { type: "integer" };
const broken = { type: "number" };

describe("numbers as texts", () => {
  test.each<[claim: string, schema: unknown, texts: readonly unknown[]]>([
    ["none of a text", { type: "string" }, both([])],
    ["whole ones without zeros before them, which are taken", whole, [like("^(?:0|-?[1-9]\\d*)$"), like("^-?\\d+$")]],
    ["broken ones with a fraction", broken, [like("^(?:0|-?[1-9]\\d*|-?(?:0|[1-9]\\d*)\\.\\d*[1-9])$"), like("^-?\\d+(?:\\.\\d+)?$")]],
    ["without a sign where none is negative", { ...whole, minimum: 0 }, between(0, Infinity)],
    ["not 0 where they begin with 1", { ...whole, minimum: 1 }, between(1, Infinity)],
    ["0.5 may be sent where 0 is the least", { ...broken, minimum: 0 }, [like("^(?:0|[1-9]\\d*|(?:0|[1-9]\\d*)\\.\\d*[1-9])$"), between(0, Infinity)[1]]],
    ["with a sign where the most is bound alone", { ...whole, maximum: 5 }, between(-Infinity, 5)],
    ["one by one where they are few", { ...whole, minimum: 1, maximum: 3 }, both(listed("1", "2", "3"))],
    ["a thousand are few", { ...whole, minimum: -1000, maximum: 1000 }, both(range(-1000, 1000))],
    ["one more above is not", { ...whole, minimum: 0, maximum: 1001 }, between(0, 1001)],
    ["nor one more below", { ...whole, minimum: -1001, maximum: 0 }, between(-1001, 0)],
    ["of broken ones the whole are taken at least", { ...broken, minimum: 0.5, maximum: 2.5 }, [like("^(?:0|[1-9]\\d*|(?:0|[1-9]\\d*)\\.\\d*[1-9])$"), between(1, 2)[1]]],
    ["not those at an open end", { ...broken, exclusiveMinimum: 1, exclusiveMaximum: 3 }, [like("^(?:0|[1-9]\\d*|(?:0|[1-9]\\d*)\\.\\d*[1-9])$"), between(2, 2)[1]]],
    ["to an end beyond all counting: any is sent", { ...whole, minimum: 0, maximum: 1e300 }, [between(0, Infinity)[0], between(0, Number.MAX_SAFE_INTEGER)[1]]],
    ["from an end beyond all counting: none is taken", { ...whole, minimum: 1e300 }, [between(-Infinity, Infinity)[0], []]],
    ["none where there is none between the ends", { ...whole, minimum: 3, maximum: 1 }, both(listed())],
    ["by steps", { ...whole, minimum: 0, maximum: 12, multipleOf: 5 }, both(listed("0", "5", "10"))],
    ["a step of its own binds what is taken", { ...broken, multipleOf: 500 }, [like("^(?:0|-?[1-9]\\d*|-?(?:0|[1-9]\\d*)\\.\\d*[1-9])$"), listed("-1000", "-500", "0", "500", "1000")]],
    ["so does a format of a larger size", { ...whole, format: "int64" }, [like("^(?:0|-?[1-9]\\d*)$"), range(-1000, 1000)]],
    ["a format of a size binds what is taken", { ...whole, format: "int32" }, [like("^(?:0|-?[1-9]\\d*)$"), range(-1000, 1000)]],
    ["those that are listed", { ...broken, enum: [1, "a", 2.5] }, both(listed("1", "2.5"))],
    ["of those the whole ones", { ...whole, enum: [1, 2.5] }, both(listed("1"))],
    ["of those the ones within the ends", { ...whole, enum: [1, 2, 3, 4], minimum: 2, exclusiveMaximum: 4 }, both(listed("2", "3"))],
  ])("%s", (_, schema, texts) => expect(list(schema)).toEqual(texts)); // prettier-ignore
});
