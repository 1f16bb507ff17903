// Written by `npm run generate` from the OpenAPI document. Change the document, not this file.
import type { Platform } from "../platform.js";

type Answered<Data> = {
  readonly data: Data;
  readonly status: number;
  readonly response: Platform<"Response">;
};

/** The data of a call, and on request the response it came in. */
export type Result<Data, Outcome = Answered<Data>> = Promise<Data> & {
  /** The data and the response it came in, whose body can still be read. */
  withResponse(): Promise<Outcome>;
};
