import { readFile } from "node:fs/promises";
import type { DocumentSource } from "../../pipeline/run.js";
import { review } from "../../review/index.js";

const SPEC = "openapi/openapi.yaml";

type Settings = { readonly quick: boolean; readonly print: (text: string) => void };

/** CPU time of a review of the project's document as it is against itself with one limit changed, and with many. */
export async function benchReview({ quick, print }: Settings): Promise<void> {
  const text = await readFile(SPEC, "utf8");
  const cases = [
    ["one limit changed", text.replace(/maximum: \d+/u, "maximum: 7")],
    ["every limit changed", text.replaceAll(/((?:max|min)[A-Za-z]*): \d+/gu, "$1: 7")],
  ] as const;
  for (const [title, head] of cases) {
    const times: number[] = [];
    for (let i = 0; i < (quick ? 3 : 9); i++) times.push(await timeReview(text, head));
    const sorted = times.toSorted((a, b) => a - b);
    const first = `${Math.round(times[0] ?? NaN)} ms the first time`;
    print(`review, ${title}: ${Math.round(sorted[sorted.length >> 1] ?? NaN)} ms CPU, ${first}\n`);
  }
}

async function timeReview(base: string, head: string): Promise<number> {
  const start = process.cpuUsage();
  await review(sourceOf("base", base), sourceOf("head", head));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function sourceOf(name: string, text: string): DocumentSource {
  return { name, entry: SPEC, read: () => text };
}
