type Table = {
  readonly classes: Uint8Array | Uint16Array;
  readonly cells: Uint16Array;
  readonly width: number;
};

/**
 * A matcher with the language of a pattern, in time linear in the text. The table was made when the code was
 * generated, and is read at the first call.
 */
export function matcher(table: string): (text: string) => boolean {
  let read: Table | undefined;
  return (text) => {
    const { classes, cells, width } = (read ??= readTable(table));
    // A state is where its row begins: the first refuses, the second accepts whatever follows, the third starts.
    let state = width * 2;
    for (let i = 0; state > width && i < text.length;) {
      state = cells[state + (classes[text.charCodeAt(i++)] ?? 0)] ?? 0;
    }
    return (state > width ? (cells[state + width - 1] ?? 0) : state) > 0;
  };
}

/** Columns, runs, (length, class) of each run, rows: each number a character from `#` on. */
function readTable(table: string): Table {
  const width = table.charCodeAt(0) - 35;
  // Every code unit has a class, so that a look-up never leaves the array.
  const classes = new (width > 256 ? Uint16Array : Uint8Array)(65536);
  const cells = new Uint16Array(table.length + width * 2);
  let i = 2;
  for (let unit = 0, runs = table.charCodeAt(1) - 35; runs--; i += 2) {
    classes.fill(table.charCodeAt(i + 1) - 35, unit, (unit += table.charCodeAt(i) - 35));
  }
  for (let place = width * 2; i < table.length; place++) {
    const cell = table.charCodeAt(i++) - 35;
    cells[place] = (cell >> 1) * width + (cell & 1 && place - (place % width) - width * 8);
  }
  return { classes, cells, width };
}
