import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { build, type Plugin } from "esbuild";
import type { CallsFigures, CallsOrder } from "./calls.js";

/** The CPU time of calls of a project's client to a server on loopback, beside those of its peers. */
export async function measureCalls(project: string, folder: string, rounds: number): Promise<CallsFigures> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.setHeader("content-type", "application/json").end('{"success":true,"message":"updated"}');
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    // A TCP server has an address object, not a pipe's name.
    const { port } = server.address() as AddressInfo;
    const order: CallsOrder = { baseUrl: `http://127.0.0.1:${port}`, calls: 400, rounds };
    return await runBundled<CallsFigures>("calls", order, { folder, project });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/**
 * Runs a module of this folder in a process of its own, with the client of the sources in another.
 * @returns what the process writes, whose type its order decides.
 */
export async function runBundled<Figures>(
  name: string,
  order: object,
  { folder, project }: { readonly folder: string; readonly project: string },
): Promise<Figures> {
  const outfile = join(folder, `${name}.mjs`);
  const entryPoints = [join(import.meta.dirname, `${name}.ts`)];
  const plugins = [createClientOf(project)];
  await build({
    entryPoints,
    outfile,
    plugins,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
  });
  const args = ["--expose-gc", outfile, JSON.stringify(order)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

function createClientOf(project: string): Plugin {
  return {
    name: "client",
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\.\.\/\.\.\/\.\.\/src\/index\.js$/ }, () => ({
        path: join(project, "src/index.ts"),
      })),
  };
}
