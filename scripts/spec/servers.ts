import {
  itemsOf,
  memberOf,
  membersOf,
  recordAt,
  rootOf,
  type JsonDocument,
  type Place,
} from "../json/place.js";
import { readText } from "./fields.js";
import type { Operation } from "./operations.js";

/** Server Object (OpenAPI 3.1 §4.8.5). */
export type Server<D extends JsonDocument = JsonDocument> = {
  /** May hold `{name}` for a variable. */
  readonly url: string;
  readonly variables: ReadonlyMap<string, ServerVariable<D>>;
  /** None where no server is written, which stands for one at "/". */
  readonly place: Place<D> | undefined;
};

/** Server Variable Object (§4.8.6). */
export type ServerVariable<D extends JsonDocument = JsonDocument> = {
  readonly default: string | undefined;
  /** The values that it can have; any when there are none. */
  readonly values: readonly string[] | undefined;
  readonly place: Place<D>;
};

/** The list that an operation has instead of the document's: its own, or else its path item's (§4.8.9, §4.8.10). */
export function findOwnServers<D extends JsonDocument>(operation: Operation<D>): Place<D> | undefined {
  return [operation.place, operation.pathItem].map(listAt).find((list) => list !== undefined);
}

/** The list of the document itself. */
export function findDocumentServers<D extends JsonDocument>(document: D): Place<D> | undefined {
  return listAt(rootOf(document));
}

/** The list that counts for an operation. */
export function findServers<D extends JsonDocument>(operation: Operation<D>): Place<D> | undefined {
  return findOwnServers(operation) ?? findDocumentServers(operation.place.document);
}

/** An empty list says no more than none (§4.8.1). */
function listAt<D extends JsonDocument>(owner: Place<D>): Place<D> | undefined {
  const list = memberOf(owner, "servers");
  return itemsOf(list).length > 0 ? list : undefined;
}

/** The servers of a list; no list is one server at "/" (§4.8.1). */
export function readServers<D extends JsonDocument>(list: Place<D> | undefined): readonly Server<D>[] {
  if (list === undefined) return [{ url: "/", variables: new Map(), place: undefined }];
  return itemsOf(list).map((place) => ({
    url: readText(place, "url") ?? "/",
    variables: readVariables(place),
    place,
  }));
}

function readVariables<D extends JsonDocument>(server: Place<D>): ReadonlyMap<string, ServerVariable<D>> {
  const variables = [...membersOf(memberOf(server, "variables"))];
  return new Map(
    variables.map(([name, place]) => {
      const { enum: values } = recordAt(place);
      return [
        name,
        {
          default: readText(place, "default"),
          values: Array.isArray(values) ? values.map(String) : undefined,
          place,
        },
      ];
    }),
  );
}

/** The address of a server, with the defaults of its variables filled in (§4.8.5). */
export function fillDefaults({ url, variables }: Server): string {
  return url.replaceAll(/\{([^}]*)\}/g, (whole, name: string) => variables.get(name)?.default ?? whole);
}

/** Where an operation's first server is, without a slash at the end; one that says no host is at example.com. */
export function findAddress<D extends JsonDocument>(operation: Operation<D>): string {
  const [server] = readServers(findServers(operation));
  const url = server === undefined ? "/" : fillDefaults(server);
  const absolute = URL.canParse(url) ? url : `https://example.com${url.startsWith("/") ? "" : "/"}${url}`;
  return absolute.replace(/\/+$/, "");
}
