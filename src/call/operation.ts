import type { ValidationIssue } from "../../generated/runtime.js";
import type { BodyEntry, WrittenBody } from "../wire/body/body.js";
import type { Parameter, Validate } from "../wire/parameter/parameter.js";
import type { Security } from "../wire/credential/credential.js";

export type { Validate } from "../wire/parameter/parameter.js";

/** A media type of a request body: JSON by its validator alone, any other with what writes it. */
export type RequestMedia =
  | Validate
  | undefined
  | (BodyEntry & {
      readonly write: (body: unknown, mediaType: string, entry: BodyEntry) => WrittenBody;
    });

/** A media type of a response: JSON by its validator alone, any other with what reads it. */
export type ResponseMedia =
  | Validate
  | undefined
  | {
      readonly validate: Validate | undefined;
      /** Undefined for bytes that are not what the media type says. */
      readonly read: (bytes: Uint8Array, mediaType: string) => unknown;
    };

/** A media type and what stands for it in the document, or why there is none. */
export type Chosen = readonly [mediaType: string, media: RequestMedia] | string;

export type RequestBody = {
  readonly required: boolean;
  readonly content: Readonly<Record<string, RequestMedia>>;
  /** Set where there is more than one to choose from, or a range. */
  readonly choose?: (
    content: Readonly<Record<string, RequestMedia>>,
    body: unknown,
    contentType: string | undefined,
  ) => Chosen;
};

type Written = {
  readonly issues: readonly ValidationIssue[];
  readonly params: object;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** What an entry of operations.ts says. */
export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly idempotent: boolean;
  /** In place of the document's. */
  readonly servers?: readonly string[];
  /** Media types that a response may have; JSON where it is not set. */
  readonly accept?: string;
  readonly security?: Security;
  readonly parameters: readonly Parameter[];
  /** Set where there are parameters. */
  readonly writeParameters?: (
    operation: Operation,
    params: unknown,
    findNearest: (name: string, names: readonly string[]) => string | undefined,
  ) => Written;
  readonly requestBody: RequestBody | undefined;
  /** Set where a response may be one of several media types, or of a range. */
  readonly match?: (ranges: readonly string[], mediaType: string) => string | undefined;
  /** By status, as `200`, `2XX` or `default`. */
  readonly responses: Readonly<Record<string, Readonly<Record<string, ResponseMedia>>>>;
};
