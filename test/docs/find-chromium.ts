import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const PATH = "/usr/bin/chromium";

/** Debian's Chromium, installed first where there is none: no npm package may download a browser by itself. */
export function findChromium(): string {
  if (!existsSync(PATH)) {
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const args of [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]]) {
      execFileSync("apt-get", args, { env: environment, stdio: ["ignore", "ignore", "inherit"] });
    }
  }
  return PATH;
}
