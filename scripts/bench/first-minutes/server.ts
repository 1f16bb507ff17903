import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Server = {
  readonly origin: string;
  /** Sets what is answered from now on, and forgets what was received. */
  readonly answerWith: (body: unknown) => void;
  readonly countReceived: () => number;
  readonly close: () => void;
};

/** Answers any request on the loopback interface as it is told. */
export async function startServer(): Promise<Server> {
  let answer = "";
  let received = 0;
  const server = createServer((request, response) => {
    received += 1;
    request.resume().on("end", () => response.setHeader("content-type", "application/json").end(answer));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    answerWith: (body) => {
      answer = JSON.stringify(body);
      received = 0;
    },
    countReceived: () => received,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
