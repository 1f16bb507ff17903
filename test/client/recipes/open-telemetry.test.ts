import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { expect, it } from "vitest";
import { createClient } from "../../../src/index.js";
import { startHostileServer } from "../hostile-server.js";
import { traceWith } from "./open-telemetry.js";

it("the OpenTelemetry recipe makes one span a request, with no secret in it", async () => {
  const server = await startHostileServer();
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const hooks = traceWith(provider.getTracer("test"));
  const jetemail = createClient({ apiKey: "api_k3y", baseUrl: `${server.origin}/once-later-0/x`, ...hooks });
  await jetemail.updateTransactionalKey({ body: { api_token: "transactional_t0ken" } });
  await server.close();
  await jetemail
    .updateTransactionalKey({ body: { api_token: "transactional_t0ken" }, maxRetries: 0 })
    .catch(() => undefined);
  const spans = exporter.getFinishedSpans();
  expect(
    spans.map(({ name, attributes }) => [
      name,
      attributes["http.response.status_code"],
      attributes["error.type"],
    ]),
  ).toEqual([
    ["updateTransactionalKey", 503, "503"],
    ["updateTransactionalKey retry", undefined, undefined],
    ["updateTransactionalKey", 200, undefined],
    ["updateTransactionalKey", undefined, "connection"],
  ]);
  expect(JSON.stringify(spans.map(({ attributes, events }) => [attributes, events]))).not.toMatch(
    /k3y|t0ken/,
  );
});
