/**
 * A request as data, so that each attempt can be made of it afresh: a Request is spent once it is sent. It is plain
 * data, because thousands may wait.
 */
export type Draft = {
  readonly method: string;
  readonly url: string;
  /** By the platform's own words, because some lack the name `HeadersInit`. */
  readonly headers: NonNullable<ConstructorParameters<typeof Headers>[0]>;
  readonly body: NonNullable<ConstructorParameters<typeof Response>[0]> | null;
  /** What a body that is a stream needs: it is sent while it is read (Fetch standard, "duplex"). */
  readonly duplex?: "half";
};

/** A Request of these settings alone: the platform would also take those that Object.prototype has. */
export function createRequest(url: string | URL, init: RequestInit): Request {
  return new Request(url, Object.assign(Object.create(null), init));
}

/** The draft itself where the platform refuses nothing of it, else a Request, whose making says what it refuses. */
export function checkDraft(draft: Draft): Request | Draft {
  const isSure =
    draft.body === null ? /^(?:DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT)$/ : /^(?:DELETE|PATCH|POST|PUT)$/;
  return isSure.test(draft.method) ? draft : createRequest(draft.url, draft);
}
