import { expectTypeOf, it } from "vitest";
import type { BodyOption, OutcomeOf } from "../../src/call/content.js";
import type { Bytes } from "../../src/wire/bytes.js";
import type { readAny } from "../../src/wire/response/read-any.js";
import type { readBlob } from "../../src/wire/response/read-blob.js";
import type { readText } from "../../src/wire/response/read-text.js";
import type { writeAnyBody } from "../../src/wire/body/write-any-body.js";
import type { writeBytesBody } from "../../src/wire/body/write-bytes-body.js";
import type { writeFormBody } from "../../src/wire/body/write-form-body.js";
import type { writeMultipartBody } from "../../src/wire/body/write-multipart-body.js";
import type { writeTextBody } from "../../src/wire/body/write-text-body.js";

type Key = { id: number; readonly name?: string };
/** What a method takes and gives of one media type that the document types as `T`. */
type Taken<T, Media, Range extends string = "a/b"> = BodyOption<
  { requestBody: { content: Record<Range, T> } },
  { requestBody: { content: Record<Range, Media> } }
>;
type Given<T, Media> = OutcomeOf<
  { responses: { 200: { content: { "a/b": T } } } },
  { responses: { "200": { "a/b": Media } } }
>["data"];
type File = Blob | ArrayBuffer | ArrayBufferView;

it("a body is what its media type is written from", () => {
  expectTypeOf<Taken<Key, undefined>["body"]>().toEqualTypeOf<Taken<Key, unknown>["body"]>();
  expectTypeOf<{ id: 1 }>().toExtend<Taken<Key, undefined>["body"]>();
  expectTypeOf<{ id: "1" }>().not.toExtend<Taken<Key, undefined>["body"]>();
  expectTypeOf<Taken<string, { write: typeof writeBytesBody }>["body"]>().toEqualTypeOf<Bytes>();
  expectTypeOf<Taken<string, { write: typeof writeTextBody }>["body"]>().toEqualTypeOf<string | Bytes>();
  expectTypeOf<Taken<Key, { write: typeof writeTextBody }>["body"]>().toEqualTypeOf<string | Bytes>();
  type Pairs = Taken<Key, { write: typeof writeFormBody }>["body"];
  expectTypeOf<{ id: 1 } | URLSearchParams>().toExtend<Pairs>();
  expectTypeOf<Blob>().not.toExtend<Pairs>();
  expectTypeOf<{ id: 1 } | Bytes>().toExtend<Taken<Key, { write: typeof writeAnyBody }>["body"]>();
  type Form = { title: "a" | "b"; file: string; more?: string[]; size: number };
  expectTypeOf<Taken<Form, { write: typeof writeMultipartBody }>["body"]>().toEqualTypeOf<
    FormData | { title: "a" | "b"; file: string | File; more?: (string | File)[]; size: number }
  >();
});

it("a media type is chosen among those of the document", () => {
  expectTypeOf<Taken<Key, undefined, "image/*">["contentType"]>().toEqualTypeOf<
    `image/${string}` | undefined
  >();
  expectTypeOf<Taken<Key, undefined, "*/*">["contentType"]>().toEqualTypeOf<
    `${string}/${string}` | undefined
  >();
  type Both = BodyOption<
    { requestBody?: { content: { "text/plain": string; "application/json": Key } } },
    {
      requestBody: {
        content: { "text/plain": { write: typeof writeTextBody }; "application/json": undefined };
      };
    }
  >;
  expectTypeOf<{ body: "a"; contentType: "text/plain" }>().toExtend<Both>();
  expectTypeOf<{ body: { id: 1 }; contentType: "application/json" }>().toExtend<Both>();
  expectTypeOf<{ body: { id: 1 }; contentType: "text/plain" }>().not.toExtend<Both>();
  expectTypeOf<{}>().toExtend<Both>();
});

it("an answer is what its media type is read as", () => {
  expectTypeOf<Given<Key, undefined>>().toEqualTypeOf<Key>();
  expectTypeOf<Given<string, { read: typeof readBlob }>>().toEqualTypeOf<Blob>();
  expectTypeOf<Given<"a" | "b", { read: typeof readText }>>().toEqualTypeOf<"a" | "b">();
  expectTypeOf<Given<Key, { read: typeof readText }>>().toEqualTypeOf<string>();
  expectTypeOf<Given<Key, { read: typeof readAny }>>().toEqualTypeOf<Key>();
});

it("a status tells apart what the document tells apart", () => {
  type Outcome = OutcomeOf<
    {
      responses: {
        200: { content: { "a/b": 1 } };
        201: { content: { "a/b": 2 } };
        204: { content?: never };
        400: {};
      };
    },
    { responses: {} }
  >;
  expectTypeOf<Extract<Outcome, { status: 201 }>["data"]>().toEqualTypeOf<2>();
  expectTypeOf<Extract<Outcome, { status: 204 }>["data"]>().toEqualTypeOf<undefined>();
  expectTypeOf<Outcome["status"]>().toEqualTypeOf<200 | 201 | 204>();
  expectTypeOf<
    OutcomeOf<{ responses: { default: { content: { "a/b": 1 } } } }, {}>["data"]
  >().toEqualTypeOf<1>();
  expectTypeOf<
    OutcomeOf<
      { responses: { "2XX": { content: { "a/b": 1 } }; default: { content: { "a/b": 2 } } } },
      {}
    >["data"]
  >().toEqualTypeOf<1>();
  expectTypeOf<
    OutcomeOf<{ responses: { 200: { content: { "a/b": 1 } } } }, { method: "HEAD" }>["data"]
  >().toEqualTypeOf<undefined>();
});
