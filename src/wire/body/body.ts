import type { Issue, Validate, WritePairs } from "../parameter/parameter.js";

/** What is sent as a body; nothing is sent of one that has issues. */
export type WrittenBody<Kind extends string = string> = {
  /** Never set: it tells the types of methods what is taken as a body. */
  readonly kind?: Kind;
  readonly issues: readonly Issue[];
  /** The body before it was written, as far as it could be read: what of it is secret is hidden elsewhere. */
  readonly value?: unknown;
  readonly body?: PlatformBody;
  /** Set for a stream, which can be read once. */
  readonly duplex?: "half";
  readonly headers?: Readonly<Record<string, string>>;
};

/** By the platform's own words, because some lack the name `BodyInit`. */
export type PlatformBody = NonNullable<ConstructorParameters<typeof Response>[0]>;

/** How a property of a form is written: Encoding Object (OpenAPI 3.1 §4.8.15). */
export type Encoding = {
  /** Set where the document chooses a style. */
  readonly write?: WritePairs;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly contentType?: string;
  /** Headers of its part that have one value. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** A media type of a request body that is not JSON. */
export type BodyEntry = {
  readonly validate: Validate | undefined;
  readonly encoding?: Readonly<Record<string, Encoding>>;
};

export function refuseBody(message: string): WrittenBody<never> {
  return { issues: [{ message, path: [], keyword: "", keywordLocation: "" }] };
}
