import { createQuerySerializer } from "openapi-fetch";
import type { ValidationIssue } from "../generated/runtime.js";
import { isJson } from "./answer.js";
import type { Operation, Parameter } from "./operation.js";

type Params = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** The parts of an input that the document speaks of. */
export type Payload = { readonly body?: unknown; readonly params?: Params | undefined };

/** What openapi-fetch needs to write the request, and what is wrong with it: it is sent only when `issues` is empty. */
export type Prepared = {
  readonly issues: readonly ValidationIssue[];
  readonly path: string;
  readonly init: { readonly headers?: Readonly<Record<string, string>>; readonly [option: string]: unknown };
};

export function prepareRequest(operation: Operation, { body, params = {} }: Payload): Prepared {
  const { path, parameters } = operation;
  const written = prepareBody(operation, body);
  const issues = parameters.flatMap((parameter) => checkParameter(parameter, params));
  const querySerializer = (query: Readonly<Record<string, unknown>>): string => writeQuery(parameters, query);
  return {
    issues: [...issues, ...findStrangers(parameters, params), ...written.issues],
    path: parameters.reduce(writeTemplate, path),
    init: { params, querySerializer, ...written.init },
  };
}

/** JSON is written once, and what was written is what is validated: no getter or toJSON can make them differ. */
function prepareBody({ requestBody }: Operation, body: unknown): Pick<Prepared, "issues" | "init"> {
  if (!requestBody || body === undefined) {
    const isWrong = requestBody?.required ?? body !== undefined;
    return {
      issues: isWrong ? [problem(requestBody ? "a body is needed" : "no body is taken", [])] : [],
      init: {},
    };
  }
  const types = Object.entries(requestBody.content);
  const [mediaType = "", validate] = types.find(([type]) => isJson(type)) ?? types[0] ?? [];
  const text = isJson(mediaType) && JSON.stringify(body);
  return {
    issues: validate?.(text ? JSON.parse(text) : body) ?? [],
    init: {
      headers: { "content-type": mediaType },
      body: text || body,
      // A form is written by openapi-fetch; anything else travels as it is.
      ...(!/urlencoded/.test(mediaType) && { bodySerializer: (written: unknown) => written }),
    },
  };
}

function checkParameter(
  { in: place, name, required, validate }: Parameter,
  params: Params,
): readonly ValidationIssue[] {
  const value = params[place]?.[name];
  const at = ["params", place, name];
  if (value === undefined) return required ? [problem("is needed", at)] : [];
  // A URL takes a segment of dots as a step up, escaped or not (URL standard, "double-dot URL path segment").
  if (place === "path" && /^\.{0,2}$/.test(String(value))) return [problem("is no path segment", at)];
  return (validate?.(value) ?? []).map((issue) => ({ ...issue, path: [...at, ...issue.path] }));
}

/** A name that the document does not have would be dropped, or sent, in silence. */
function findStrangers(parameters: readonly Parameter[], params: Params): readonly ValidationIssue[] {
  return Object.entries(params).flatMap(([place, values]) =>
    Object.keys(values ?? {})
      .filter((name) => !parameters.some((parameter) => parameter.in === place && parameter.name === name))
      .map((name) => problem("is not taken", ["params", place, name])),
  );
}

/** openapi-fetch reads the style from the template, as RFC 6570 writes it: `{;name*}`. */
function writeTemplate(path: string, { name, style, explode }: Parameter): string {
  const sign = { label: ".", matrix: ";" }[style] ?? "";
  return path.replace(`{${name}}`, `{${sign}${name}${explode ? "*" : ""}}`);
}

function writeQuery(parameters: readonly Parameter[], query: Readonly<Record<string, unknown>>): string {
  const known = parameters.filter((parameter) => parameter.in === "query");
  const parts = known.map(({ name, style, explode, allowReserved = false, contentType }) => {
    const value = query[name];
    // The document's style is any of openapi-fetch's; its types tell arrays and objects apart, a parameter does not.
    const how = { style: style as "form", explode };
    const write = createQuerySerializer({ array: how, object: how, allowReserved });
    return write({ [name]: contentType ? JSON.stringify(value) : value });
  });
  return parts.filter(Boolean).join("&");
}

function problem(message: string, path: readonly string[]): ValidationIssue {
  return { message, path, keyword: "", keywordLocation: "" };
}
