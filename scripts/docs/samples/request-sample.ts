// The request that the samples of an operation send.

import { memberOf, membersOf, recordAt, type Place } from "../../json/place.js";
import { operationKey } from "../../json/naming.js";
import { readRequestBody, type MediaType } from "../../spec/content.js";
import { isJson } from "../../spec/media-type.js";
import type { Operation } from "../../spec/operations.js";
import { readSentParameters, type Parameter } from "../../spec/parameters.js";
import type { MakeValue } from "./sample-value.js";

export type RequestSample = {
  readonly operation: Operation;
  /** The name of its method on a client. */
  readonly key: string;
  readonly parameters: readonly { readonly parameter: Parameter; readonly value: unknown }[];
  readonly body: { readonly mediaType: string; readonly value: unknown } | undefined;
};

/** What is required, and what the document shows. */
export function sampleRequest(operation: Operation, makeValue: MakeValue): RequestSample {
  const parameters = readSentParameters(operation).flatMap((parameter) => {
    const written = listWritten(parameter.place, parameter.content?.place);
    if (!parameter.required && written.length === 0) return [];
    const value =
      parameter.schema === undefined ? (written[0] ?? "text") : makeValue(parameter.schema, written);
    return value === undefined ? [] : [{ parameter, value }];
  });
  const key = operationKey(operation.method, operation.path, operation.operationId);
  return { operation, key, parameters, body: sampleBody(operation, makeValue) };
}

/** What its document shows as the body, or makes of its schema. */
export function sampleBody(operation: Operation, makeValue: MakeValue): RequestSample["body"] {
  const media = chooseMedia(readRequestBody(operation)?.content ?? []);
  if (media === undefined) return undefined;
  const written = listWritten(media.place);
  const value = media.schema === undefined ? written[0] : makeValue(media.schema, written);
  return value === undefined ? undefined : { mediaType: media.mediaType, value };
}

/** As the client does: JSON where it is taken. */
function chooseMedia(content: readonly MediaType[]): MediaType | undefined {
  return content.find(({ mediaType }) => isJson(mediaType)) ?? content[0];
}

/** `example` and `examples` of a parameter or a media type (OpenAPI 3.1 §4.8.12.2, §4.8.14). */
function listWritten(...places: readonly (Place | undefined)[]): readonly unknown[] {
  return places
    .filter((place) => place !== undefined)
    .flatMap((place) => {
      const named = [...membersOf(memberOf(place, "examples")).values()].map(
        (entry) => recordAt(entry)["value"],
      );
      return [recordAt(place)["example"], ...named].filter((value) => value !== undefined);
    });
}
