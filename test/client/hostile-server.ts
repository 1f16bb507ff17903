import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { gzipSync } from "node:zlib";

/** What the server got, to be asked for at `/log/<id>`. */
export type Received = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Which of the two hosts got it. */
  readonly host: "main" | "elsewhere";
};

type Visit = {
  readonly request: IncomingMessage;
  readonly body: string;
  readonly response: ServerResponse;
  readonly socket: Socket;
  /** 1 for the first request of this client. */
  readonly turn: number;
  readonly id: string;
  /** The other host, to which a redirect may point. */
  readonly elsewhere: string;
  /** What stands behind the scenario's name: `redirect-307` has `307`. */
  readonly detail: string;
};

type Scenario = (visit: Visit) => void;

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, PATCH, DELETE",
  "access-control-allow-headers": "authorization, content-type, x-api-key, x-extra, traceparent",
  "access-control-expose-headers": "*",
};
const CORS_LINES = Object.entries(CORS)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join("");
/** A token that only the server knows. */
const ISSUED = "transactional_1ssued-by-the-server";
const DONE = JSON.stringify({ success: true, message: "Transactional key updated successfully" });

function answer({ response }: Visit, status: number, body: string | Uint8Array, headers: object = {}): void {
  response.writeHead(status, { ...CORS, "content-type": "application/json", ...headers });
  response.end(body);
}

/** Bytes as they are: HTTP libraries would correct most of what is wrong with them. */
function raw({ socket }: Visit, head: string, ...bodies: (string | Uint8Array)[]): void {
  // Node's server does not know that this was an answer, so the connection cannot serve another request.
  socket.write(`HTTP/1.1 ${head.replace("CORS", `${CORS_LINES}connection: close\r\n`)}\r\n`);
  for (const body of bodies) socket.write(body);
  setTimeout(() => cut(socket), 20);
}

function cut(socket: Socket): void {
  socket.end();
  socket.destroySoon();
}

const say =
  (status: number, body: object): Scenario =>
  (visit) =>
    answer(visit, status, JSON.stringify(body));

/** Fails on the first request and succeeds on the second. */
const once =
  (fail: Scenario): Scenario =>
  (visit) =>
    visit.turn === 1 ? fail(visit) : answer(visit, 200, DONE);

const bearerOf = (request: IncomingMessage): string =>
  (request.headers.authorization ?? String(request.headers["x-api-key"] ?? "")).replace("Bearer ", "");
const tokenOf = (body: string): string => /"api_token":"([^"]*)"/.exec(body)?.[1] ?? "";

/** Whatever a provider might say of a request, secrets included. */
function echo(visit: Visit, status: number, extra: object): void {
  const { request, body } = visit;
  const [key, token] = [bearerOf(request), tokenOf(body)];
  const said = {
    message: `key ${key} may not update ${token}: ${JSON.stringify(body)} ${encodeURIComponent(token)}`,
    error: `${request.headers.authorization ?? request.headers["x-api-key"]}`,
    [token]: key,
    details: [{ api_token: token, nested: { key, list: [token, `x${key}x`] } }],
    ...extra,
  };
  answer(visit, status, JSON.stringify(said), {
    "x-echo": `${key} ${token}`,
    "set-cookie": `sid=${key}`,
    "x-request-id": token,
  });
}

/** What servers, proxies and logs make of a text, and what is left of it where they cut it. */
function spell(text: string): string[] {
  const bytes = [...Buffer.from(text)];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0"));
  const percent = hex.map((pair) => `%${pair}`).join("");
  const unicode = hex.map((pair) => `\\u00${pair}`).join("");
  return [
    text.toUpperCase(),
    Buffer.from(text).toString("base64"),
    Buffer.from(text).toString("base64url"),
    Buffer.from(`user:${text}:x`).toString("base64"),
    Buffer.from(`u:${text}`).toString("base64"),
    hex.join(""),
    hex.join("").toUpperCase(),
    percent,
    percent.toUpperCase(),
    encodeURIComponent(percent),
    unicode,
    JSON.stringify(unicode),
    hex.map((pair) => `&#x${pair};`).join(""),
    hex.map((pair) => `&amp;#x${pair};`).join(""),
    ` ${text} `,
    text.slice(0, -4),
    text.slice(-9),
  ];
}

function drip({ response }: Visit, piece: string, everyMs: number): void {
  response.writeHead(200, { ...CORS, "content-type": "application/json" });
  response.write(piece);
  const timer = setInterval(() => response.write(piece), everyMs);
  response.on("close", () => clearInterval(timer));
}

const broken = gzipSync(DONE);
broken.fill(0, 12, 24);

const scenarios: Readonly<Record<string, Scenario>> = {
  ok: (visit) => answer(visit, 200, DONE, { "x-request-id": "req_42" }),
  slow: (visit) => void setTimeout(() => answer(visit, 200, DONE), Number(visit.detail)),
  unknown: say(200, { success: true, message: "ok", since: 2031 }),
  issued: say(200, { success: true, message: "ok", api_token: ISSUED }),
  "issued-badly": say(200, { success: true, message: 7, api_token: ISSUED }),
  "issued-not": say(200, { success: false, message: `not given: ${ISSUED}`, api_token: ISSUED }),
  listed: say(200, { transactionalKeys: [{ api_token: ISSUED, approvedDomains: ["example.com"] }] }),
  "listed-before": say(200, {
    "transactional-keys": [{ api_token: ISSUED, status: 1, approvedDomains: '["example.com"]' }],
  }),
  "listed-badly": say(200, { transactionalKeys: [{ api_token: ISSUED, usage: `${ISSUED} times` }] }),
  bom: (visit) => answer(visit, 200, `\uFEFF${DONE}`),
  gzip: (visit) => answer(visit, 200, gzipSync(DONE), { "content-encoding": "gzip" }),
  "no-type": (visit) => raw(visit, `200 OK\r\nCORScontent-length: ${DONE.length}\r\n`, DONE),
  "type-json-charset": (visit) =>
    answer(visit, 200, DONE, { "content-type": "Application/JSON; charset=utf-8" }),
  // Successes that are none.
  "success-false": say(200, { success: false, message: "no such key" }),
  "wrong-shape": say(200, { success: "yes", message: 7 }),
  html: (visit) => answer(visit, 200, "<html><body>Sign in</body></html>", { "content-type": "text/html" }),
  "json-as-text": (visit) => answer(visit, 200, DONE, { "content-type": "text/plain" }),
  "not-json": (visit) => answer(visit, 200, "{success: true"),
  "empty-200": (visit) => answer(visit, 200, ""),
  "empty-204": (visit) => {
    visit.response.writeHead(204, CORS);
    visit.response.end();
  },
  undocumented: say(202, { success: true }),
  utf8: (visit) =>
    answer(visit, 200, Buffer.from([...Buffer.from('{"message":"'), 0xc3, 0x28, ...Buffer.from('"}')])),
  truncated: (visit) => {
    raw(
      visit,
      "200 OK\r\nCORScontent-type: application/json\r\ntransfer-encoding: chunked\r\n",
      '10\r\n{"success":true,\r\n',
    );
  },
  short: (visit) => {
    raw(visit, `200 OK\r\nCORScontent-type: application/json\r\ncontent-length: 500\r\n`, DONE);
  },
  long: (visit) => {
    raw(visit, `200 OK\r\nCORScontent-type: application/json\r\ncontent-length: 10\r\n`, DONE);
  },
  "broken-gzip": (visit) => answer(visit, 200, broken, { "content-encoding": "gzip" }),
  "too-large": (visit) => answer(visit, 200, JSON.stringify({ message: "x".repeat(2 ** 20) })),
  endless: (visit) => drip(visit, "x".repeat(65_536), 1),
  "deep-json": (visit) => answer(visit, 400, `${'{"message":"deep","a":'.repeat(5000)}1${"}".repeat(5000)}`),
  proto: (visit) => answer(visit, 400, '{"message":"odd","__proto__":{"polluted":true}}'),
  // Those that keep one waiting.
  silent: () => undefined,
  stalled: (visit) => {
    visit.response.writeHead(200, { ...CORS, "content-type": "application/json", "content-length": "100" });
    visit.response.write('{"success":');
  },
  drip: (visit) => drip(visit, " ", 20),
  // Refusals.
  status: (visit) =>
    answer(visit, Number(visit.detail), JSON.stringify({ message: "what went wrong", error: "In short" })),
  "html-status": (visit) =>
    answer(visit, Number(visit.detail), "<html>Bad gateway</html>", { "content-type": "text/html" }),
  "escape-codes": say(400, { message: "one\r\ntwo\u001b[31mred\u202e" }),
  "cut-status": (visit) => {
    raw(
      visit,
      `${visit.detail} No\r\nCORScontent-type: application/json\r\ncontent-length: 500\r\n`,
      '{"message":',
    );
  },
  spelled: (visit) => {
    const spellings = [bearerOf(visit.request), tokenOf(visit.body)].flatMap(spell);
    answer(visit, 400, JSON.stringify({ spellings }), { "x-echo": JSON.stringify(spellings).slice(0, 4000) });
  },
  "not-found": (visit) =>
    answer(
      visit,
      404,
      JSON.stringify({
        message: `Transactional key not found: ${tokenOf(visit.body)} at /outbound/transactional-keys`,
      }),
    ),
  prefixes: (visit) => answer(visit, 400, JSON.stringify({ message: "api_".repeat(64_000) })),
  letters: (visit) => answer(visit, 400, JSON.stringify({ message: "a".repeat(8_000_000) })),
  echo: (visit) => echo(visit, Number(visit.detail), {}),
  "echo-wrong-shape": (visit) => echo(visit, 200, { success: "yes", message: 7 }),
  "echo-html": (visit) =>
    answer(visit, 200, `<p>${bearerOf(visit.request)} ${tokenOf(visit.body)}</p>`, {
      "content-type": "text/html",
      "x-echo": bearerOf(visit.request),
    }),
  "echo-not-json": (visit) => answer(visit, 200, `${bearerOf(visit.request)} ${tokenOf(visit.body)}`),
  // Those that a second attempt mends.
  "once-status": once((visit) => answer(visit, Number(visit.detail), "{}")),
  "once-later": once((visit) => answer(visit, 503, "{}", { "retry-after": visit.detail })),
  "once-reset": once(({ socket }) => void socket.resetAndDestroy()),
  reset: ({ socket }) => void socket.resetAndDestroy(),
  "once-limited": once((visit) => answer(visit, 429, "{}", { "retry-after": visit.detail })),
  limited: (visit) =>
    answer(
      visit,
      429,
      JSON.stringify({ message: "Too many requests" }),
      visit.detail ? { "retry-after": decodeURIComponent(visit.detail) } : {},
    ),
  // Its clock is so many seconds off, and by it the block takes a minute.
  "limited-skewed": (visit) => {
    const inUtc = (seconds: number): string =>
      new Date(Date.now() + (Number(visit.detail) + seconds) * 1000).toUTCString();
    answer(visit, 429, "{}", { date: inUtc(0), "retry-after": inUtc(60) });
  },
  "huge-head": (visit) => {
    raw(visit, `200 OK\r\nCORScontent-length: ${DONE.length}\r\nx-huge: ${"x".repeat(500_000)}\r\n`, DONE);
  },
  "broken-head": (visit) => raw(visit, `200 OK\r\nCORS\u0000: \u0001\r\n`, DONE),
  "odd-reason": (visit) => {
    raw(visit, `${visit.detail} N\u00efcht erlaubt \u2013 \u2713\r\nCORScontent-length: 2\r\n`, "{}");
  },
  redirect: (visit) => {
    const location = `${visit.elsewhere}/ok/${visit.id}/outbound/transactional-keys`;
    answer(visit, Number(visit.detail), "{}", { location, connection: "close" });
  },
  "redirect-nowhere": (visit) => answer(visit, 302, "{}"),
  "redirect-echo": (visit) =>
    answer(visit, 307, "{}", { location: `https://${bearerOf(visit.request)}.example.com/` }),
};

export type HostileServer = {
  readonly origin: string;
  readonly refused: string;
  readonly elsewhere: string;
  close(): Promise<void>;
};

/** Two real servers on loopback, and the address of a port where nobody listens. */
export async function startHostileServer(
  pages: Readonly<Record<string, string>> = {},
): Promise<HostileServer> {
  const log = new Map<string, Received[]>();
  const other = await listen(createServer((request, response) => void serve(request, response, "elsewhere")));
  const main = await listen(createServer((request, response) => void serve(request, response, "main")));
  const closed = await listen(createServer());
  await stop(closed.server);
  return {
    origin: main.origin,
    refused: closed.origin,
    elsewhere: other.origin,
    close: async () => void (await Promise.all([stop(main.server), stop(other.server)])),
  };

  async function serve(
    request: IncomingMessage,
    response: ServerResponse,
    host: Received["host"],
  ): Promise<void> {
    const url = request.url ?? "/";
    const [, name = "", id = ""] = url.split("/");
    const page = pages[url];
    if (page !== undefined)
      return void response
        .writeHead(200, { "content-type": url.endsWith(".js") ? "text/javascript" : "text/html" })
        .end(page);
    if (name === "log") return void response.writeHead(200, CORS).end(JSON.stringify(log.get(id) ?? []));
    if (request.method === "OPTIONS")
      return void response.writeHead(204, { ...CORS, "access-control-max-age": "600" }).end();
    const body = await readText(request);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([key, value]) => [key, String(value)]),
    );
    const received = log.get(id) ?? [];
    log.set(id, [...received, { method: request.method ?? "", path: url, headers, body, host }]);
    const known = Object.keys(scenarios).filter((key) => name === key || name.startsWith(`${key}-`));
    const key = known.toSorted((a, b) => b.length - a.length)[0] ?? "ok";
    const visit = {
      request,
      response,
      socket: request.socket,
      body,
      id,
      turn: received.length + 1,
      elsewhere: other.origin,
      detail: name.slice(key.length + 1),
    };
    scenarios[key]?.(visit);
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

async function listen(server: Server): Promise<{ readonly server: Server; readonly origin: string }> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server has an address object, not a pipe's name.
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
