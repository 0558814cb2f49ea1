// The parts of docs/security.md that are written by programs: how far a workspace's word goes.
import { tsImport } from 'tsx/esm/api';

const { CONFIG_TRUST, FILE_TRUST, SETTING_TRUST } = await tsImport('../src/config/trust.ts', import.meta.url);

const WORDS = { always: 'counts', trusted: 'counts only where it is trusted', never: 'never counts' };

/** The blocks by their marker. */
export function securityBlocks() {
  const rows = [
    ...Object.entries(SETTING_TRUST).map(([key, row]) => rowOf(`setting \`veoAudit.${key}\``, row)),
    ...Object.entries(CONFIG_TRUST).map(([key, row]) => rowOf(`\`veo-audit.yaml\`: \`${key}\``, row)),
    rowOf('`.veo-audit/catalog/overlay.json`', FILE_TRUST.acceptedFacts),
    rowOf('`.veo-audit/probes/*.json`', FILE_TRUST.probes),
  ];
  const head = "| key | the workspace's value | because it |\n|---|---|---|\n";
  return { trust: `\n${head}${rows.join('\n')}\n` };
}

function rowOf(key, { word, why }) {
  return `| ${key} | ${WORDS[word]} | ${why} |`;
}
