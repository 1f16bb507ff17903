import { createFinalURL, createQuerySerializer, defaultPathSerializer } from "openapi-fetch";
import type { ValidationIssue } from "../../generated/runtime.js";
import { findNearest } from "../nearest-name.js";
import { isPlain } from "../options.js";
import { orUndefined } from "../or-undefined.js";
import type { Operation, Parameter } from "./operation.js";
import { createIssue, NOT_JSON, type Extras, type Params } from "./request.js";

/** Read once, as JSON reads it: its objects have what was given and nothing else. */
export function readParams({ parameters }: Operation, given: unknown = {}): ReturnType<Extras["readParams"]> {
  // What options.ts has checked to be a plain object.
  const params = orUndefined(
    () => JSON.parse(JSON.stringify({ path: {}, query: {}, ...Object(given) }), isolate) as Params,
  );
  return params
    ? { params, issues: checkParameters(parameters, params) }
    : { params: {}, issues: [createIssue(`params ${NOT_JSON}`, [])] };
}

function isolate(_: string, value: unknown): unknown {
  return isPlain(value) ? Object.assign(Object.create(null), value) : value;
}

/** What is wrong with the values, those of parameters that the operation does not have included. */
export function checkParameters(
  parameters: readonly Parameter[],
  params: Params,
): readonly ValidationIssue[] {
  const issues = parameters.flatMap((parameter) => checkParameter(parameter, params));
  return [...issues, ...findUnknownParameters(parameters, params)];
}

function checkParameter(
  { in: place, name, required, validate }: Parameter,
  params: Params,
): readonly ValidationIssue[] {
  const value = params[place]?.[name];
  const path = ["params", place, name];
  if (value === undefined) return required ? [createIssue("is required", path)] : [];
  // A URL takes a segment of dots as a step up, escaped or not (URL standard, "double-dot URL path segment").
  if (place === "path" && /^\.{0,2}$/.test(String(value)))
    return [createIssue('must not be empty, "." or ".."', path)];
  return (validate?.(value) ?? []).map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

/** A name that the document does not have would be dropped, or sent, in silence. */
function findUnknownParameters(parameters: readonly Parameter[], params: Params): readonly ValidationIssue[] {
  return Object.entries(params).flatMap(([place, values]) =>
    Object.keys(values ?? {})
      .filter((name) => !parameters.some((parameter) => parameter.in === place && parameter.name === name))
      .map((name) => createIssue(explainUnknown(name, parameters), ["params", place, name])),
  );
}

function explainUnknown(name: string, parameters: readonly Parameter[]): string {
  const nearest = findNearest(
    name,
    parameters.map((parameter) => parameter.name),
  );
  const meant = parameters.find((parameter) => parameter.name === nearest);
  return `is not a parameter of this operation${meant ? `; did you mean params.${meant.in}.${meant.name}?` : ""}`;
}

/** The address of a request: the base URL, the path and the query, each value in the style of its parameter. */
export function writeUrl({ path, parameters }: Operation, params: Params, baseUrl: string): string {
  return createFinalURL(parameters.reduce(writeTemplate, path), {
    baseUrl,
    params: { path: params["path"] ?? {}, query: params["query"] ?? {} },
    querySerializer: (query: Readonly<Record<string, unknown>>) => writeQuery(parameters, query),
    pathSerializer: defaultPathSerializer,
  });
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
