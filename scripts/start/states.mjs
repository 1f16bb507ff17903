// What the two threads agree on: a signal ends a command that is free, and what is busy waits until it is no longer.

export const FREE = 0;
/** What is at work must not be cut. */
export const BUSY = 1;
/** A signal was first: nothing may begin that must not be cut. */
export const ENDED = 2;
