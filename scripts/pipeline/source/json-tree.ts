import { findStringEnd, skipSpace } from "./json-text.js";

/** The kinds of nodes by the numbers that yaml-ast-parser gives them. */
const KINDS = { scalar: 0, mapping: 1, map: 2, sequence: 3 } as const;

/**
 * A value of a text that is known to be JSON, as yaml-ast-parser describes it, as far as the linter asks for places.
 * What is inside is read when it is asked for: of many megabytes the place of a few problems is.
 */
export class JsonNode {
  readonly kind: number;
  /** The member of an object that it is the value of, or the array that has it; undefined for the whole. */
  readonly parent: JsonNode | JsonMember | undefined;
  readonly startPosition: number;
  readonly #text: string;
  #inner: readonly (JsonNode | JsonMember)[] | undefined;

  constructor(text: string, start = skipSpace(text, 0), parent?: JsonNode | JsonMember) {
    const sign = text[start];
    this.kind = sign === "{" ? KINDS.map : sign === "[" ? KINDS.sequence : KINDS.scalar;
    this.parent = parent;
    this.startPosition = start;
    this.#text = text;
  }

  /** Behind the last character. */
  get endPosition(): number {
    return findValueEnd(this.#text, this.startPosition);
  }

  get mappings(): readonly (JsonNode | JsonMember)[] {
    this.#inner ??= [...listStarts(this.#text, this.startPosition)].map(
      (start) => new JsonMember(this.#text, start, this),
    );
    return this.#inner;
  }

  get items(): readonly (JsonNode | JsonMember)[] {
    this.#inner ??= [...listStarts(this.#text, this.startPosition)].map(
      (start) => new JsonNode(this.#text, start, this),
    );
    return this.#inner;
  }
}

/** A member of an object. */
class JsonMember {
  readonly kind = KINDS.mapping;
  readonly parent: JsonNode;
  readonly startPosition: number;
  readonly #text: string;
  #key: JsonKey | undefined;
  #value: JsonNode | undefined;

  constructor(text: string, start: number, parent: JsonNode) {
    this.parent = parent;
    this.startPosition = start;
    this.#text = text;
  }

  get endPosition(): number {
    return this.value.endPosition;
  }

  get key(): JsonKey {
    this.#key ??= this.#readKey();
    return this.#key;
  }

  get value(): JsonNode {
    const colon = skipSpace(this.#text, findStringEnd(this.#text, this.startPosition) + 1);
    this.#value ??= new JsonNode(this.#text, skipSpace(this.#text, colon + 1), this);
    return this.#value;
  }

  #readKey(): JsonKey {
    const start = this.startPosition;
    const endPosition = findStringEnd(this.#text, start) + 1;
    // The text is known to be JSON, and a string stands here.
    const value = JSON.parse(this.#text.slice(start, endPosition)) as string;
    return { kind: KINDS.scalar, startPosition: start, endPosition, value, parent: this };
  }
}

type JsonKey = {
  readonly kind: number;
  readonly startPosition: number;
  readonly endPosition: number;
  readonly value: string;
  readonly parent: JsonMember;
};

/** Where each item of an array, or each member of an object, begins. */
function* listStarts(text: string, open: number): Generator<number> {
  const isObject = text[open] === "{";
  let at = skipSpace(text, open + 1);
  while (text[at] !== "]" && text[at] !== "}") {
    yield at;
    const start = isObject ? skipSpace(text, skipSpace(text, findStringEnd(text, at) + 1) + 1) : at;
    const end = skipSpace(text, findValueEnd(text, start));
    at = text[end] === "," ? skipSpace(text, end + 1) : end;
  }
}

/** Behind the value that begins at a place. */
function findValueEnd(text: string, start: number): number {
  if (text[start] === '"') return findStringEnd(text, start) + 1;
  return text[start] === "{" || text[start] === "[" ? findClosing(text, start) : findScalarEnd(text, start);
}

/** Behind the bracket that closes the one at a place. */
function findClosing(text: string, start: number): number {
  const signs = /["{}[\]]/g;
  signs.lastIndex = start;
  for (let depth = 0; ;) {
    const sign = signs.exec(text)?.[0];
    if (sign === undefined) return text.length;
    if (sign === '"') signs.lastIndex = findStringEnd(text, signs.lastIndex - 1) + 1;
    else depth += sign === "{" || sign === "[" ? 1 : -1;
    if (depth === 0) return signs.lastIndex;
  }
}

function findScalarEnd(text: string, start: number): number {
  const signs = /[\s,}\]]|$/g;
  signs.lastIndex = start;
  return signs.exec(text)?.index ?? text.length;
}
