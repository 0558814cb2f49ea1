// Vertex AI's page of model versions: IDs with their release and retirement days. Stable models only; previews are elsewhere.
import { lifecycleRows } from '../lifecycleTable.ts';
import type { Reader } from '../types.ts';

export const vertexModelVersions: Reader = {
  name: 'vertex-model-versions',
  file: 'vertex-model-versions.md',
  url: 'https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/model-versions.md.txt',
  title: 'Vertex AI model versions page',
  key: 'VTXVER',
  evidence: 'official',
  listsModels: true,
  read: (text) => ({
    ...lifecycleRows(text, 'vertex-ai', 'Veo models'),
    complete: ({ family }, { stage }, surface) =>
      surface === 'vertex-ai' && stage === 'ga' && family.startsWith('veo-'),
  }),
};
