// Every behaviour of the client, by topic; each runs in every runtime.
import { echoed } from "./behaviours/echoed.js";
import { family } from "./behaviours/family.js";
import { given } from "./behaviours/given.js";
import { connections } from "./behaviours/connection.js";
import { gates } from "./behaviours/gate.js";
import { limits, retryAfter } from "./behaviours/limited.js";
import { logged } from "./behaviours/logged.js";
import { neverSent } from "./behaviours/never-sent.js";
import { retries } from "./behaviours/retried.js";
import { sent } from "./behaviours/sent.js";
import { thrown } from "./behaviours/thrown.js";
import { ofJetEmail, type Behaviour } from "./behaviours/visit.js";

export type { World } from "./behaviours/visit.js";

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
