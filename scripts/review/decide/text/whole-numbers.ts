/** Decimal numerals of whole numbers between two limits, as a pattern without anchors; never one that matches nothing. */
export function matchWholeNumbers(low: number, high: number, zeros: string): string | undefined {
  const below = matchUnsigned(Math.max(-high, 1), -low, zeros);
  const above = matchUnsigned(Math.max(low, 0), high, zeros);
  const both = [below && `-${below}`, above].filter((part) => part !== undefined);
  return both.length > 0 ? `(?:${both.join("|")})` : undefined;
}

/** From `low` on, which is not negative. */
function matchUnsigned(low: number, high: number, zeros: string): string | undefined {
  if (low > high || low === Infinity) return undefined;
  const first = digitsOf(low);
  const last = high === Infinity ? "9".repeat(first.length) : digitsOf(high);
  const parts: string[] = [];
  for (let length = first.length; length <= last.length; length++) {
    const least = length === first.length ? first : `1${"0".repeat(length - 1)}`;
    parts.push(matchBetween(least, length === last.length ? last : "9".repeat(length)));
  }
  if (high === Infinity) parts.push(`[1-9]\\d{${first.length},}`);
  return `${zeros}(?:${parts.join("|")})`;
}

/** Of equally many digits. */
function matchBetween(least: string, most: string): string {
  const [from, to] = [least.slice(0, 1), most.slice(0, 1)];
  const rest = least.length - 1;
  if (rest === 0) return `[${from}-${to}]`;
  if (from === to) return from + matchBetween(least.slice(1), most.slice(1));
  const [begin, end] = [Number(from) + 1, Number(to) - 1];
  const parts = [
    from + matchBetween(least.slice(1), "9".repeat(rest)),
    ...(begin <= end ? [`[${begin}-${end}]\\d{${rest}}`] : []),
    to + matchBetween("0".repeat(rest), most.slice(1)),
  ];
  return `(?:${parts.join("|")})`;
}

/** Without an exponent, however large. */
function digitsOf(value: number): string {
  return BigInt(value).toString();
}
