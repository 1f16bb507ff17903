import { execFile } from "node:child_process";
import { resolve } from "node:path";

export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a command of scripts/ as its npm script does, without npm. */
export function startCommand(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  cwd: string = process.cwd(),
): Promise<Ended> {
  const env = { ...process.env, ...environment };
  return new Promise((done) => {
    const argv = [resolve("scripts/start.mjs"), script, ...args];
    execFile(process.execPath, argv, { env, cwd }, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : error === null ? 0 : -1;
      done({ code, stdout, stderr });
    });
  });
}
