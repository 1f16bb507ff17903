import { itemsOf, memberOf, membersOf, recordAt } from "../../json/place.js";
import { isSameJson } from "../../json/value.js";
import { inherit, type Operation } from "../document/operations.js";
import type { Place, Sides } from "../document/document.js";
import { compareTexts } from "./descriptions.js";
import type { Fact, Scope } from "./facts.js";

/** Servers in more spellings than this are compared as they are written. */
const MAX_SPELLINGS = 256;

export function* compareServers(operation: Sides<Operation>, scope: Scope): Generator<Fact> {
  const [base, head] = [inherit(operation.base, "servers"), inherit(operation.head, "servers")];
  const [old, now] = [readServers(base), readServers(head)];
  const changes = [...compareUrls(old, now, scope)];
  yield* changes;
  if (changes.length > 0) return;
  const fact = { ...scope, thing: "server", keyword: "servers" } as const;
  const urls = [base, head].map((place) => itemsOf(place).map((item) => recordAt(item)["url"]));
  if (base?.pointer !== head?.pointer || !isSameJson(urls[0], urls[1]))
    yield { ...fact, change: "rewritten", subject: "list of servers", base, head };
  for (const [index, item] of itemsOf(head).entries())
    yield* compareTexts({ base: itemsOf(base)[index], head: item }, scope.operation, "server");
}

type Servers = ReadonlyMap<string, Place | undefined>;

function* compareUrls(old: Servers, now: Servers, scope: Scope): Generator<Fact> {
  const fact = { ...scope, thing: "server", keyword: "servers" } as const;
  for (const [url, base] of old)
    if (!now.has(url)) yield { ...fact, change: "removed", subject: nameServer(url), base, head: undefined };
  for (const [url, head] of now)
    if (!old.has(url)) yield { ...fact, change: "added", subject: nameServer(url), base: undefined, head };
}

function nameServer(url: string): string {
  return `server \`${url}\``;
}

/** Every address that the servers stand for. Without servers it is "/" (OpenAPI 3.1 §4.8.1). */
function readServers(place: Place | undefined): Servers {
  const items = itemsOf(place);
  if (items.length === 0) return new Map([["/", place]]);
  return new Map(items.flatMap((item) => spellServer(item).map((url) => [normalizeUrl(url), item] as const)));
}

function spellServer(server: Place): string[] {
  const url = String(recordAt(server)["url"]);
  return [...membersOf(memberOf(server, "variables"))].reduce(
    (urls, [name, variable]) => {
      const values = readValues(name, variable);
      const spelled = urls.flatMap((each) => values.map((value) => each.replaceAll(`{${name}}`, value)));
      return spelled.length > MAX_SPELLINGS ? urls : spelled;
    },
    [url],
  );
}

/** A variable without an enum takes any value, and is left as it stands beside its default. */
function readValues(name: string, variable: Place): string[] {
  const { enum: values, default: usual } = recordAt(variable);
  return Array.isArray(values) ? values.map(String) : [`{${name}}`, String(usual)];
}

function normalizeUrl(url: string): string {
  // RFC 3986 §6.2.2.1 and §6.2.3: scheme and host have no case, a default port says nothing.
  const absolute = url.includes("{") || !URL.canParse(url) ? url : new URL(url).href;
  return absolute.replace(/\/+$/, "") || "/";
}
