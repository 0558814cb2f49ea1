// Loads before the first test what the program loads on its way: what a module holds from its start is then no part of
// the test that happens to come first, and faults in it are left to `--constants`.
import '../../src/config/parse.ts';
import '../../src/gateway/kept.ts';
import '../../src/refresh/readOverlay.ts';
import '../../src/refresh/readProbe.ts';
import '../../src/smoke/evidenceMarkdown.ts';
import '../../src/smoke/summary.ts';
import '../../src/workspace/auditRoutes.ts';
import '../../src/workspace/grammarFiles.ts';
