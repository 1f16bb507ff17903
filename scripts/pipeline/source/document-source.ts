/** Gives the text of a file by its path; throws or rejects, with a sentence for the reader, when there is none. */
export type ReadText = (path: string) => string | Promise<string>;

/** A document before it is read: from the disk, from a commit, or from memory. */
export type DocumentSource = {
  /** How a person calls it: a file name, or a name with a revision. */
  readonly name: string;
  /** Path of the first file. Paths of other files are found relative to the file that names them. */
  readonly entry: string;
  /** Text of a file of the document; throws or rejects, with a sentence for the reader, when there is none. */
  readonly read: ReadText;
};
