/** How long, in words: `60 s`, `5 min`, `48 h`. */
export function describeDuration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`;
}

/** By when that is over: `14:02:11 UTC`, with the date when it is more than half a day off. */
export function describeEnd(ms: number): string {
  const seconds = Math.ceil((Date.now() + ms) / 1000);
  const text = new Date(seconds * 1000).toISOString().replace("T", " ");
  return `${text.slice(ms > 43_200_000 ? 0 : 11, 19)} UTC`;
}

/** Whole milliseconds that last at least so long, without what a difference of two times gains by rounding. */
export function roundUp(ms: number): number {
  return Math.max(0, Math.ceil(ms - 0.001));
}
