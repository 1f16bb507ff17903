import { ApiError, AuthenticationError, NotFoundError, type ClientError, RateLimitError } from "../errors.js";
import { describeDuration, describeEnd } from "../transport/moment.js";
import type { Call } from "./call.js";
import { createFailure, type ErrorClass } from "./failure.js";
import { readEssence } from "./media-type.js";

const CLASSES_BY_STATUS: Readonly<Record<number, ErrorClass<ClientError>>> = {
  401: AuthenticationError,
  403: AuthenticationError,
  404: NotFoundError,
  429: RateLimitError,
};

/** Throws the error of a response that refuses: by its status, or by what its body says. */
export function throwIfRefused(response: Response, json: unknown, call: Call): void {
  const { successField = "" } = call.policy;
  if (!response.ok || Object(json)[successField] === false) throw createRefusal(response, json, call);
}

function createRefusal(response: Response, json: unknown, call: Call): ClientError {
  const { status } = response;
  const { retryAfterMs = 0 } = status === 429 ? call : {};
  const body = call.secrets.redactAll(json);
  const { failureFields: fields = {} } = call.policy;
  const names = fields[readEssence(response.headers.get("content-type") ?? "")] ?? fields["default"] ?? [];
  const words = names.map((name) => Object(body)[name]).filter((text) => text && typeof text === "string");
  const said = [`the API responded with status ${status}`, ...new Set(words)].join(": ");
  const text = retryAfterMs
    ? `${said}; blocked for ${describeDuration(retryAfterMs)}, until ${describeEnd(retryAfterMs)}`
    : said;
  return createFailure(CLASSES_BY_STATUS[status] ?? ApiError, call, text, {
    response,
    body,
    retryAfterMs: status === 429 ? retryAfterMs : undefined,
  });
}
