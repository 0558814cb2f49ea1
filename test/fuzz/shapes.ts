// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of the languages that are written.
// Texts that grow: one shape for each way in which a file gets long, repeated `n` times.

/** A text of `n` parts under a path. */
export interface Shape {
  readonly name: string;
  readonly path: string;
  readonly text: (n: number) => string;
}

/** A unit over and over, `#` standing for its number, between a head and a foot. */
const repeated = (name: string, path: string, unit: string, head = '', foot = ''): Shape => ({
  name,
  path,
  text: (n) =>
    head + Array.from({ length: n }, (_, index) => unit.replaceAll('#', String(index))).join('') + foot,
});

/** Brackets in brackets around an ID. */
const nested = (
  name: string,
  path: string,
  open: string,
  close: string,
  head = '',
  inside = '"veo-3.0-generate-001"',
): Shape => ({
  name,
  path,
  text: (n) => `${head}${open.repeat(n)}${inside}${close.repeat(n)}`,
});

const ID = 'veo-3.0-generate-001';

const CALLS: readonly Shape[] = [
  repeated(
    'calls',
    'a.py',
    `client.models.generate_videos(model="${ID}", prompt="p#")\n`,
    'from google import genai\nclient = genai.Client()\n',
  ),
  repeated(
    'calls of one name',
    'a.py',
    'client.models.generate_videos(model=MODEL, prompt="p#")\n',
    `MODEL = "${ID}"\nclient = genai.Client()\n`,
  ),
  repeated(
    'functions with calls',
    'a.py',
    `def f#(prompt, model="${ID}"):\n    return client.models.generate_videos(model=model, prompt=prompt)\n`,
    'client = genai.Client()\n',
  ),
  repeated(
    'one name set again',
    'a.py',
    `model = "${ID}"\nclient.models.generate_videos(model=model, prompt="p#")\n`,
  ),
  repeated(
    'one helper, many callers',
    'a.py',
    `make("${ID}", "p#")\n`,
    'def make(model, prompt):\n    return requests.post(f"https://generativelanguage.googleapis.com/v1beta/models/{model}:predictLongRunning", json={"instances": [{"prompt": prompt}]})\n',
  ),
  repeated(
    'classes',
    'a.py',
    `class C#:\n    def __init__(self, client):\n        self.client = client\n        self.model = "${ID}"\n    def run(self, prompt):\n        return self.client.models.generate_videos(model=self.model, prompt=prompt)\n`,
  ),
  repeated('enumeration', 'a.py', `    M# = "${ID}"\n`, 'from enum import Enum\nclass Models(str, Enum):\n'),
  repeated(
    'dictionary',
    'a.py',
    `    "k#": "${ID}",\n`,
    'MODELS = {\n',
    '}\nclient.models.generate_videos(model=MODELS[x], prompt="p")\n',
  ),
  repeated(
    'dictionary in a call',
    'a.py',
    `"k#": "${ID}", `,
    'client.models.generate_videos(model="veo-3.0-generate-001", config={',
    '})\n',
  ),
  repeated(
    'changes of one object',
    'a.py',
    'config["k#"] = #\n',
    'config = {}\n',
    `client.models.generate_videos(model="${ID}", prompt="p", config=config)\n`,
  ),
  repeated('a list in one line', 'a.py', `"${ID}", `, 'MODELS = [', ']\n'),
  repeated('additions', 'a.py', `"${ID}" + `, 'x = ', '"a"\nclient.models.generate_videos(model=x)\n'),
  repeated('arguments', 'a.py', `k#="${ID}", `, 'client.models.generate_videos(', ')\n'),
  repeated('comparisons', 'a.py', `if model == "${ID}":\n    pass\n`),
  repeated(
    'decorators and loops',
    'a.py',
    `@retry\ndef f#():\n    while not operation.done:\n        operation = client.operations.get(operation)\n    client.models.generate_videos(model="${ID}", prompt="p")\n`,
  ),
  repeated(
    'http calls',
    'a.py',
    `requests.post("https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning", json={"instances": [{"prompt": "p#"}]})\n`,
  ),
  repeated(
    'addresses',
    'a.py',
    `u# = "https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning"\n`,
  ),
  repeated(
    'addresses that are returned',
    'a.py',
    `def u#():\n    return "https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning"\n`,
  ),
  repeated('docstrings', 'a.py', `def f#():\n    """Uses ${ID}."""\n`),
  repeated(
    'options',
    'a.py',
    `parser.add_argument("--model#", default="${ID}")\nclient.models.generate_videos(model=args.model#, prompt="p")\n`,
  ),
  repeated(
    'calls',
    'a.ts',
    `await ai.models.generateVideos({ model: "${ID}", prompt: "p#" });\n`,
    'import { GoogleGenAI } from "@google/genai";\nconst ai = new GoogleGenAI({});\n',
  ),
  repeated(
    'calls of one constant',
    'a.ts',
    'await ai.models.generateVideos({ model: MODEL, prompt: "p#" });\n',
    `const MODEL = "${ID}";\nconst ai = new GoogleGenAI({});\n`,
  ),
  repeated(
    'one line of calls',
    'a.js',
    `ai.models.generateVideos({model:"${ID}",prompt:"p#"});`,
    'const ai = new GoogleGenAI({});',
  ),
  repeated(
    'wrapped clients',
    'a.ts',
    `const c# = wrap(c);\nawait c#.models.generateVideos({ model: "${ID}", prompt: "p" });\n`,
    'let c = new GoogleGenAI({});\n',
  ),
  repeated(
    'clients made of clients',
    'a.ts',
    `const c# = make(c);\nc = c#;\nfetch(c.url, { body: c });\n`,
    `let c = new GoogleGenAI({});\n`,
    `ai.models.generateVideos({ model: "${ID}", prompt: "p" });\n`,
  ),
  repeated(
    'fetches',
    'a.ts',
    `await fetch(\`https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning\`, { method: "POST", body: JSON.stringify({ instances: [{ prompt: "p#" }] }) });\n`,
  ),
  repeated(
    'addresses that are built',
    'a.ts',
    `function u#() { return "https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning"; }\n`,
  ),
  repeated(
    'fetches in functions',
    'a.ts',
    'async function f#(model) { return fetch(`${base}/models/${model}:predictLongRunning`, { body: JSON.stringify({ instances: [{ prompt: "p" }] }) }); }\n',
    '',
    `f0("${ID}");\n`,
  ),
  repeated(
    'classes with one field',
    'a.ts',
    'class C# { constructor(client) { this.client = client; } async run(p) { return this.client.post("/videos", { prompt: p, seconds: 8 }); } }\n',
    '',
    `new C0(x).generateVideos({ model: "${ID}", prompt: "p" });\n`,
  ),
  repeated(
    'calls of fields',
    'a.ts',
    'other#.client.apiClient.request({ path: "videos", body: client.apiClient });\n',
    `class A { constructor(c) { this.apiClient = c; this.client = c.apiClient; } }\nai.models.generateVideos({ model: "${ID}", prompt: "p" });\n`,
  ),
  repeated('calls by shape', 'a.ts', `await submitVideo({ model: "${ID}", prompt: "p#", duration: 8 });\n`),
  repeated(
    'imports',
    'a.ts',
    `import { m# } from "./m#";\nawait ai.models.generateVideos({ model: m#, prompt: "p" });\n`,
    '',
    `const x = "${ID}";\n`,
  ),
  repeated('types', 'a.ts', `  | "${ID}"\n`, 'type Model =\n', ';\n'),
  repeated(
    'cases',
    'a.ts',
    `    case "${ID}": return #;\n`,
    'function f(model) {\n  switch (model) {\n',
    '  }\n}\n',
  ),
  repeated('objects', 'a.ts', `  { id: "${ID}", label: "L#", price: # },\n`, 'const MODELS = [\n', '];\n'),
  repeated(
    'a table that is looked into',
    'a.ts',
    `  k#: "${ID}",\n`,
    'const TABLE = {\n',
    '};\nai.models.generateVideos({ model: TABLE[x], prompt: "p" });\n',
  ),
  repeated('tables', 'a.ts', `const T# = { a: "${ID}", b: "x" };\nuse(T#[k]);\n`),
  repeated(
    'templates',
    'a.ts',
    `\${a}veo-3.0-generate-001`,
    'const x = `',
    '`;\nai.models.generateVideos({ model: x });\n',
  ),
  repeated(
    'a chain',
    'a.ts',
    `.with("${ID}")`,
    'builder.generateVideos({ model: "veo-3.0-generate-001" })',
    ';\n',
  ),
  repeated('members', 'a.ts', '.a', 'x', `.generateVideos({ model: "${ID}", prompt: "p" });\n`),
  repeated(
    'conditions',
    'a.ts',
    `a# ? "${ID}" : `,
    'const m = ',
    '"x";\nai.models.generateVideos({ model: m });\n',
  ),
  repeated('comments', 'a.ts', `// ${ID} #\n`),
  repeated(
    'loops',
    'a.ts',
    'while (!operation.done) { operation = await ai.operations.getVideosOperation({ operation }); }\n',
    '',
    `ai.models.generateVideos({ model: "${ID}", prompt: "p" });\n`,
  ),
  repeated('suppressions', 'a.ts', `// veo-audit-ignore shut-down-model -- why #\nconst m# = "${ID}";\n`),
  repeated(
    'elements',
    'a.tsx',
    `<option value="${ID}">L#</option>\n`,
    'export const S = () => <select>\n',
    '</select>;\n',
  ),
  repeated(
    'calls',
    'a.go',
    `	client.Models.GenerateVideos(ctx, "${ID}", "p#", nil, nil)\n`,
    'package a\nfunc f() {\n',
    '}\n',
  ),
  repeated('constants', 'a.go', `	M# = "${ID}"\n`, 'package a\nconst (\n', ')\n'),
  repeated(
    'calls',
    'A.java',
    `client.models.generateVideos("${ID}", "p#", null, null);\n`,
    'class A { void f() {\n',
    '}}\n',
  ),
  repeated(
    'builders',
    'A.java',
    `.model("${ID}")`,
    'class A { void f() { send(Request.builder()',
    '.build()); }}\n',
  ),
  repeated(
    'calls',
    'A.cs',
    `await client.Models.GenerateVideosAsync(model: "${ID}", prompt: "p#");\n`,
    'class A { async Task F() {\n',
    '}}\n',
  ),
  repeated(
    'calls',
    'a.php',
    `$client->post("https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning", ["json" => ["instances" => [["prompt" => "p#"]]]]);\n`,
    '<?php\n',
  ),
  repeated(
    'calls',
    'a.rb',
    `client.post("/v1beta/models/${ID}:predictLongRunning", { instances: [{ prompt: "p#" }] })\n`,
  ),
  repeated('bare names in one line', 'a.rb', 'a.veo3'),
  repeated('bare names', 'a.rb', 'a.veo3\n'),
  repeated('bare names in one line', 'a.py', 'a.veo3'),
  repeated('bare names in one line', 'a.ts', 'a.veo3'),
  repeated('bare names in one line', 'a.yaml', 'a.veo3'),
  repeated('bare names in one line', 'a.env', 'a.veo3'),
  repeated(
    'blocks',
    'a.rb',
    `conn.post("/videos") { |req| req.body = { model: "${ID}", prompt: "p#", seconds: 8 } }\n`,
  ),
  repeated(
    'calls',
    'a.rs',
    `client.post("https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning").json(&json!({"instances": [{"prompt": "p#"}]})).send().await?;\n`,
    'async fn f() {\n',
    '}\n',
  ),
  repeated(
    'calls',
    'a.kt',
    `client.models.generateVideos("${ID}", "p#", null, null)\n`,
    'fun f() {\n',
    '}\n',
  ),
  repeated(
    'blocks',
    'a.kt',
    `client.post("u") { setBody(buildJsonObject { put("model", "${ID}"); put("prompt", "p#") }) }\n`,
    'fun f() {\n',
    '}\n',
  ),
  repeated('calls', 'a.swift', `client.generateVideos(model: "${ID}", prompt: "p#")\n`),
  repeated(
    'calls',
    'a.dart',
    `client.generateVideos(model: "${ID}", prompt: "p#");\n`,
    'void f() {\n',
    '}\n',
  ),
  repeated('selectors', 'a.dart', '.a(b)', 'void f() { x', `.generateVideos(model: "${ID}"); }\n`),
  repeated(
    'calls',
    'a.sh',
    `curl -X POST "https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning" -d '{"instances": [{"prompt": "p#"}]}'\n`,
  ),
  repeated(
    'heredocs',
    'a.sh',
    `curl -X POST "https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning" -d @- <<EOF\n{"instances": [{"prompt": "p#"}]}\nEOF\n`,
  ),
  repeated(
    'written files',
    'a.sh',
    `cat <<EOF > r#.json\n{"instances": [{"prompt": "p#"}]}\nEOF\ncurl "https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning" -d @r#.json\n`,
  ),
  repeated(
    'a pipeline',
    'a.sh',
    `| curl "https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning" -d @- `,
    'echo x ',
  ),
  repeated(
    'variables',
    'a.sh',
    `M#="\${V#:-${ID}}"\ncurl "https://generativelanguage.googleapis.com/v1beta/models/$M#:predictLongRunning" -d '{}'\n`,
  ),
  repeated(
    'calls',
    'a.ps1',
    `Invoke-RestMethod -Method Post -Uri "https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning" -Body '{"instances": [{"prompt": "p#"}]}'\n`,
  ),
];

const CONFIGS: readonly Shape[] = [
  repeated(
    'models of litellm',
    'litellm/config.yaml',
    `  - model_name: m#\n    litellm_params:\n      model: gemini/${ID}\n`,
    'model_list:\n',
  ),
  repeated(
    'fallbacks of litellm',
    'litellm/config.yaml',
    '    - m#: [m0, m1]\n',
    `model_list:\n  - model_name: m0\n    litellm_params:\n      model: gemini/${ID}\nrouter_settings:\n  fallbacks:\n`,
  ),
  repeated(
    'a chain of fallbacks',
    'litellm/config.yaml',
    `  - model_name: m#\n    litellm_params:\n      model: gemini/${ID}\n      fallbacks: [m0]\n`,
    'model_list:\n',
  ),
  repeated(
    'one list of fallbacks',
    'litellm/config.yaml',
    'm#, ',
    `model_list:\n  - model_name: m0\n    litellm_params:\n      model: gemini/${ID}\nrouter_settings:\n  fallbacks: [{ m0: [`,
    'm0] }]\n',
  ),
  repeated('keys', 'a.yaml', `model#: ${ID}\n`),
  repeated('values of one list', 'a.yaml', `  - ${ID}\n`, 'models:\n'),
  repeated('a list in one line', 'a.yaml', `${ID}, `, 'models: [', 'x]\n'),
  repeated('maps', 'a.yaml', `- name: n#\n  model: ${ID}\n  prompt: p\n  durationSeconds: 8\n`),
  repeated('aliases', 'a.yaml', '  - *a\n', `base: &a\n  model: ${ID}\n  prompt: p\nall:\n`),
  repeated('merges', 'a.yaml', `k#:\n  <<: *a\n  model: ${ID}\n`, `base: &a\n  model: ${ID}\n  prompt: p\n`),
  repeated('documents', 'a.yaml', `---\nmodel: ${ID}\nprompt: p#\n`),
  repeated(
    'programs in values',
    'a.yaml',
    `- run: |\n    curl "https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning" -d '{}'\n`,
    'steps:\n',
  ),
  repeated(
    'deployments',
    'k8s.yaml',
    `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: d# }\nspec:\n  template:\n    spec:\n      containers:\n        - name: c\n          env:\n            - name: VEO_MODEL\n              value: ${ID}\n`,
  ),
  repeated(
    'entries',
    'a.json',
    `{ "name": "n#", "model": "${ID}", "prompt": "p", "durationSeconds": 8 },\n`,
    '[',
    'null]\n',
  ),
  repeated('keys', 'a.json', `"k#": "${ID}",\n`, '{', '"z": 0}\n'),
  repeated('values of one list', 'a.json', `"${ID}", `, '{ "models": [', '"x"] }\n'),
  repeated(
    'targets of Portkey',
    'portkey.json',
    `{ "provider": "google", "override_params": { "model": "${ID}" } },`,
    '{ "strategy": { "mode": "fallback" }, "targets": [',
    `{ "provider": "google" }] }`,
  ),
  repeated('lines', 'a.jsonl', `{"model": "${ID}", "prompt": "p#", "durationSeconds": 8}\n`),
  repeated(
    'cells',
    'a.ipynb',
    `{"cell_type":"code","source":["client.models.generate_videos(model=\\"${ID}\\", prompt=\\"p#\\")\\n"],"outputs":[],"metadata":{}},`,
    '{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[',
    '{"cell_type":"markdown","source":["x"],"metadata":{}}]}',
  ),
  repeated(
    'lines of one cell',
    'a.ipynb',
    `"client.models.generate_videos(model=\\"${ID}\\", prompt=\\"p#\\")\\n",`,
    '{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","outputs":[],"metadata":{},"source":[',
    '"x"]}]}',
  ),
  repeated('settings', '.env', `VEO_MODEL_#=${ID}\n`),
  repeated(
    'settings with addresses',
    '.env',
    `A#_VEO_MODEL=${ID}\nA#_VEO_BASE_URL=https://a#.example.com/v1\nA#_VEO_TIMEOUT_SECONDS=30\n`,
  ),
  repeated('one long text with variables', 'a.sh', '$PART_# ', `curl -d '{"model":"${ID}"}' "`, '"\n'),
  repeated('one long value', '.env', `${ID},`, 'VEO_MODELS='),
  repeated('settings', 'a.toml', `[t#]\nmodel = "${ID}"\n`),
  repeated('settings', 'a.ini', `[t#]\nmodel = ${ID}\n`),
  repeated('settings', 'a.properties', `veo.model#=${ID}\n`),
  repeated(
    'resources',
    'a.tf',
    `resource "google_cloud_run_service" "s#" {\n  env {\n    name = "VEO_MODEL"\n    value = "${ID}"\n  }\n}\n`,
  ),
  repeated('variables', 'a.tf', `variable "model#" {\n  default = "${ID}"\n}\n`),
  repeated('settings', 'Dockerfile', `ENV VEO_MODEL_#=${ID}\n`, 'FROM a\n'),
  repeated(
    'fences',
    'a.md',
    `\`\`\`python\nclient.models.generate_videos(model="${ID}", prompt="p#")\n\`\`\`\n`,
  ),
  repeated('rows of a table', 'a.md', `| ${ID} | # |\n`, '| a | b |\n|---|---|\n'),
  repeated('one line of words', 'a.md', `${ID} `),
  repeated('links', 'a.md', `[${ID}](https://ai.google.dev/gemini-api/docs/models/${ID}) `),
  repeated(
    'scripts',
    'a.html',
    `<script>ai.models.generateVideos({ model: "${ID}", prompt: "p#" });</script>\n`,
  ),
  repeated(
    'components',
    'a.vue',
    `<script setup>\nai.models.generateVideos({ model: "${ID}", prompt: "p#" });\n</script>\n`,
  ),
  repeated(
    'requests',
    'a.http',
    `POST https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning\n\n{"instances": [{"prompt": "p#"}]}\n\n###\n`,
  ),
  repeated('rows', 'a.csv', `${ID},#,8\n`, 'model,n,seconds\n'),
  repeated('rows', 'a.sql', `INSERT INTO models VALUES ('${ID}', #);\n`),
  repeated('rows of one insert', 'a.sql', `('${ID}', #),\n`, 'INSERT INTO models VALUES\n', `('x', 0);\n`),
  repeated('lines', 'a.txt', `called ${ID} #\n`),
  repeated(
    'nodes of ComfyUI',
    'comfy.json',
    `"#": { "class_type": "Veo3VideoGenerationNode", "inputs": { "model": "${ID}", "prompt": "p" } },`,
    '{',
    '"x": 0}',
  ),
  repeated('routes', 'veo-audit.yaml', `  r#:\n    model: ${ID}\n    surface: gemini-api\n`, 'routes:\n'),
];

const NESTED: readonly Shape[] = [
  ...[
    'a.json',
    'a.yaml',
    'a.py',
    'a.ts',
    'a.go',
    'A.java',
    'a.rb',
    'a.php',
    'a.rs',
    'a.kt',
    'a.swift',
    'a.dart',
    'a.sh',
    'a.ps1',
    'A.cs',
    'a.tf',
    'a.toml',
    'a.md',
    '.env',
    'a.hs',
    'a.sql',
    'litellm/config.yaml',
    'a.ipynb',
    'a.html',
  ].flatMap((path) => [
    nested('lists', path, '[', ']'),
    nested('lists in a setting', path, '[', ']', 'model = '),
    nested('lists of a model list', path, '[', ']', 'model_list: '),
    nested('calls', path, 'f(', ')'),
    nested('objects', path, '{"a":', '}'),
    repeated('unclosed lists', path, '[', `x = "${ID}"\n`),
    repeated('unclosed lists with an ID', path, `["${ID}",`),
    repeated('unclosed calls', path, 'f(', `x = "${ID}"\n`),
    repeated('unclosed objects', path, '{a:', `x = "${ID}"\n`),
    repeated('closing brackets', path, ')]}', `x = "${ID}"\n`),
    repeated('quotes', path, `"'`, `x = "${ID}"\n`),
    repeated('open quotes with an ID', path, `"${ID}`, ''),
    repeated('lines of one word', path, `${ID}\n`),
    repeated('slashes', path, 'a/', `x = "`, `${ID}"\n`),
    repeated('dots', path, 'a.', `x = "`, `${ID}"\n`),
    repeated('colons', path, 'a:', `x = "`, `${ID}"\n`),
    repeated('words', path, 'a ', `x = "`, `${ID}"\n`),
    repeated('dashes', path, '- ', '', `${ID}\n`),
    repeated('joined IDs', path, ID),
    repeated('IDs in a path', path, `${ID}/`),
    repeated('IDs in commas', path, `${ID},`),
    repeated('IDs in bars', path, `"${ID}"|`),
    repeated('IDs in equations', path, `"${ID}"=`),
  ]),
  {
    name: 'indented maps',
    path: 'a.yaml',
    text: (n) =>
      `${Array.from({ length: n }, (_, i) => `${' '.repeat(i)}k:\n`).join('')}${' '.repeat(n)}model: ${ID}\n`,
  },
  {
    name: 'indented maps of litellm',
    path: 'litellm/config.yaml',
    text: (n) =>
      'model_list:\n' +
      Array.from({ length: n }, (_, i) => `${' '.repeat(i + 1)}k:\n`).join('') +
      `${' '.repeat(n + 1)}model: ${ID}\n`,
  },
  { name: 'dashes in dashes', path: 'a.yaml', text: (n) => `${'- '.repeat(n)}model: ${ID}\n` },
  {
    name: 'blocks',
    path: 'a.py',
    text: (n) =>
      Array.from({ length: n }, (_, i) => `${' '.repeat(i)}if a:\n`).join('') +
      `${' '.repeat(n)}client.models.generate_videos(model="${ID}", prompt="p")\n`,
  },
  {
    name: 'functions in functions',
    path: 'a.ts',
    text: (n) =>
      `${'function f() {'.repeat(n)} ai.models.generateVideos({ model: "${ID}", prompt: "p" }); ${'}'.repeat(n)}`,
  },
  {
    name: 'closures in calls',
    path: 'a.ts',
    text: (n) =>
      `${'f(() => {'.repeat(n)} ai.models.generateVideos({ model: "${ID}", prompt: "p" }); ${'})'.repeat(n)}`,
  },
  {
    name: 'ternaries without brackets',
    path: 'a.ts',
    text: (n) =>
      `const m = ${'a ? '.repeat(n)}"${ID}"${' : b'.repeat(n)};\nai.models.generateVideos({ model: m });\n`,
  },
  {
    name: 'signs',
    path: 'a.ts',
    text: (n) => `const m = ${'!'.repeat(n)}a;\nai.models.generateVideos({ model: "${ID}", prompt: "p" });\n`,
  },
  {
    name: 'a sum',
    path: 'a.ts',
    text: (n) =>
      `const m = ${'1 + '.repeat(n)}1;\nai.models.generateVideos({ model: "${ID}", prompt: "p", config: { durationSeconds: m } });\n`,
  },
  {
    name: 'else if',
    path: 'a.ts',
    text: (n) =>
      `${'if (a) { x(); } else '.repeat(n)} { ai.models.generateVideos({ model: "${ID}", prompt: "p" }); }`,
  },
  {
    name: 'arrows',
    path: 'a.ts',
    text: (n) => `const f = ${'a => '.repeat(n)} ai.models.generateVideos({ model: "${ID}", prompt: "p" });`,
  },
];

/** Every shape that texts of this project grow in. */
export const SHAPES: readonly Shape[] = [...CALLS, ...CONFIGS, ...NESTED];
