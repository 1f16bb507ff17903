import type { Issue, Pairs, Parameter } from "./parameter.js";
import { copyValue, toNumbers } from "../value.js";

/** The values of parameters, by where they stand (`path`, `query`, `header`, `cookie`) and by name. */
type Params = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

type Template = { readonly path: string; readonly parameters: readonly Parameter[] };

type Written = {
  readonly issues: readonly Issue[];
  /** What was read of the values. */
  readonly params: Params;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** The one of the names that was probably meant. */
type FindNearest = (name: string, names: readonly string[]) => string | undefined;

/** Checks the values of an operation's parameters, and writes what its request has of them. */
export function writeParameters(template: Template, given: unknown, findNearest: FindNearest): Written {
  const none = { params: {}, path: "", headers: {} };
  let params: Params;
  try {
    params = copyValue(given ?? {}) as Params;
  } catch {
    return {
      ...none,
      issues: [createIssue("params cannot be written: a cycle, or a toJSON that throws", [])],
    };
  }
  const { parameters } = template;
  const texts = parameters.map((parameter) => writeValue(parameter, params));
  const issues = [
    ...parameters.flatMap((parameter, at) => checkParameter(parameter, params, texts[at])),
    ...findUnknownParameters(parameters, params, findNearest),
  ];
  return issues.length > 0 ? { ...none, params, issues } : { params, issues, ...assemble(template, texts) };
}

type Text = string | Pairs | undefined;

function writeValue(parameter: Parameter, params: Params): Text {
  const value = params[parameter.in]?.[parameter.name];
  return value === undefined ? undefined : parameter.write(value, parameter);
}

function checkParameter(
  { in: place, name, required, validate }: Parameter,
  params: Params,
  text: Text,
): readonly Issue[] {
  const value = params[place]?.[name];
  const path = ["params", place, name];
  if (value === undefined) return required ? [createIssue("is required", path)] : [];
  const issues = validate?.(toNumbers(value)) ?? [];
  if (issues.length > 0) return issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  // A URL takes a segment of dots as a step up, escaped or not (URL standard, "double-dot URL path segment").
  const isStep = place === "path" && /^\.{0,2}$/.test(String(text ?? ""));
  return isStep ? [createIssue('must not be empty, "." or ".."', path)] : [];
}

/** A name that the document does not have would be dropped in silence. */
function findUnknownParameters(
  parameters: readonly Parameter[],
  params: Params,
  findNearest: FindNearest,
): readonly Issue[] {
  const isKnown = (place: string, name: string): boolean =>
    parameters.some((parameter) => parameter.in === place && parameter.name === name);
  const explain = (name: string): string => {
    const nearest = findNearest(
      name,
      parameters.map((parameter) => parameter.name),
    );
    const meant = parameters.find((parameter) => parameter.name === nearest);
    return `is not a parameter of this operation${meant ? `; did you mean params.${meant.in}.${meant.name}?` : ""}`;
  };
  return Object.entries(params).flatMap(([place, values]) =>
    Object.keys(values ?? {})
      .filter((name) => !isKnown(place, name))
      .map((name) => createIssue(explain(name), ["params", place, name])),
  );
}

function assemble({ path, parameters }: Template, texts: readonly Text[]): Pick<Written, "path" | "headers"> {
  const listPlaced = (place: string): (readonly [Parameter, Exclude<Text, undefined>])[] =>
    parameters.flatMap((parameter, at) => {
      const text = texts[at];
      return text !== undefined && parameter.in === place ? [[parameter, text] as const] : [];
    });
  const join = (place: string, separator: string): string =>
    listPlaced(place)
      .flatMap(([, pairs]) => (typeof pairs === "string" ? [] : pairs.map((pair) => pair.join("="))))
      .join(separator);
  const values = new Map(listPlaced("path").map(([{ name }, text]) => [name, String(text)]));
  const filled = path.replace(/\{([^{}]*)\}/g, (whole, name: string) => values.get(name) ?? whole);
  const query = join("query", "&");
  const cookie = join("cookie", "; ");
  const headers = listPlaced("header").map(([{ name }, text]) => [name.toLowerCase(), String(text)]);
  if (cookie) headers.push(["cookie", cookie]);
  return {
    path: query ? `${filled}?${query}` : filled,
    headers: Object.fromEntries(headers),
  };
}

/** An issue that no keyword of a schema raised. */
function createIssue(message: string, path: readonly string[]): Issue {
  return { message, path, keyword: "", keywordLocation: "" };
}
