type Known<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

/** The same fields without those that are undefined, so that neither a log nor a spread shows them. */
export function omitUndefined<Fields extends object>(fields: Fields): Known<Fields> {
  // Object.fromEntries forgets which names it was given.
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Known<Fields>;
}
