/** Lines of TypeScript over the modules `Base` and `Head`, of which the compiler says what callers would read. */

export type Path = readonly string[];

/** Reads a name of a value of this type, should there be one. */
export function writeRead(type: string, name: string): string {
  return `((v: NonNullable<${type}>) => v${/^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${quoteKey(name)}]`});`;
}

/** Reads any name of a value of this type. */
export function writeReadAny(type: string): string {
  return `((v: NonNullable<${type}>, name: string) => v[name]);`;
}

/** Puts a value of one type where another is wanted. */
export function writeAssignment(from: string, to: string): string {
  return `((v: ${from}): ${to} => v);`;
}

/** What stands at a path of a type, in any alternative. */
export function writeAt(type: string, path: Path): string {
  return path.reduce(
    (owner, key) => `At<${owner}, ${key === "*" ? "number | string" : quoteKey(key)}>`,
    type,
  );
}

/** One member of a type, whether it has to be there or not. */
export function writeOnly(type: string, key: string): string {
  return `Only<${type}, ${quoteKey(key)}>`;
}

/** A status is a number in schema.ts. */
export function quoteKey(key: string): string {
  return /^(?:0|[1-9]\d*)$/.test(key) ? key : JSON.stringify(key);
}
