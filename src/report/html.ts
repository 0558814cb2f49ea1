// The report as one HTML file: data, script and styles inside, nothing from elsewhere.
import { createHash } from 'node:crypto';
import { pageData } from './page/data.ts';
import { pageDocument } from './page/document.ts';
import type { ReportFormat } from './types.ts';

export const htmlReport: ReportFormat = (run, { version, pageScript }) => {
  const script = pageScript();
  const hash = createHash('sha256').update(script).digest('base64');
  return pageDocument({
    data: pageData(run, version),
    script: `<script type="module">${script}</script>`,
    scriptSource: `'sha256-${hash}'`,
  });
};
