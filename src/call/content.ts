/** What a method takes as a body and what it gives, by the document's types and by what writes and reads them. */
import type { FetchResponse, RequestBodyOption } from "openapi-fetch";
import type { Bytes } from "../wire/bytes.js";
import type { PlatformResponse } from "../wire/method/result.js";
import type { Platform } from "../wire/platform.js";

export type MediaType = `${string}/${string}`;

/** A type without what only requests have. */
type Readable<T> =
  FetchResponse<{ responses: { 200: { content: { "a/b": T } } } }, object, MediaType> extends infer Fetched
    ? Fetched extends { error?: never; data: infer Data }
      ? Data
      : never
    : never;

/** A type without what only responses have. */
type Writable<T> =
  RequestBodyOption<{ requestBody: { content: { "a/b": T } } }> extends { body: infer Body } ? Body : never;

/** Where a form of parts has a string, a file can be. */
type Part<T> = T extends string
  ? string extends T
    ? T | Exclude<Bytes, Platform<"ReadableStream">>
    : T
  : T extends readonly (infer Item)[]
    ? Part<Item>[]
    : T;

type BodyOf<T, Media> = Media extends { write: (...input: never) => { kind?: infer Kind } }
  ? {
      form: Writable<T> | Platform<"URLSearchParams">;
      multipart: { [Name in keyof Writable<T>]: Part<Writable<T>[Name]> } | Platform<"FormData">;
      text: (T extends string | number | boolean ? T : string) | Bytes;
      bytes: Bytes;
      any: Writable<T> | Bytes;
    }[Kind & ("form" | "multipart" | "text" | "bytes" | "any")]
  : Writable<T>;

/** What a media type may be called: a range has many names. */
type NameOf<Range> = Range extends `${infer Main}*${infer Rest}`
  ? `${Main}${string}${NameOf<Rest> & string}`
  : Range;

type ContentOf<Owner> = Owner extends { content: infer Content } ? Content : never;
type RequestContent<Api> = Api extends { requestBody?: infer Body } ? ContentOf<NonNullable<Body>> : never;
type MediaOf<Entry> = Entry extends { requestBody: { content: infer Media } } ? Media : {};
type MemberOf<Record, Key> = Key extends keyof Record ? Record[Key] : undefined;

/** A body, and its media type where the document gives a choice. */
export type BodyOption<Api, Entry> = Entry extends {
  requestBody: { content: Readonly<Record<string, unknown>> };
}
  ? OptionOf<Api, RequestContent<Api>, MediaOf<Entry>>
  : RequestBodyOption<Api>;

type OptionOf<Api, Content, Media> = {
  [Range in keyof Content]: {} extends RequestBodyOption<Api>
    ? { body?: BodyOf<Content[Range], MemberOf<Media, Range>>; contentType?: NameOf<Range> }
    : { body: BodyOf<Content[Range], MemberOf<Media, Range>>; contentType?: NameOf<Range> };
}[keyof Content];

type DataOf<T, Media> = Media extends { read: (...input: never) => infer Data }
  ? unknown extends Data
    ? Readable<T>
    : Exclude<Data, undefined> extends string
      ? Readable<T> extends string
        ? Readable<T>
        : string
      : Exclude<Data, undefined>
  : Readable<T>;

type Responses<Api> = Api extends { responses: infer Found } ? Found : {};
type Successes<Found> = {
  [Key in keyof Found]: `${Key & (string | number)}` extends `2${string}` ? Key : never;
}[keyof Found];
/** The answers that are a success; one that stands for all is where no other does. */
type SuccessOf<Found> = [Successes<Found>] extends [never] ? keyof Found & "default" : Successes<Found>;

type EntryOf<Entry, Key> = Entry extends { responses: infer Found }
  ? MemberOf<Found, Key extends "default" ? "2XX" : `${Key & (string | number)}`>
  : undefined;

type DataOfContent<Content, Media> = [Content] extends [never]
  ? undefined
  : { [Range in keyof Content]: DataOf<Content[Range], MemberOf<Media, Range>> }[keyof Content];

type DataOfStatus<Api, Entry, Key> = Entry extends { method: "HEAD" }
  ? undefined
  : Key extends keyof Responses<Api>
    ? DataOfContent<ContentOf<Responses<Api>[Key]>, EntryOf<Entry, Key>>
    : never;

/** What a method gives with the response: `status` tells apart what the document tells apart. */
export type OutcomeOf<Api, Entry> = {
  [Key in SuccessOf<Responses<Api>>]: {
    readonly data: DataOfStatus<Api, Entry, Key>;
    readonly status: Key extends number ? Key : number;
    readonly response: PlatformResponse;
  };
}[SuccessOf<Responses<Api>>];
