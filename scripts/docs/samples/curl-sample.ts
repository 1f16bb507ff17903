import { writeUrl } from "../../../src/call/parameters.js";
import { isJson, readEssence } from "../../spec/media-type.js";
import { isRecord } from "../../json/pointer.js";
import { listCredentials } from "../../spec/credentials.js";
import { findAddress } from "../../spec/servers.js";
import type { Parameter } from "../../spec/parameters.js";
import { writeJson } from "./literal.js";
import type { RequestSample } from "./request-sample.js";

/** The request as a command for a shell. @param keyVariable the environment variable with the credential. */
export function writeCurl(sample: RequestSample, keyVariable: string): string {
  const { operation, body } = sample;
  const secret = `$${keyVariable}`;
  const { headers, query } = listCredentials(operation, secret);
  const fields = [...Object.entries(headers), ...listHeaders(sample)];
  const options = [
    ["--request", operation.method],
    ["--url", quote(addQuery(writeAddress(sample), query), secret)],
    ...fields.map(([name, value]) => ["--header", quote(`${name}: ${value}`, secret)]),
    ...(body === undefined ? [] : writeBody(body.mediaType, body.value)),
  ];
  return `curl ${options.map((words) => words.join(" ")).join(" \\\n  ")}\n`;
}

function writeAddress({ operation, parameters }: RequestSample): string {
  const list = parameters.map(({ parameter }) => toEntry(parameter));
  const params = { path: select(parameters, "path"), query: select(parameters, "query") };
  const described = { method: operation.method, path: operation.path, idempotent: true, responses: {} };
  return writeUrl({ ...described, requestBody: undefined, parameters: list }, params, findAddress(operation));
}

function toEntry({ name, in: location, required, style, explode, allowReserved, content }: Parameter) {
  const plain = { name, in: location, required, style, explode, allowReserved, validate: undefined };
  return content === undefined ? plain : { ...plain, contentType: content.mediaType };
}

function select(parameters: RequestSample["parameters"], location: string): Record<string, unknown> {
  const chosen = parameters.filter(({ parameter }) => parameter.in === location);
  return Object.fromEntries(chosen.map(({ parameter, value }) => [parameter.name, value]));
}

/** Header parameters in the style `simple` (OpenAPI 3.1 §4.8.12.2.1), and cookies in one field. */
function listHeaders({ parameters }: RequestSample): readonly (readonly [string, string])[] {
  const headers = Object.entries(select(parameters, "header")).map(
    ([name, value]) => [name, writeSimple(value)] as const,
  );
  const cookies = Object.entries(select(parameters, "cookie")).map(
    ([name, value]) => `${name}=${encodeURIComponent(writeSimple(value))}`,
  );
  return cookies.length === 0 ? headers : [...headers, ["Cookie", cookies.join("; ")]];
}

function writeSimple(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(",");
  return isRecord(value) ? Object.entries(value).flat().map(String).join(",") : String(value);
}

/** A credential in the query stands as it is, for the shell to replace. */
function addQuery(url: string, query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${value}`);
  return pairs.length === 0 ? url : `${url}${url.includes("?") ? "&" : "?"}${pairs.join("&")}`;
}

function writeBody(mediaType: string, value: unknown): readonly (readonly string[])[] {
  const essence = readEssence(mediaType);
  if (isRecord(value) && essence.startsWith("multipart/")) return writeFields("--form-string", value);
  if (isRecord(value) && essence === "application/x-www-form-urlencoded")
    return writeFields("--data-urlencode", value);
  const text = typeof value === "string" && !isJson(mediaType) ? value : writeJson(value, "  ");
  return [
    ["--header", quote(`Content-Type: ${mediaType}`)],
    ["--data-raw", quoteData(text)],
  ];
}

function writeFields(
  option: string,
  fields: Readonly<Record<string, unknown>>,
): readonly (readonly string[])[] {
  return Object.entries(fields).map(([name, value]) => [
    option,
    quoteData(`${name}=${typeof value === "object" ? JSON.stringify(value) : String(value)}`),
  ]);
}

/** In double quotes, in which a shell puts the credential, where nothing else of the text means anything to it. */
function quote(text: string, secret?: string): string {
  const parts = secret === undefined ? [text] : text.split(secret);
  if (parts.every((part) => /^[^$`"\\!]*$/.test(part))) return `"${text}"`;
  return parts.map((part) => (part === "" ? "" : quoteData(part))).join(`"${secret}"`);
}

/** In single quotes, which keep all but themselves. */
function quoteData(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
