/** The fixed fields of a Path Item that hold operations (OpenAPI 3.1 §4.8.9), in their order there. */
const FIELDS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** A method as it is sent: its name has a case (RFC 9110 §9.1). */
export type Method = Uppercase<(typeof FIELDS)[number]>;

/** The methods that a Path Item can describe, by the field that does. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  // The type of the left is that of the right.
  FIELDS.map((field) => [field, field.toUpperCase() as Method]),
);

/** Whether a field of a Path Item holds an operation. */
export function isMethodField(field: string): boolean {
  return METHODS.has(field);
}

/** Whether a request may be sent twice without doing more than once (RFC 9110 §9.2.2). */
export function isIdempotent(method: Method): boolean {
  return method !== "POST" && method !== "PATCH";
}
