// What the package exports: the client, its errors, and the types of its options, hooks and results.

export * from "./mechanism.js";
export {
  createClient,
  isJetEmailError,
  JetEmailError,
  type ClientOptions,
  type JetEmail,
} from "./jetemail.js";
