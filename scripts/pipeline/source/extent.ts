/** Values that any text may stand for, and how many more for each of its characters: beyond, it is an attack. */
const FREE_VALUES = 1_000;
const VALUES_PER_CHARACTER = 2;

/** Deeper than any document goes, and not so deep that a stage which calls itself runs out of stack. */
const MAX_DEPTH = 500;

/**
 * YAML aliases let a value hold itself, or one line stand for billions of values; brackets nest without end.
 * No later stage would come to an end. Says what is wrong, or undefined.
 * @param length of the text, in characters.
 */
export function findExtentFault(parsed: unknown, length: number): string | undefined {
  const { size, depth } = measure(parsed, new Map(), 0);
  if (Number.isNaN(size))
    return "An alias stands inside the value that it repeats, so that the value never ends";
  const max = FREE_VALUES + VALUES_PER_CHARACTER * length;
  if (size > max) return `Written out, the aliases give more than ${max} values, out of ${length} characters`;
  return depth > MAX_DEPTH ? `Values are nested more than ${MAX_DEPTH} deep` : undefined;
}

type Extent = { readonly size: number; readonly depth: number };

const SCALAR: Extent = { size: 1, depth: 0 };

/** Met again before it is measured, a value stands inside itself. */
const ENDLESS: Extent = { size: Number.NaN, depth: 0 };

/** Number of values when each alias is written out (NaN when that has no end), and levels below this one. */
function measure(value: unknown, extents: Map<object, Extent>, level: number): Extent {
  if (typeof value !== "object" || value === null) return SCALAR;
  const known = extents.get(value);
  if (known !== undefined) return known;
  if (level > MAX_DEPTH) return { size: 1, depth: 1 };
  extents.set(value, ENDLESS);
  let size = 1;
  let depth = 0;
  for (const member of Object.values(value)) {
    const extent = measure(member, extents, level + 1);
    size += extent.size;
    depth = Math.max(depth, extent.depth);
  }
  const extent = { size, depth: depth + 1 };
  extents.set(value, extent);
  return extent;
}
