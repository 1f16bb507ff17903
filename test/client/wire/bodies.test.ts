// What is sent as a body (OpenAPI 3.1 §4.8.13 to §4.8.15), held to the bytes of the request.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWire, type Described, type Wire } from "./document.js";

const FORM = "application/x-www-form-urlencoded";
const PARTS = "multipart/form-data";
const string = { type: "string" };
const binary = { type: "string", format: "binary" };
const bytes = new Uint8Array([0x89, 0x50, 0x00, 0xff, 0x0d, 0x0a]);
const stream = (...chunks: readonly Uint8Array[]): ReadableStream =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

/** One media type with its schema and the rest of its Media Type Object. */
const take = (mediaType: string, schema: object = {}, rest: object = {}): Described => ({
  method: "post",
  requestBody: { required: true, content: { [mediaType]: { schema, ...rest } } },
});
const choose = (...mediaTypes: readonly string[]): Described => ({
  method: "post",
  requestBody: {
    required: true,
    content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, {}])),
  },
});

type Row = readonly [
  claim: string,
  described: Described,
  input: unknown,
  contentType: string,
  body: string | Uint8Array,
];

const WRITTEN: readonly Row[] = [
  ["JSON", take("application/json"), { a: [1, "ü"] }, "application/json", '{"a":[1,"ü"]}'],
  [
    "JSON by its suffix",
    take("application/merge-patch+json"),
    { a: 1 },
    "application/merge-patch+json",
    '{"a":1}',
  ],
  ["JSON under text", take("text/json"), { a: 1 }, "text/json", '{"a":1}'],
  ["a text as JSON", take("application/json"), 'say "hi"', "application/json", '"say \\"hi\\""'],

  [
    "a form of plain values",
    take(FORM),
    { a: "1 2&3=4+ü", b: true, c: 5n, d: null, e: undefined },
    FORM,
    "a=1+2%263%3D4%2B%C3%BC&b=true&c=5&d=",
  ],
  ["a form with a date", take(FORM), { at: new Date(0) }, FORM, "at=1970-01-01T00%3A00%3A00.000Z"],
  ["a form with arrays: a pair for each item", take(FORM), { a: [1, null, "b"], none: [] }, FORM, "a=1&a=b"],
  [
    "a form with an object: JSON",
    take(FORM),
    { a: { zip: "9+1" }, b: [{ c: 1 }] },
    FORM,
    "a=%7B%22zip%22%3A%229%2B1%22%7D&b=%7B%22c%22%3A1%7D",
  ],
  ["a form with names of any kind", take(FORM), { "a[b]": 1, ü: 2 }, FORM, "a%5Bb%5D=1&%C3%BC=2"],
  [
    "a form of a style: deepObject",
    take(FORM, {}, { encoding: { a: { style: "deepObject", explode: true } } }),
    { a: { b: [1, 2], c: { d: "x y" } }, e: [1] },
    FORM,
    "a%5Bb%5D%5B0%5D=1&a%5Bb%5D%5B1%5D=2&a%5Bc%5D%5Bd%5D=x+y&e=1",
  ],
  [
    "a form of a style: not exploded",
    take(FORM, {}, { encoding: { a: { explode: false } } }),
    { a: [1, "x y"], b: 1 },
    FORM,
    "a=1,x+y&b=1",
  ],
  [
    "a form of a style: an exploded object",
    take(FORM, {}, { encoding: { a: { style: "form" } } }),
    { a: { b: 1, c: 2 } },
    FORM,
    "b=1&c=2",
  ],
  [
    "a form of a style: spaceDelimited",
    take(FORM, {}, { encoding: { a: { style: "spaceDelimited" } } }),
    { a: [1, 2] },
    FORM,
    "a=1+2",
  ],
  [
    "a form of a style: pipeDelimited",
    take(FORM, {}, { encoding: { a: { style: "pipeDelimited" } } }),
    { a: [1, 2] },
    FORM,
    "a=1%7C2",
  ],
  [
    "a form with reserved signs",
    take(FORM, {}, { encoding: { a: { allowReserved: true } } }),
    { a: "http://a/?b", c: "/" },
    FORM,
    "a=http://a/?b&c=%2F",
  ],
  [
    "a form with a media type of a property",
    take(FORM, {}, { encoding: { a: { contentType: "application/json" } } }),
    { a: "x" },
    FORM,
    "a=%22x%22",
  ],
  ["a form in a charset", take(`${FORM}; charset=utf-8`), { a: "ü" }, `${FORM}; charset=utf-8`, "a=%C3%BC"],
  [
    "URLSearchParams",
    take(FORM),
    new URLSearchParams([
      ["a", "1"],
      ["a", "2 3"],
    ]),
    FORM,
    "a=1&a=2+3",
  ],
  ["a form as text", take(FORM), "a=1", FORM, "a=1"],

  ["a text as it is", take("text/plain", string), 'say "hi" ü', "text/plain", 'say "hi" ü'],
  ["a number as text", take("text/plain", { type: "integer" }), 5, "text/plain", "5"],
  [
    "a text in Latin-1",
    take("text/plain; charset=iso-8859-1", string),
    "ü",
    "text/plain; charset=iso-8859-1",
    new Uint8Array([0xfc]),
  ],
  [
    "a text of letters in any charset",
    take("text/plain; charset=shift_jis", string),
    "a",
    "text/plain; charset=shift_jis",
    "a",
  ],
  ["a text as its bytes", take("text/csv", string), bytes, "text/csv", bytes],
  [
    "XML as text, whatever it stands for",
    take("application/xml", { type: "object" }),
    "<a/>",
    "application/xml",
    "<a/>",
  ],
  [
    "bytes in base64",
    take("application/pdf", { type: "string", contentEncoding: "base64" }),
    "AA==",
    "application/pdf",
    "AA==",
  ],

  ["a Uint8Array", take("application/octet-stream", binary), bytes, "application/octet-stream", bytes],
  [
    "a part of an ArrayBuffer",
    take("application/octet-stream", binary),
    bytes.subarray(1, 3),
    "application/octet-stream",
    bytes.subarray(1, 3),
  ],
  [
    "an ArrayBuffer",
    take("application/octet-stream", binary),
    bytes.slice().buffer,
    "application/octet-stream",
    bytes,
  ],
  [
    "a Blob, whose own type does not count",
    take("application/octet-stream", binary),
    new Blob([bytes], { type: "image/png" }),
    "application/octet-stream",
    bytes,
  ],
  ["a File", take("image/png", {}), new File([bytes], "a.png"), "image/png", bytes],
  [
    "a ReadableStream",
    take("application/zip", binary),
    () => stream(bytes, bytes),
    "application/zip",
    new Uint8Array([...bytes, ...bytes]),
  ],
  ["bytes without a schema", take("application/x-anything", {}), bytes, "application/x-anything", bytes],
  [
    "bytes by contentMediaType",
    take("application/x-anything", { type: "string", contentMediaType: "application/x-anything" }),
    bytes,
    "application/x-anything",
    bytes,
  ],
  ["no bytes", take("application/octet-stream", binary), new Uint8Array(), "application/octet-stream", ""],

  ["a range, of JSON", take("*/*"), { a: 1 }, "application/json", '{"a":1}'],
  ["a range, of bytes without a name", take("*/*"), bytes, "application/octet-stream", bytes],
  [
    "a range, of a Blob with its type",
    take("image/*"),
    new Blob([bytes], { type: "image/png" }),
    "image/png",
    bytes,
  ],
  ["a range of texts", take("text/*", string), "a", "text/plain", "a"],
  ["a range of a suffix", take("application/*+json"), { a: 1 }, "application/json", '{"a":1}'],
  [
    "JSON first, wherever it stands",
    choose("text/plain", "application/json"),
    { a: 1 },
    "application/json",
    '{"a":1}',
  ],
  ["JSON first, also of a text", choose("text/plain", "application/json"), "a", "application/json", '"a"'],
  [
    "bytes are no JSON",
    choose("application/json", "application/octet-stream"),
    bytes,
    "application/octet-stream",
    bytes,
  ],
  [
    "a Blob by its type",
    choose("application/json", "image/png", "image/jpeg"),
    new Blob([bytes], { type: "image/jpeg" }),
    "image/jpeg",
    bytes,
  ],
  [
    "URLSearchParams are a form",
    choose("application/json", FORM),
    new URLSearchParams({ a: "1" }),
    FORM,
    "a=1",
  ],
  ["an object is a form where there is no JSON", choose("text/plain", FORM), { a: 1 }, FORM, "a=1"],
  ["a text is a text where there is no JSON", choose(FORM, "text/plain"), "a", "text/plain", "a"],
];

/** With a choice of the caller's. */
const CHOSEN: readonly (readonly [
  claim: string,
  described: Described,
  body: unknown,
  contentType: string,
  written: string | undefined,
])[] = [
  ["the document's second", choose("application/json", "text/plain"), "a", "text/plain", "a"],
  ["a form instead of JSON", choose("application/json", FORM), { a: [1, 2] }, FORM, "a=1&a=2"],
  ["one of a range", choose("text/*"), "a", "text/markdown", "a"],
  ["JSON of a range", choose("application/*"), { a: 1 }, "application/vnd.x+json", '{"a":1}'],
  ["with a charset", choose("application/json", "text/plain"), "a", "text/plain; charset=utf-8", "a"],
  [
    "one that the document does not have",
    choose("application/json", "text/plain"),
    "a",
    "text/html",
    undefined,
  ],
  ["another than the only one", take("application/json"), { a: 1 }, "text/plain", undefined],
  ["the only one", take("application/json"), { a: 1 }, "application/json", '{"a":1}'],
  ["a range is none", choose("application/json", "text/*"), "a", "text/*", undefined],
];

/** Refused before anything is sent. */
const REFUSED: readonly (readonly [claim: string, described: Described, body: unknown, words: string])[] = [
  ["an object as XML", take("application/xml", { type: "object" }), { a: 1 }, "application/xml"],
  ["an object as text", take("text/plain", string), { a: 1 }, "text/plain"],
  ["an object as bytes", take("application/octet-stream", binary), { a: 1 }, "application/octet-stream"],
  ["a text that its schema refuses", take("text/plain", { type: "string", maxLength: 1 }), "ab", "at most 1"],
  [
    "a text in a charset that is not written",
    take("text/plain; charset=shift_jis", string),
    "ü",
    "give its bytes",
  ],
  [
    "a form that its schema refuses",
    take(FORM, { type: "object", properties: { a: { type: "integer" } } }),
    { a: "x" },
    "integer",
  ],
  ["bytes in a form", take(FORM), { a: bytes }, "cannot hold bytes"],
  ["bytes beside texts in a form", take(FORM), { a: "x", b: bytes, c: "y" }, "cannot hold bytes"],
  ["an array as a form", take(FORM), [1], "must be an object"],
  ["a Blob without a type in a range", take("image/*"), new Blob([bytes]), "give a Blob with its type"],
  ["JSON where only images are", take("image/*"), { a: 1 }, "image/*"],
  ["a stream as a part", take(PARTS), { a: stream() }, "a Blob"],
  [
    "a part that its schema refuses",
    take(PARTS, { type: "object", properties: { a: { type: "integer" } } }),
    { a: new Blob() },
    "integer",
  ],
  ["no body", take(FORM), undefined, "a body is required"],
];

const ALL = [...WRITTEN, ...CHOSEN, ...REFUSED].map(([, described]) => described);
let wire: Wire;
beforeAll(async () => {
  wire = await startWire(ALL);
});
afterAll(async () => wire.close());

describe("a body", () => {
  it.each(
    WRITTEN.map(([claim, , body, contentType, written], index) => ({
      claim,
      body,
      contentType,
      written,
      index,
    })),
  )("$claim", async ({ body, contentType, written, index }) => {
    const { sent, count, result } = await wire.call(index, {
      body: typeof body === "function" ? body() : body,
    });
    expect(result).toBeUndefined();
    expect(count).toBe(1);
    expect(sent?.headers["content-type"]).toBe(contentType);
    expect(sent?.body).toEqual(Buffer.from(written));
  });
});

describe("a body of the caller's choice", () => {
  it.each(
    CHOSEN.map(([claim, , body, contentType, written], at) => ({
      claim,
      body,
      contentType,
      written,
      index: WRITTEN.length + at,
    })),
  )("$claim", async ({ body, contentType, written, index }) => {
    const { sent } = await wire.call(index, { body, contentType });
    const found = sent && [sent.headers["content-type"], sent.body.toString()];
    expect(found).toEqual(written === undefined ? undefined : [contentType, written]);
  });
});

describe("nothing is sent of", () => {
  it.each(
    REFUSED.map(([claim, , body, words], at) => ({
      claim,
      body,
      words,
      index: WRITTEN.length + CHOSEN.length + at,
    })),
  )("$claim", async ({ body, words, index }) => {
    const { count, result } = await wire.call(index, { body });
    expect(count).toBe(0);
    expect(result).toMatchObject({ code: "request_validation", message: expect.stringContaining(words) });
  });
});

/** Parts as they are on the wire, without what stands between them. */
const PARTED: readonly (readonly [
  claim: string,
  described: Described,
  body: unknown,
  parts: readonly string[],
])[] = [
  [
    "texts",
    take(PARTS),
    { a: "b\r\nü", n: 5, t: true, none: undefined, nil: null },
    [
      'Content-Disposition: form-data; name="a"\r\n\r\nb\r\nü',
      'Content-Disposition: form-data; name="n"\r\n\r\n5',
      'Content-Disposition: form-data; name="t"\r\n\r\ntrue',
      'Content-Disposition: form-data; name="nil"\r\n\r\n',
    ],
  ],
  [
    "files",
    take(PARTS, { type: "object", properties: { f: { ...binary, minLength: 3 } }, required: ["f"] }),
    { f: new File(["hi"], 'a"b.txt', { type: "text/plain" }) },
    ['Content-Disposition: form-data; name="f"; filename="a%22b.txt"\r\nContent-Type: text/plain\r\n\r\nhi'],
  ],
  [
    "a Blob and bytes",
    take(PARTS),
    { b: new Blob(["x"]), u: new TextEncoder().encode("y") },
    [
      'Content-Disposition: form-data; name="b"; filename="blob"\r\nContent-Type: application/octet-stream\r\n\r\nx',
      'Content-Disposition: form-data; name="u"; filename="blob"\r\nContent-Type: application/octet-stream\r\n\r\ny',
    ],
  ],
  [
    "arrays: a part for each item",
    take(PARTS, {
      type: "object",
      properties: { f: { type: "array", items: binary }, n: { type: "array", items: { type: "integer" } } },
    }),
    { n: [1, 2], f: [new Blob(["x"], { type: "a/b" }), new File(["y"], "y")] },
    [
      'Content-Disposition: form-data; name="n"\r\n\r\n1',
      'Content-Disposition: form-data; name="n"\r\n\r\n2',
      'Content-Disposition: form-data; name="f"; filename="blob"\r\nContent-Type: a/b\r\n\r\nx',
      'Content-Disposition: form-data; name="f"; filename="y"\r\nContent-Type: application/octet-stream\r\n\r\ny',
    ],
  ],
  [
    "objects: JSON",
    take(PARTS),
    { o: { a: [1, 2n] } },
    ['Content-Disposition: form-data; name="o"\r\nContent-Type: application/json\r\n\r\n{"a":[1,2]}'],
  ],
  [
    "the document's media types and headers",
    take(
      PARTS,
      {},
      {
        encoding: {
          a: { contentType: "text/csv" },
          f: {
            contentType: "image/png, image/jpeg",
            headers: {
              "X-One": { schema: { const: 1 } },
              "X-Usual": { schema: { default: "a" } },
              "X-Only": { schema: { enum: ["b"] } },
              "X-Any": { schema: string },
              "X-Broken": { schema: { const: "a\r\nX-More: b" } },
            },
          },
          t: { contentType: "application/json" },
          o: { contentType: "application/merge-patch+json", headers: { "X-One": { schema: { const: 1 } } } },
        },
      },
    ),
    { a: "1,2", f: new Blob(["x"], { type: "image/jpeg" }), t: "x", o: { b: 1 } },
    [
      'Content-Disposition: form-data; name="a"\r\nContent-Type: text/csv\r\n\r\n1,2',
      'Content-Disposition: form-data; name="f"; filename="blob"\r\nContent-Type: image/jpeg\r\nX-One: 1\r\nX-Usual: a\r\nX-Only: b\r\n\r\nx',
      'Content-Disposition: form-data; name="t"\r\nContent-Type: application/json\r\n\r\n"x"',
      'Content-Disposition: form-data; name="o"\r\nContent-Type: application/merge-patch+json\r\nX-One: 1\r\n\r\n{"b":1}',
    ],
  ],
  [
    "the document's styles",
    take(PARTS, {}, { encoding: { a: { style: "deepObject", explode: true } } }),
    { a: { b: "ü", c: [1] } },
    [
      'Content-Disposition: form-data; name="a[b]"\r\n\r\nü',
      'Content-Disposition: form-data; name="a[c][0]"\r\n\r\n1',
    ],
  ],
  [
    "a FormData",
    take(PARTS, { type: "object", properties: { n: { type: "integer" } } }),
    () => {
      const form = new FormData();
      form.append("n", "1");
      form.append("n", "2");
      form.append("f", new File(["x"], "x.txt", { type: "text/plain" }));
      return form;
    },
    [
      'Content-Disposition: form-data; name="n"\r\n\r\n1',
      'Content-Disposition: form-data; name="n"\r\n\r\n2',
      'Content-Disposition: form-data; name="f"; filename="x.txt"\r\nContent-Type: text/plain\r\n\r\nx',
    ],
  ],
  ["nothing", take(PARTS), {}, []],
];

describe("a form of parts", () => {
  let parted: Wire;
  beforeAll(async () => {
    parted = await startWire([
      ...PARTED.map(([, described]) => described),
      choose("application/json", PARTS),
      take("multipart/mixed"),
    ]);
  });
  afterAll(async () => parted.close());

  it.each(PARTED.map(([claim, , body, parts], index) => ({ claim, body, parts, index })))(
    "$claim",
    async ({ body, parts, index }) => {
      const { sent, result } = await parted.call(index, { body: typeof body === "function" ? body() : body });
      expect(result).toBeUndefined();
      const [, boundary = ""] =
        /^multipart\/form-data; boundary=(\S+)$/.exec(sent?.headers["content-type"] ?? "") ?? [];
      const written = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("");
      expect(sent?.body.toString()).toBe(`${written}--${boundary}--\r\n`);
    },
  );

  it.each([
    ["is chosen by a FormData", PARTED.length, new FormData(), "multipart/form-data; boundary="],
    ["may have another name", PARTED.length + 1, { a: 1 }, "multipart/mixed; boundary="],
  ])("%s", async (_, index, body, contentType) => {
    const { sent } = await parted.call(index, { body });
    expect(sent?.headers["content-type"]).toContain(contentType);
  });
});

describe("a stream", () => {
  it("is sent once, and no second time after a failure that another body is sent again after", async () => {
    const idempotent = { "x-idempotent": true, ...take("application/octet-stream") };
    const once = await startWire([idempotent]);
    const answer = { status: 503, headers: { "retry-after": "0" } };
    const again = await once.call(0, { body: bytes, maxRetries: 1 }, answer);
    const streamed = await once.call(0, { body: stream(bytes), maxRetries: 1 }, answer);
    await once.close();
    expect([again.count, streamed.count]).toEqual([2, 1]);
    expect(streamed.result).toMatchObject({ code: "api", status: 503 });
  });
});
