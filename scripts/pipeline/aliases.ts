/** More values than any document needs; what repeats itself beyond this is a mistake or an attack. */
const MAX_VALUES = 10_000_000;

/**
 * YAML aliases let a value hold itself, or one line stand for billions of values, and no later stage would come
 * to an end. Says what is wrong, or undefined.
 */
export function findAliasFault(parsed: unknown): string | undefined {
  const sizes = new Map<object, number>();
  const size = measure(parsed, sizes);
  if (Number.isNaN(size))
    return "An alias stands inside the value that it repeats, so that the value never ends";
  return size > MAX_VALUES ? `Written out, the aliases give more than ${MAX_VALUES} values` : undefined;
}

/** Number of values when each alias is written out; NaN when that has no end. */
function measure(value: unknown, sizes: Map<object, number>): number {
  if (typeof value !== "object" || value === null) return 1;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  // Whoever meets this value again before it is measured stands inside it.
  sizes.set(value, Number.NaN);
  const size = Object.values(value).reduce<number>((sum, member) => sum + measure(member, sizes), 1);
  sizes.set(value, size);
  return size;
}
