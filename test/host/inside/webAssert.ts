// Stands in for node:assert/strict in the web extension host: npm's `assert` is the same library for browsers.
// biome-ignore lint/style/useNodejsImportProtocol: the npm package is meant here
import assert from 'assert';

// biome-ignore lint/style/noDefaultExport: the module that it replaces is used by its default export
export default assert.strict;
