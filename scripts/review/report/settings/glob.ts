import { Minimatch } from "minimatch";

/** Whether a text matches: `*` is anything but a slash, `**` is any number of segments. Braces are those of a path. */
export function createGlob(pattern: string): (text: string) => boolean {
  const glob = new Minimatch(pattern, { dot: true, nobrace: true, nocomment: true, noext: true, nonegate: true });
  return (text) => glob.match(text);
} // prettier-ignore
