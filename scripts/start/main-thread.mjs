import { constants } from "node:os";
import { buffer } from "node:stream/consumers";
import { Worker } from "node:worker_threads";
import { BUSY, ENDED, FREE } from "./states.mjs";

/**
 * Runs a command in a thread of its own and gives its exit code. A stage may hold the loop of a thread for many
 * seconds, and only the loop of the main one hears signals and prints what is due meanwhile.
 * @param {URL} file what the thread runs; it makes its terminal with `createTerminal`.
 * @param {Record<string, unknown>} data what it is given besides.
 * @returns {Promise<number>}
 */
export function runInThread(file, data) {
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const isTTY = { stdout: process.stdout.isTTY, stderr: process.stderr.isTTY };
  const thread = new Worker(file, { workerData: { ...data, state, isTTY } });
  const command = { thread, state, lastWords: undefined, signal: undefined, announcement: undefined };
  // The reader of a pipe may leave early, as head(1) does. Files are written all the same.
  process.stdout.on("error", () => undefined);
  // Asked twice, the process ends at once, as it does without a listener.
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => interrupt(command, signal));
  return new Promise((resolve, reject) => {
    thread.on("message", ({ kind, ...message }) => {
      if (kind === "end") resolve(message.exitCode);
      else HANDLERS[kind](command, message);
    });
    thread.once("error", reject);
  });
}

/** What the thread asks for, by the name of the method of its terminal. */
const HANDLERS = {
  write: (_command, { stream, text }) => process[stream].write(text),
  readStdin: async ({ thread }) => thread.postMessage(await buffer(process.stdin), []),
  announceLater(command, { line, milliseconds }) {
    command.announcement = setTimeout(() => process.stderr.write(`${line}\n`), milliseconds);
    command.announcement.unref();
  },
  callOff: (command) => clearTimeout(command.announcement),
  setLastWords(command, { lastWords }) {
    command.lastWords = lastWords;
  },
  release(command) {
    Atomics.store(command.state, 0, FREE);
    if (command.signal !== undefined) interrupt(command, command.signal);
    Atomics.notify(command.state, 0);
  },
};

function interrupt(command, signal) {
  command.signal = signal;
  if (Atomics.compareExchange(command.state, 0, FREE, ENDED) === BUSY) return;
  const { lastWords } = command;
  // A command that leaves nothing behind ends as if nobody listened.
  if (lastWords === undefined) return endBySignal(signal);
  process[lastWords.stream].write(`${lastWords.text}\n`);
  // The codes of a shell: 128 and the number of the signal.
  process.exit(lastWords.exitCode ?? 128 + constants.signals[signal]);
}

function endBySignal(signal) {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
