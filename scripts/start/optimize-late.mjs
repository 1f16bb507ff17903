// V8 optimizes a function that has run for a few milliseconds, in threads of its own. A command lives for seconds, and
// has thousands of functions that run for a few milliseconds: the threads spend as much on them as the command on all its
// work. What runs long enough to win is optimized all the same, somewhat later.
import { setFlagsFromString } from "node:v8";

/** How V8 says it, by its major version: Node 20 has 11. An unknown flag would be complained of on the terminal. */
const FLAGS = {
  11: "--interrupt-budget=1000000",
  12: "--invocation-count-for-turbofan=30000",
  13: "--invocation-count-for-turbofan=30000",
  14: "--invocation-count-for-turbofan=30000",
};

/**
 * Compiled code is kept for the flags with which it was compiled: so not before the thread has Node's own modules, whose
 * code comes with Node, and before it loads anything else.
 */
export function optimizeLate() {
  const flag = FLAGS[Number.parseInt(process.versions.v8, 10)];
  if (flag !== undefined) setFlagsFromString(flag);
}
