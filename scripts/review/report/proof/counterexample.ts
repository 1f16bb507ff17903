import { follow, recordAt } from "../../../json/place.js";
import type { Place } from "../../document/document.js";
import type { Operation } from "../../document/operations.js";
import type { Proof } from "../../judge/findings.js";
import { nameOperation } from "../change-id.js";
import { sampleText } from "./sample-text.js";

type Refusal = Pick<Proof, "refusedBy" | "issues">;
type Fields = Readonly<Record<string, unknown>>;

/** A message as it can be sent or answered. */
export type Counterexample =
  (Refusal & { readonly request: Fields }) | (Refusal & { readonly response: Fields });

/** The message of a proof with values for what its operation asks for besides. */
export function writeCounterexample({ operation, message, refusedBy, issues }: Proof): Counterexample {
  if (message.kind === "response") {
    const { kind: _, ...response } = message;
    return { response: { operationId: nameOperation(operation), ...response }, refusedBy, issues };
  }
  const { kind: _, params = {}, query = {}, headers = {}, ...request } = message;
  const accepting = refusedBy === "head" ? operation.base : operation.head;
  const { method = "", path = "" } = accepting ?? operation.head ?? operation.base ?? {};
  const needed = (location: string) => listNeeded(accepting, location);
  const address = fillPath(path, { ...needed("path"), ...params });
  const asked = { ...needed("query"), ...query };
  const fields = { ...needed("header"), ...headers };
  return {
    request: {
      method,
      path: address,
      ...(Object.keys(asked).length > 0 && { query: asked }),
      ...(Object.keys(fields).length > 0 && { headers: fields }),
      ...request,
    },
    refusedBy,
    issues,
  };
}

/** A value for each parameter that has to be there. */
function listNeeded(operation: Operation | undefined, location: string): Fields {
  const own = [...(operation?.parameters.values() ?? [])].filter(
    (each) => each.in === location && each.required,
  );
  return Object.fromEntries(
    own.map(({ name, place, schema }) => [name, findSample(recordAt(place), schema)]),
  );
}

/** What the document itself gives, or something that it takes. */
function findSample(parameter: Fields, schema: Place | undefined): string {
  const { example, enum: listed, default: usual, const: only } = recordAt(schema && follow(schema));
  const given = [
    parameter["example"],
    example,
    usual,
    only,
    Array.isArray(listed) ? (listed[0] as unknown) : undefined,
  ];
  const found = given.find((value) => ["string", "number", "boolean"].includes(typeof value));
  return found === undefined ? sampleText(schema) : String(found);
}

function fillPath(path: string, params: Fields): string {
  const fill = (whole: string, name: string): string => (name in params ? String(params[name]) : whole);
  return path.replaceAll(/\{([^}]*)\}/g, fill);
}
