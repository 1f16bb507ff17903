// What a client of any API exports, but for the two names of its own errors.

export { createClientFor, type ClientFor } from "./client.js";
export {
  ApiError,
  AuthenticationError,
  ConnectionError,
  GateError,
  NotFoundError,
  RateLimitError,
  RedirectError,
  RequestValidationError,
  ResponseValidationError,
  TimeoutError,
  UnexpectedResponseError,
  type ErrorDetails,
} from "./errors.js";
export type { CallEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent, WaitEvent } from "./hooks.js";
export type { CallOptions } from "./wire/method/call-options.js";
export type { Result } from "./wire/method/result.js";
export type { ApiKey, ClientForOptions, Credentials, CredentialSource, Fetch } from "./options.js";
export type { Allowance, Policy } from "./policy.js";
export type { RateLimit } from "./rate-limit.js";
export type { Credential } from "./wire/credential/credential.js";
export type { ValidationIssue } from "../generated/runtime.js";
