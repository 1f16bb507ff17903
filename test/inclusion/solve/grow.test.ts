import { describe, expect, test } from "vitest";
import { growTexts } from "../../../scripts/inclusion/solve/grow.js";
import { FORMATS } from "../../../scripts/review/decide/formats.js";

const grow = (samples: readonly unknown[], min: number, max = Infinity) => [
  ...growTexts(samples, { min, max }),
];

describe("samples are filled up", () => {
  test.each([
    ["at the end, at the beginning and behind the first sign", grow(["xy"], 3), ["xya", "xy.", "axy", ".xy", "xay", "x.y"]],
    ["to the greatest length as well", grow(["x"], 2, 3).map(({ length }) => length), [2, 2, 2, 2, 3, 3, 3, 3]],
    ["by labels of a domain where one begins", grow(["u@d"], 66).filter((text) => text.startsWith("u@a.")), [`u@a.${"a".repeat(60)}.d`]],
    ["in code points", grow(["😀"], 2).map((text) => [...text].length), [2, 2, 2, 2]],
    ["not where they are long enough", grow(["xyz"], 2, 3), []],
    ["not beyond what is worth a try", grow(["x"], 0, 10_001), []],
    ["unless they are no texts", grow([1, null], 3), []],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected)); // prettier-ignore

  test.each(["email", "idn-email", "hostname", "idn-hostname", "uri", "uri-reference", "iri", "iri-reference", "json-pointer", "uri-template"])(
    "and some have the format %s still, of any length up to what it allows",
    (name) => {
      const { test: has, samples = [] } = FORMATS[name] ?? {};
      const lengths = [30, 64, 100, 180, 250];
      expect(lengths.filter((length) => !grow(samples, length).some((text) => has?.(text)))).toEqual([]);
    },
  ); // prettier-ignore
});
