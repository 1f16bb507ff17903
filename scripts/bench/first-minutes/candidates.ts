/** What somebody types and writes to call one operation of a document with a tool. */
export type Candidate = {
  readonly name: string;
  /** Packages that name the column, with their versions. */
  readonly shown: readonly string[];
  /** In the order in which they are typed; the last starts the program. */
  readonly commands: readonly Command[];
  /** Files that are written by hand before the program. */
  readonly files: Readonly<Record<string, string>>;
  /** What the program needs above its one call. */
  readonly setup: string;
  /** An expression over `bookingId` and `body`, whose promise is rejected where something is refused. */
  readonly call: string;
};

type Command = {
  readonly step: "install" | "generate" | "call";
  readonly program: "npm" | "npx";
  readonly args: readonly string[];
};

/** What a candidate is told of this run. */
export type Setting = {
  /** The server, as `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** The path of the tool's tarball. */
  readonly tarball: string;
};

export const DOCUMENT = "openapi.json";

const install = (...packages: readonly string[]): Command => ({
  step: "install",
  program: "npm",
  args: ["install", ...packages],
});
const generate = (...args: readonly string[]): Command => ({ step: "generate", program: "npx", args });
const CALL: Command = { step: "call", program: "npx", args: ["tsx", "app.ts"] };

/** Runs the program's TypeScript, for all of them. */
const RUNNER = "tsx@4.23.15";

/** Each in the newest version, with every check that its documentation offers switched on. */
export function listCandidates({ origin, tarball }: Setting): readonly Candidate[] {
  return [ours(origin, tarball), heyApi(origin), orval(origin), openapiTypescript(origin)];
}

function ours(origin: string, tarball: string): Candidate {
  return {
    name: "openapi-proof",
    shown: ["openapi-proof"],
    commands: [
      install("--save-dev", tarball, RUNNER),
      install("openapi-fetch@0.17.0"),
      generate("openapi-proof", "generate", DOCUMENT, "--out", "src/api", "--client", "--formats", "assert"),
      CALL,
    ],
    files: {},
    setup: `import { createClient } from "./src/api/index.js";
const client = createClient({ baseUrl: "${origin}", credentials: { OAuth2: "token" } });`,
    call: `client["create-booking-payment"]({ params: { path: { bookingId } }, body })`,
  };
}

function heyApi(origin: string): Candidate {
  return {
    name: "hey-api",
    shown: ["@hey-api/openapi-ts"],
    commands: [
      // Without a version npm takes TypeScript 7 for its peer, with which it does not start.
      install("--save-dev", "@hey-api/openapi-ts@0.99.0", "typescript@6.0.3", RUNNER),
      install("zod@4.6.7"),
      generate("openapi-ts"),
      CALL,
    ],
    files: {
      "openapi-ts.config.ts": `import { defineConfig } from "@hey-api/openapi-ts";
export default defineConfig({
  input: "${DOCUMENT}",
  output: "src/api",
  plugins: ["@hey-api/client-fetch", "zod", { name: "@hey-api/sdk", validator: true }],
});
`,
    },
    setup: `import { client } from "./src/api/client.gen.js";
import { createBookingPayment } from "./src/api/index.js";
client.setConfig({ baseUrl: "${origin}", auth: "token", throwOnError: true });`,
    call: `createBookingPayment({ path: { bookingId }, body })`,
  };
}

function orval(origin: string): Candidate {
  return {
    name: "orval",
    shown: ["orval"],
    commands: [install("--save-dev", "orval@8.38.0", RUNNER), install("zod@4.6.7"), generate("orval"), CALL],
    files: {
      "orval.config.ts": `import { defineConfig } from "orval";
export default defineConfig({
  api: {
    input: "${DOCUMENT}",
    output: {
      target: "src/api/client.ts",
      schemas: { path: "src/api/schemas", type: "zod" },
      client: "fetch",
      baseUrl: "${origin}",
      override: { fetch: { runtimeValidation: true } },
    },
  },
});
`,
    },
    setup: `import { createBookingPayment } from "./src/api/client.js";
const headers = { authorization: "Bearer token" };`,
    call: `createBookingPayment(bookingId, body, { headers })`,
  };
}

function openapiTypescript(origin: string): Candidate {
  return {
    name: "openapi-typescript + openapi-fetch",
    shown: ["openapi-typescript", "openapi-fetch"],
    commands: [
      install("--save-dev", "openapi-typescript@7.13.0", RUNNER),
      install("openapi-fetch@0.17.0"),
      generate("openapi-typescript", DOCUMENT, "--output", "src/api/schema.d.ts"),
      CALL,
    ],
    files: {},
    setup: `import createClient from "openapi-fetch";
import type { paths } from "./src/api/schema.js";
const client = createClient<paths>({ baseUrl: "${origin}", headers: { authorization: "Bearer token" } });`,
    call: `client.POST("/bookings/{bookingId}/payment", { params: { path: { bookingId } }, body })`,
  };
}

/** Without the call itself: how much there is between an empty folder and it. */
export function countLines({ files, setup }: Candidate): number {
  return [...Object.values(files), setup]
    .flatMap((text) => text.split("\n"))
    .filter((line) => line.trim() !== "").length;
}
