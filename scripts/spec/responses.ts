import { follow, memberOf, membersOf, type JsonDocument, type Place } from "../json/place.js";
import { readContent, type MediaType } from "./content.js";
import type { Operation } from "./operations.js";
import { readSerialization, type Serialization } from "./parameters.js";

/** Response Object (OpenAPI 3.1 §4.8.17). References to it have been followed. */
export type Response<D extends JsonDocument = JsonDocument> = {
  /** `200`, a range such as `4XX`, or `default`. */
  readonly status: string;
  readonly place: Place<D>;
  /** Where the operation lists it: the response itself, or a reference to it. */
  readonly entry: Place<D>;
  readonly headers: readonly Header<D>[];
  readonly content: readonly MediaType<D>[];
};

/** Header Object (§4.8.21): a parameter without a name and location of its own. */
export type Header<D extends JsonDocument = JsonDocument> = Serialization<D> & {
  /** As it is written; field names have no case (RFC 9110 §5.1). */
  readonly name: string;
  readonly place: Place<D>;
  /** Where the response lists it: the header itself, or a reference to it. */
  readonly entry: Place<D>;
};

/** Responses Object (§4.8.16), in the document's order. */
export function readResponses<D extends JsonDocument>({ place }: Operation<D>): readonly Response<D>[] {
  const responses = memberOf(place, "responses");
  return [...membersOf(responses && follow(responses))]
    .filter(([status]) => !status.startsWith("x-"))
    .map(([status, entry]) => readResponse(status, entry));
}

function readResponse<D extends JsonDocument>(status: string, entry: Place<D>): Response<D> {
  const place = follow(entry);
  return { status, place, entry, headers: readHeaders(place), content: readContent(place) };
}

function readHeaders<D extends JsonDocument>(response: Place<D>): Header<D>[] {
  const headers = memberOf(response, "headers");
  return [...membersOf(headers && follow(headers))].map(([name, entry]) => {
    const place = follow(entry);
    return { name, place, entry, ...readSerialization(place, "header") };
  });
}
