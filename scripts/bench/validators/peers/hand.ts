export { endpoint } from "./hand-endpoint.js";
export { closed, moltar } from "./hand-moltar.js";
export { nested } from "./hand-nested.js";
