import { readFile, realpath, stat } from "node:fs/promises";

/** Larger than any document that is published: the largest known has 47 MB. */
const MAX_BYTES = 50_000_000;

/** Folders of the system whose files are nobody's text. */
const SYSTEM_FOLDERS = /^\/(?:dev|proc|sys)\//;

/** The text of a file in UTF-8. Rejects with a sentence for the reader. */
export async function readTextFile(path: string): Promise<string> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new Error(`${path} is a folder, and a file is needed`);
    if (!found.isFile() || SYSTEM_FOLDERS.test(await realpath(path)))
      throw new Error(`${path} is no file on a disk`);
    refuseSize(path, found.size);
    return decodeText(path, await readFile(path));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const reason = error.code === "ENOENT" ? "does not exist" : `cannot be read (${String(error.code)})`;
    throw new Error(`${path} ${reason}`, { cause: error });
  }
}

function refuseSize(path: string, size: number): void {
  if (size <= MAX_BYTES) return;
  const megabytes = (size / 1e6).toFixed(0);
  throw new Error(`${path} has ${megabytes} MB, and a file may have up to ${MAX_BYTES / 1e6}`);
}

/**
 * Bytes as text.
 * @throws with a sentence for the reader where they are UTF-16.
 */
export function decodeText(path: string, bytes: Uint8Array): string {
  refuseSize(path, bytes.length);
  const [first, second] = bytes;
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // The first character of a document is one of ASCII, with a zero beside it in UTF-16.
  if (hasMark || (bytes.length > 1 && (first === 0) !== (second === 0)))
    throw new Error(`${path} is written in UTF-16; save it as UTF-8`);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
