import { createQuerySerializer } from "openapi-fetch";
import type { ValidationIssue } from "../generated/runtime.js";
import { isJson } from "./media-type.js";
import type { Operation, Parameter } from "./operation.js";

type Params = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** The parts of an input that the document speaks of. */
export type Payload = { readonly body?: unknown; readonly params?: Params | undefined };

/** What openapi-fetch needs to write the request, and what is wrong with it: nothing is sent unless `issues` is empty. */
export type Prepared = {
  readonly issues: readonly ValidationIssue[];
  readonly path: string;
  readonly init: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
};

export function prepareRequest(operation: Operation, { body, params = {} }: Payload): Prepared {
  const { path, parameters } = operation;
  const written = prepareBody(operation, body);
  const cookie = Object.entries(params["cookie"] ?? {}).map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value))}`,
  );
  return {
    issues: [
      ...parameters.flatMap((parameter) => checkParameter(parameter, params)),
      ...findStrangers(parameters, params),
      ...written.issues,
    ],
    path: parameters.reduce(writeTemplate, path),
    init: {
      ...written.init,
      params: { path: params["path"], header: params["header"], query: params["query"] },
      querySerializer: (query: Readonly<Record<string, unknown>>) => writeQuery(parameters, query),
    },
    headers: { ...written.headers, ...(cookie.length > 0 && { cookie: cookie.join("; ") }) },
  };
}

type PreparedBody = Pick<Prepared, "issues" | "init"> & Partial<Pick<Prepared, "headers">>;

/** JSON is written once, and what was written is what is validated: no getter or toJSON can make them differ. */
function prepareBody({ requestBody }: Operation, body: unknown): PreparedBody {
  if (body === undefined)
    return { issues: requestBody?.required ? [problem("a body is needed", "required")] : [], init: {} };
  if (!requestBody) return { issues: [problem("this operation takes no body", "properties")], init: {} };
  const [mediaType = "application/json", validate] =
    Object.entries(requestBody.content).toSorted(([a], [b]) => Number(isJson(b)) - Number(isJson(a)))[0] ??
    [];
  const headers = { "content-type": mediaType };
  if (!isJson(mediaType)) return { issues: validate?.(body) ?? [], init: { body }, headers };
  const text = writeJson(body);
  if (text === undefined) return { issues: [problem("cannot be written as JSON", "type")], init: {} };
  return {
    issues: validate?.(JSON.parse(text)) ?? [],
    init: { body: text, bodySerializer: String },
    headers,
  };
}

function writeJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function checkParameter(
  { in: place, name, required, validate }: Parameter,
  params: Params,
): readonly ValidationIssue[] {
  const value = params[place]?.[name];
  const at = ["params", place, name];
  if (value === undefined) return required ? [problem("is needed", "required", at)] : [];
  // A URL takes a segment of dots as a step up, escaped or not (URL standard, "double-dot URL path segment").
  if (place === "path" && /^\.\.?$/.test(String(value)))
    return [problem("must not be . or ..", "pattern", at)];
  return (validate?.(value) ?? []).map((issue) => ({ ...issue, path: [...at, ...issue.path] }));
}

/** A name that the document does not have would be dropped, or sent, in silence. */
function findStrangers(parameters: readonly Parameter[], params: Params): readonly ValidationIssue[] {
  const known = new Set(parameters.map((parameter) => `${parameter.in} ${parameter.name}`));
  return Object.entries(params).flatMap(([place, values]) =>
    Object.keys(values ?? {})
      .filter((name) => !known.has(`${place} ${name}`))
      .map((name) =>
        problem("is not a parameter of this operation", "additionalProperties", ["params", place, name]),
      ),
  );
}

/** openapi-fetch reads the style from the template, as RFC 6570 writes it: `{;name*}`. */
function writeTemplate(path: string, { in: place, name, style, explode }: Parameter): string {
  const sign = style === "label" ? "." : style === "matrix" ? ";" : "";
  return place === "path" ? path.replace(`{${name}}`, `{${sign}${name}${explode ? "*" : ""}}`) : path;
}

function writeQuery(parameters: readonly Parameter[], query: Readonly<Record<string, unknown>>): string {
  const parts = parameters
    .filter((parameter) => parameter.in === "query")
    .map((parameter) => {
      const { name, style, explode, allowReserved = false, contentType } = parameter;
      const value = contentType ? JSON.stringify(query[name]) : query[name];
      // The document's style is any of openapi-fetch's; its types tell arrays and objects apart, a parameter does not.
      const how = { style: style as "form", explode };
      return createQuerySerializer({ array: how, object: how, allowReserved })({ [name]: value });
    });
  return parts.filter((part) => part !== "").join("&");
}

function problem(message: string, keyword: string, path: readonly string[] = []): ValidationIssue {
  return { message, path, keyword, keywordLocation: "" };
}
