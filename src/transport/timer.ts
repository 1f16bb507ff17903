/** The longest delay of a timer in every runtime; a longer one fires at once (HTML, "timer initialization steps"). */
export const MAX_TIMER_MS = 2 ** 31 - 1;
