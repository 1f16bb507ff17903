import { existsSync, statSync, watch } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Editors save in several steps: what comes within this time is one save. It is longer than the lag below, or a run would
 * take its own save for a later one.
 */
const QUIET_MILLISECONDS = 15;

/** File systems stamp a save with a clock that may lag behind by a tick of the kernel. */
const CLOCK_LAG_MILLISECONDS = 11;

/**
 * Waits until one of the files is saved, created or removed.
 * Folders are watched and not files, because many editors save by putting a new file in the old one's place.
 * @param since a time of `Date.now()`: a file that was saved later counts as changed at once.
 */
export function waitForChange(files: readonly string[], since: number): Promise<void> {
  const wanted = new Set(files.map((file) => resolve(file)));
  return new Promise((done) => {
    const end = (): void => {
      for (const watcher of watchers) watcher.close();
      done();
    };
    const notice = (): void => {
      clearTimeout(timer);
      timer = setTimeout(end, QUIET_MILLISECONDS);
    };
    let timer: NodeJS.Timeout | undefined;
    const watchers = listFolders(wanted).map((folder) =>
      watch(folder, (_event, name) => {
        if (name === null || isConcerned(resolve(folder, name), wanted)) notice();
      }),
    );
    if ([...wanted].some((file) => wasSavedAfter(file, since))) notice();
  });
}

/** Of a missing folder its nearest existing parent, which learns when the folder is made. */
function listFolders(files: ReadonlySet<string>): string[] {
  const folders = [...files].map((file) => {
    let folder = dirname(file);
    while (!existsSync(folder)) folder = dirname(folder);
    return folder;
  });
  return [...new Set(folders)];
}

function isConcerned(path: string, wanted: ReadonlySet<string>): boolean {
  return wanted.has(path) || [...wanted].some((file) => file.startsWith(`${path}/`));
}

function wasSavedAfter(file: string, time: number): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > time - CLOCK_LAG_MILLISECONDS;
}
