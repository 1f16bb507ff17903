export type Fields = { readonly [key: string]: unknown };

/** The same as one of ours, field by field. */
export type Issue = {
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly keyword: string;
  readonly keywordLocation: string;
};

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

/** Where a part stands: the steps that lead to it in the value, and the pointer of its schema. */
export type Place = { readonly path: Issue["path"]; readonly at: string };

export function addIssue(found: Issue[], path: Issue["path"], at: string, keyword: string, message: string) {
  found.push({ message, path, keyword, keywordLocation: `${at}/${keyword}` });
}

export function addMissing(found: Issue[], { path, at }: Place, name: string): void {
  addIssue(found, [...path, name], at, "required", `"${name}" is required`);
}

export function addUnknown(
  found: Issue[],
  { path, at }: Place,
  key: string,
  known: readonly string[],
  owner: Fields,
): void {
  const meant = known.find((name) => owner[name] === undefined && isNear(key, name));
  const hint = meant === undefined ? "" : `; did you mean "${meant}"?`;
  addIssue(found, [...path, key], at, "additionalProperties", `is not a known property${hint}`);
}

/** Whoever writes by hand looks at the first letter and the length before at anything else. */
function isNear(a: string, b: string): boolean {
  return a[0] === b[0] && Math.abs(a.length - b.length) < 3 && distance(a, b) < a.length * 0.4 + 1;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const MAX = 100;

export function isFull(found: readonly Issue[]): boolean {
  return found.length > MAX;
}

/** At most a hundred, of which the last says that there are more. */
export function cut(found: Issue[]): readonly Issue[] {
  const last = found[MAX - 1];
  if (found.length <= MAX || !last) return found;
  return [
    ...found.slice(0, MAX - 1),
    { ...last, message: "there are more problems; raise maxIssues", path: [] },
  ];
}
