import { names, narrowings, rewrites } from "./schema-pairs.js";

export type Case = {
  readonly name: string;
  readonly direction: "request" | "response";
  readonly base: unknown;
  readonly head: unknown;
  readonly wire: "breaks" | "widens" | "same" | "named";
};

/** Every pair both ways and in both directions. */
export const cases: readonly Case[] = [
  ...narrowings.flatMap(([name, wide, narrow]) => [
    toCase(name, "request", wide, narrow, "breaks"),
    toCase(`${name}, back`, "request", narrow, wide, "widens"),
    toCase(name, "response", wide, narrow, "widens"),
    toCase(`${name}, back`, "response", narrow, wide, "breaks"),
  ]),
  ...bothWays(rewrites, "same"),
  ...bothWays(names, "named"),
];

function toCase(
  name: string,
  direction: Case["direction"],
  base: unknown,
  head: unknown,
  wire: Case["wire"],
): Case {
  return { name: `${direction}: ${name}`, direction, base, head, wire };
}

type Pairs = readonly (readonly [name: string, one: unknown, other: unknown])[];

function bothWays(pairs: Pairs, wire: Case["wire"]): Case[] {
  return pairs.flatMap(([name, one, other]) =>
    (["request", "response"] as const).flatMap((direction) => [
      toCase(name, direction, one, other, wire),
      toCase(`${name}, back`, direction, other, one, wire),
    ]),
  );
}

/** Cases that refuse no message and yet stop old code from compiling: a name of a type goes. */
export const typeBreaks: ReadonlySet<string> = new Set([
  "response: a property leaves a closed object",
  "request: a property of an object whose openness is in words, back",
  "response: a property of an object whose openness is in words, back",
  "request: an optional text, back",
  "response: an optional text, back",
  "request: an optional object, back",
  "response: an optional object, back",
  "request: an optional name of a nested object, back",
  "response: an optional name of a nested object, back",
  "request: an optional name of an item, back",
  "response: an optional name of an item, back",
]);

/** One document with an operation for each case: a review starts once for all of them. */
export function toDocument(side: "base" | "head"): string {
  const paths = Object.fromEntries(
    cases.map((each, index) => [`/case${index}`, { post: toOperation(each, each[side], index) }]),
  );
  const info = { title: "pairs", version: "1" };
  return JSON.stringify({ openapi: "3.1.0", info, paths }, undefined, 1);
}

function toOperation({ direction }: Case, schema: unknown, index: number): object {
  const content = { content: { "application/json": { schema } } };
  const isRequest = direction === "request";
  return {
    operationId: `case${index}`,
    ...(isRequest && { requestBody: { required: true, ...content } }),
    responses: { "200": { description: "", ...(!isRequest && content) } },
  };
}
