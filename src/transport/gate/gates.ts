import type { Sources } from "../../credentials.js";
import type { Allowance } from "../../policy.js";
import { Budget } from "./budget.js";

/** The gate at which the calls of a client wait. */
export type FindGate = () => Promise<Budget>;

type Table = { readonly gates: Map<string, Budget>; sweepAt: number };

/** Shared by all clients of the process on purpose, those of another copy of this code too: the limit is the account's. */
const KEY = Symbol.for("openapi-proof.gates.1");

const MIN_SWEEP = 1000;

/**
 * A gate belongs to a base URL and an account: the one that `account` names, else that of the credentials. It is the
 * client's own where these may change or cannot be hashed.
 */
export function createGateFinder(
  baseUrl: string,
  account: string | undefined,
  sources: Sources,
  allowance: Allowance,
): FindGate {
  const own = new Budget(allowance);
  // The names of loopback are one server.
  const place = baseUrl.replace(/^(https?:\/\/)(?:127(?:\.\d+){3}|\[::1\])(?=[:/]|$)/, "$1localhost");
  let name = account === undefined ? undefined : `${place} account ${account}`;
  return async () => {
    if (name === undefined) {
      const hash = await hashSources(sources);
      if (hash === undefined) return own;
      name = `${place} key ${hash}`;
    }
    return findShared(name, allowance);
  };
}

/** Undefined for credentials that may change, and where the runtime has no SubtleCrypto (a page without TLS). */
async function hashSources(sources: Sources): Promise<string | undefined> {
  if (Object.values(sources).some((source) => typeof source === "function")) return undefined;
  const bytes = new TextEncoder().encode(JSON.stringify(sources));
  const digest = await globalThis.crypto?.subtle?.digest("SHA-256", bytes);
  return digest && String(new Uint8Array(digest));
}

function findShared(name: string, allowance: Allowance): Budget {
  // The only file that writes there, under a name that holds its version.
  const shared = globalThis as { [KEY]?: Table };
  const table = (shared[KEY] ??= { gates: new Map(), sweepAt: MIN_SWEEP });
  const found = table.gates.get(name) ?? new Budget(allowance);
  table.gates.set(name, found);
  if (table.gates.size >= table.sweepAt) sweep(table);
  return found;
}

/** So that rotated keys do not pile up; the next time is far enough that each key pays for its own part. */
function sweep(table: Table): void {
  const now = performance.now();
  for (const [name, gate] of table.gates) if (gate.isIdle(now)) table.gates.delete(name);
  table.sweepAt = Math.max(MIN_SWEEP, 2 * table.gates.size);
}
