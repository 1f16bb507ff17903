import type { ValidationIssue } from "../../generated/runtime.js";

export type Validate = (
  value: unknown,
  options?: { readonly maxIssues?: number },
) => readonly ValidationIssue[];

/** By media type; undefined where the document gives no schema. */
export type Content = Readonly<Record<string, Validate | undefined>>;

export type Parameter = {
  readonly in: string;
  readonly name: string;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved?: boolean;
  /** Set when the value travels as this media type and not by its style. */
  readonly contentType?: string;
  readonly validate: Validate | undefined;
};

/** What an entry of operations.ts says. */
export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly idempotent: boolean;
  /** In place of the document's. */
  readonly servers?: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody: { readonly required: boolean; readonly content: Content } | undefined;
  /** By status, as `200`, `2XX` or `default`. */
  readonly responses: Readonly<Record<string, Content>>;
};
