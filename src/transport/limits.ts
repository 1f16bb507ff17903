// What the provider has published of its rate limit, and how much of it this client takes.

/** Any window of this length counts. */
export const WINDOW_MS = 60_000;

/** Under the provider's 240, so that other users of the account have room. */
export const REQUESTS_PER_WINDOW = 200;

/** How long the provider blocks an account that sent too much; holds for a 429 that does not say how long. */
export const BLOCK_MS = 300_000;
