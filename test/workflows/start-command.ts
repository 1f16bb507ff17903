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
  const tsx = import.meta.resolve("tsx");
  const env = { ...process.env, ...environment };
  return new Promise((done) => {
    const argv = ["--import", tsx, resolve(`scripts/${script}.ts`), ...args];
    execFile(process.execPath, argv, { env, cwd }, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : error === null ? 0 : -1;
      done({ code, stdout, stderr });
    });
  });
}
