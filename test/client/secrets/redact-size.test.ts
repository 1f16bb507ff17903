import { describe, expect, it } from "vitest";
import { JETEMAIL } from "../../../src/jetemail.js";
import { indexSecrets } from "../../../src/secrets/index-secrets.js";
import { redact } from "../../../src/secrets/redact.js";

const RANDOM = "Gk7wQ2xLr9Zt";

const fill = (piece: string): string => piece.repeat(2 ** 24 / piece.length);

// A function that is quadratic in any of these would need hours: 16 million steps for each of 16 million characters.
describe("16 MB are read in one pass, however odd the text and the secret", () => {
  it.each([
    ["a prefix without end", "api_", [RANDOM]],
    ["prefixes without a digit behind them", "api_abcd", [RANDOM]],
    ["the beginning of a secret again and again", RANDOM.slice(0, 8), [RANDOM]],
    ["a secret of one letter", "a", ["a".repeat(2 ** 20)]],
    ["escapes of escapes", "%252525", [RANDOM]],
    ["backslashes", "\\", ["\\".repeat(1000)]],
    ["entities that do not end", "&#x1", [RANDOM]],
    [
      "a secret of 1 MB",
      " ",
      [
        Array.from({ length: 2 ** 16 }, (__, at) => `${at * 7}é"<&\\/`)
          .join("")
          .slice(0, 2 ** 20),
      ],
    ],
  ])(
    "%s",
    (_, piece, secrets) => {
      const text = fill(piece);
      expect(
        redact(`${text} ${secrets[0]}`, indexSecrets(secrets, JETEMAIL.keyPrefixes)).endsWith("[redacted]"),
      ).toBe(true);
    },
    120_000,
  );
});
