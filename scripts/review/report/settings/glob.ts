import { Minimatch, type MinimatchOptions } from "minimatch";

/** The same on every system: what is matched has forward slashes. */
const OPTIONS: MinimatchOptions = {
  platform: "linux",
  dot: true,
  nocomment: true,
  noext: true,
  nonegate: true,
};

/** Whether a text matches: `*` is anything but a slash, `**` is any number of segments. Braces are those of a path. */
export function createGlob(pattern: string): (text: string) => boolean {
  const glob = new Minimatch(pattern, { ...OPTIONS, nobrace: true });
  return (text) => glob.match(text);
}

/** The same for paths of files, which may be written as Windows has them; `{a,b}` is either. */
export function createFileGlob(pattern: string): (path: string) => boolean {
  const glob = new Minimatch(pattern.replaceAll("\\", "/").replace(/^(?:\.\/+)+/, ""), OPTIONS);
  return (path) => glob.match(path);
}
