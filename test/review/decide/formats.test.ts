import { expect, test } from "vitest";
import { FORMATS } from "../../../scripts/review/decide/formats.js";

test("every format of texts has samples that it takes (+) and such that it refuses (-)", () => {
  const signs = Object.entries(FORMATS)
    .filter(([, { type }]) => type === "string")
    .map(([name, format]) => [
      name,
      format.samples?.map((sample) => (format.test?.(sample) ? "+" : "-")).join(""),
    ]);
  expect(Object.fromEntries(signs)).toEqual({
    byte: "+--",
    date: "++--",
    "date-time": "++--",
    duration: "+++-",
    email: "++---",
    hostname: "++---",
    "idn-email": "++-",
    "idn-hostname": "++-",
    ipv4: "+---",
    ipv6: "++--",
    iri: "+-",
    "iri-reference": "+-",
    "json-pointer": "++--",
    regex: "+-+",
    "relative-json-pointer": "++-",
    time: "++--",
    uri: "++---",
    "uri-reference": "++--",
    "uri-template": "++-",
    uuid: "+--",
  });
});

test("no sample is empty but one: a JSON Pointer to the whole", () => {
  const empty = Object.entries(FORMATS).filter(([, { samples }]) => samples?.includes(""));
  expect(empty.map(([name]) => name)).toEqual(["json-pointer"]);
});
