import Bytez from 'bytez.js';

const sdk = new Bytez(process.env.BYTEZ_KEY);

export async function film() {
  const model = sdk.model('google/veo-3.0-fast-generate-001');
  const { error, output } = await model.run('A cat with a rose');
  return error ?? output;
}

// A handle that is only described, and one whose run is of something else.
export async function describe() {
  const model = sdk.model('google/veo-3.1-generate-001');
  console.log(model.toString());
  const tests = suite.model('kites');
  return tests.run('veo-3.1-generate-001 answers');
}
