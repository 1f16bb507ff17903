/** What the function returns, or undefined in place of what it throws. */
export function orUndefined<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
