// Files made to hurt: bombs, depth, size, tabs, duplicate keys, broken syntax. Each gives a result or a note.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileReportsOf } from '../../../src/audit/runRules.ts';
import { bundledCatalog } from '../../../src/catalog/bundled.ts';
import { hclTree } from '../../../src/routes/config/hclTree.ts';
import type { ConfigReading } from '../../../src/routes/config/types.ts';
import { fallbackCycles, routeGraph } from '../../../src/routes/graph.ts';
import { read } from './describe.ts';

const DEPLOYMENT =
  'model_list:\n  - model_name: clips\n    litellm_params: {model: vertex_ai/veo-3.1-generate-001}\n';

/** Nine levels of nine aliases each: nine to the ninth nodes when expanded. */
function laughs(merge: boolean): string {
  const levels = ['l0: &l0 {model: vertex_ai/veo-3.1-generate-001}'];
  for (let level = 1; level <= 9; level++) {
    const nine = Array(9)
      .fill(`*l${level - 1}`)
      .join(', ');
    levels.push(
      merge ? `l${level}: &l${level} {<<: [${nine}], k${level}: 1}` : `l${level}: &l${level} [${nine}]`,
    );
  }
  return levels.join('\n');
}

function required(reading: ConfigReading | null): ConfigReading {
  assert.ok(reading !== null, 'nothing was read');
  return reading;
}

describe('hostile configurations', () => {
  it('a bomb of aliases is read as the file that it is', () => {
    const reading = read({ path: 'config.yaml', text: `${laughs(false)}\n${DEPLOYMENT}` });
    assert.deepEqual(
      reading?.routes.map(({ name, model }) => [name, model]),
      [['clips', 'veo-3.1-generate-001']],
    );
  });

  it('a bomb of merges is read, and the merged model with it', () => {
    const text = `${laughs(true)}\nmodel_list:\n  - model_name: merged\n    litellm_params: {<<: *l9}\n`;
    const [route] = read({ path: 'config.yaml', text })?.routes ?? [];
    assert.deepEqual([route?.name, route?.model], ['merged', 'veo-3.1-generate-001']);
  });

  it('merges beyond the limit are left out, not multiplied', () => {
    const keys = Array.from({ length: 2000 }, (_, index) => `k${index}: 1`).join(', ');
    const uses = Array.from({ length: 200 }, (_, index) => `u${index}: {<<: *base}`).join('\n');
    const text = `base: &base {${keys}}\n${uses}\n${DEPLOYMENT}`;
    assert.equal(read({ path: 'config.yaml', text })?.routes.length, 1);
  });

  it('an anchor that holds itself ends', () => {
    const text = `loop: &loop [*loop, {<<: *loop}]\n${DEPLOYMENT}`;
    assert.equal(read({ path: 'config.yaml', text })?.routes.length, 1);
  });

  for (const [what, path, text] of [
    ['flow YAML', 'config.yaml', `${DEPLOYMENT}deep: ${'['.repeat(5000)}${']'.repeat(5000)}\n`],
    [
      'block YAML',
      'config.yaml',
      `${DEPLOYMENT}${Array.from({ length: 2000 }, (_, k) => `${' '.repeat(k)}a:`).join('\n')}`,
    ],
    [
      'JSON',
      'portkey.json',
      `{"targets": ${'['.repeat(50_000)}"veo-3.0-generate-001", "override_params": {}`,
    ],
    ['Terraform', 'main.tf', `a = ${'['.repeat(20_000)}\nveo_model = "veo-3.0-generate-001"`],
  ] as const) {
    it(`${what} nested thousands of levels deep neither hangs nor throws`, () => {
      const reading = read({ path, text });
      assert.ok(reading === null || reading.notes.length > 0 || reading.routes.length > 0);
    });
  }

  it('an oversized configuration is named as such', () => {
    const text = `${DEPLOYMENT}# ${'x'.repeat(100)}\n`.padEnd(5_000_000, '# padding\n');
    const reading = read({ path: 'config.yaml', text });
    assert.equal(reading?.routes.length, 0);
    assert.match(reading?.notes.join() ?? '', /too large/);
  });

  it('five megabytes of variables are read', () => {
    const text = `${'FILLER_VARIABLE=some value that nobody needs\n'.repeat(110_000)}VEO_MODEL=veo-3.1-generate-001\n`;
    assert.ok(text.length > 4_900_000);
    assert.equal(read({ path: '.env', text })?.routes[0]?.name, 'VEO_MODEL');
  });

  it('five megabytes of JSON are read', () => {
    const filler = '{"provider": "openai", "override_params": {"model": "text"}},\n'.repeat(80_000);
    const last = '{"provider": "vertex-ai", "override_params": {"model": "veo-3.1-generate-001"}}';
    const text = `{"strategy": {"mode": "loadbalance"}, "targets": [\n${filler}${last}]}`;
    assert.ok(text.length > 4_900_000);
    assert.equal(read({ path: 'portkey.json', text })?.routes[0]?.model, 'veo-3.1-generate-001');
  });

  it('tabs as indentation are noted, and read as they were meant', () => {
    const reading = read({
      path: 'config.yaml',
      text: DEPLOYMENT.replace('  - ', '\t- ').replace('    ', '\t  '),
    });
    assert.equal(reading?.routes[0]?.name, 'clips');
    assert.match(reading?.notes.join() ?? '', /[Tt]abs/);
  });

  it('an alias of what stands before it makes an entry that ends behind its start', () => {
    const text = 'studio:\n  gateway:\n    model: &default veo-3.0-generate-001\n    fallback: *default\n';
    const routes = read({ path: 'application.yml', text })?.routes ?? [];
    assert.ok(routes.length > 1);
    for (const route of routes) assert.ok(route.entry.start <= route.entry.end && route.start <= route.end);
  });

  it('of a key that stands twice the last one counts', () => {
    const text =
      'model_list:\n  - model_name: a\n    model_name: b\n    litellm_params:\n      model: vertex_ai/veo-3.0-generate-001\n      model: vertex_ai/veo-3.1-generate-001\n';
    const routes = read({ path: 'config.yaml', text })?.routes ?? [];
    assert.deepEqual(
      routes.map(({ name, model }) => [name, model]),
      [['b', 'veo-3.1-generate-001']],
    );
  });

  it('broken syntax is noted', () => {
    const reading = read({ path: 'config.yaml', text: `${DEPLOYMENT}router_settings: {fallbacks: [\n` });
    assert.match(reading?.notes.join() ?? '', /not valid YAML/);
  });

  it('a file is known by its shape where its name says nothing', () => {
    assert.equal(read({ path: 'proxy', text: DEPLOYMENT })?.format, 'litellm');
    assert.equal(
      read({
        path: 'gateway.conf.txt',
        text: '{"provider": "google", "override_params": {"model": "veo-3.0-generate-001"}}',
      })?.format,
      'portkey',
    );
    assert.equal(read({ path: 'Untitled-1', text: DEPLOYMENT, language: 'yaml' })?.format, 'litellm');
  });

  it('groups of thousands that fall back to each other name every target, without every pair', () => {
    const group = `{"strategy": {"mode": "loadbalance"}, "targets": [${Array(3000)
      .fill('{"virtual_key": "v", "override_params": {"model": "veo-3.1-generate-001"}}')
      .join(',')}]}`;
    const reading = required(
      read({
        path: 'portkey.json',
        text: `{"strategy": {"mode": "fallback"}, "targets": [${group},${group}]}`,
      }),
    );
    assert.equal(reading.routes.length, 6000);
    assert.ok(reading.fallbacks.length < 20_000, `${reading.fallbacks.length} steps`);
    const named = new Set(reading.fallbacks.flatMap(({ from, to }) => [from.start, to.start]));
    assert.equal(named.size, 6000);
  });

  it('more targets than a call takes arguments are read', () => {
    const targets = Array.from(
      { length: 15_000 },
      (_, rank) => `    - {target: v/veo-3.1-generate-001, priority: ${rank}}\n`,
    );
    const text = `name: c\nrouting_config:\n  type: priority-based-routing\n  load_balance_targets:\n${targets.join('')}`;
    const reading = required(read({ path: 'virtual.yaml', text }));
    assert.deepEqual([reading.routes.length, reading.fallbacks.length], [15_000, 14_999]);
  });

  it('many deployments of one name with many fallbacks share what the name has', () => {
    const many = Array.from(
      { length: 5000 },
      (_, rpm) =>
        `{"model_name": "c", "litellm_params": {"model": "vertex_ai/veo-3.1-generate-001", "rpm": ${rpm}}}`,
    );
    const to = Array.from({ length: 5000 }, (_, index) => `"t${index}"`).join(',');
    const text = `{"model_list": [${many.join(',')}], "router_settings": {"fallbacks": [{"c": [${to}]}]}}`;
    const reading = required(read({ path: 'config.json', text }));
    const [first, second] = reading.routes;
    assert.equal(first?.fallbacks.length, 5000);
    assert.equal(first?.fallbacks, second?.fallbacks);
    const { edges } = routeGraph([{ file: 'config.json', reading }]);
    assert.equal(edges[0]?.from.length, 5000);
    assert.equal(edges[0]?.from, edges[1]?.from);
  });

  it('of thousands of circles some are told, in sentences that can be read', () => {
    const names = Array.from({ length: 3000 }, (_, index) => index);
    const deployments = names.map(
      (index) => `- {model_name: c${index}, litellm_params: {model: vertex_ai/veo-3.1-generate-001}}\n`,
    );
    const chains = names.map((index) => `  - c${index}: [c${(index + 1) % 3000}, c${(index * 7) % 3000}]\n`);
    const aliases = 'model_group_alias: {x: y, y: x, z: z}';
    const text = `model_list:\n${deployments.join('')}router_settings:\n  ${aliases}\n  fallbacks:\n${chains.join('')}`;
    const reading = required(read({ path: 'config.yaml', text }));
    assert.deepEqual([reading.routes.length, reading.fallbacks.length], [3000, 6000]);
    const graph = routeGraph([{ file: 'config.yaml', reading }]);
    const circles = fallbackCycles(graph);
    assert.ok(circles.length > 0 && circles.length <= 100, `${circles.length} circles`);
    const found = fileReportsOf('graph', { graph, catalog: bundledCatalog(), asOf: '2026-11-21' });
    const told = found.filter(({ meta }) => meta.id === 'fallback-cycle').map(({ finding }) => finding);
    assert.ok(told.length > 0);
    assert.ok(told.every(({ message, related = [] }) => message.length < 400 && related.length <= 12));
  });

  it('thousands of documents are read', () => {
    const reading = required(read({ path: 'config.yaml', text: `---\n${DEPLOYMENT}`.repeat(2000) }));
    assert.equal(reading.routes.length, 2000);
  });

  for (const [what, path, text, routes] of [
    ['a word without an end', 'wrangler.toml', `vars = { ${'a'.repeat(300_000)} }\nVEO_MODEL = "ID"\n`, 1],
    ['a quote without an end', 'deploy.sh', `echo "${'\\'.repeat(300_000)} x\nrun -e VEO_MODEL=ID\n`, 1],
    [
      'templates without an end',
      'deploy.sh',
      `run ${'$'.concat('{{').repeat(100_000)}\nrun -e VEO_MODEL=ID\n`,
      1,
    ],
    ['one word again and again', 'deploy.sh', `run ${'MODEL'.repeat(60_000)}\nrun -e VEO_MODEL=ID\n`, 1],
    ['signs of assignment', 'deploy.sh', `run ${'a='.repeat(100_000)}\nrun -e VEO_MODEL=ID\n`, 1],
    ['commas', 'action.yml', `env: "${','.repeat(200_000)}VEO_MODEL=ID"\n`, 1],
  ] as const) {
    it(`${what} costs no more than its length`, () => {
      const reading = read({ path, text: text.replace('ID', 'veo-3.1-generate-001') });
      assert.equal(reading?.routes.length ?? 0, routes);
    });
  }

  it('no text makes it throw, and every place lies in the text', () => {
    const piece = fc.constantFrom(
      ...[
        'model_list:',
        '  - ',
        'litellm_params: ',
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        ': ',
        ',',
        '\n',
        '\t',
        '&a ',
        '*a',
        '<<: ',
        '|\n',
        '---\n',
      ],
      ...[
        'model: ',
        'veo-3.1-generate-001',
        'vertex_ai/',
        'VEO_MODEL=',
        '${',
        ':-',
        '\\',
        '\\"',
        '😀',
        'targets',
        'override_params',
        '# ',
      ],
      ...[
        'variable "a" ',
        'default = ',
        '<<EOF\n',
        '/*',
        'env ',
        'services:',
        'environment:',
        '\r\n',
        'models',
        'model_mapping',
      ],
    );
    const path = fc.constantFrom(
      'config.yaml',
      'a.json',
      '.env',
      'main.tf',
      'a.properties',
      'Dockerfile',
      'values.yaml',
      'x',
    );
    fc.assert(
      fc.property(path, fc.array(piece, { maxLength: 60 }), (name, pieces) => {
        const text = pieces.join('');
        for (const route of read({ path: name, text })?.routes ?? []) {
          for (const place of [route, route.entry, ...Object.values(route.places)]) {
            assert.ok(0 <= place.start && place.start <= place.end && place.end <= text.length);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('backslashes behind an open quote are a value', () => {
    const text = `OPEN="${'\\'.repeat(40)}\nVEO_MODEL=veo-3.1-generate-001\n`;
    for (const path of ['.env', 'app.properties', 'config.toml']) {
      assert.deepEqual(
        read({ path, text })?.routes.map(({ model }) => model),
        ['veo-3.1-generate-001'],
        path,
      );
    }
  });

  it('templates of Terraform that are never closed are text', () => {
    const open = '$'.concat('{a').repeat(30);
    const text = `a = "${open}"\nb = "\${merge({ c = "}" })}"\n/* open`;
    const [root] = hclTree(text).roots;
    assert.deepEqual(
      root?.kind === 'map' &&
        [...root.entries.values()].map(({ value }) => value.kind === 'scalar' && value.text),
      [open, `\${merge({ c = "}" })}`],
    );
  });
});
