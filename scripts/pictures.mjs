// Crops the pictures of README, docs and walkthrough from the screenshots that the walks left in artifacts/screenshots.
// To be run after `npm run test:walks`, by hand, whenever the product has another look; then look at them.
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const root = new URL('../', import.meta.url);
const WINDOW = { x: 0, y: 0, width: 1280, height: 800 };
const FIXES = { x: 352, y: 36, width: 928, height: 424 };
const HOVER = { x: 352, y: 36, width: 928, height: 384 };

/** Where each picture comes from, which part of it, and where it goes. `LOOK` is light and dark in turn. */
const WALKTHROUGH = [
  ['view-LOOK', { x: 0, y: 36, width: 928, height: 400 }, 'view-LOOK'],
  ['hover-living-LOOK', HOVER, 'hover-LOOK'],
  ['fixes-LOOK', FIXES, 'fix-LOOK'],
  ['smoke-end-LOOK', { x: 352, y: 36, width: 928, height: 740 }, 'smoke-LOOK'],
  ['contracts-LOOK', { x: 352, y: 36, width: 928, height: 640 }, 'contracts-LOOK'],
  ['checklist-LOOK', { x: 0, y: 36, width: 928, height: 500 }, 'checklist-LOOK'],
  ['report-LOOK', { x: 52, y: 68, width: 1228, height: 700 }, 'report-LOOK'],
];
const DOCS = [
  ['fixes-light', FIXES, 'fix'],
  ['hover-living-light', HOVER, 'hover'],
  ['smoke-end-dark', { x: 352, y: 36, width: 928, height: 740 }, 'smoke'],
  ['report-light', { x: 52, y: 68, width: 1228, height: 700 }, 'report'],
  ['contracts-dark', WINDOW, 'contracts'],
  ['smoke-7-confirm', WINDOW, 'smoke-question'],
  ['smoke-3-output-dark', WINDOW, 'smoke-output'],
  ['smoke-8-cancelled', WINDOW, 'smoke-cancelled'],
];

async function crop(page, from, clip, to) {
  const png = await readFile(new URL(`artifacts/screenshots/${from}.png`, root));
  await page.setContent(
    `<body style="margin:0"><img src="data:image/png;base64,${png.toString('base64')}" style="display:block">`,
  );
  await page.locator('img').evaluate((image) => image.decode());
  await page.screenshot({ path: new URL(to, root).pathname, clip });
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await mkdir(new URL('media/walkthrough/', root), { recursive: true });
  for (const look of ['light', 'dark'])
    for (const [from, clip, to] of WALKTHROUGH)
      await crop(page, from.replace('LOOK', look), clip, `media/walkthrough/${to.replace('LOOK', look)}.png`);
  for (const [from, clip, to] of DOCS) await crop(page, from, clip, `media/screenshots/${to}.png`);
} finally {
  await browser.close();
}
