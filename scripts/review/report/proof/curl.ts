import { describeCurlBody } from "../../../spec/curl-body.js";
import { listCredentials } from "../../../spec/credentials.js";
import { findAddress } from "../../../spec/servers.js";
import { SECRET } from "../../differ/security.js";
import type { Operation } from "../../document/operations.js";
import type { Proof } from "../../judge/findings.js";
import type { Counterexample } from "./counterexample.js";

type Fields = Readonly<Record<string, unknown>>;

/** The variable of the shell for what the caller knows alone. */
const VARIABLE = "$API_KEY";

/** A body that an operation takes; undefined where none is known. */
export type SampleBody = (
  operation: Operation,
) => { readonly mediaType: string; readonly value: unknown } | undefined;

/** A request as a command for a shell, to the operation's first server or the one that it names; the credential is left to the environment. */
export function writeCurl(
  { operation, refusedBy }: Proof,
  shown: Counterexample,
  sampleBody: SampleBody = () => undefined,
): string | undefined {
  if (!("request" in shown)) return undefined;
  const asked = refusedBy === "head" ? operation.base : operation.head;
  if (asked === undefined || asked.kind !== "path") return undefined;
  const { method, server, path, query, headers, contentType, body } = addBody(
    shown.request,
    asked,
    sampleBody,
  );
  const credentials = listCredentials(asked, VARIABLE);
  const fields = new Map(
    [...Object.entries(credentials.headers), ...Object.entries(toTexts(headers))].map(
      ([name, value]) => [name.toLowerCase(), [name, value]] as const,
    ),
  );
  const url = `${writeServer(server) ?? findAddress(asked)}${String(path)}${writeQuery({ ...toTexts(credentials.query), ...toLists(query) })}`;
  const type = contentType === undefined ? undefined : String(contentType);
  const { contentType: named, data } = describeCurlBody(type, body);
  const words = [
    "curl",
    ...(method === "GET" && body === undefined ? [] : ["-X", String(method)]),
    quote(url),
    ...[...fields.values()].flatMap(([name = "", value = ""]) => ["-H", quote(`${name}: ${value}`)]),
    ...(named === undefined ? [] : ["-H", quote(`Content-Type: ${named}`)]),
    ...data.flatMap(([option, text]) => [option, quote(text)]),
  ];
  return words.join(" ");
}

/** Without the body that it must have, a request is refused by everybody. */
function addBody(request: Fields, asked: Operation, sampleBody: SampleBody): Fields {
  const isMissing = request["body"] === undefined && request["contentType"] === undefined;
  const sample = isMissing && asked.body?.required === true ? sampleBody(asked) : undefined;
  return sample === undefined ? request : { ...request, contentType: sample.mediaType, body: sample.value };
}

function writeServer(server: unknown): string | undefined {
  return typeof server === "string" ? server.replace(/\/+$/, "") : undefined;
}

function toTexts(values: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, withVariable(String(value))]),
  );
}

function toLists(values: unknown): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).map(String).map(withVariable),
    ]),
  );
}

/** A credential that was written for a reader stands at the end of its field. */
function withVariable(text: string): string {
  return text.endsWith(SECRET) ? `${text.slice(0, -SECRET.length)}${VARIABLE}` : text;
}

function writeQuery(query: Readonly<Record<string, string | readonly string[]>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value]
      .flat()
      .map((text) => `${encodeURIComponent(name)}=${text === VARIABLE ? text : encodeURIComponent(text)}`),
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** Single quotes keep all but themselves; what is left to the environment stands in double ones. */
function quote(text: string): string {
  const parts = text.split(VARIABLE).map((part) => (part === "" ? "" : `'${part.replaceAll("'", `'\\''`)}'`));
  return parts.join(`"${VARIABLE}"`);
}
