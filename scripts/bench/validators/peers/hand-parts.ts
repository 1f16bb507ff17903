export type Fields = { readonly [key: string]: unknown };

export type Issue = { readonly message: string; readonly path: readonly (string | number)[] };

export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isTextOf(value: unknown, least: number, most: number): value is string {
  return typeof value === "string" && value.length >= least && value.length <= most;
}

export function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}

export function isIntegerWithin(value: unknown, least: number, most: number): value is number {
  return isWithin(value, least, most) && Number.isInteger(value);
}

export function countKeys(value: Fields): number {
  let count = 0;
  for (const _ in value) count++;
  return count;
}
