import { expect, test } from "vitest";
import {
  listTypes,
  renderMethods,
  usesPaths,
  type MethodEntry,
} from "../../../scripts/pipeline/operations/methods-text.js";

const json = (validate?: string) => [{ validate, wire: undefined }];
const PLAIN: MethodEntry = {
  key: "addPet",
  summary: undefined,
  description: undefined,
  deprecated: false,
  method: "POST",
  path: "/pets",
  parameters: [],
  requestBody: { required: true, content: json("Pet") },
  responses: [
    { status: "201", content: json("AddPetResponse201") },
    { status: "default", content: json("Problem") },
  ],
};

test.each<readonly [string, Partial<MethodEntry>, string]>([
  ["a body and an answer", {}, "addPet: (input: { body: Pet } & CallOptions) => Result<AddPetResponse201>"],
  ["no body", { requestBody: undefined }, "addPet: (input?: CallOptions) => Result<AddPetResponse201>"],
  [
    "a body that may be left out",
    { requestBody: { required: false, content: json("Pet") } },
    "addPet: (input?: { body?: Pet } & CallOptions) => Result<AddPetResponse201>",
  ],
  [
    "parameters beside a body",
    { parameters: [{ required: true }] },
    "addPet: (input: { params: AddPetParams; body: Pet } & CallOptions) => Result<AddPetResponse201>",
  ],
  [
    "parameters that may all be left out",
    { parameters: [{ required: false }], requestBody: undefined },
    "addPet: (input?: { params?: AddPetParams } & CallOptions) => Result<AddPetResponse201>",
  ],
  [
    "a range of statuses",
    { responses: [{ status: "2XX", content: json("Pet") }] },
    "addPet: (input: { body: Pet } & CallOptions) => Result<Pet>",
  ],
  [
    "a name with signs",
    { key: "add-pet" },
    '"add-pet": (input: { body: Pet } & CallOptions) => Result<AddPetResponse201>',
  ],
])("the types of %s are named", (_, changed, signature) => {
  expect(renderMethods([{ ...PLAIN, ...changed }])).toContain(`  readonly ${signature};\n`);
});

test.each<readonly [string, Partial<MethodEntry>]>([
  ["a choice of bodies", { requestBody: { required: true, content: [...json("Pet"), ...json("Dog")] } }],
  [
    "a body that is not JSON",
    { requestBody: { required: true, content: [{ validate: "Pet", wire: "writeFormBody" }] } },
  ],
  ["a body without a schema", { requestBody: { required: true, content: json() } }],
  [
    "an answer that is not JSON",
    { responses: [{ status: "200", content: [{ validate: "Pet", wire: "readText" }] }] },
  ],
  ["several answers", { responses: [...PLAIN.responses, { status: "200", content: json("Pet") }] }],
  ["an answer without a body", { responses: [{ status: "204", content: [] }] }],
  ["a default alone", { responses: [{ status: "default", content: json("Pet") }] }],
])("the types of %s are left to be computed", (_, changed) => {
  const operation = { ...PLAIN, ...changed };
  expect([renderMethods([operation]), listTypes([operation])]).toEqual(["", []]);
});

test("words and deprecation stand with the method, and each type is listed once", () => {
  const old = { ...PLAIN, key: "oldAdd", summary: "Add", deprecated: true };
  expect(renderMethods([PLAIN, old])).toContain(
    "   * Add\n   *\n   * @deprecated\n   */\n  readonly oldAdd: ",
  );
  expect(listTypes([PLAIN, old])).toEqual(["Pet", "AddPetResponse201"]);
});

test("the type of parameters is that of the operation in schema.ts, under a name that no other type has", () => {
  const put: MethodEntry = {
    ...PLAIN,
    key: "put",
    method: "PUT",
    path: "/a/{b}",
    parameters: [{ required: true }],
  };
  const other: MethodEntry = { ...PLAIN, requestBody: { required: true, content: json("PutParams") } };
  expect(renderMethods([put, other])).toContain(
    'export type PutParams2 = paths["/a/{b}"]["put"]["parameters"];\n',
  );
  expect([usesPaths([put]), usesPaths([other])]).toEqual([true, false]);
});
