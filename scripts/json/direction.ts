/** Which way a value travels: from the caller of an API, or to it. */
export type Direction = "request" | "response";
