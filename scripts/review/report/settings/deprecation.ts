import type { Change } from "../changes.js";
import { countAs } from "./count-as.js";
import type { ReviewSettings } from "../../../settings/review-settings.js";

type Policy = NonNullable<ReviewSettings["deprecation"]>;

const DAY_MS = 86_400_000;

/**
 * What a policy on deprecations says of a change: an operation goes without failing anything once the day of its
 * `x-sunset` has come, and that day is announced early enough. So no history is asked for how long it was deprecated.
 */
export function judgeEnding(change: Change, { days }: Policy, today: string): Change {
  const { ending } = change;
  if (ending === undefined) return change;
  const { event, isDeprecated, was, now } = ending;
  if (event === "removed") return judgeRemoval(change, isDeprecated, readSunset(was), today);
  const sunset = readSunset(now);
  if ("problem" in sunset) return countAs(change, "major", sunset.problem);
  const before = readSunset(was);
  const isKept = event === "moved" && "day" in before && before.day <= sunset.day;
  const left = countDays(today, sunset.day);
  if (isKept || left >= days) return change;
  const words = left > 0 ? `is ${sayDays(left)} away` : "is no day to come";
  return countAs(
    change,
    "major",
    `its sunset, ${sunset.day}, ${words}, and must be announced ${sayDays(days)} before`,
  );
}

function judgeRemoval(change: Change, isDeprecated: boolean, sunset: Sunset, today: string): Change {
  if (!isDeprecated) return { ...change, note: "It was not deprecated before." };
  if ("problem" in sunset) return { ...change, note: `It was deprecated, and ${sunset.problem}.` };
  if (sunset.day > today)
    return { ...change, note: `It may go on ${sunset.day}, the day of its sunset, and not before.` };
  return { ...change, accepted: { reason: `it was deprecated, and its sunset was on ${sunset.day}` } };
}

type Sunset = { readonly day: string } | { readonly problem: string };

/** The day, in UTC, of a date or of a date and time (RFC 3339). */
function readSunset(written: unknown): Sunset {
  if (written === undefined) return { problem: "no x-sunset says on which day it goes" };
  const text = typeof written === "string" ? written : JSON.stringify(written);
  const isDate = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/i.test(text);
  const time = isDate ? Date.parse(text) : Number.NaN;
  const day = Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 10);
  // JavaScript takes 2026-02-30 for the second of March.
  if (day === "" || (text.length === 10 && day !== text))
    return { problem: `its x-sunset, ${text}, is no date such as 2026-12-31` };
  return { day };
}

function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function sayDays(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}
