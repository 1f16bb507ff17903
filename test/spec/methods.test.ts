import { expect, test } from "vitest";
import { isIdempotent, isMethodField, METHODS } from "../../scripts/spec/methods.js";

test.each(["get", "put", "post", "delete", "options", "head", "patch", "trace"])(
  "%s is a method",
  (field) => {
    expect(isMethodField(field)).toBe(true);
    expect(METHODS.get(field)).toBe(field.toUpperCase());
  },
);

test.each(["GET", "parameters", "servers", "summary", "$ref", "x-get", "toString"])(
  "%s is no field with an operation",
  (field) => {
    expect(isMethodField(field)).toBe(false);
  },
);

test("safe methods, PUT and DELETE can be sent again (RFC 9110 §9.2.2)", () => {
  expect([...METHODS.values()].filter(isIdempotent)).toEqual([
    "GET",
    "PUT",
    "DELETE",
    "OPTIONS",
    "HEAD",
    "TRACE",
  ]);
});
