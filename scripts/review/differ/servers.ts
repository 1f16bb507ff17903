import { isSameJson } from "../../json/value.js";
import { findServers, readServers, type Server, type ServerVariable } from "../../spec/servers.js";
import { mapSides, type Document, type Place, type Sides } from "../document/document.js";
import type { Operation } from "../document/operations.js";
import { stripPath, stripUrl } from "../document/prefix.js";
import { compareTexts } from "./descriptions.js";
import type { Fact, Scope } from "./facts.js";

/** Servers in more spellings than this are compared as they are written. */
const MAX_SPELLINGS = 256;

export function* compareServers(operation: Sides<Operation>, scope: Scope): Generator<Fact> {
  const lists = mapSides(operation, findServers);
  const { base: old, head: now } = mapSides(lists, readServers);
  const paths = mapSides(operation, ({ path, place }) => templateOf(stripPath(place.document, path)));
  const isPathMoved = paths.base !== paths.head;
  const { base: left, head: right } = mapSides(operation, isPathMoved ? spellAddresses : spellOwnServers);
  const toServer = (url: string): string =>
    isPathMoved ? url.slice(0, -templateOf(operation.base.path).length) : url;
  const changes = [...compareUrls(left, right, scope, toServer)];
  yield* changes;
  if (changes.length > 0) return;
  const fact = { ...scope, thing: "server", keyword: "servers" } as const;
  const isMoved = lists.base?.pointer !== lists.head?.pointer;
  const urls = mapSides({ base: old, head: now }, (servers) => servers.map(({ url }) => url));
  if (isMoved || !isSameJson(urls.base, urls.head))
    yield { ...fact, ...lists, change: "rewritten", subject: "list of servers" };
  for (const [index, { place }] of now.entries())
    yield* compareTexts({ base: old[index]?.place, head: place }, scope.operation, "server");
}

type Servers = ReadonlyMap<string, Place | undefined>;

function* compareUrls(
  old: Servers,
  now: Servers,
  scope: Scope,
  toServer: (url: string) => string,
): Generator<Fact> {
  const fact = { ...scope, thing: "server", keyword: "servers" } as const;
  for (const [url, base] of listMissing(old, now, toServer)) {
    const refused = refuse(toServer(url), scope);
    yield { ...fact, ...refused, change: "removed", subject: nameServer(url), base, head: undefined };
  }
  for (const [url, head] of listMissing(now, old, toServer))
    yield { ...fact, change: "added", subject: nameServer(url), base: undefined, head };
}

/** What one side lists alone. With its default said, a server with a variable is the same change once more. */
function listMissing(own: Servers, other: Servers, toServer: (url: string) => string) {
  const isWhole = (url: string): boolean => !toServer(url).includes("{");
  const missing = [...own].filter(([url]) => !other.has(url));
  const whole = new Set(missing.flatMap(([url, place]) => (isWhole(url) ? [place] : [])));
  return missing.filter(([url, place]) => isWhole(url) || !whole.has(place));
}

/** A request to a server that head does not list. Nothing can be sent to one without a host, or with a part left out. */
function refuse(server: string, { operation: { base, head } }: Scope): Pick<Fact, "refused"> {
  const isWhole = !server.includes("{") && URL.canParse(server);
  if (!isWhole || base?.place.document.prefix !== undefined) return {};
  const isAny = head !== undefined && findServers(head) !== undefined;
  const issue = isAny
    ? "the server is no longer listed"
    : "no server is listed any longer: the address is no longer known";
  return { refused: { message: { kind: "request", server }, issue } };
}

function nameServer(url: string): string {
  return `server \`${url}\``;
}

/** Every full address of an operation: a prefix may stand in the server's URL or in the path. */
export function spellAddresses(operation: Operation): Servers {
  const path = templateOf(operation.path);
  const servers = [...spellOwnServers(operation)];
  return new Map(servers.map(([url, place]) => [`${url.replace(/\/$/, "")}${path}`, place]));
}

/** A path, whatever its parameters are called. */
export function templateOf(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, "{}");
}

function spellOwnServers(operation: Operation): Servers {
  const servers = spellServers(readServers(findServers(operation)));
  return new Map([...servers].map(([url, place]) => [stripUrl(operation.place.document, url) || "/", place]));
}

/** Every address that the servers stand for. */
function spellServers(servers: readonly Server<Document>[]): Servers {
  return new Map(
    servers.flatMap((server) => spellServer(server).map((url) => [normalizeUrl(url), server.place] as const)),
  );
}

function spellServer({ url, variables }: Server<Document>): string[] {
  return [...variables].reduce(
    (urls, [name, variable]) => {
      const values = listValues(name, variable);
      const spelled = urls.flatMap((each) => values.map((value) => each.replaceAll(`{${name}}`, value)));
      return spelled.length > MAX_SPELLINGS ? urls : spelled;
    },
    [url],
  );
}

/** A variable without an enum takes any value, and is left as it stands beside its default. */
function listValues(name: string, { values, default: usual }: ServerVariable<Document>): readonly string[] {
  return values ?? [`{${name}}`, ...(usual === undefined ? [] : [usual])];
}

function normalizeUrl(url: string): string {
  // RFC 3986 §6.2.2.1 and §6.2.3: scheme and host have no case, a default port says nothing.
  const absolute = url.includes("{") || !URL.canParse(url) ? url : new URL(url).href;
  return absolute.replace(/\/+$/, "") || "/";
}
