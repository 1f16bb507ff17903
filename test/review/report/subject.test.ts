import { expect, test } from "vitest";
import { placeAt } from "../../../scripts/json/place.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import { nameInComponent } from "../../../scripts/review/report/subject.js";

const document = readDocument({ openapi: "3.1.0" }, "head");

test.each<
  [pointer: string, name: string | undefined, subject: string | undefined, keyword?: string | undefined]
>([
  ["/components/schemas/A", undefined, "component `A`"],
  ["/components/schemas/A/maximum", undefined, "component `A`"],
  ["/components/schemas/A/properties/b/maxLength", undefined, "`b` of component `A`"],
  ["/components/schemas/A/properties/b", "b", "`b` of component `A`"],
  ["/components/schemas/A/properties/b/properties/c~1d/type", undefined, "`b.c/d` of component `A`"],
  ["/components/schemas/A/properties/b/items/properties/c/enum", undefined, "`b[].c` of component `A`"],
  ["/components/schemas/A/prefixItems/0/type", undefined, "`[]` of component `A`"],
  ["/components/schemas/A/properties/b/additionalProperties/properties/c", "c", "`b.*.c` of component `A`"],
  ["/components/schemas/A/patternProperties/^x/type", undefined, "every further property of component `A`"],
  ["/components/schemas/A/additionalProperties/type", undefined, "every further property of component `A`"],
  ["/components/schemas/A/properties/b/additionalProperties/type", undefined, "every further property of `b` of component `A`"],
  ["/components/schemas/A/properties/b/additionalProperties/items/type", undefined, "`b.*[]` of component `A`"],
  ["/components/schemas/A/additionalProperties", undefined, "component `A`", "additionalProperties"],
  ["/components/schemas/A/properties/b/items", undefined, "`b` of component `A`", "items"],
  ["/components/schemas/A/properties/b/items/items", undefined, "`b[]` of component `A`", "items"],
  ["/components/schemas/A/properties/items", undefined, "`items` of component `A`", "items"],
  ["/components/schemas/A/allOf/1/anyOf/0/properties/b/format", undefined, "`b` of component `A`"],
  ["/components/schemas/A/not/properties/b/format", undefined, "`b` of component `A`"],
  ["/components/schemas/A/oneOf/2", "x", "component `A`"],
  ["/components/schemas/A/properties/b/required/3", "c", "`b.c` of component `A`"],
  ["/components/schemas/A/required", undefined, "component `A`"],
  ["/components/schemas/A/properties", undefined, "component `A`"],
  ["/components/schemas", undefined, undefined],
  ["/components/responses/A/content", undefined, undefined],
  ["/paths/~1a/get", undefined, undefined],
])("%s (%s): %s", (pointer, name, subject, keyword = "type") => {
  expect(nameInComponent(placeAt(document, pointer), { keyword, name })).toBe(subject);
}); // prettier-ignore
