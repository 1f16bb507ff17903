import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type Texts = { readonly base: string; readonly head: string };

type Spot = { readonly line?: number };

/** What `redocly diff --format json` says of one change. */
export type PeerChange = {
  /** A JSON Pointer with `#`. */
  readonly path: string;
  readonly impact: "major" | "minor" | "patch";
  readonly base?: Spot;
  readonly revision?: Spot;
};

export type PeerReports = {
  readonly reports: readonly (readonly PeerChange[])[];
  /** CPU time of all of them, in milliseconds. */
  readonly milliseconds: number;
};

/** The rules are off unless they are asked for, and a change is then no more than a patch. */
const CONFIGURATION = "extends: [diff-recommended]\n";

/** Asks `redocly diff` about each pair, with the rules that its makers recommend. */
export function askRedocly(pairs: readonly Texts[]): PeerReports {
  const folder = mkdtempSync(join(tmpdir(), "bench-review-"));
  try {
    writeFileSync(join(folder, "redocly.yaml"), CONFIGURATION);
    for (const [index, { base, head }] of pairs.entries()) {
      writeFileSync(join(folder, `${index}-base`), base);
      writeFileSync(join(folder, `${index}-head`), head);
    }
    const runner = fileURLToPath(new URL("redocly-runner.mjs", import.meta.url));
    const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
    const { stderr } = spawnSync(process.execPath, [runner, folder, String(pairs.length)], { env });
    const read = (name: string): string => {
      try {
        return readFileSync(join(folder, name), "utf8");
      } catch {
        throw new Error(`redocly diff has written no ${name}: ${String(stderr).slice(-2000)}`);
      }
    };
    return {
      reports: pairs.map((_, index) => readReport(read(`${index}-report`))),
      milliseconds: Number(read("time.json")),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(text: string): readonly PeerChange[] {
  // The shape of its report, which says `reportVersion` 1.
  return (JSON.parse(text) as { readonly changes: readonly PeerChange[] }).changes;
}
