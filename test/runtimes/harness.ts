// Runs unchanged in every runtime, like the behaviours themselves.
import { behaviours, type World } from "../client/behaviours/behaviours.js";

/** Behaviour's name → what went wrong, null when nothing did. */
export type Results = Readonly<Record<string, string | null>>;

/** Four at a time: workerd opens no more than six connections at once. What replaces a global runs alone. */
export async function runAll(world: World): Promise<Results> {
  const results: Record<string, string | null> = {};
  const alone = behaviours.filter(({ name }) => name.includes("globalThis"));
  const queue = behaviours.filter((behaviour) => !alone.includes(behaviour));
  const work = async (list: (typeof behaviours)[number][]): Promise<void> => {
    const next = list.shift();
    if (!next) return;
    results[next.name] = await runOne(next.run(world));
    await work(list);
  };
  await work(alone);
  await Promise.all(Array.from({ length: 4 }, () => work(queue)));
  return Object.fromEntries(behaviours.map(({ name }) => [name, results[name] ?? null]));
}

async function runOne(run: Promise<void>): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("did not end within 20 s"), 20_000);
  });
  const ended = run.then(
    () => null,
    (error: unknown) => String(error),
  );
  const result = await Promise.race([ended, late]);
  clearTimeout(timer);
  return result;
}
