import { rm } from "node:fs/promises";
import { buildCandidate, CANDIDATES, OUT, type Built } from "./candidates.js";
import { measureAttack, measureStarts } from "./cold-start.js";
import { measureHeap, type Effort } from "./runner.js";
import { SUBJECTS, type Subject } from "./schemas.js";
import { EACH, SPEEDS, timeEach, timeRow, type Measured } from "./speed.js";
import { listMissed, renderTable, type Row } from "./table.js";

type Print = (text: string) => void;

const FULL: Effort = { warm: 110, round: 3, rounds: 15, sittings: 3 };
const QUICK: Effort = { warm: 70, round: 2, rounds: 15, sittings: 1 };

/** @returns 1 when a row was refused, because its control drifted each time. */
export async function benchValidators({
  quick,
  print,
}: {
  readonly quick: boolean;
  readonly print: Print;
}): Promise<number> {
  const start = performance.now();
  try {
    const built = await buildAll();
    const rows: Row[] = [];
    for (const time of listTimings(built, quick ? QUICK : FULL)) {
      const measured = await time();
      if ("refusal" in measured) {
        print(`${measured.refusal}\n`);
        return 1;
      }
      rows.push(measured.row);
    }
    const sized = built.filter(({ subject }) => subject === "endpoint" || subject === "nested");
    rows.push(await measureSizes(sized), await measureStart(sized, quick ? 3 : 9), await measureHeaps(sized));
    rows.push(
      await measureAttacks(
        built.filter(({ subject }) => subject === "published"),
        quick ? 3 : 9,
      ),
    );
    if (!quick) rows.push(await countSuite());
    print(renderTable(rows));
    for (const note of listMissed(rows)) print(`${note}\n`);
    print(`speed is a ratio to ajv's standalone code; ${Math.round((performance.now() - start) / 1000)} s\n`);
    return 0;
  } finally {
    await rm(OUT, { recursive: true, force: true });
  }
}

function listTimings(built: readonly Built[], effort: Effort): readonly (() => Promise<Measured>)[] {
  return [
    ...SPEEDS.map((speed) => () => timeRow(speed, built, effort)),
    ...EACH.map((each) => () => timeEach(each, built, effort)),
  ];
}

async function buildAll(): Promise<readonly Built[]> {
  const pairs = SUBJECTS.flatMap((subject) => CANDIDATES.map((candidate) => [candidate, subject] as const));
  return Promise.all(pairs.map((pair) => buildCandidate(...pair)));
}

const TWO: readonly Subject[] = ["endpoint", "nested"];

/** One after the other, so that no measurement disturbs another. */
async function collectFigures(
  built: readonly Built[],
  subjects: readonly Subject[],
  measure: (b: Built) => number | Promise<number>,
) {
  const figures: { [key in Built["candidate"]]?: readonly number[] } = {};
  for (const candidate of CANDIDATES) {
    const own: number[] = [];
    for (const subject of subjects) {
      const found = built.find((b) => b.candidate === candidate && b.subject === subject);
      if (found !== undefined) own.push(await measure(found));
    }
    figures[candidate] = own;
  }
  return figures;
}

async function measureSizes(built: readonly Built[]): Promise<Row> {
  const figures = await collectFigures(built, TWO, ({ gzip }) => gzip);
  return {
    title: "bytes, gzip, both forms",
    subjects: TWO,
    figures,
    goals: [3300, 4000],
    better: "lower",
    digits: 0,
  };
}

async function measureStart(built: readonly Built[], rounds: number): Promise<Row> {
  const endpoint = built.filter(({ subject }) => subject === "endpoint");
  const times = await measureStarts(endpoint, rounds);
  const figures = await collectFigures(endpoint, ["endpoint"], (b) => times[endpoint.indexOf(b)] ?? NaN);
  return {
    title: "cold start, CPU ms",
    subjects: ["endpoint"],
    figures,
    goals: [10],
    better: "lower",
    digits: 1,
  };
}

async function measureHeaps(built: readonly Built[]): Promise<Row> {
  const figures = await collectFigures(built, TWO, measureHeap);
  return {
    title: "heap bytes, valid call",
    subjects: TWO,
    figures,
    goals: [0, 100],
    better: "lower",
    digits: 0,
  };
}

async function measureAttacks(built: readonly Built[], rounds: number): Promise<Row> {
  const figures = await collectFigures(built, ["published"], (b) => measureAttack(b, rounds));
  return {
    title: "attack of 48 characters, first call, CPU ms",
    subjects: ["published"],
    figures,
    goals: [1],
    better: "lower",
    digits: 2,
  };
}

async function countSuite(): Promise<Row> {
  const { countRight, SUITE_PARTS } = await import("./suite.js");
  const [ours, ajv] = [await countRight("ours"), await countRight("ajv")];
  const figures = { ours, ajv, inProcess: ajv };
  const goals = [1299, 159, 763];
  return {
    title: "official suite, right",
    subjects: SUITE_PARTS,
    figures,
    goals,
    better: "higher",
    digits: 0,
  };
}
