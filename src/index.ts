// What the package exports: the client, its errors, and the types of its options, hooks and results.

export { createClient, type JetEmail } from "./client.js";
export {
  ApiError,
  AuthenticationError,
  ConnectionError,
  GateError,
  isJetEmailError,
  JetEmailError,
  NotFoundError,
  RateLimitError,
  RedirectError,
  RequestValidationError,
  ResponseValidationError,
  TimeoutError,
  UnexpectedResponseError,
  type ErrorDetails,
} from "./errors.js";
export type { ApiKey } from "./api-key.js";
export type { CallEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent, WaitEvent } from "./hooks.js";
export type { Result } from "./call/method.js";
export type { CallOptions, ClientOptions, Fetch } from "./options.js";
export type { RateLimit } from "./rate-limit.js";
export type { ValidationIssue } from "../generated/runtime.js";
