import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyMutant } from "./draw.js";
import type { Mutant } from "./operators.js";
import type { Job, Outcome } from "./worker.js";

const LEFT_OUT = new Set(["node_modules", ".git", "dist", "docs", "coverage"]);

/** A copy of the project in a folder of its own, with a warm test runner in it. */
export class Tree {
  readonly #folder = realpathSync(mkdtempSync(join(tmpdir(), "mutants-")));
  readonly root = join(this.#folder, "project");
  /** Beside the copy: what tests leave there when their time is up goes with the tree. */
  readonly #temporary = join(this.#folder, "temporary");
  #child: ChildProcess | undefined;
  #current: { readonly mutant: Mutant; readonly text: string } | undefined;

  constructor() {
    process.once("exit", () => this.close());
    const source = process.cwd();
    const filter = (path: string): boolean => !LEFT_OUT.has(path.slice(source.length + 1));
    cpSync(source, this.root, { recursive: true, filter });
    symlinkSync(realpathSync("node_modules"), join(this.root, "node_modules"));
    mkdirSync(this.#temporary);
  }

  /** Runs a file of tests, with one mutant in the tree or none; `undefined` when `limit` milliseconds were not enough. */
  async run(
    test: string,
    mutant: Mutant | undefined,
    limit: number,
    reach?: string,
  ): Promise<Outcome | undefined> {
    const changed = this.#put(mutant);
    this.#child ??= await this.#start();
    const child = this.#child;
    const timer = setTimeout(() => this.#stop(), limit);
    child.send({ test, changed, reach } satisfies Job);
    // What the worker sends has this one type; null stands for its end.
    const outcome = await new Promise<Outcome | null>((settle) => {
      child.removeAllListeners().once("message", (answer) => settle(answer as Outcome));
      child.once("exit", () => settle(null));
    });
    clearTimeout(timer);
    if (outcome === null) this.#child = undefined;
    return outcome ?? undefined;
  }

  close(): void {
    this.#stop();
    // What has just been ended may still be writing.
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #put(mutant: Mutant | undefined): readonly string[] {
    if (this.#current?.mutant === mutant) return [];
    const changed: string[] = [];
    const write = (file: string, text: string): void => {
      writeFileSync(join(this.root, file), text);
      changed.push(file);
    };
    if (this.#current) write(this.#current.mutant.file, this.#current.text);
    this.#current = mutant && { mutant, text: readFileSync(join(this.root, mutant.file), "utf8") };
    if (this.#current)
      write(this.#current.mutant.file, applyMutant(this.#current.mutant, this.#current.text));
    return changed;
  }

  async #start(): Promise<ChildProcess> {
    const worker = join(this.root, "test/mutants/worker.ts");
    // Leader of a group, so that nothing that a test has started outlives it.
    const child = fork(worker, {
      cwd: this.root,
      env: { ...process.env, TMPDIR: this.#temporary },
      detached: true,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    await once(child, "message");
    return child;
  }

  #stop(): void {
    const child = this.#child;
    this.#child = undefined;
    if (child?.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
  }
}
