/** Tells the errors of this client from those of another API's in the same process. */
export const CLIENT_NAME = "jetemail-client";
