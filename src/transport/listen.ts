type End = () => void;
type Shared = { readonly ends: Set<End>; readonly endAll: End };

/**
 * Makes a function that calls `end` when a signal is aborted, and gives back what stops that. A signal has one
 * listener for all its calls, because Node warns of a leak from the eleventh on.
 */
export function createListen(): (signal: AbortSignal, end: End) => End {
  const table = new WeakMap<AbortSignal, Shared>();
  return (signal, end) => {
    const shared = table.get(signal) ?? share(signal);
    table.set(signal, shared);
    shared.ends.add(end);
    return () => {
      shared.ends.delete(end);
      if (shared.ends.size > 0) return;
      signal.removeEventListener("abort", shared.endAll);
      table.delete(signal);
    };
  };
}

function share(signal: AbortSignal): Shared {
  const ends = new Set<End>();
  const endAll = (): void => {
    for (const end of ends) end();
  };
  signal.addEventListener("abort", endAll);
  return { ends, endAll };
}
