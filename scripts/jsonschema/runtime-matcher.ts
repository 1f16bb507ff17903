type Table = { readonly classes: Uint8Array; readonly cells: Uint16Array; readonly width: number };

/**
 * A matcher with the language of a pattern, in time linear in the text. The table is made when the code is
 * generated and read at the first call.
 */
export function matcher(table: string): (text: string) => boolean {
  let read: Table | undefined;
  return (text) => {
    const { classes, cells, width } = (read ??= readTable(table));
    let state = 2;
    for (let i = 0; state > 1 && i < text.length; ) {
      state = cells[state + (classes[text.charCodeAt(i++)] ?? 0)] ?? 0;
    }
    return (state > 1 ? (cells[state + width - 1] ?? 0) : state) > 0;
  };
}

/** State 0 refuses, state 1 accepts whatever follows, every other one is where its row begins. */
function readTable(table: string): Table {
  const at = (index: number): number => table.charCodeAt(index) - 35;
  const width = at(0);
  const rows = at(1) * 2 + 2;
  // Every code unit has a class, so that a look-up never leaves the array.
  const classes = new Uint8Array(65536);
  for (let i = 2, code = 0; i < rows; i += 2) classes.fill(at(i + 1), code, (code += at(i)));
  const cells = new Uint16Array(table.length - rows + 2);
  for (let i = 2; i < cells.length; i++) {
    const cell = at(rows + i - 2);
    const state = (cell >> 1) + (cell & 1 ? Math.floor((i - 2) / width) - 6 : 0);
    cells[i] = state < 2 ? state : (state - 2) * width + 2;
  }
  return { classes, cells, width };
}
