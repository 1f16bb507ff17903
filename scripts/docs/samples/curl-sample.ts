import { chooseWriter } from "../../../src/wire/parameter/styles.js";
import { writeParameters } from "../../../src/wire/parameter/write-parameters.js";
import { describeCurlBody } from "../../spec/curl-body.js";
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
  const written = writeParameterValues(sample);
  const fields = [
    ...Object.entries(headers),
    ...Object.entries(written.headers).map(([name, text]) => [spell(name, sample), text]),
  ];
  const options = [
    ["--request", operation.method],
    ["--url", quote(addQuery(findAddress(operation) + written.path, query), secret)],
    ...fields.map(([name, value]) => ["--header", quote(`${name}: ${value}`, secret)]),
    ...(body === undefined ? [] : writeBody(body.mediaType, body.value)),
  ];
  return `curl ${options.map((words) => words.join(" ")).join(" \\\n  ")}\n`;
}

/** Path, query, header parameters and cookies as the client writes them. */
function writeParameterValues({ operation, parameters }: RequestSample): ReturnType<typeof writeParameters> {
  const params: Record<string, Record<string, unknown>> = {};
  for (const { parameter, value } of parameters) (params[parameter.in] ??= {})[parameter.name] = value;
  const entries = parameters.map(({ parameter }) => toEntry(parameter));
  return writeParameters({ path: operation.path, parameters: entries }, params, () => undefined);
}

/** The name of a field as the document has it. */
function spell(field: string, { parameters }: RequestSample): string {
  const named = parameters.find(({ parameter }) => parameter.name.toLowerCase() === field);
  return named?.parameter.name ?? (field === "cookie" ? "Cookie" : field);
}

function toEntry({
  name,
  in: location,
  required,
  style,
  explode,
  allowReserved = false,
  content,
}: Parameter) {
  const write = chooseWriter(location, style, content !== undefined);
  const plain = { name, in: location, required, explode, allowReserved, write, validate: undefined };
  return content === undefined ? plain : { ...plain, contentType: content.mediaType };
}

/** A credential in the query stands as it is, for the shell to replace. */
function addQuery(url: string, query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${value}`);
  return pairs.length === 0 ? url : `${url}${url.includes("?") ? "&" : "?"}${pairs.join("&")}`;
}

function writeBody(mediaType: string, value: unknown): readonly (readonly string[])[] {
  const { contentType, data } = describeCurlBody(mediaType, value, (json) => writeJson(json, "  "));
  const header = contentType === undefined ? [] : [["--header", quote(`Content-Type: ${contentType}`)]];
  return [...header, ...data.map(([option, text]) => [option, quoteData(text)])];
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
