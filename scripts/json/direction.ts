/** Which way a value travels: from the caller of an API, or to it. */
export type Direction = "request" | "response";

/** The way of the answer to what travels one way. */
export function opposite(direction: Direction): Direction {
  return direction === "request" ? "response" : "request";
}
