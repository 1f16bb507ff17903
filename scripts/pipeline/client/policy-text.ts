import { readFile } from "node:fs/promises";
import type { Policy } from "../../../src/policy.js";
import type { SourceText } from "../source-text.js";

const SOURCE = new URL("../../../src/policy.ts", import.meta.url);

/** What stands under the words for each field. */
const EXAMPLES = {
  userAgent: '"my-app/1.0"',
  keyVariable: '"MY_API_KEY"',
  keyPrefixes: '["sk_live_", "sk_test_"]',
  wrongKeys: '{ pk_: "must be a secret key (sk_), not a public one (pk_)" }',
  secretNames: '["pin"]',
  rateLimit: "{ requests: 100, windowMs: 60_000, blockMs: 60_000 }",
  successField: '"ok"',
  failureFields: '{ "application/problem+json": ["title", "detail"], default: ["message"] }',
} as const satisfies Readonly<Record<keyof Policy, SourceText>>;

/** The text of policy.ts, which is written once: every field with its words, none of them set. */
export async function renderPolicy(): Promise<SourceText> {
  const words = readWords((await readFile(SOURCE, "utf8")).replaceAll("\r\n", "\n"));
  const fields = Object.entries(EXAMPLES).map(
    ([name, example]) => `  // ${words.get(name) ?? ""}\n  // ${name}: ${example},\n`,
  );
  return `// What this API has made known of itself beside its document. The file is yours: it is written once, and never over.

import type { Policy } from "./client/policy.js";

/** Plain data, all of it optional: what is left out is safe for any API. */
export const policy: Policy = {
${fields.join("\n")}};
`;
}

/** The one line above each field. */
function readWords(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/\/\*\* (.*) \*\/\n  readonly (\w+)\?:/g);
  return new Map([...found].map(([, words = "", name = ""]) => [name, words]));
}
