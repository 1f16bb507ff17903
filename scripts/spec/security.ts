import {
  childOf,
  follow,
  itemsOf,
  memberOf,
  recordAt,
  rootOf,
  type JsonDocument,
  type Place,
} from "../json/place.js";
import { isRecord } from "../json/pointer.js";
import type { Operation } from "./operations.js";

/** Security Requirement Object (OpenAPI 3.1 §4.8.30): all of its schemes are needed; none are, when it is empty. */
export type SecurityRequirement<D extends JsonDocument = JsonDocument> = {
  readonly place: Place<D>;
  readonly schemes: readonly RequiredScheme<D>[];
};

export type RequiredScheme<D extends JsonDocument = JsonDocument> = {
  /** Key among the document's security schemes. */
  readonly name: string;
  readonly scopes: readonly string[];
  /** Security Scheme Object (§4.8.27). Nothing stands there when the document does not have it. */
  readonly scheme: Place<D>;
};

/** The list that counts for an operation: its own, even an empty one, or else the document's (§4.8.10). */
export function findSecurity<D extends JsonDocument>({ place }: Operation<D>): Place<D> | undefined {
  return [place, rootOf(place.document)]
    .map((owner) => memberOf(owner, "security"))
    .find((list) => Array.isArray(list?.value));
}

/** The requirements for an operation, of which any one is enough. Without any, no credential is needed. */
export function readSecurity<D extends JsonDocument>(
  operation: Operation<D>,
): readonly SecurityRequirement<D>[] {
  return itemsOf(findSecurity(operation))
    .filter(({ value }) => isRecord(value))
    .map((place) => ({ place, schemes: Object.entries(recordAt(place)).map(readScheme(place.document)) }));
}

function readScheme<D extends JsonDocument>(document: D) {
  return ([name, scopes]: readonly [string, unknown]): RequiredScheme<D> => ({
    name,
    scopes: Array.isArray(scopes) ? scopes.map(String) : [],
    scheme: follow(childOf(rootOf(document), "components", "securitySchemes", name)),
  });
}
