// The tables of styles of OpenAPI 3.0.4 §4.7.12.3 and 3.1.1 §4.8.12.3, and what RFC 6570 and RFC 3986 say beyond them: a
// row of the table is a row here, held to the bytes of the request.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWire, type Described, type Wire } from "./document.js";

const list = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

/** A parameter named color, its value, and the end of the request's target. */
type Row = readonly [
  place: string,
  style: string,
  explode: boolean | undefined,
  value: unknown,
  written: string,
];

const PATHS: readonly Row[] = [
  ["path", "matrix", false, null, "/;color"],
  ["path", "matrix", false, "", "/;color"],
  ["path", "matrix", false, "blue", "/;color=blue"],
  ["path", "matrix", false, list, "/;color=blue,black,brown"],
  ["path", "matrix", false, object, "/;color=R,100,G,200,B,150"],
  ["path", "matrix", true, null, "/;color"],
  ["path", "matrix", true, "blue", "/;color=blue"],
  ["path", "matrix", true, list, "/;color=blue;color=black;color=brown"],
  ["path", "matrix", true, object, "/;R=100;G=200;B=150"],
  ["path", "label", false, "blue", "/.blue"],
  ["path", "label", false, list, "/.blue,black,brown"],
  ["path", "label", false, object, "/.R,100,G,200,B,150"],
  ["path", "label", true, "blue", "/.blue"],
  ["path", "label", true, list, "/.blue.black.brown"],
  ["path", "label", true, object, "/.R=100.G=200.B=150"],
  ["path", "simple", false, "blue", "/blue"],
  ["path", "simple", false, list, "/blue,black,brown"],
  ["path", "simple", false, object, "/R,100,G,200,B,150"],
  ["path", "simple", true, "blue", "/blue"],
  ["path", "simple", true, list, "/blue,black,brown"],
  ["path", "simple", true, object, "/R=100,G=200,B=150"],
];
const QUERIES: readonly Row[] = [
  ["query", "form", false, null, "?color="],
  ["query", "form", false, "", "?color="],
  ["query", "form", false, "blue", "?color=blue"],
  ["query", "form", false, list, "?color=blue,black,brown"],
  ["query", "form", false, object, "?color=R,100,G,200,B,150"],
  ["query", "form", true, null, "?color="],
  ["query", "form", true, "blue", "?color=blue"],
  ["query", "form", true, list, "?color=blue&color=black&color=brown"],
  ["query", "form", true, object, "?R=100&G=200&B=150"],
  ["query", "spaceDelimited", false, list, "?color=blue%20black%20brown"],
  ["query", "spaceDelimited", false, object, "?color=R%20100%20G%20200%20B%20150"],
  ["query", "pipeDelimited", false, list, "?color=blue%7Cblack%7Cbrown"],
  ["query", "pipeDelimited", false, object, "?color=R%7C100%7CG%7C200%7CB%7C150"],
  ["query", "deepObject", true, object, "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
];
/** What the table leaves open, as it is decided here. */
const DECIDED: readonly Row[] = [
  ["query", "form", undefined, list, "?color=blue&color=black&color=brown"],
  ["query", "spaceDelimited", undefined, list, "?color=blue%20black%20brown"],
  ["query", "spaceDelimited", true, list, "?color=blue&color=black&color=brown"],
  ["query", "pipeDelimited", true, list, "?color=blue&color=black&color=brown"],
  ["query", "deepObject", undefined, object, "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
  ["query", "deepObject", true, "blue", "?color=blue"],
  [
    "query",
    "deepObject",
    true,
    { a: { b: [1, { c: 2 }], d: null }, e: undefined, f: [], g: {} },
    "?color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D%5Bc%5D=2&color%5Ba%5D%5Bd%5D=",
  ],
  ["query", "form", true, [], ""],
  ["query", "form", false, [], ""],
  ["query", "form", false, {}, ""],
  ["query", "form", true, ["a", null, "b"], "?color=a&color=b"],
  ["query", "form", false, { a: undefined, b: null, c: 1 }, "?color=c,1"],
  ["query", "form", true, [{ a: "b c" }], "?color=%7B%22a%22%3A%22b%20c%22%7D"],
  ["query", "form", true, undefined, ""],
  ["query", "form", true, true, "?color=true"],
  ["query", "form", true, new Date(0), "?color=1970-01-01T00%3A00%3A00.000Z"],
  ["query", "form", true, 12345678901234567890n, "?color=12345678901234567890"],
  [
    "query",
    "deepObject",
    true,
    { at: new Date(0), of: 2n ** 64n },
    "?color%5Bat%5D=1970-01-01T00%3A00%3A00.000Z&color%5Bof%5D=18446744073709551616",
  ],
  ["query", "form", true, "ü 😀", "?color=%C3%BC%20%F0%9F%98%80"],
  ["query", "form", true, "\ud800", "?color=%EF%BF%BD"],
  [
    "query",
    "form",
    true,
    "-._~!'()*:/?#[]@$&+,;=%20|^",
    "?color=-._~%21%27%28%29%2A%3A%2F%3F%23%5B%5D%40%24%26%2B%2C%3B%3D%2520%7C%5E",
  ],
  ["query", "form", false, ["a,b", "c"], "?color=a%2Cb,c"],
  ["query", "pipeDelimited", false, ["a|b", "c"], "?color=a%7Cb%7Cc"],
  ["path", "simple", false, "a/b?c#d", "/a%2Fb%3Fc%23d"],
  ["path", "simple", false, "..b", "/..b"],
  ["path", "simple", false, "%2e%2e", "/%252e%252e"],
  ["path", "simple", false, 5n, "/5"],
];
const ROWS = [...PATHS, ...QUERIES, ...DECIDED];

const describeRow = ([place, style, explode]: Row): Described => ({
  path: place === "path" ? "/{color}" : "",
  parameters: [{ in: place, name: "color", required: place === "path", style, explode, schema: {} }],
});

/** More than one parameter, or other fields than a style. */
type Case = readonly [
  claim: string,
  described: Described,
  params: object | undefined,
  line: string,
  headers?: object,
];

const any = { schema: {} };
const json = { content: { "application/json": { schema: {} } } };
const CASES: readonly Case[] = [
  [
    "several, each with its own style",
    {
      parameters: [
        { in: "query", name: "a", ...any },
        { in: "query", name: "b", style: "deepObject", ...any },
        { in: "query", name: "c", explode: false, ...any },
      ],
    },
    { query: { c: [1, 2], b: { x: 1 }, a: "1" } },
    "?a=1&b%5Bx%5D=1&c=1,2",
  ],
  [
    "a name that is no variable of RFC 6570",
    {
      parameters: [
        { in: "query", name: "filter[a b]", ...any },
        { in: "query", name: "❤️", ...any },
      ],
    },
    { query: { "filter[a b]": "x", "❤️": "love!" } },
    "?filter%5Ba%20b%5D=x&%E2%9D%A4%EF%B8%8F=love%21",
  ],
  [
    "allowReserved leaves what a query may hold",
    { parameters: [{ in: "query", name: "a", allowReserved: true, ...any }] },
    { query: { a: ":/?@!$()*,;=-._~ü %2B^" } },
    "?a=:/?@!$()*,;=-._~%C3%BC%20%2B%5E",
  ],
  [
    "allowReserved lets nothing out of the value",
    { parameters: [{ in: "query", name: "a", allowReserved: true, ...any }] },
    { query: { a: "a&b=c#d+e[f]" } },
    "?a=a%26b=c%23d%2Be%5Bf%5D",
  ],
  [
    "allowReserved counts for each item and member",
    { parameters: [{ in: "query", name: "a", style: "deepObject", allowReserved: true, ...any }] },
    { query: { a: { "x/y": "x/y" } } },
    "?a%5Bx%2Fy%5D=x/y",
  ],
  [
    "a value as JSON in the query",
    { parameters: [{ in: "query", name: "a", ...json }] },
    { query: { a: { b: ["ü"], c: undefined, d: 2n ** 64n } } },
    "?a=%7B%22b%22%3A%5B%22%C3%BC%22%5D%2C%22d%22%3A18446744073709551616%7D",
  ],
  [
    "a text as JSON has quotes",
    { parameters: [{ in: "query", name: "a", ...json }] },
    { query: { a: "b" } },
    "?a=%22b%22",
  ],
  [
    "a value as another media type is its text",
    { parameters: [{ in: "query", name: "a", content: { "text/plain": any } }] },
    { query: { a: "b c" } },
    "?a=b%20c",
  ],
  [
    "a value as JSON in the path",
    { path: "/{a}", parameters: [{ in: "path", name: "a", required: true, ...json }] },
    { path: { a: { b: 1 } } },
    "/%7B%22b%22%3A1%7D",
  ],
  [
    "one name in two places",
    {
      path: "/{id}",
      parameters: [
        { in: "path", name: "id", required: true, explode: false, ...any },
        { in: "query", name: "id", style: "deepObject", ...any },
        { in: "header", name: "id", ...any },
      ],
    },
    { path: { id: { x: 1 } }, query: { id: { y: 2 } }, header: { id: "z" } },
    "/x,1?id%5By%5D=2",
    { id: "z" },
  ],
  [
    "one name in two places, of which one is given",
    {
      path: "/{id}",
      parameters: [
        { in: "path", name: "id", required: true, ...any },
        { in: "query", name: "id", ...any },
      ],
    },
    { path: { id: 7 } },
    "/7",
  ],
  [
    "text beside a parameter in a segment",
    {
      path: "/{a}.{b}:run",
      parameters: [
        { in: "path", name: "a", required: true, ...any },
        { in: "path", name: "b", required: true, ...any },
      ],
    },
    { path: { a: "{b}", b: "$&" } },
    "/%7Bb%7D.%24%26:run",
  ],
  [
    "headers are not escaped",
    {
      parameters: [
        { in: "header", name: "X-List", ...any },
        { in: "header", name: "X-Object", explode: true, ...any },
        { in: "header", name: "X-Text", ...any },
        { in: "header", name: "X-None", ...any },
      ],
    },
    { header: { "X-List": ["a b", "c/d"], "X-Object": { R: 1, G: 2 }, "X-Text": true, "X-None": undefined } },
    "",
    { "x-list": "a b,c/d", "x-object": "R=1,G=2", "x-text": "true", "x-none": undefined },
  ],
  [
    "an object in a header, not exploded",
    { parameters: [{ in: "header", name: "X-Object", ...any }] },
    { header: { "X-Object": object } },
    "",
    { "x-object": "R,100,G,200,B,150" },
  ],
  [
    "a header as JSON says in ASCII what it is",
    { parameters: [{ in: "header", name: "X-Json", ...json }] },
    { header: { "X-Json": { a: "ü😀" } } },
    "",
    { "x-json": '{"a":"\\u00fc\\ud83d\\ude00"}' },
  ],
  [
    "Accept, Content-Type and Authorization are no parameters",
    {
      parameters: ["Accept", "content-type", "Authorization"].map((name) => ({
        in: "header",
        name,
        required: true,
        ...any,
      })),
    },
    undefined,
    "",
    { accept: "application/json", authorization: undefined, "content-type": undefined },
  ],
  [
    "cookies",
    {
      parameters: [
        { in: "cookie", name: "sid", ...any },
        { in: "cookie", name: "list", explode: false, ...any },
        { in: "cookie", name: "more", ...any },
      ],
    },
    { cookie: { sid: "a b;c", list: [1, 2], more: [3, 4] } },
    "",
    { cookie: "sid=a%20b%3Bc; list=1,2; more=3; more=4" },
  ],
  ["no cookie", { parameters: [{ in: "cookie", name: "sid", ...any }] }, {}, "", { cookie: undefined }],
];

const ALL = [...ROWS.map(describeRow), ...CASES.map(([, described]) => described)];
let wire: Wire;
beforeAll(async () => {
  wire = await startWire(ALL);
});
afterAll(async () => wire.close());

describe("a value in the style of its parameter", () => {
  it.each(ROWS.map((row, index) => ({ row, index, claim: `${row.slice(0, 3).join(" ")}: ${row[4]}` })))(
    "$claim",
    async ({ row: [place, , , color, written], index }) => {
      const { sent, result } = await wire.call(index, { params: { [place]: { color } } });
      expect(result).toBeUndefined();
      expect(sent?.line).toBe(`GET /${index}${written}`);
    },
  );
});

describe("parameters", () => {
  it.each(
    CASES.map(([claim, , params, line, headers = {}], at) => ({
      claim,
      params,
      line,
      headers,
      index: ROWS.length + at,
    })),
  )("$claim", async ({ params, line, headers, index }) => {
    const { sent, result } = await wire.call(index, { params });
    expect(result).toBeUndefined();
    expect(sent?.line).toBe(`GET /${index}${line}`);
    const names = Object.keys(headers);
    expect(Object.fromEntries(names.map((name) => [name, sent?.headers[name]]))).toEqual(headers);
  });
});

const findPath = (style: string): number => ROWS.findIndex((row) => row[0] === "path" && row[1] === style);

describe("what would leave its place in the path is refused", () => {
  it.each([
    ["simple", ""],
    ["simple", "."],
    ["simple", ".."],
    ["simple", null],
    ["simple", []],
    ["simple", ["", ""].slice(0, 1)],
    ["label", ""],
    ["label", "."],
    ["label", null],
    ["label", {}],
  ])("style %s of %j", async (style, color) => {
    const { count, result } = await wire.call(findPath(style), { params: { path: { color } } });
    expect(count).toBe(0);
    expect(result).toMatchObject({
      code: "request_validation",
      issues: [{ path: ["params", "path", "color"] }],
    });
  });
});
