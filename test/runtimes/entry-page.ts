// Browsers: the world stands in the page's address, the results become a property of the window.
import * as library from "../../src/index.js";
import { runAll } from "./harness.js";

const world = JSON.parse(decodeURIComponent(location.hash.slice(1)));
Object.assign(globalThis, { results: await runAll({ library, ...world }) });
