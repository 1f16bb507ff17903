import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generate, sourceOfText } from "../../../scripts/pipeline/run.js";
import { createClientFor } from "../../../src/client.js";
import type { Operation } from "../../../src/call/operation.js";
import { startRawServer, type RawAnswer, type RawRequest } from "./raw-server.js";

/** An Operation Object with its path and method, as the document of a test has it. */
export type Described = Readonly<Record<string, unknown>> & {
  readonly path?: string;
  readonly method?: string;
};

export type Client = Readonly<Record<string, (input?: object) => Called>>;
type Called = Promise<unknown> & {
  withResponse(): Promise<{ data: unknown; status: number; response: Response }>;
};

export type Exchange = {
  readonly sent: RawRequest | undefined;
  readonly count: number;
  readonly result: unknown;
};

/** A client of a document that the pipeline has read, and a server that hears what it sends. */
export type Wire = {
  readonly client: Client;
  /** Of the operation at an index: what came over the wire, and what the call gave or threw. */
  call(index: number, input?: object, answer?: RawAnswer): Promise<Exchange>;
  close(): Promise<void>;
};

/** The operations are `call0`, `call1` …; each has a path of its own, `/0` …, with what its own path adds. */
export async function startWire(described: readonly Described[], rest: object = {}): Promise<Wire> {
  const out = mkdtempSync(join(tmpdir(), "wire-"));
  const result = await generate(sourceOfText("rows.json", JSON.stringify(describeAll(described, rest))), {
    out,
    formats: "annotate",
    check: false,
  });
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("; "));
  // The pipeline has written it.
  const { operations } = (await import(
    /* @vite-ignore */ pathToFileURL(join(out, "operations.ts")).href
  )) as {
    operations: Readonly<Record<string, Operation>>;
  };
  const server = await startRawServer();
  const options = { apiKey: "api_k3y", baseUrl: server.origin, rateLimit: false, timeoutMs: 20_000 } as const;
  const made: unknown = createClientFor(operations, [], options);
  // A method for each of the rows.
  const client = made as Client;
  return {
    client,
    call: async (index, input, answer = {}) => {
      server.answer(answer);
      const called = await client[`call${index}`]?.(input).catch((error: unknown) => error);
      const seen = server.take();
      return { sent: seen[0], count: seen.length, result: called };
    },
    close: async () => {
      await server.close();
      rmSync(out, { recursive: true, force: true });
    },
  };
}

function describeAll(described: readonly Described[], rest: object): object {
  const paths = described.map(({ path = "", method = "get", ...operation }, index) => [
    `/${index}${path}`,
    {
      [method]: {
        operationId: `call${index}`,
        responses: { "204": { description: "Done" } },
        ...operation,
      },
    },
  ]);
  return {
    openapi: "3.1.0",
    info: { title: "Rows", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: Object.fromEntries(paths),
    ...rest,
  };
}
