// Every behaviour of the client, by topic; each runs in every runtime.
import { echoed } from "./echoed.js";
import { family } from "./family.js";
import { given } from "./given.js";
import { connections } from "./connection.js";
import { gates } from "./gate.js";
import { limits, retryAfter } from "./limited.js";
import { logged } from "./logged.js";
import { neverSent } from "./never-sent.js";
import { retries } from "./retried.js";
import { sent } from "./sent.js";
import { thrown } from "./thrown.js";
import { ofJetEmail, type Behaviour } from "./visit.js";

export type { World } from "./visit.js";

export const behaviours: readonly Behaviour[] = [
  ...sent,
  ...retries,
  ...limits,
  ...gates,
  ...connections,
  ...thrown,
  ...retryAfter,
  ...logged,
  ...neverSent,
  ...echoed,
  ...given,
  // Of its other operations.
  ...family.map(ofJetEmail),
];
