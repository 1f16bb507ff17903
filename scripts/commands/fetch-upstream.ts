import { writeFileSync } from "node:fs";
import { CommandError, createCommand, UsageError } from "./terminal/args.js";
import { print } from "./terminal/terminal.js";

const HELP = `Usage: npm run upstream:fetch -- --url URL --out FILE

Saves the OpenAPI document that the provider publishes, to be compared by npm run spec:upstream.

  --url URL    where the provider serves it (default: https://api.jetemail.com/openapi.json)
  --out FILE   where it is saved
  --help       show this text

Exit code: 0 saved, 1 the provider gives no OpenAPI document in JSON, 2 wrong usage.
`;

/** The largest known OpenAPI documents are below. */
const MAX_BYTES = 20 * 2 ** 20;

const PATIENCE_MS = 60_000;

export const run = createCommand(
  {
    script: "upstream:fetch",
    help: HELP,
    options: {
      url: { type: "string", default: "https://api.jetemail.com/openapi.json" },
      out: { type: "string" },
    },
  },
  async ({ url, out }, terminal) => {
    if (out === undefined) throw new UsageError("--out is missing");
    if (!/^https?:/.test(url) || !URL.canParse(url))
      throw new UsageError("--url must be an http or https URL");
    const text = await download(url);
    const problem = findProblem(text);
    if (problem !== undefined) throw new CommandError(`${url} ${problem}`);
    writeFileSync(out, text);
    return print(terminal, `Saved ${out}\n`);
  },
);

async function download(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch((cause: unknown) => {
    throw new CommandError(`${url} cannot be reached`, 1, { cause });
  });
  if (!response.ok) throw new CommandError(`${url} was answered with status ${response.status}`);
  return await response.text().catch((cause: unknown) => {
    throw new CommandError(`${url} broke off before its end`, 1, { cause });
  });
}

function findProblem(text: string): string | undefined {
  if (text.length > MAX_BYTES) return `is larger than ${MAX_BYTES / 2 ** 20} MiB`;
  try {
    const document: unknown = JSON.parse(text);
    const isDocument = typeof document === "object" && document !== null && "openapi" in document;
    return isDocument ? undefined : "is not an OpenAPI document: it has no field `openapi`";
  } catch {
    return "is not JSON";
  }
}
