import { sampleBody } from "../docs/samples/request-sample.js";
import { createValueMaker, type MakeValue } from "../docs/samples/sample-value.js";
import { recordAt, rootOf } from "../json/place.js";
import type { Document } from "./document/document.js";
import type { SampleBody } from "./report/proof/curl.js";

/** The bodies that the reference page shows: for requests that must have one, where it is not what a proof is about. */
export function createBodySampler(): SampleBody {
  const makers = new Map<Document, MakeValue>();
  return (operation) => {
    const { document } = operation.place;
    const makeValue = makers.get(document) ?? createValueMaker(recordAt(rootOf(document)));
    makers.set(document, makeValue);
    return sampleBody(operation, makeValue);
  };
}
