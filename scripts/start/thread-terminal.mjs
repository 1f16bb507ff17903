import { parentPort, workerData } from "node:worker_threads";
import { BUSY, FREE } from "./states.mjs";

/**
 * The terminal of a command that runs in a thread of its own: the main thread does what is asked for, in order.
 * @returns {import("../commands/terminal/terminal.js").Terminal}
 */
export function createTerminal() {
  const { isTTY, state } = workerData;
  const openStream = (stream) => ({ isTTY: isTTY[stream], write: (text) => post("write", { stream, text }) });
  return {
    readStdin,
    stdout: openStream("stdout"),
    stderr: openStream("stderr"),
    env: process.env,
    node: process.execPath,
    now: Date.now,
    announceLater(line, milliseconds) {
      post("announceLater", { line, milliseconds });
      return () => post("callOff");
    },
    setLastWords: (lastWords) => post("setLastWords", { lastWords }),
    withoutInterrupt(work) {
      seize(state);
      try {
        return work();
      } finally {
        // The main thread sets it free, once it has done what was asked before.
        post("release");
      }
    },
  };
}

/** The last message: the command is done. */
export function endCommand(exitCode) {
  post("end", { exitCode });
}

function post(kind, message = {}) {
  parentPort.postMessage({ kind, ...message }, []);
}

function readStdin() {
  post("readStdin");
  // While it is awaited, and no longer, it keeps the thread from ending.
  return new Promise((resolve) => parentPort.once("message", resolve));
}

/** Waits for ever when a signal was first: the process is about to end. */
function seize(state) {
  for (;;) {
    const found = Atomics.compareExchange(state, 0, FREE, BUSY);
    if (found === FREE) return;
    Atomics.wait(state, 0, found);
  }
}
