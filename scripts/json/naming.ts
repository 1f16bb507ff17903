/** Words that a type or a function cannot be called, and those that validators.ts gives away itself. */
const RESERVED = new Set(
  (
    "any bigint boolean break case catch class const continue debugger default delete do else enum export extends " +
    "false finally for function if import in instanceof never new null number object package private protected " +
    "public return static string super switch symbol this throw true try typeof undefined unknown var void while " +
    "with yield let implements interface await StandardSchema ValidateOptions ValidationIssue " +
    "$schema $runtime"
  ).split(" "),
);

/** `list pets` and `list-pets` are `ListPets`. */
export function toPascalCase(text: string): string {
  const words = text.split(/[^\p{L}\p{N}_$]+/u).filter((word) => word !== "");
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
  return /^[\p{L}_$]/u.test(name) ? name : `_${name}`;
}

/** A key that can be a name stays as it is. */
export function toTypeName(key: string): string {
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) && !RESERVED.has(key)) return key;
  const name = toPascalCase(key);
  return RESERVED.has(name) ? `${name}_` : name;
}

/** What an operation is called: its operationId, or else its method and path (`getPetsPetId`). */
export function operationKey(method: string, path: string, operationId?: string): string {
  return operationId ?? method.toLowerCase() + toPascalCase(path);
}

type NamingOptions = {
  /** Makes a name that may be written; every name is given as it is by default. */
  readonly normalize?: (preferred: string) => string;
  /** Stands between a name and its number; nothing by default. */
  readonly separator?: string;
  /** Names that are never handed out. */
  readonly taken?: Iterable<string>;
};

/** Hands out each name once; the second of a kind gets a 2. The order of asking decides, and nothing else. */
export function createNaming(options: NamingOptions = {}): (preferred: string) => string {
  const { normalize = (preferred) => preferred, separator = "" } = options;
  const taken = new Set(options.taken);
  return (preferred) => {
    const base = normalize(preferred);
    let name = base;
    for (let serial = 2; taken.has(name); serial++) name = `${base}${separator}${serial}`;
    taken.add(name);
    return name;
  };
}
