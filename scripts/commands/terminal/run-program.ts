import { spawn } from "node:child_process";
import { complain, type Terminal } from "./terminal.js";

/**
 * Runs a JavaScript file in the same Node and shows what it prints while it runs.
 * @returns whether it ended with 0.
 */
export async function runProgram(terminal: Terminal, file: string, args: readonly string[], cwd?: string) {
  const color = terminal.stdout.isTTY === true ? { FORCE_COLOR: "1" } : {};
  const child = spawn(terminal.node, [file, ...args], {
    cwd,
    env: { ...color, ...terminal.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.setEncoding("utf8").on("data", (text: string) => terminal.stdout.write(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => terminal.stderr.write(text));
  return await new Promise<boolean>((resolve) => {
    child.once("close", (code) => resolve(code === 0));
    child.once("error", (error) => {
      complain(terminal, error.message);
      resolve(false);
    });
  });
}
