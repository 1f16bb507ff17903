/** What a pure function gave, by its input. */
export type Memo<Value> = {
  readonly get: (input: string) => Value | undefined;
  readonly set: (input: string, value: Value) => void;
  /** Forgets what was not asked for since the last time. A run that asked for nothing leaves all as it is. */
  readonly endRun: () => void;
};

export function createMemo<Value>(): Memo<Value> {
  let before = new Map<string, Value>();
  let now = new Map<string, Value>();
  return {
    get: (input) => {
      const known = now.get(input) ?? before.get(input);
      if (known !== undefined) now.set(input, known);
      return known;
    },
    set: (input, value) => void now.set(input, value),
    endRun: () => {
      if (now.size > 0) [before, now] = [now, new Map()];
    },
  };
}

/** The function itself, which is asked once for each input. */
export function remember<Value>(memo: Memo<Value>, find: (input: string) => Value): (input: string) => Value {
  return (input) => {
    const known = memo.get(input) ?? find(input);
    memo.set(input, known);
    return known;
  };
}
