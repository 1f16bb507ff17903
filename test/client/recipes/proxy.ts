import { ProxyAgent } from "undici";
import { createClient, type JetEmail } from "../../../src/index.js";

/** A client whose requests go through a proxy, as `http://proxy.example:8080`. */
export function createClientBehind(proxy: string): JetEmail {
  const dispatcher = new ProxyAgent(proxy);
  // Node's fetch takes a dispatcher, which the types of the web platform do not have.
  return createClient({ fetch: (request) => fetch(request, { dispatcher } as RequestInit) });
}
