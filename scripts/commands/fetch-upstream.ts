import { writeFileSync } from "node:fs";
import { readOptions, UsageError } from "./args.js";

const HELP = `Usage: npm run upstream:fetch -- --url URL --out FILE

Saves the OpenAPI document that the provider publishes, to be compared by npm run spec:upstream.

  --url URL    where the provider serves it (default: https://api.jetemail.com/openapi.json)
  --out FILE   where it is saved
  --help       show this text

Exit code: 0 saved, 1 the provider gives no OpenAPI document in JSON, 2 wrong usage.
`;

/** The largest known OpenAPI documents are below. */
const MAX_BYTES = 20 * 2 ** 20;

export async function run(argv: readonly string[]): Promise<number> {
  try {
    const { url, out, help } = readOptions(argv, {
      url: { type: "string", default: "https://api.jetemail.com/openapi.json" },
      out: { type: "string" },
      help: { type: "boolean", default: false },
    });
    if (help) return say(HELP);
    if (!out) throw new UsageError("--out is missing");
    if (!URL.canParse(url)) throw new UsageError("--url is not a URL");
    const text = await download(url);
    const problem = findProblem(text);
    if (problem !== undefined) return complain(`${url} ${problem}`, 1);
    writeFileSync(out, text);
    return say(`Saved ${out}\n`);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return complain(error.message, 2);
  }
}

/** @returns what was served; a failure gives the empty text, which is no document. */
async function download(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    return response.ok ? await response.text() : "";
  } catch {
    return "";
  }
}

function findProblem(text: string): string | undefined {
  if (text === "") return "cannot be read";
  if (text.length > MAX_BYTES) return "is too large";
  try {
    const document: unknown = JSON.parse(text);
    const isDocument = typeof document === "object" && document !== null && "openapi" in document;
    return isDocument ? undefined : "is no OpenAPI document";
  } catch {
    return "is not JSON";
  }
}

function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
}
