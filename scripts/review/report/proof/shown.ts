import { shorten } from "../../../json/shorten.js";
import type { MessagePart } from "../../differ/message.js";
import type { Change } from "../changes.js";
import type { Counterexample } from "./counterexample.js";
import { excerptJson } from "./excerpt.js";
import { sayProof } from "../phrases.js";

export type Shown = {
  /** What the message is, and why it is refused. */
  readonly words: string;
  readonly language: "sh" | "http" | "json";
  readonly payload: string;
};

type Issue = Counterexample["issues"][number];

/** The longest messages that are shown whole where room is short: a request is there to be sent, a response to be read. */
const MAX_LENGTHS = { request: 2000, response: 500 } as const;

type Room = "short" | "any";

/** All that show a break: of one that breaks both ways, what head refuses first. */
export function proofsOf(change: Change, room: Room = "any"): readonly Shown[] {
  const all = [change, ...(change.second === undefined ? [] : [change.second])];
  return all.flatMap((each) => proofOf(each, room) ?? []);
}

/**
 * The message that shows a break: a command that sends a request, or an answer as it comes. Where room is short, of a
 * long one the part that is refused, with a word on the rest.
 */
function proofOf(
  { counterexample, curl, part }: Pick<Change, "counterexample" | "curl" | "part">,
  room: Room,
): Shown | undefined {
  if (counterexample === undefined) return undefined;
  const { refusedBy, issues } = counterexample;
  const [issue] = issues;
  const isRequest = "request" in counterexample;
  const kind = isRequest ? "request" : "response";
  const title = sayProof({ kind, refusedBy });
  const words = issue === undefined ? title : `${title}: ${sayIssue(issue, part, kind)}`;
  const fields = isRequest ? counterexample.request : counterexample.response;
  const whole = isRequest ? (curl ?? JSON.stringify(fields)) : writeMessage(fields);
  const max = MAX_LENGTHS[kind];
  if (room === "any" || whole.length <= max)
    return { words, language: isRequest ? (curl === undefined ? "json" : "sh") : "http", payload: whole };
  const rest = `(shortened from ${whole.length} characters; --format json has all of it)`;
  return { words, language: "http", payload: `${shorten(writeMessage(fields, issue), max)}\n${rest}` };
}

/** `query parameter "limit" must be at most 9`, `"a[0].b" is required`, `the request body must be an object`. */
function sayIssue(
  { path, message }: Issue,
  part: MessagePart | undefined,
  sentAs: "request" | "response",
): string {
  const { root, whole } = part === undefined ? VALUE : nameRoot(part);
  const name = path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? key : `${text}.${key}`;
  }, root);
  // A name that is missing stands in the message as well.
  const rest = message.startsWith(`${JSON.stringify(path.at(-1))} `)
    ? message.slice(message.indexOf(" ") + 1)
    : message;
  const kind = root === "" ? "" : `${whole} `;
  // Callers of a response ask nothing of it: they miss what is not there.
  const reason = sentAs === "response" && rest === "is required" ? "is missing" : shorten(rest, 100);
  if (name !== "") return `${kind}\`${name.replaceAll("`", "'")}\` ${reason}`;
  return message.startsWith("must ") ? `the ${whole} ${message}` : message;
}

/** How names in a message begin, and what the whole of it is. */
type Root = { readonly root: string; readonly whole: string };

const VALUE: Root = { root: "", whole: "value" };

function nameRoot(part: MessagePart): Root {
  switch (part.kind) {
    case "parameter":
      return { root: part.name, whole: `${part.in} parameter` };
    case "header":
      return { root: part.name, whole: "header" };
    case "body":
      return { root: "", whole: "request body" };
    case "response":
      return { root: "", whole: "response body" };
    case "component":
      return VALUE;
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** As text over HTTP; of the body, where an issue is given, the part that it is about. */
function writeMessage(
  { status, method, path, query, contentType, headers, body }: Fields,
  issue?: Issue,
): string {
  const fields = Object.entries({
    ...(headers as object | undefined),
    ...(contentType !== undefined && { "content-type": contentType }),
  });
  const isText = typeof body === "string" && !String(contentType).includes("json");
  const text = isText ? body : issue === undefined ? JSON.stringify(body) : excerptJson(body, issue.path);
  return [
    status === undefined
      ? `${String(method)} ${String(path)}${writeQuery(query)}`
      : `HTTP/1.1 ${String(status)}`,
    ...fields.map(([name, value]) => `${name}: ${String(value)}`),
    ...(body === undefined ? [] : ["", text]),
  ].join("\n");
}

function writeQuery(query: unknown): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
    [value].flat().map((text): [string, string] => [name, String(text)]),
  );
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs).toString()}`;
}
