import { describe, expect, test } from "vitest";
import { describeCurlBody } from "../../scripts/spec/curl-body.js";

const form = "application/x-www-form-urlencoded";
/** One member a line. */
const writeLong = (value: unknown): string => JSON.stringify(value, undefined, 1);

const multipart = "multipart/form-data";

describe("curl is given a body", () => {
  test.each<[claim: string, type: string | undefined, body: unknown, data: readonly (readonly string[])[], named: boolean]>([
    ["none", "application/json", undefined, [], true],
    ["JSON as its text", "application/json", { a: 1 }, [["--data-raw", '{"a":1}']], true],
    ["a text of JSON in quotes", "application/problem+json", "a", [["--data-raw", '"a"']], true],
    ["any other text as it is", "text/plain", "a", [["--data-raw", "a"]], true],
    ["what is no text as JSON", "text/plain", [1], [["--data-raw", "[1]"]], true],
    ["what has no media type", undefined, { a: 1 }, [["--data-raw", '{"a":1}']], true],
    ["a form field by field", form, { a: 1, b: "x y" }, [["--data-urlencode", "a=1"], ["--data-urlencode", "b=x y"]], false],
    ["the names of a form escaped", form, { "a=b": "c=d" }, [["--data-urlencode", "a%3Db=c=d"]], false],
    ["a list of a form as often as it has items", form, { a: [1, [2]] }, [["--data-urlencode", "a=1"], ["--data-urlencode", "a=[2]"]], false],
    ["an object in a form as JSON", form, { a: { b: 1 } }, [["--data-urlencode", 'a={"b":1}']], false],
    ["nothing in a form as the word", form, { a: null }, [["--data-urlencode", "a=null"]], false],
    ["parts as they are called", multipart, { "a=b": "c" }, [["--form-string", "a=b=c"]], false],
    ["a form whatever its parameters", "Multipart/Form-Data; boundary=x", { a: 1 }, [["--form-string", "a=1"]], false],
    ["a form that is no object as its text", form, "a=1", [["--data-raw", "a=1"]], true],
    ["no form of a type that only ends alike", "x-application/x-www-form-urlencoded", { a: 1 }, [["--data-raw", '{"a":1}']], true],
    ["nor of one that only begins alike", `${form}2`, { a: 1 }, [["--data-raw", '{"a":1}']], true],
  ])("%s", (_, type, body, data, isNamed) => {
    expect(describeCurlBody(type, body)).toEqual({ contentType: isNamed ? type : undefined, data });
  }); // prettier-ignore

  test("as JSON is written by the caller", () => {
    expect(describeCurlBody("application/json", { a: 1 }, writeLong).data).toEqual([
      ["--data-raw", '{\n "a": 1\n}'],
    ]);
  });
});
