export { createClient, type JetEmail } from "./client.js";
export * from "./errors.js";
export type { CallEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent, WaitEvent } from "./hooks.js";
export type { Result } from "./operation.js";
export type { ApiKey, CallOptions, ClientOptions, Fetch } from "./options.js";
export type { RateLimit } from "./transport/gate.js";
export type { ValidationIssue } from "../generated/runtime.js";
