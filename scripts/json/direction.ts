/** Which way a value travels: from the caller of an API, or to it. */
export type Direction = "request" | "response";

/** The direction of the response to a request that travels one way. */
export function opposite(direction: Direction): Direction {
  return direction === "request" ? "response" : "request";
}
