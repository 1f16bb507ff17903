// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
import type { Platform } from "../platform.js";

/** What is there of any response, also for a compiler that knows no platform. */
type AnyResponse = {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
  text(): Promise<string>;
};

/** The platform's Response. */
export type PlatformResponse = Platform<"Response", AnyResponse>;

type Answered<Data> = {
  readonly data: Data;
  readonly status: number;
  readonly response: PlatformResponse;
};

/** The data of a call, and on request the response it came in. */
export type Result<Data, Outcome = Answered<Data>> = Promise<Data> & {
  /** The data and the response it came in, whose body can still be read. */
  withResponse(): Promise<Outcome>;
};
