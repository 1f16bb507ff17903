import { SpanKind, SpanStatusCode, type Span, type Tracer } from "@opentelemetry/api";
import type { Hooks } from "../../../src/index.js";

/** One client span for each request, by the semantic conventions for HTTP, and one each for a retry and a wait. */
export function traceWith(tracer: Tracer): Hooks {
  const spans = new Map<number, Span>();
  return {
    onRequest({ callId, operationId, method, host, path, attempt }) {
      const attributes = {
        "http.request.method": method,
        "server.address": host,
        "url.template": path,
        "http.request.resend_count": attempt - 1,
      };
      spans.set(callId, tracer.startSpan(operationId, { kind: SpanKind.CLIENT, attributes }));
    },
    onResponse({ callId, status, error }) {
      const span = spans.get(callId);
      spans.delete(callId);
      if (status !== undefined) span?.setAttribute("http.response.status_code", status);
      if (error) span?.recordException(error);
      if (error || (status ?? 0) >= 400) {
        span
          ?.setAttribute("error.type", error?.code ?? String(status))
          .setStatus({ code: SpanStatusCode.ERROR });
      }
      span?.end();
    },
    onRetry({ operationId, delayMs, reason }) {
      tracer
        .startSpan(`${operationId} retry`, {
          attributes: { "jetemail.delay_ms": delayMs, "jetemail.reason": reason },
        })
        .end();
    },
    onWait({ operationId, waitMs }) {
      tracer.startSpan(`${operationId} wait`, { attributes: { "jetemail.wait_ms": waitMs } }).end();
    },
  };
}
