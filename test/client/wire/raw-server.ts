import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/** A request as it came over the wire. */
export type RawRequest = {
  /** `GET /path?query`. */
  readonly line: string;
  /** Names in lower case, values as they came. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export type RawAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};

export type RawServer = {
  readonly origin: string;
  /** What came since it was last asked. */
  take(): readonly RawRequest[];
  /** What is answered from now on. */
  answer(answer: RawAnswer): void;
  close(): Promise<void>;
};

/** A server that reads bytes and knows no more of HTTP than where a request ends. */
export async function startRawServer(): Promise<RawServer> {
  let seen: RawRequest[] = [];
  let next: RawAnswer = {};
  const server = createServer((socket) => {
    let bytes = Buffer.alloc(0);
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const request = parse(bytes);
      if (request === undefined) return;
      seen.push(request);
      bytes = Buffer.alloc(0);
      respond(socket, next);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    take: () => seen.splice(0),
    answer: (answer) => {
      next = answer;
      seen = [];
    },
    close: async () => {
      server.close();
      await once(server, "close");
    },
  };
}

/** Undefined until it has come whole. */
function parse(bytes: Buffer): RawRequest | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [first = "", ...fields] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const headers = Object.fromEntries(
    fields.map((field) => [
      field.slice(0, field.indexOf(":")).toLowerCase(),
      field.slice(field.indexOf(":") + 2),
    ]),
  );
  const rest = bytes.subarray(end + 4);
  const body = headers["transfer-encoding"] === "chunked" ? joinChunks(rest) : takeLength(rest, headers);
  return body && { line: first.replace(/ HTTP\/1\.1$/, ""), headers, body };
}

function takeLength(rest: Buffer, headers: RawRequest["headers"]): Buffer | undefined {
  const length = Number(headers["content-length"] ?? 0);
  return rest.length < length ? undefined : rest.subarray(0, length);
}

/** RFC 9112 §7.1. */
function joinChunks(rest: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const end = rest.indexOf("\r\n", at);
    const length = parseInt(rest.subarray(at, end).toString("latin1"), 16);
    if (end < 0 || rest.length < end + 2 + length + 2) return undefined;
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(rest.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}

function respond(socket: Socket, { status = 204, headers = {}, body = "" }: RawAnswer): void {
  const bytes = Buffer.from(body);
  const fields = {
    ...(bytes.length > 0 ? { "content-length": String(bytes.length) } : {}),
    connection: "close",
    ...headers,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 ${status} X\r\n${lines.join("")}\r\n`, "latin1"), bytes]));
}
