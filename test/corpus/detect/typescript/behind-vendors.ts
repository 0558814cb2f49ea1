const ids = await listedIds('/v1/videos/generations');
assert.ok(ids.includes('kie/veo/veo-3-1'));
assert.ok(!ids.includes('vertex/veo-3.0-generate-001'));
const help = `Default: ${DEFAULT}. Higher quality: google/veo3.1/text-to-video. Use list_models to see more.`;
const options = [{ value: 'veo31-fast-ingredient', label: 'veo31-fast-ingredient' }, { value: 'veo31-fast', label: 'x' }];
const page = '/models/kie/veo-3-1';
