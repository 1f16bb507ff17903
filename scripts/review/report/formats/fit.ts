/** A part of a text that is shown whole or not at all, and how many things it tells of. */
export type Block = { readonly text: string; readonly count: number };

/** What is kept of a tier, and how many of its things are not. */
export type Fitted<Name extends string> = Readonly<
  Record<Name, { readonly kept: readonly string[]; readonly left: number; readonly total: number }>
>;

/** In bytes, as a limit counts them. */
export function sizeOf(text: string): number {
  return Buffer.byteLength(text);
}

/** As many blocks as lines of `room` bytes in all hold, in the order of the tiers; after a tier that does not fit whole, none. */
export function fitTiers<Name extends string>(
  tiers: Readonly<Record<Name, readonly Block[]>>,
  room: number,
): Fitted<Name> {
  let rest = room;
  const fitted = Object.entries<readonly Block[]>(tiers).map(([name, blocks]) => {
    const { used, ...result } = fit(blocks, rest);
    rest = result.left > 0 ? 0 : rest - used;
    return [name, result];
  });
  // The same names as those of the tiers, which the compiler forgets.
  return Object.fromEntries(fitted) as Fitted<Name>;
}

/** Large blocks are left out and smaller ones after them kept; the order stays. */
function fit(blocks: readonly Block[], room: number) {
  const kept: string[] = [];
  let [used, left, total] = [0, 0, 0];
  for (const { text, count } of blocks) {
    const size = sizeOf(text) + 1;
    const isFitting = used + size <= room;
    total += count;
    if (!isFitting) left += count;
    if (!isFitting) continue;
    used += size;
    kept.push(text);
  }
  return { kept, left, total, used };
}
