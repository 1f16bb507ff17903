import type { Built, Candidate } from "./candidates.js";
import type { Scenario } from "./data.js";
import { median, timeScenario, type Effort, type Timing } from "./runner.js";
import type { Subject } from "./schemas.js";
import { describeRefusal, describeSlowValue, type Row } from "./table.js";

export type Speed = {
  readonly title: string;
  readonly scenario: Scenario;
  readonly goals: readonly (readonly [Subject, number])[];
};

/** The rows about speed, with the least ratio to ajv's standalone code that ours should reach. */
export const SPEEDS: readonly Speed[] = [
  {
    title: "valid, boolean",
    scenario: "valid",
    goals: [
      ["endpoint", 1.8],
      ["nested", 3.5],
      ["moltar", 3],
      ["closed", 2.5],
    ],
  },
  {
    title: "64 shapes, boolean",
    scenario: "shapes",
    goals: [
      ["endpoint", 1.5],
      ["nested", 6],
      ["moltar", 2.8],
      ["closed", 2.8],
    ],
  },
  {
    title: "invalid, boolean",
    scenario: "invalid",
    goals: [
      ["endpoint", 2.5],
      ["nested", 5],
    ],
  },
  {
    title: "invalid, all errors",
    scenario: "errors",
    goals: [
      ["endpoint", 1.7],
      ["nested", 2.3],
    ],
  },
];

type Timed = { readonly row: Row; readonly notes: readonly string[]; readonly refused: boolean };

export async function timeRow(speed: Speed, built: readonly Built[], effort: Effort): Promise<Timed> {
  const columns = [];
  for (const [subject] of speed.goals) columns.push(await timeSubject(speed, subject, built, effort));
  const figures: { [key in Candidate]?: readonly number[] } = {};
  for (const { candidate } of built)
    figures[candidate] = columns.map((column) => column.ratios[candidate] ?? NaN);
  const subjects = speed.goals.map(([subject]) => subject);
  const goals = speed.goals.map(([, goal]) => goal);
  return {
    row: { title: speed.title, subjects, figures, goals, better: "higher", digits: 2 },
    notes: columns.flatMap(({ notes }) => notes),
    refused: columns.some(({ refused }) => refused),
  };
}

type Column = {
  readonly ratios: Partial<Record<Candidate, number>>;
  readonly notes: readonly string[];
  readonly refused: boolean;
};

const TRIES = 3;

/** Measures again when the control, which is ajv's code once more, is not as fast as that. */
async function timeSubject(
  speed: Speed,
  subject: Subject,
  built: readonly Built[],
  effort: Effort,
): Promise<Column> {
  const candidates = built.filter((b) => b.subject === subject);
  const place = `${speed.title}, ${subject}`;
  const drifts: number[] = [];
  for (;;) {
    const timings = await timeSittings(candidates, speed.scenario, effort);
    const ratios = compareAll(timings);
    const control = ratios.control ?? NaN;
    if (!hasDrifted(control, timings)) {
      return { ratios, notes: speed.scenario === "valid" ? slowest(place, timings) : [], refused: false };
    }
    drifts.push(control);
    if (drifts.length === TRIES) return { ratios, notes: [describeRefusal(place, drifts)], refused: true };
  }
}

/** The rounds of all sittings, one after the other. */
async function timeSittings(
  candidates: readonly Built[],
  scenario: Scenario,
  effort: Effort,
): Promise<readonly Timing[]> {
  const sittings: (readonly Timing[])[] = [];
  for (let i = 0; i < effort.sittings; i++) {
    sittings.push(
      await timeScenario(candidates, scenario, effort, scenario === "valid" ? ["ours", "ajv"] : []),
    );
  }
  return candidates.map((built, c) => {
    const own = sittings.flatMap((sitting) => sitting[c] ?? []);
    const byDatum =
      own[0]?.byDatum.map((_, datum) => own.flatMap((timing) => timing.byDatum[datum] ?? [])) ?? [];
    return { built, rounds: own.flatMap(({ rounds }) => rounds), byDatum };
  });
}

/** Below this a call is so short that a nanosecond more or less is some percent. */
const LEAST_NS = 100;

function hasDrifted(control: number, timings: readonly Timing[]): boolean {
  const ns = median(timings.find(({ built }) => built.candidate === "ajv")?.rounds ?? []);
  return ns > LEAST_NS && !(control >= 0.95 && control <= 1.05);
}

function compareAll(timings: readonly Timing[]): Partial<Record<Candidate, number>> {
  const base = timings.find(({ built }) => built.candidate === "ajv")?.rounds ?? [];
  return Object.fromEntries(timings.map(({ built, rounds }) => [built.candidate, compare(base, rounds)]));
}

/** How many times as fast as `base`: of the rounds that ran side by side, the median. */
function compare(base: readonly number[], rounds: readonly number[]): number {
  return median(rounds.map((ns, i) => (base[i] ?? NaN) / ns));
}

/** No value should be slower than with ajv, however good the others are. */
function slowest(place: string, timings: readonly Timing[]): readonly string[] {
  const ours = timings.find(({ built }) => built.candidate === "ours")?.byDatum ?? [];
  const ajv = timings.find(({ built }) => built.candidate === "ajv")?.byDatum ?? [];
  const worst = Math.min(...ours.map((rounds, i) => compare(ajv[i] ?? [], rounds)));
  return worst < 1 ? [describeSlowValue(place, worst)] : [];
}
