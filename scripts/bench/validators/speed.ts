import type { Built, Candidate } from "./candidates.js";
import { namesOf, type EachScenario, type Scenario } from "./data.js";
import { median, timeScenario, type Effort, type Timed, type Timing } from "./runner.js";
import type { Subject } from "./schemas.js";
import { describeRefusal, type Row } from "./table.js";

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

/** The values that are timed each alone. */
export const EACH: readonly (readonly [Subject, EachScenario, title: string])[] = [
  ["endpoint", "sizes", "endpoint, valid, boolean"],
  ["nested", "sizes", "nested, valid, boolean"],
  ["endpoint", "kinds", "endpoint, all errors"],
  ["nested", "kinds", "nested, all errors"],
  ["closed", "kinds", "closed, all errors"],
];

/** A row, or why it was refused. */
export type Measured = { readonly row: Row } | { readonly refusal: string };

export async function timeRow(speed: Speed, built: readonly Built[], effort: Effort): Promise<Measured> {
  const columns: Ratios[] = [];
  for (const [subject] of speed.goals) {
    const place = `${speed.title}, ${subject}`;
    const measured = await timeSteadily(place, ofSubject(built, subject), speed.scenario, effort, ["all"]);
    if ("refusal" in measured) return measured;
    columns.push(measured.ratios);
  }
  const figures: Row["figures"] = Object.fromEntries(
    built.map(({ candidate }) => [candidate, columns.map((column) => column[candidate]?.[0] ?? NaN)]),
  );
  const subjects = speed.goals.map(([subject]) => subject);
  const goals = speed.goals.map(([, goal]) => goal);
  return { row: { title: speed.title, subjects, figures, goals, better: "higher", digits: 2 } };
}

/** What is slower than with ajv, or than most of what is written by hand, however good the others are. */
export async function timeEach(
  [subject, scenario, title]: (typeof EACH)[number],
  built: readonly Built[],
  effort: Effort,
): Promise<Measured> {
  const peers = ofSubject(built, subject).filter(({ candidate }) => COMPARED.has(candidate));
  const subjects = namesOf(subject, scenario);
  const measured = await timeSteadily(title, peers, scenario, effort, [...subjects.keys()]);
  if ("refusal" in measured) return measured;
  const { ratios } = measured;
  const goals = subjects.map((_, i) => Math.max(1, (ratios.hand?.[i] ?? 0) * LEAST_OF_HAND));
  return { row: { title, subjects, figures: ratios, goals, better: "higher", digits: 2 } };
}

const COMPARED: ReadonlySet<Candidate> = new Set(["ours", "hand", "ajv", "control"]);
const LEAST_OF_HAND = 0.8;

function ofSubject(built: readonly Built[], subject: Subject): readonly Built[] {
  return built.filter((b) => b.subject === subject);
}

/** How many times as fast as ajv's standalone code, for each of what was timed. */
type Ratios = Partial<Record<Candidate, readonly number[]>>;

const TRIES = 3;

/** Measures again when the control, which is ajv's code once more, is not as fast as that. */
async function timeSteadily(
  place: string,
  candidates: readonly Built[],
  scenario: Scenario,
  effort: Effort,
  timed: readonly Timed[],
): Promise<{ readonly ratios: Ratios } | { readonly refusal: string }> {
  const drifts: number[] = [];
  for (;;) {
    const timings = await timeSittings(candidates, scenario, effort, timed);
    const base = roundsOf("ajv", timings);
    const ratios: Ratios = Object.fromEntries(
      timings.map(({ built, rounds }) => [built.candidate, timed.map((_, t) => compare(base[t], rounds[t]))]),
    );
    const control = median(ratios.control ?? []);
    if (!hasDrifted(control, median(base.flat()))) return { ratios };
    drifts.push(control);
    if (drifts.length === TRIES) return { refusal: describeRefusal(place, drifts) };
  }
}

/** The rounds of all sittings, one after the other. */
async function timeSittings(
  candidates: readonly Built[],
  scenario: Scenario,
  effort: Effort,
  timed: readonly Timed[],
): Promise<readonly Timing[]> {
  const sittings: (readonly Timing[])[] = [];
  for (let i = 0; i < effort.sittings; i++) {
    sittings.push(await timeScenario(candidates, scenario, effort, timed));
  }
  return candidates.map((built, c) => ({
    built,
    rounds: timed.map((_, t) => sittings.flatMap((sitting) => sitting[c]?.rounds[t] ?? [])),
  }));
}

function roundsOf(candidate: Candidate, timings: readonly Timing[]): Timing["rounds"] {
  return timings.find(({ built }) => built.candidate === candidate)?.rounds ?? [];
}

/** Below this a call is so short that a nanosecond more or less is some percent. */
const LEAST_NS = 100;

function hasDrifted(control: number, ns: number): boolean {
  return ns > LEAST_NS && !(control >= 0.95 && control <= 1.05);
}

/** How many times as fast as `base`: of the rounds that ran side by side, the median. */
function compare(base: readonly number[] = [], rounds: readonly number[] = []): number {
  return median(rounds.map((ns, i) => (base[i] ?? NaN) / ns));
}
