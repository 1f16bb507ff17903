/** A Request of these settings alone: the platform would also take those that Object.prototype has. */
export function createRequest(url: string | URL, init: RequestInit): Request {
  return new Request(url, Object.assign(Object.create(null), init));
}
