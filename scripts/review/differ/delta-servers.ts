import { itemsOf, memberOf, membersOf, recordAt } from "../../json/place.js";
import type { Place } from "../document/document.js";
import { compareTexts, type Fact, type OperationPair, type Report } from "./facts.js";
import { isSameJson } from "../../json/value.js";
import { findServers } from "../../spec/servers.js";
import type { Operation } from "../document/operations.js";

type Context = { readonly pair: OperationPair; readonly report: Report };

/** Servers in more spellings than this are compared as they are written. */
const MOST_SPELLINGS = 256;

export function compareServers(before: Operation, after: Operation, { pair, report }: Context): void {
  const [old, now] = [findServers(before), findServers(after)];
  const [was, is] = [readServers(old), readServers(now)];
  const gone = [...was.keys()].filter((url) => !is.has(url));
  const come = [...is.keys()].filter((url) => !was.has(url));
  const tell = (rule: Fact["rule"], subject: string, places: Pick<Fact, "before" | "after">) =>
    report.fact({ rule, keyword: "servers", pair, direction: "request", subject, ...places });
  for (const url of gone)
    tell("server-removed", `server \`${url}\``, { before: was.get(url), after: undefined });
  for (const url of come)
    tell("server-added", `server \`${url}\``, { before: undefined, after: is.get(url) });
  if (gone.length + come.length > 0) return;
  const isMoved = old?.pointer !== now?.pointer;
  const urls = [old, now].map((place) => itemsOf(place).map((item) => recordAt(item)["url"]));
  if (isMoved || !isSameJson(urls[0], urls[1])) tell("rewritten", "servers", { before: old, after: now });
  for (const [index, item] of itemsOf(now).entries()) {
    compareTexts(itemsOf(old)[index], item, { pair, subject: "server" }, report);
  }
}

/** Every address that the servers stand for. Without servers it is "/" (OpenAPI 3.1 §4.8.1). */
function readServers(place: Place | undefined): ReadonlyMap<string, Place | undefined> {
  const items = itemsOf(place);
  if (items.length === 0) return new Map([["/", place]]);
  return new Map(items.flatMap((item) => spellServer(item).map((url) => [normalizeUrl(url), item] as const)));
}

function spellServer(server: Place): string[] {
  const url = String(recordAt(server)["url"]);
  return [...membersOf(memberOf(server, "variables"))].reduce(
    (urls, [name, variable]) => {
      const spelled = urls.flatMap((each) =>
        readValues(variable).map((value) => each.replaceAll(`{${name}}`, value)),
      );
      return spelled.length > MOST_SPELLINGS ? urls : spelled;
    },
    [url],
  );
}

/** A variable without an enum takes any value, and is left as it stands beside its default. */
function readValues(variable: Place): string[] {
  const { enum: values, default: usual } = recordAt(variable);
  if (Array.isArray(values)) return values.map(String);
  return [`{${variable.pointer.slice(variable.pointer.lastIndexOf("/") + 1)}}`, String(usual)];
}

function normalizeUrl(url: string): string {
  // RFC 3986 §6.2.2.1 and §6.2.3: scheme and host have no case, a default port says nothing.
  const absolute = url.includes("{") || !URL.canParse(url) ? url : new URL(url).href;
  return absolute.replace(/\/+$/, "") || "/";
}
