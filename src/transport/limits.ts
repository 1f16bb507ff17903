// What the provider has published of its rate limit, how much of it this client takes, and what a timer can hold.

/** Any window of this length counts. */
export const WINDOW_MS = 60_000;

/** Under the provider's 240, so that other users of the account have room. */
export const REQUESTS_PER_WINDOW = 200;

/** How long the provider blocks an account that sent too much; holds for a 429 that does not say how long. */
export const BLOCK_MS = 300_000;

/** The longest delay of a timer in every runtime; a longer one fires at once (HTML, "timer initialization steps"). */
export const MAX_TIMER_MS = 2 ** 31 - 1;
