// Runs before the tests are loaded: a fresh clone has no generated catalog yet.
import { ensureCatalog } from '../scripts/build-catalog.mjs';

await ensureCatalog();
