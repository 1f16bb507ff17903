import type { Issue, Validate, WritePairs } from "./parameter.js";

/** What is sent as a body; nothing is sent of one that has issues. */
export type WrittenBody = {
  readonly issues: readonly Issue[];
  /** The body before it was written, as far as it could be read: what of it is secret is hidden elsewhere. */
  readonly value?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
};

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

export function refuseBody(message: string): WrittenBody {
  return { issues: [{ message, path: [], keyword: "", keywordLocation: "" }] };
}
