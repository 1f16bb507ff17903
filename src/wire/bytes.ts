import type { Platform } from "./platform.js";

type Stream = Platform<"ReadableStream">;

/** What is sent as the bytes that it is. */
export type Bytes = Platform<"Blob"> | ArrayBuffer | ArrayBufferView | Stream;

const CLASSES = /^(?:Blob|File|ArrayBuffer|ReadableStream)$/;

/** Bytes in memory, or that the platform holds. */
export function createBlob(parts: readonly unknown[], type?: string): Platform<"Blob"> {
  // By the platform's own words, because some lack the name `BlobPart`.
  const sources = parts as NonNullable<ConstructorParameters<typeof Blob>[0]>;
  return new Blob(sources, { type: type ?? "" });
}

/** Of any realm or make. */
export function isBytes(value: unknown): value is Bytes {
  return ArrayBuffer.isView(value) || CLASSES.test(classOf(value));
}

export function isStream(value: unknown): value is Stream {
  return classOf(value) === "ReadableStream";
}

/** What the platform calls the class of a value. */
export function classOf(value: unknown): string {
  return {}.toString.call(value).slice(8, -1);
}
