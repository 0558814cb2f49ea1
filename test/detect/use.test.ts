// What an ID does where it stands. Each text is labelled by its shape; the first ID of it is the one that counts.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { detectReferences } from '../../src/detect/detect.ts';
import type { Use } from '../../src/detect/types.ts';

const A = 'veo-3.0-generate-001';
const B = 'veo-3.0-fast-generate-001';
const CASES: Readonly<Partial<Record<Use, readonly [path: string, text: string][]>>> = {
  setting: [
    ['a.ts', `const MODEL = '${A}';`],
    ['a.ts', `const model = process.env.VEO_MODEL || '${A}';`],
    ['a.ts', `export const config = { video: { model: '${A}', seconds: 8 } };`],
    ['a.ts', `const url = \`https://x.googleapis.com/v1/models/${A}:predictLongRunning\`;`],
    ['a.ts', `await fetch("https://x.googleapis.com/v1/models/${A}", { method: "POST", body });`],
    ['a.ts', `await db.jobs.insert({ model: '${A}', prompt, status: 'queued' });`],
    ['a.ts', `function make(prompt: string, model = '${A}') {}`],
    ['a.ts', `return fast ? '${B}' : 'veo-x';`],
    ['a.ts', `await fetch(u, { body: JSON.stringify({ model: "${A}", prompt }) });`],
    ['a.ts', `const MODELS = { fast: '${B}' };\nconst id = MODELS[tier];`],
    ['a.tsx', `<Player model="${A}" />`],
    ['a.mjs', `parseArgs({ options: { model: { type: 'string', default: '${A}' } } })`],
    ['a.ts', `const MODELS = { TEXT: 'x', VIDEO: '${A}' };\nsend(MODELS.VIDEO);`],
    ['a.py', `model = os.getenv("VEO_MODEL", "${A}")`],
    ['a.py', `def make(prompt, model="${A}"):\n    pass`],
    ['a.py', `parser.add_argument("--model", default="${A}")`],
    ['a.py', `class Settings(BaseSettings):\n    video_model: str = "${A}"`],
    ['a.py', `video_model: str = Field(default="${A}", description="x")`],
    ['a.go', `req := Request{Model: "${A}", Prompt: p}`],
    ['a.go', `const defaultModel = "${A}"`],
    ['a.java', `private static final String MODEL = "${A}";`],
    ['a.kt', `class Client(private val model: String = "${A}")`],
    ['a.rs', `let model = "${A}";`],
    ['a.dart', `const String videoModel =\n    '${A}';`],
    ['a.php', `$model = $options['model'] ?? '${A}';`],
    ['a.rb', `model = ENV.fetch('VEO_MODEL', '${A}')`],
    ['a.yaml', `run: python clip.py --model ${A}\n`],
    ['a.yaml', `video:\n  model: ${A}\n  seconds: 8\n`],
    ['a.toml', `[video]\nmodel = "${A}"\n`],
    ['.env', `VEO_MODEL=${A}\n`],
    ['a.json', `{ "video": { "model": "${A}", "seconds": 8 } }`],
    ['a.sh', `MODEL="\${VEO_MODEL:-${A}}"\n`],
    [
      'a.py',
      `@dataclass\nclass Clip:\n    model: str = "${A}"\n\ndef send(clip: Clip):\n    post(clip.model)`,
    ],
    ['a.py', `class Config:\n    VEO_MODEL = "${A}"`],
    [
      'a.py',
      `class Maker:\n    MODEL = "${A}"\n\n    def url(self):\n        return f"{self.MODEL}:predict"`,
    ],
    ['a.java', `class Reels {\n  private final String model = "${A}";\n  void go() { send(model); }\n}`],
    ['a.cs', `class Reels\n{\n    private string model = "${A}";\n    void Go() => Send(model);\n}`],
    ['a.ts', `class Reels {\n  private model = '${A}';\n  go() { return this.model; }\n}`],
    ['a.sh', `VIDEO_MODEL_VEO3=${A}\n`],
    ['a.py', `subprocess.run("curl -X POST https://x/v1/models/${A}:predictLongRunning", shell=True)`],
    ['docker-compose.yml', `services:\n  api:\n    environment:\n      VEO_MODEL: ${A}\n`],
  ],
  constant: [
    ['a.dart', `class Models {\n  static const String veo30Generate001 =\n      '${A}';\n}`],
    ['a.py', `VEO_3_0 = "${A}"`],
    ['a.ts', `const MODELS = { fast: '${B}', best: '${A}' };`],
    ['a.ts', `{ id: 'veo', label: 'Veo', model: '${A}', kind: 'video' }`.replace(/^/, 'const entry = ')],
    ['a.py', `@dataclass\nclass Clip:\n    prompt: str\n    model: str = "${A}"`],
    ['a.py', `class ClipBody(BaseModel):\n    model: str = Field(default="${A}", description="x")`],
    ['a.kt', `data class ClipBody(val prompt: String, val model: String = "${A}")`],
    ['a.java', `public class ClipBody {\n  private String model = "${A}";\n}`],
    ['a.cs', `public class ClipBody\n{\n    public string Model { get; set; } = "${A}";\n}`],
    ['a.swift', `struct ClipBody {\n    var model: String = "${A}"\n}`],
    ['a.ts', `class ClipBody {\n  model = '${A}';\n}`],
    ['a.py', `VEO_FALLBACKS = ("${A}", "${B}")`],
  ],
  listing: [
    ['a.py', `requests.get("https://x.googleapis.com/v1/models/${A}", headers=auth)`],
    ['a.ts', `await fetch(\`https://x.googleapis.com/v1/models/${A}?key=\${key}\`);`],
    ['a.ts', `await fetch("https://x.googleapis.com/v1/models/${A}", { headers });`],
    ['a.ts', `type Model = '${A}' | '${B}';`],
    ['a.ts', `const MODELS = ['${A}', '${B}'];`],
    ['a.ts', `const PRICES = { '${A}': 0.4, '${B}': 0.15 };`],
    ['a.ts', `const options = [{ id: '${A}', label: 'Veo 3', price: 0.4 }];`],
    ['a.ts', `export const list = [{ value: '${A}', label: 'Veo 3' }, { value: 'x', label: 'X' }];`],
    ['a.ts', `const schema = z.enum(['${A}', '${B}']);`],
    ['a.ts', `const retired = new Set(['${A}', '${B}']);`],
    ['a.tsx', `<option value="${A}">Veo 3</option>`],
    ['a.py', `Model = Literal["${A}", "${B}"]`],
    ['a.py', `class Model(str, Enum):\n    VEO = "${A}"`],
    ['a.py', `COSTS = {\n    "${A}": 0.75,\n}`],
    ['a.py', `DEPRECATED_MODELS = {"old": "${A}"}`],
    ['a.go', `var prices = map[string]float64{"${A}": 0.4}`],
    ['a.go', `models := []string{"${A}", "${B}"}`],
    ['a.swift', `public extension ModelId {\n    static let veo30: Self = "${A}"\n}`],
    ['a.java', `enum Model { VEO3("${A}"); }`],
    ['a.php', `'veo' => [\n  '${A}',\n  '${B}',\n],`],
    ['a.rb', `MODELS = %w[x].freeze\nPRICES = { '${A}' => 0.4 }`],
    ['a.json', `{ "prices": { "${A}": 0.4 } }`],
    ['a.json', `{ "enum": ["${A}", "${B}"] }`],
    ['a.yaml', `models:\n  - ${A}\n  - ${B}\n`],
    ['a.yaml', `prices:\n  ${A}: 0.4\n`],
    ['a.sql', `INSERT INTO models VALUES ('${A}', 'Veo 3');`],
  ],
  comparison: [
    ['a.ts', `if (model === '${A}') {}`],
    ['a.ts', `if (['${A}', '${B}'].includes(model)) {}`],
    ['a.ts', `switch (model) { case '${A}': break; }`],
    ['a.ts', `const isOld = model.includes('${A}');`],
    ['a.ts', `if (/${A}/i.test(model)) run();`],
    ['a.ts', `expect(run).toThrow(/${A}/);`],
    ['a.ts', `expect(model).toBe('${A}');`],
    ['a.py', `if model == "${A}":\n    pass`],
    ['a.py', `if model in ("${A}", "${B}"):\n    pass`],
    ['a.go', `if strings.HasPrefix(model, "${A}") {}`],
  ],
  handle: [
    ['a.ts', `const name = 'projects/p/locations/l/publishers/google/models/${A}/operations/1';`],
    ['a.py', `OP = "models/${A}/operations/abc"`],
  ],
  text: [
    ['a.php', `<?php\nActivityLogger::log(activity: 'video', model: '${A}', prompt: $p, latencyMs: 5);`],
    ['a.py', `assets.append(Asset(path=path, metadata={"model": "${A}", "aspect_ratio": aspect}))`],
    ['a.ts', `await db.videos.insert({ model: '${A}', videoUrl, seconds: 8 });`],
    ['a.py', `usage.append({"model": "${A}", "latency_ms": 1200})`],
    ['a.py', `def make():\n    """Uses ${A}."""\n`],
    ['a.ts', `// uses ${A}\n`],
    ['a.ts', `throw new Error('The model ${A} is gone, use another one');`],
    ['a.ts', `console.log('${A}');`],
    ['a.tsx', `<input placeholder={isImage ? 'x' : '${A}'} />`],
    ['a.ts', `const schema = { description: 'For example ${A} or newer' };`],
    ['a.ts', `const shown = ['curl -X POST https://x/v1/models/${A}:predictLongRunning'];`],
    ['a.yaml', `description: we used ${A} before it ended\n`],
    ['a.yaml', `- note: moved off ${A}\n`],
    ['README.md', `We use ${A}.\n`],
  ],
};

describe('what an ID does where it stands', () => {
  const catalog = bundledCatalog();
  for (const [use, cases] of Object.entries(CASES)) {
    for (const [path, text] of cases) {
      it(`${use}: ${path} ${JSON.stringify(text)}`, () => {
        const [first] = detectReferences({ path, text }, catalog);
        assert.equal(first?.use, use, first?.useEvidence);
      });
    }
  }
});
