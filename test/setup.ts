import { version } from "esbuild";

/** esbuild works for good from the folder in which it was loaded first. Some tests change into one that they remove. */
export const ESBUILD_VERSION = version;
