import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { runNpm } from "../package/pack.js";

const dependencies = {
  "@blockfrost/openapi": "0.1.93",
  "@digdir/dialogporten-schema": "1.40.0",
  "@figma/rest-api-spec": "0.43.0",
  "@gitbook/api": "0.202.0",
  "@neondatabase/api-client": "2.7.3",
  "@readme/oas-examples": "8.2.2",
  "@scalar/galaxy": "0.2.20",
} as const;

/** The documents' folder, installed when it is not what the table above says. */
export function installDocuments(): string {
  const folder = resolve("node_modules/.cache/documents");
  const text = JSON.stringify({ private: true, dependencies }, null, 2);
  const manifest = join(folder, "package.json");
  const stamp = join(folder, "node_modules", ".installed");
  if (existsSync(stamp) && readFileSync(manifest, "utf8") === text) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(manifest, text);
  runNpm(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], folder);
  writeFileSync(stamp, "");
  return folder;
}

/** Every JSON document of a folder, in the order of their names. */
export function listDocuments(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".json"))
    .toSorted();
}
